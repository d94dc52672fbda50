/** A drawing as PDF content operators, in millimetres: the page's own transform does the scaling. */
import type { Box, Cmyk, Drawing, Layer, Path, Primitive, TextRun } from '../face/drawing.ts'

/** Names that the page's resources give to what the operators refer to. */
export interface ResourceNames {
  layers: Record<Layer, string>
  /** Colour spaces by spot; `all` null where marks are to be on the plates of ink only. */
  spots: Record<'cut' | 'drill' | 'white', string> & { all: string | null }
  /** The colour space of what is a colour of the material; null for what is printed in inks. */
  solid: (inks: Cmyk) => string | null
  overprint: string
  /** Of all that is painted in inks; where there is white below, it spares that plate. */
  knockout: string
  /** Font resource, and glyphs of the subset as four hexadecimal digits. */
  font(run: TextRun): { name: string; codes: string[]; widths: number[]; actualText: string | null }
}

export function operatorsOf(drawing: Drawing, names: ResourceNames): string {
  const lines: string[] = []
  let layer: Layer | null = null
  for (const primitive of drawing.primitives) {
    if (primitive.layer !== layer) {
      if (layer) lines.push('EMC')
      layer = primitive.layer
      lines.push(`/OC /${names.layers[layer]} BDC`)
    }
    lines.push(paint(primitive, names))
  }
  if (layer) lines.push('EMC')
  return lines.join('\n')
}

function paint(primitive: Primitive, names: ResourceNames): string {
  switch (primitive.kind) {
    case 'rect': {
      return `${fill(primitive.fill, names)}\n${boxNumbers(primitive.box)} re\nf`
    }
    case 'path':
      return `${fill(primitive.fill, names)}\n${pathOperators(primitive.path)}\nf`
    case 'line':
      return `${stroke(primitive.stroke, names)}\n${numbers(primitive.width)} w\n${pathOperators(primitive.path)}\nS`
    case 'white':
      return [
        `/${names.overprint} gs`,
        `/${names.spots.white} cs 1 scn`,
        `${boxNumbers(primitive.box)} re\nf`,
        `/${names.knockout} gs`,
      ].join('\n')
    case 'spot':
      if (primitive.spot === 'all' && names.spots.all === null) return inkMarks(primitive, names)
      return [
        `/${names.overprint} gs`,
        `/${names.spots[primitive.spot]} CS 1 SCN`,
        `${numbers(primitive.width)} w`,
        pathOperators(primitive.path),
        'S',
        `/${names.knockout} gs`,
      ].join('\n')
    case 'text':
      return clipped(primitive.clip, textOperators(primitive, names))
  }
}

/** Once for each ink, overprinting, so that each of the four plates has them and no other. */
function inkMarks(
  { path, width }: Extract<Primitive, { kind: 'spot' }>,
  { overprint, knockout }: ResourceNames,
): string {
  const strokes = ['1 0 0 0', '0 1 0 0', '0 0 1 0', '0 0 0 1'].map(
    (ink) => `${ink} K\n${pathOperators(path)}\nS`,
  )
  return [`/${overprint} gs`, `${numbers(width)} w`, ...strokes, `/${knockout} gs`].join('\n')
}

function boxNumbers({ x, y, width, height }: Box): string {
  return numbers(x, y, width, height)
}

export function pathOperators(path: Path): string {
  return path
    .map(([op, ...points]) => {
      switch (op) {
        case 'M':
          return `${numbers(...points)} m`
        case 'L':
          return `${numbers(...points)} l`
        case 'C':
          return `${numbers(...points)} c`
        case 'Z':
          return 'h'
      }
    })
    .join('\n')
}

/** Every run of glyphs on the baseline is one TJ; a glyph off it, as a Khmer mark can be, gets a matrix of its own. */
function textOperators(run: TextRun, names: ResourceNames): string {
  const { name, codes, widths, actualText } = names.font(run)
  const lines = [fill(run.fill, names), 'BT', `/${name} 1 Tf`]
  if (actualText !== null) lines.unshift(`/Span <</ActualText <${utf16(actualText)}>>> BDC`)
  const angle = ((run.degrees ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const matrix = (x: number, y: number) => {
    const at = [run.x + x * cos - y * sin, run.y + x * sin + y * cos]
    const { size } = run
    return `${numbers(size * cos, size * sin, size * sin, -size * cos, ...at)} Tm`
  }
  let array: string[] = []
  const flush = () => {
    if (array.length > 0) lines.push(`[${array.join('')}] TJ`)
    array = []
  }
  let pen: { x: number; y: number } | null = null
  run.glyphs.forEach((glyph, i) => {
    if (!pen || Math.abs(glyph.y - pen.y) > 1e-6) {
      flush()
      lines.push(matrix(glyph.x, glyph.y))
    } else {
      const thousandths = Math.round(((pen.x - glyph.x) / run.size) * 1000 * 100) / 100
      if (thousandths !== 0) array.push(String(thousandths))
    }
    array.push(`<${codes[i]}>`)
    pen = { x: glyph.x + ((widths[i] ?? 0) / 1000) * run.size, y: glyph.y }
  })
  flush()
  lines.push('ET')
  if (actualText !== null) lines.push('EMC')
  return lines.join('\n').replaceAll('><', '')
}

function clipped(clip: Box | undefined, operators: string): string {
  if (!clip) return operators
  return `q\n${numbers(clip.x, clip.y, clip.width, clip.height)} re W n\n${operators}\nQ`
}

function fill(colour: Cmyk, { solid }: ResourceNames): string {
  const space = solid(colour)
  return space === null ? `${inks(colour)} k` : `/${space} cs 1 scn`
}

function stroke(colour: Cmyk, { solid }: ResourceNames): string {
  const space = solid(colour)
  return space === null ? `${inks(colour)} K` : `/${space} CS 1 SCN`
}

/** PDF wants 0 to 1. */
function inks(colour: Cmyk): string {
  return numbers(...colour.map((ink) => ink / 100))
}

/** To a ten-thousandth of a unit, here of a millimetre. */
export function numbers(...values: number[]): string {
  return values.map((value) => String(Math.round(value * 1e4) / 1e4 || 0)).join(' ')
}

function utf16(text: string): string {
  let hex = 'FEFF'
  for (let i = 0; i < text.length; i++)
    hex += text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')
  return hex
}
