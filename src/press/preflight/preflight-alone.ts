/** What a finished page shows by itself, whoever made it: inks of its code, pictures, lines for machines, bleed. */
import { PDFName, type PDFDict } from '@cantoo/pdf-lib'
import { broken, passed, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import type { Box } from '../face/drawing.ts'
import { overlap } from '../face/geometry.ts'
import type { InkProfile } from '../files/icc.ts'
import type { SymbolInks } from './found-symbol.ts'
import type { Template } from '../template/template.ts'
import { lineDifferences, machineLines, templateLines, type MachineLine } from './machine-lines.ts'
import type { PlacedImage } from './page-parts.ts'
import { nameIn, type PdfFacts } from './pdf-facts.ts'
import { USUAL_SPOTS, type PlatedPage, type SpotNames } from './plate-pages.ts'
import { lineRow } from './preflight-likeness.ts'
import { moved } from './plate-state.ts'
import { contrastOf } from './preflight-face.ts'
import { cutFaults } from './preflight-holes.ts'

/** Per cent of black within a dark module: less is a tint, which a printer rasters. */
const BLACK_LEAST = 98

/** CO-01 and CO-02, by the plates themselves. */
export function symbolInkRows(inks: SymbolInks, profile: InkProfile | null): PreflightRow[] {
  const { dark, light, colour, leastBlack } = inks
  const isBlack = colour === 0 && leastBlack >= BLACK_LEAST && light.every((ink) => ink === 0)
  const measured = `${dark.join('/')} on ${light.join('/')}`
  const more = isBlack ? '' : `; black from ${leastBlack} %, colour up to ${colour} %`
  const said = `${measured}${more}`
  return [
    ...rowsFor(
      'CO-01',
      isBlack ? [] : [broken('CO-01.inks', said, '0/0/0/100 on 0/0/0/0', { inks: said })],
      said,
      '0/0/0/100 on 0/0/0/0',
    ),
    ...(profile ? contrastOf(dark, light, profile) : []),
  ]
}

const PIXELS_LEAST = 150
const RGB_FREE = /^Device(?:CMYK|Gray)$/

/** IM-01. `symbol`: mm from the lower left corner of the media box; null where there is none. */
export function imageRows(
  { images, shadings }: PlatedPage['parts'],
  { media: [left, bottom], unit }: PdfFacts,
  symbol: Box | null,
): PreflightRow[] {
  if (images.length === 0) return []
  const mm = (25.4 / 72) * unit
  const placed = images.map((image) => {
    const { box, perInch } = placedAt(image, unit)
    const onPage = { ...box, x: (box.x - left) * mm, y: (box.y - bottom) * mm }
    return {
      image,
      perInch,
      box: { ...onPage, width: box.width * mm, height: box.height * mm },
    }
  })
  const strange = [...new Set(placed.map(({ image }) => spaceOf(image)))].filter(
    (space) => space !== 'mask' && !RGB_FREE.test(space),
  )
  const coarse = Math.floor(Math.min(...placed.map(({ perInch }) => perInch)))
  const code = symbol && placed.find(({ box }) => overlap(box, symbol))
  return rowsFor(
    'IM-01',
    [
      ...strange.map((what) => broken('IM-01.image', what, 'CMYK', { what })),
      ...(coarse < PIXELS_LEAST
        ? [
            broken('IM-01.coarse', `${coarse} ppi`, `${PIXELS_LEAST} ppi`, {
              ppi: coarse,
              least: PIXELS_LEAST,
            }),
          ]
        : []),
      ...(code
        ? [
            broken('IM-01.code', `${code.image.width} x ${code.image.height} px`, 'outlines', {
              width: code.image.width,
              height: code.image.height,
            }),
          ]
        : []),
    ],
    `${images.length} pictures, ${shadings} shadings; ${coarse} ppi`,
    `CMYK; ${PIXELS_LEAST} ppi; none of the code`,
  )
}

/** In units of the page. */
function placedAt({ width, height, matrix }: PlacedImage, unit: number) {
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([x = 0, y = 0]) => moved(matrix, x, y))
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  const [a, b, c, d] = matrix
  const inches = (length: number) => Math.max(1e-6, (length * unit) / 72)
  return {
    box: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y },
    perInch: Math.min(width / inches(Math.hypot(a, b)), height / inches(Math.hypot(c, d))),
  }
}

function spaceOf({ stream: { dict } }: PlacedImage): string {
  if (dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true') return 'mask'
  const name = spaceName(dict)
  return name === 'G' ? 'DeviceGray' : name === 'CMYK' ? 'DeviceCMYK' : name
}

function spaceName(image: PDFDict): string {
  const space = image.lookup(PDFName.of('ColorSpace'))
  return nameIn(image, 'ColorSpace') ?? space?.toString().slice(0, 40) ?? 'none'
}

/** `template`: the one it says it is made on, where we have it. What only a file without a face to hold it against is judged by. */
export function aloneRows(
  page: PlatedPage,
  parsed: PdfFacts,
  template: Template | null,
  bleed: number,
): PreflightRow[] {
  const { TrimBox, MediaBox } = parsed.boxes
  const trim = TrimBox ?? MediaBox ?? [0, 0, 0, 0]
  const height = MediaBox?.[3] ?? 0
  const onPage = {
    x: trim[0],
    y: height - trim[3],
    width: trim[2] - trim[0],
    height: trim[3] - trim[1],
  }
  const spots: SpotNames = template
    ? { cut: template.spots.cut.name, drill: template.spots.drill.name }
    : USUAL_SPOTS
  const point = 72 / 25.4 / parsed.unit
  const [left, top] = [parsed.media[0] + trim[0] * point, parsed.media[1] + trim[3] * point]
  const lines = machineLines(page.parts.spots, [spots.cut, spots.drill], left, top)
  const differences = template ? lineDifferences(lines, templateLines(template)).map(lineRow) : []
  return [...lineRows(lines, spots), ...differences, ...bleedRows(page, onPage, bleed)]
}

/** GE-01 of a face without a template: there is a cut line, and it can be followed. */
function lineRows(lines: readonly MachineLine[], { cut, drill }: SpotNames): PreflightRow[] {
  const cuts = lines.filter(({ plate }) => plate === cut)
  const holes = lines.filter(({ plate }) => plate === drill).length
  const paths = cuts.map(({ steps, isClosed }) => ({ steps, isClosed }))
  return rowsFor('GE-01', cutFaults(paths), `${holes} holes; cut closed`, 'closed')
}

/** mm of the trim's edge along which ink may end early: a letter or a rule that happens to reach it. */
const SHORT_MOST = 3
/** mm within the trim at which ink is looked for: the cut line itself lies on the edge. */
const INSIDE = 1
/** Of 255. */
const INKED = 40

/** TX-05: what is inked along the trim must be inked out to the bleed. mm; `trim` from the picture's corner. */
function bleedRows(page: PlatedPage, trim: Box, bleed: number): PreflightRow[] {
  const dotsPerInch = 100
  const scale = dotsPerInch / 25.4
  const [colours, machine] = [page.colours(dotsPerInch), page.machine(dotsPerInch)]
  const { width, height } = colours
  const inkAt = (xMm: number, yMm: number) => {
    const [x, y] = [Math.floor(xMm * scale), Math.floor(yMm * scale)]
    if (x < 0 || y < 0 || x >= width || y >= height) return 0
    const i = 4 * (y * width + x)
    const lights = [0, 1, 2].map((channel) => colours.data[i + channel] as number)
    return 255 - Math.min(...lights, machine.data[i] as number)
  }
  const outside = Math.max(0, bleed - 0.4)
  const [right, bottom] = [trim.x + trim.width, trim.y + trim.height]
  const edges = [
    { length: trim.width, at: (s: number, out: number) => inkAt(trim.x + s, trim.y - out) },
    { length: trim.width, at: (s: number, out: number) => inkAt(trim.x + s, bottom + out) },
    { length: trim.height, at: (s: number, out: number) => inkAt(trim.x - out, trim.y + s) },
    { length: trim.height, at: (s: number, out: number) => inkAt(right + out, trim.y + s) },
  ]
  let [short, reach] = [0, bleed]
  for (const { length, at } of edges)
    for (let s = INSIDE; s < length - INSIDE; s += 0.25) {
      if (at(s, -INSIDE) < INKED || at(s, outside) >= INKED) continue
      short += 0.25
      let out = 0
      while (out < outside && at(s, out) >= INKED) out += 0.25
      reach = Math.min(reach, out)
    }
  const measured = `${short.toFixed(1)} mm of the edge end early`
  return short > SHORT_MOST
    ? [
        broken('TX-05.bleed', measured, `${bleed} mm`, {
          reach: Math.max(0, reach).toFixed(2),
          bleed,
        }),
      ]
    : [passed('TX-05', measured, `bleed ${bleed} mm`)]
}
