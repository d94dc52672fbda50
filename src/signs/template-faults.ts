/** What a template can have wrong although every value is of the right kind. */
import type { Template } from './template.ts'

/** Where in the file, and in the words of whoever works on templates. */
export interface TemplateFault {
  path: string
  message: string
}

export function templateFaults(template: Template): TemplateFault[] {
  return [...colourFaults(template), ...geometryFaults(template)]
}

function colourFaults(template: Template): TemplateFault[] {
  const used = JSON.stringify([template.shapes, template.stacks, template.draft])
  const named = [...used.matchAll(/"(?:fill|seed|colour)":"([^"]+)"/g)].map((match) => match[1])
  const strokes = template.shapes.flatMap((one) => ('stroke' in one ? one.stroke : []))
  const missing = [...named, ...strokes].filter((name) => !name || !(name in template.palette))
  const heavy = Object.entries(template.palette).filter(
    ([, inks]) => inks.reduce((sum, ink) => sum + ink, 0) > template.maxInk,
  )
  return [
    ...missing.map((name) => ({ path: 'palette', message: `no colour ${name}` })),
    ...heavy.map(([name]) => ({ path: `palette.${name}`, message: 'more ink than maxInk' })),
  ]
}

/** ISO/IEC 18004 wants the quiet zone inside the face; a hole's rim needs 1.5 diameters to the edge. */
function geometryFaults({ trim, symbol, holes }: Template): TemplateFault[] {
  const outside =
    symbol.x < 0 ||
    symbol.y < 0 ||
    symbol.x + symbol.box > trim[0] ||
    symbol.y + symbol.box > trim[1]
  const tight = holes.filter(
    ({ x, y, diameter }) => Math.min(x, y, trim[0] - x, trim[1] - y) < 2 * diameter,
  )
  return [
    ...(outside ? [{ path: 'symbol', message: 'quiet zone leaves the face' }] : []),
    ...tight.map(({ x, y }) => ({ path: 'holes', message: `hole at ${x}, ${y} is too near the edge` })),
  ]
}
