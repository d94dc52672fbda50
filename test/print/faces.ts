/**
 * One face per template, its words frozen in faces.json, as a buyer of the sign sees it. docs/pictures keeps them as
 * pictures, and golden.test.ts holds the printer to those.
 */
import { readFileSync } from 'node:fs'
import type { Drawing, Path, Primitive } from '../../src/press/face/drawing.ts'
import { circle, grown, roundedRect } from '../../src/press/face/geometry.ts'
import { pdfOf } from '../../src/press/files/pdf.ts'
import type { PlacardTexts } from '../../src/press/face/placard-texts.ts'
import type { Picture } from '../../src/press/preflight/pdfium-pages.ts'
import type { Template } from '../../src/press/template/template.ts'
import { condition, fonts, madeOf, openTemplate } from '../press/placard-kit.ts'
import { cropped, render } from './decode.ts'

export interface Face {
  template: string
  /** Width of its picture: two to the millimetre or more. */
  pixels: number
  words: Omit<PlacardTexts, 'origin'>
}

export const FACES = JSON.parse(
  readFileSync(new URL('faces.json', import.meta.url), 'utf8'),
) as Face[]

/** The face within its cut, its drawing passed through `alter`. */
export async function pictureOf(
  { template: id, pixels, words }: Face,
  alter: (drawing: Drawing) => Drawing = (drawing) => drawing,
): Promise<Picture> {
  const template = openTemplate(id)
  const drawing = finished(alter(madeOf({ ...words, template }).drawing), template)
  const facts = { title: id, subject: '', creator: '', producer: '', date: new Date(0) }
  const perMm = pixels / drawing.trim.width
  const { mirrored: _, ...seen } = drawing
  const page = await render(pdfOf(seen, facts, fonts, condition), perMm * 25.4)
  const from = Math.round((drawing.bleed + drawing.slug) * perMm)
  const height = Math.round(drawing.trim.height * perMm)
  return cropped(page, { x: from, y: from, width: pixels, height })
}

/** Nothing outside the cut, holes drilled, no lines for machines. */
function finished(drawing: Drawing, { cornerRadius, holes }: Template): Drawing {
  const { width, height } = drawing.trim
  const face = { x: 0, y: 0, width, height }
  const outside = grown(face, drawing.bleed + drawing.slug)
  const [left, top] = [outside.x, outside.y]
  const [right, bottom] = [left + outside.width, top + outside.height]
  // Against the direction of the inner path, so that the middle stays open.
  const around: Path = [
    ['M', left, top],
    ['L', left, bottom],
    ['L', right, bottom],
    ['L', right, top],
    ['Z'],
    ...roundedRect(face, cornerRadius),
  ]
  const white = [0, 0, 0, 0] as const
  const primitives: Primitive[] = [
    ...drawing.primitives.filter(({ layer }) => layer === 'artwork'),
    ...holes.map(({ x, y, diameter }): Primitive => ({
      kind: 'path',
      layer: 'artwork',
      path: circle(x, y, diameter / 2),
      fill: [0, 0, 0, 12],
    })),
    { kind: 'path', layer: 'artwork', path: around, fill: white },
  ]
  return { ...drawing, primitives }
}

/** `docs/pictures/card-a5.png` */
export function keptAt({ template }: Face): string {
  return `docs/pictures/${template}.png`
}
