/**
 * SVG 1.1 of a drawing for laser and sign software: one user unit is one millimetre, the page is that of the PDF
 * with the trimmed face at 0,0, and letters are outlines, so that no font is needed to open it.
 */
import type { Cmyk, Drawing, Layer, Path, Primitive } from '../face/drawing.ts'
import type { FontShelf } from '../face/fonts.ts'
import { lettersOf } from '../face/text-outline.ts'
import { inkShape, wholeLetters } from './whole-outlines.ts'
import { escapeXml } from './xmp.ts'

/** Red, green, blue; 0 to 255. */
export type Rgb = readonly [r: number, g: number, b: number]

/** What an ink looks like on a screen. */
export type ScreenColour = (inks: Cmyk) => Rgb

/** Ink over ink with no profile. Black ink alone is a pure grey either way, which engravers go by. */
export const plainScreen: ScreenColour = ([c, m, y, k]) => {
  const light = (ink: number) => Math.round(255 * (1 - ink / 100) * (1 - k / 100))
  return [light(c), light(m), light(y)]
}

export function svgOf(drawing: Drawing, fonts: FontShelf, screen = plainScreen): string {
  const { trim, bleed, slug, spots } = drawing
  const margin = bleed + slug
  const [width, height] = [trim.width + 2 * margin, trim.height + 2 * margin]
  const clips = new Map<string, string>()
  const ids: Record<Layer, string> = {
    artwork: 'artwork',
    cut: spots.cut.name,
    drill: spots.drill.name,
    marks: 'marks',
    white: drawing.primitives.find((one) => one.kind === 'white')?.spot ?? 'white',
  }
  const groups: string[] = []
  let layer: Layer | null = null
  for (const primitive of drawing.primitives) {
    if (primitive.layer !== layer) {
      if (layer) groups.push('</g>')
      const seen = groups.filter((line) => line.startsWith(`<g class="${primitive.layer}"`)).length
      layer = primitive.layer
      const id = seen === 0 ? ids[layer] : `${ids[layer]}-${seen + 1}`
      groups.push(`<g class="${layer}" id="${escapeXml(id)}">`)
    }
    groups.push(element(primitive, drawing, fonts, screen, clips))
  }
  if (layer) groups.push('</g>')
  // Software that shows no page would leave the code dark on dark.
  const panel = `<rect class="panel" x="${-bleed}" y="${-bleed}" width="${trim.width + 2 * bleed}" height="${trim.height + 2 * bleed}" fill="#ffffff"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}mm" height="${height}mm" viewBox="${-margin} ${-margin} ${width} ${height}">`,
    `<title>${escapeXml(drawing.template)}</title>`,
    ...(clips.size > 0 ? ['<defs>', ...clips.values(), '</defs>'] : []),
    panel,
    ...groups,
    '</svg>',
    '',
  ].join('\n')
}

function element(
  primitive: Primitive,
  drawing: Drawing,
  fonts: FontShelf,
  screen: ScreenColour,
  clips: Map<string, string>,
): string {
  const colour = (inks: Cmyk) =>
    `#${screen(inks)
      .map((value) => value.toString(16).padStart(2, '0'))
      .join('')}`
  switch (primitive.kind) {
    case 'rect': {
      const { x, y, width, height } = primitive.box
      return `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" fill="${colour(primitive.fill)}"/>`
    }
    case 'path': {
      const name = primitive.role ? ` class="${primitive.role}"` : ''
      return `<path${name} d="${pathData(primitive.path)}" fill="${colour(primitive.fill)}"/>`
    }
    case 'white': {
      const { x, y, width, height } = primitive.box
      return `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}" fill="#ffffff"/>`
    }
    case 'line':
      if (isWhole(drawing))
        return `<path d="${pathData(inkShape(primitive.path, primitive.width))}" fill="${colour(primitive.stroke)}"/>`
      return stroked('line', primitive.path, colour(primitive.stroke), primitive.width)
    case 'spot': {
      const { spot, path, width } = primitive
      const inks: Cmyk = spot === 'all' ? [0, 0, 0, 100] : drawing.spots[spot].cmyk
      // A stroke is what a laser cuts along: a mark of ink is none.
      if (spot === 'all' && isWhole(drawing))
        return `<path class="mark" d="${pathData(inkShape(path, width))}" fill="${colour(inks)}"/>`
      return stroked(spot === 'all' ? 'mark' : drawing.spots[spot].name, path, colour(inks), width)
    }
    case 'text': {
      const d = (isWhole(drawing) ? wholeLetters : lettersOf)(primitive, fonts)
        .map(({ outline, x, y }) => pathData(outline, x, y))
        .join('')
      const clip = primitive.clip ? ` clip-path="url(#${clipId(primitive.clip, clips)})"` : ''
      return `<path class="${escapeXml(primitive.role)}"${clip} d="${d}" fill="${colour(primitive.fill)}"/>`
    }
  }
}

/** The first way of writing had letters as their fonts draw them, and lines as strokes. */
export function isWhole({ forms = 1 }: Drawing): boolean {
  return forms > 1
}

/** The limit is PDF's: a sharper corner is cut off square. */
function stroked(name: string, path: Path, colour: string, width: number): string {
  return `<path class="${escapeXml(name)}" d="${pathData(path)}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-miterlimit="10"/>`
}

function clipId(
  box: { x: number; y: number; width: number; height: number },
  clips: Map<string, string>,
): string {
  const { x, y, width, height } = box
  const rect = `<rect x="${mm(x)}" y="${mm(y)}" width="${mm(width)}" height="${mm(height)}"/>`
  const known = clips.get(rect)
  const id = known ? (/id="([^"]+)"/.exec(known)?.[1] ?? '') : `clip-${clips.size + 1}`
  if (!known) clips.set(rect, `<clipPath id="${id}">${rect}</clipPath>`)
  return id
}

/** `path` with its origin at (x, y), which are whole micrometres. */
export function pathData(path: Path, x = 0, y = 0): string {
  const { startX, startY, rest } = stepsOf(path)
  const at = (micrometres: number, origin: number) =>
    String((micrometres + Math.round(origin * 1000)) / 1000)
  return `M${`${at(startX, x)} ${at(startY, y)}`.replaceAll(' -', '-')}${rest}`
}

interface SvgSteps {
  /** Micrometres. */
  startX: number
  startY: number
  rest: string
}

const known = new WeakMap<Path, SvgSteps>()

/** Steps are written from where the last one ended, in whole micrometres, so that roundings do not add up. */
function stepsOf(path: Path): SvgSteps {
  const before = known.get(path)
  if (before) return before
  const steps: SvgSteps = { startX: 0, startY: 0, rest: '' }
  let [x, y] = [0, 0]
  let [startX, startY] = [0, 0]
  path.forEach(([op, ...numbers], index) => {
    if (op === 'Z') {
      steps.rest += 'z'
      ;[x, y] = [startX, startY]
      return
    }
    const micrometres = numbers.map((value) => Math.round(value * 1000))
    const written = micrometres.map((value, i) => String((value - (i % 2 === 0 ? x : y)) / 1000))
    ;[x, y] = [micrometres.at(-2) ?? x, micrometres.at(-1) ?? y]
    if (op === 'M') [startX, startY] = [x, y]
    if (index === 0) [steps.startX, steps.startY] = [x, y]
    else steps.rest += op.toLowerCase() + written.join(' ').replaceAll(' -', '-')
  })
  known.set(path, steps)
  return steps
}

/** To a thousandth of a millimetre. */
function mm(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0)
}
