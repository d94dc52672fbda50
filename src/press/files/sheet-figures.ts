/** Small pictures side by side on an office sheet: the face, its holes with their measures, where it hangs, a code. */
import type { StructureElement } from 'pdfkit'
import type { Box, Drawing } from '../face/drawing.ts'
import { spaced, type ShortCode } from '../../domain/short-code.ts'
import type { QrSymbol } from '../face/symbol.ts'
import type { Template } from '../template/template.ts'
import { paintFaceOnce, type FaceInks } from './face-on-sheet.ts'
import type { OfficeDocument } from './office-document.ts'
import type { SketchMap } from './sketch-map.ts'

export type FigurePart =
  | { figure: 'face'; drawing: Drawing; inks: FaceInks }
  | { figure: 'holes'; template: Pick<Template, 'trim' | 'cornerRadius' | 'holes'> }
  /** `code`: of the sign itself. */
  | { figure: 'map'; map: SketchMap; code: string }
  | { figure: 'symbol'; symbol: QrSymbol }

/** `alt` says the picture in words. */
export type SheetFigure = FigurePart & { alt: string; caption: string }

/** Points. */
const GAP = 12
const HAIRLINE = 0.5
const SMALL = 7
const GREY = '#767676'

/** In as many columns as there are figures; returns where the lowest of them ends, captions included. */
export function drawFigures(
  document: OfficeDocument,
  root: StructureElement,
  figures: readonly SheetFigure[],
  area: Box,
): number {
  const width = (area.width - (figures.length - 1) * GAP) / figures.length
  const side = Math.min(width, area.height)
  let end = area.y
  figures.forEach((figure, i) => {
    const place = { x: area.x + i * (width + GAP), y: area.y, width: side, height: side }
    const bbox = [place.x, place.y, place.x + side, place.y + side]
    const { alt, caption } = figure
    root.add(document.struct('Figure', { alt, bbox }, () => drawFigure(document, figure, place)))
    document.font('plain').fontSize(SMALL + 1)
    const write = () =>
      document.fillColor('#000000').text(caption, place.x, area.y + side + 5, { width })
    root.add(document.struct('Caption', {}, write))
    end = Math.max(end, document.y)
  })
  return end
}

function drawFigure(document: OfficeDocument, figure: FigurePart, place: Box): void {
  switch (figure.figure) {
    case 'face':
      paintFaceOnce(document, figure.drawing, within(figure.drawing.trim, place), figure.inks)
      return
    case 'holes':
      drawHoles(document, figure.template, place)
      return
    case 'map':
      drawMap(document, figure.map, figure.code, place)
      return
    case 'symbol':
      drawSymbol(document, figure.symbol, place.x, place.y, place.width)
  }
}

/** As large as it gets, in the middle of the place. */
function within({ width, height }: { width: number; height: number }, place: Box): Box {
  const scale = Math.min(place.width / width, place.height / height)
  const [w, h] = [width * scale, height * scale]
  return {
    x: place.x + (place.width - w) / 2,
    y: place.y + (place.height - h) / 2,
    width: w,
    height: h,
  }
}

/** Outline and holes, and the distances between their middles and to the edges, in mm. */
function drawHoles(
  document: OfficeDocument,
  { trim, cornerRadius, holes }: Pick<Template, 'trim' | 'cornerRadius' | 'holes'>,
  place: Box,
): void {
  const [width, height] = trim
  const box = within({ width, height }, place)
  const scale = box.width / width
  const at = (x: number, y: number) => [box.x + x * scale, box.y + y * scale] as const
  document.lineWidth(HAIRLINE).strokeColor('#000000').fillColor('#000000')
  document.roundedRect(box.x, box.y, box.width, box.height, cornerRadius * scale).stroke()
  for (const { x, y, diameter } of holes) {
    const [cx, cy] = at(x, y)
    const arm = Math.max((diameter / 2) * scale, 1.2) + 2
    document.circle(cx, cy, Math.max((diameter / 2) * scale, 1.2)).stroke()
    document
      .moveTo(cx - arm, cy)
      .lineTo(cx + arm, cy)
      .moveTo(cx, cy - arm)
      .lineTo(cx, cy + arm)
      .stroke()
  }
  const [xs, ys] = [distinct(holes.map(({ x }) => x)), distinct(holes.map(({ y }) => y))]
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return
  // Where no hole is, so that no line runs through one.
  const level = top === bottom ? top + height * 0.16 : top + (bottom - top) * 0.3
  const upright = left + (right - left) * 0.3
  if (right > left) measure(document, at(left, level), at(right, level), mm(right - left))
  if (bottom > top) measure(document, at(upright, top), at(upright, bottom), mm(bottom - top))
  measure(document, at(0, level), at(left, level), mm(left))
  if (bottom > top) measure(document, at(upright, bottom), at(upright, height), mm(height - bottom))
}

const distinct = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
const mm = (value: number) => String(Math.round(value * 10) / 10)

type Spot = readonly [x: number, y: number]

/** A line with ticks at its ends, level or upright, and its length beside it. */
function measure(document: OfficeDocument, from: Spot, to: Spot, words: string): void {
  const isLevel = from[1] === to[1]
  const tick = (x: number, y: number) =>
    isLevel
      ? document.moveTo(x, y - 2).lineTo(x, y + 2)
      : document.moveTo(x - 2, y).lineTo(x + 2, y)
  document.lineWidth(HAIRLINE).strokeColor(GREY)
  document.moveTo(...from).lineTo(...to)
  tick(...from)
  tick(...to)
  document.stroke()
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const
  document.font('plain').fontSize(SMALL)
  const width = document.widthOfString(words)
  if (isLevel) label(document, words, middle[0] - width / 2, middle[1] - SMALL - 3)
  else label(document, words, middle[0] + 3, middle[1] - SMALL / 2 - 1)
}

function label(document: OfficeDocument, words: string, x: number, y: number): void {
  document.fillColor('#000000').text(words, x, y, { lineBreak: false })
}

function drawMap(document: OfficeDocument, { spots, bar }: SketchMap, code: string, place: Box) {
  const half = place.width / 2
  const [cx, cy] = [place.x + half, place.y + half]
  document
    .lineWidth(HAIRLINE)
    .strokeColor(GREY)
    .rect(place.x, place.y, half * 2, half * 2)
    .stroke()
  const named = (words: string, x: number, y: number) => {
    document.font('plain').fontSize(SMALL - 1)
    const width = document.widthOfString(words)
    // Never out of the frame.
    const least = place.x + 2
    const most = place.x + place.width - width - 2
    label(document, words, Math.min(Math.max(x - width / 2, least), most), y + 2.5)
  }
  for (const spot of spots) {
    const [x, y] = [cx + spot.x * half, cy + spot.y * half]
    document.circle(x, y, 1.6).strokeColor('#000000').stroke()
    named(spaced(spot.code as ShortCode), x, y)
  }
  document.circle(cx, cy, 3).fill('#000000')
  document.font('strong').fontSize(SMALL)
  const own = spaced(code as ShortCode)
  label(document, own, cx - document.widthOfString(own) / 2, cy - SMALL - 5)
  const north = { x: place.x + place.width - 10, y: place.y + 8 }
  document
    .moveTo(north.x, north.y)
    .lineTo(north.x - 3, north.y + 9)
    .lineTo(north.x + 3, north.y + 9)
    .fill('#000000')
  document.font('strong').fontSize(SMALL)
  label(document, 'N', north.x - document.widthOfString('N') / 2, north.y + 10)
  const [x, y] = [place.x + 6, place.y + place.height - 6]
  measure(document, [x, y], [x + bar.length * half, y], `${bar.metres} m`)
}

/** As one path, black on the white of the paper, quiet zone included in `side`; points. */
export function drawSymbol(
  document: OfficeDocument,
  { outline, size }: QrSymbol,
  x: number,
  y: number,
  side: number,
): void {
  const module = side / (size + 8)
  const d = outline
    .map((contour) => `M${contour.map((corner) => corner.join(' ')).join('L')}Z`)
    .join('')
  document
    .save()
    .translate(x + 4 * module, y + 4 * module)
    .scale(module)
    .path(d)
    .fill('#000000')
    .restore()
}
