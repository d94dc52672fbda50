/** What a template can have wrong although every value is of the right kind. */
import type { Template } from './template.ts'

/** Where in the file, and in the words of whoever works on templates. */
export interface TemplateFault {
  path: string
  message: string
}

export function templateFaults(template: Template): TemplateFault[] {
  return [...colourFaults(template), ...geometryFaults(template), ...sizeFaults(template)]
}

/** Names that the four inks and all plates together have in PDF. */
const PROCESS_PLATES = ['Cyan', 'Magenta', 'Yellow', 'Black', 'All', 'None']

function colourFaults(template: Template): TemplateFault[] {
  const { shapes, stacks, draft, texts = [] } = template
  const used = JSON.stringify([shapes, stacks, draft, texts])
  const named = [...used.matchAll(/"(?:fill|seed|colour)":"([^"]+)"/g)].map((match) => match[1])
  const strokes = shapes.flatMap((one) => ('stroke' in one ? one.stroke : []))
  const solid = Object.keys(template.material.colours ?? {})
  const missing = [...named, ...strokes, ...solid].filter(
    (name) => !name || !(name in template.palette),
  )
  const heavy = Object.entries(template.palette).filter(
    ([, inks]) => inks.reduce((sum, ink) => sum + ink, 0) > template.maxInk,
  )
  const { mirrored, underbase, colours = {} } = template.material
  const names = [
    ...Object.values(colours),
    underbase,
    ...Object.values(template.spots).map((one) => one.name),
  ]
  const taken = Object.entries(colours).filter(
    ([colour, plate]) =>
      names.filter((name) => name === plate).length > 1 ||
      PROCESS_PLATES.includes(plate) ||
      (template.symbol !== null && template.palette[colour]?.join() === '0,0,0,100'),
  )
  return [
    ...taken.map(([colour]) => ({
      path: `material.colours.${colour}`,
      message: 'a plate of its own name, and never the black of the code',
    })),
    ...(underbase !== null && solid.length > 0
      ? [{ path: 'material.colours', message: 'white ink below spares no other plate' }]
      : []),
    ...(mirrored && underbase === null
      ? [{ path: 'material.underbase', message: 'what is clear needs white behind the code' }]
      : []),
    ...missing.map((name) => ({ path: 'palette', message: `no colour ${name}` })),
    ...heavy.map(([name]) => ({ path: `palette.${name}`, message: 'more ink than maxInk' })),
  ]
}

/** Millimetres a hole's rim keeps from the quiet zone. */
const HOLE_TO_SYMBOL = 3

/** ISO/IEC 18004 wants the quiet zone inside the face; a hole's rim needs 1.5 diameters to the edge. */
function geometryFaults({ trim, symbol, holes }: Template): TemplateFault[] {
  const outside =
    symbol !== null &&
    (symbol.x < 0 ||
      symbol.y < 0 ||
      symbol.x + symbol.box > trim[0] ||
      symbol.y + symbol.box > trim[1])
  const tight = holes.filter(
    ({ x, y, diameter }) => Math.min(x, y, trim[0] - x, trim[1] - y) < 2 * diameter,
  )
  const piercing = holes.filter(({ x, y, diameter }) => {
    if (!symbol || outside) return false
    const dx = Math.max(symbol.x - x, 0, x - symbol.x - symbol.box)
    const dy = Math.max(symbol.y - y, 0, y - symbol.y - symbol.box)
    return Math.hypot(dx, dy) < diameter / 2 + HOLE_TO_SYMBOL
  })
  const where = ({ x, y }: { x: number; y: number }) => `hole at ${x}, ${y}`
  return [
    ...(outside ? [{ path: 'symbol', message: 'quiet zone leaves the face' }] : []),
    ...tight.map((hole) => ({
      path: 'holes',
      message: `${where(hole)} is too near the edge`,
    })),
    ...piercing.map((hole) => ({
      path: 'holes',
      message: `${where(hole)} is too near the quiet zone`,
    })),
  ]
}

/** No least size below the template's own rules. */
function sizeFaults({ rules, stacks, texts = [] }: Template): TemplateFault[] {
  const fault = (path: string) => ({ path, message: 'least size below the rules' })
  const lines = stacks.flatMap(({ lines }, s) =>
    lines.flatMap(({ bind, size, measure }, i) => {
      const named = bind === 'name-first' || bind === 'name-bare'
      const least = measure && named ? (rules.nameCapitals ?? rules.text) : rules.text
      return size[1] < least ? [fault(`stacks.${s}.lines.${i}.size`)] : []
    }),
  )
  const passages = texts.flatMap(({ passages }, t) =>
    passages.flatMap(({ size, flows }, i) => {
      const binds = flows.flatMap(({ parts }) => parts.map(({ bind }) => bind))
      const rule = binds.includes('body') ? rules.body : rules.intro
      return size[1] < (rule ?? rules.text) ? [fault(`texts.${t}.passages.${i}.size`)] : []
    }),
  )
  return [...lines, ...passages]
}
