/**
 * DXF R12 of a drawing for milling, laser and engraving machines: closed polylines in millimetres, y upwards from
 * the lower left corner of the trimmed face. What is only ink (fields of colour, the frame, marks outside the trim)
 * is left out; nothing lies beyond the trim. Holes are circles; the frame is the outline of its line; where there is
 * white ink below the colours, its layer has the outline of the face.
 */
import type { Box, Drawing, Path, Primitive, TextRun } from '../face/drawing.ts'
import { boundsOf, flattened, type Point } from '../face/flatten.ts'
import type { FontShelf } from '../face/fonts.ts'
import { contains, overlap } from '../face/geometry.ts'
import { lettersOf } from '../face/text-outline.ts'
import { isWhole } from './svg.ts'
import { inkShapes, wholeLetters } from './whole-outlines.ts'

export const DXF_LAYERS = ['CUT', 'DRILL', 'QR_ENGRAVE', 'TEXT_ENGRAVE', 'FRAME', 'WHITE'] as const
/** Of the first way of writing. */
const FIRST_LAYERS = DXF_LAYERS.slice(0, 4)
export type DxfLayer = (typeof DXF_LAYERS)[number]

/** AutoCAD colour index: red, blue, black or white, green, cyan, grey. */
const COLOURS: Record<DxfLayer, number> = {
  CUT: 1,
  DRILL: 5,
  QR_ENGRAVE: 7,
  TEXT_ENGRAVE: 3,
  FRAME: 4,
  WHITE: 9,
}

export interface Polyline {
  layer: DxfLayer
  /** mm on the face, y downwards as in the drawing; the last joins the first. */
  points: Point[]
}

export function dxfOf(drawing: Drawing, fonts: FontShelf): string {
  const { width, height } = drawing.trim
  let text = ''
  const pair = (code: number, value: string | number) => {
    text += `${code}\n${value}\n`
  }
  const point = (code: number, x: number, y: number) => {
    pair(code, mm(x))
    pair(code + 10, mm(y))
  }
  const variable = (name: string, write: () => void) => {
    pair(9, name)
    write()
  }
  if (isDraft(drawing)) pair(999, 'NHAP - DRAFT: not for production')
  pair(0, 'SECTION')
  pair(2, 'HEADER')
  variable('$ACADVER', () => pair(1, 'AC1009'))
  // Millimetres: newer than R12, yet every reader that asks for a unit reads it.
  variable('$INSUNITS', () => pair(70, 4))
  for (const [least, most] of [
    ['$EXTMIN', '$EXTMAX'],
    ['$LIMMIN', '$LIMMAX'],
  ] as const) {
    variable(least, () => point(10, 0, 0))
    variable(most, () => point(10, width, height))
  }
  pair(0, 'ENDSEC')
  tables(pair, isWhole(drawing) ? DXF_LAYERS : FIRST_LAYERS)
  pair(0, 'SECTION')
  pair(2, 'ENTITIES')
  for (const { layer, points } of polylinesOf(drawing, fonts)) {
    pair(0, 'POLYLINE')
    pair(8, layer)
    pair(66, 1)
    point(10, 0, 0)
    pair(30, '0')
    // 1: closed.
    pair(70, 1)
    for (const [x, y] of points)
      text += `0\nVERTEX\n8\n${layer}\n10\n${mm(x)}\n20\n${mm(height - y)}\n30\n0\n`
    pair(0, 'SEQEND')
    pair(8, layer)
  }
  for (const { x, y, radius } of isWhole(drawing) ? circlesOf(drawing) : []) {
    pair(0, 'CIRCLE')
    pair(8, 'DRILL')
    point(10, x, height - y)
    pair(30, '0')
    pair(40, mm(radius))
  }
  pair(0, 'ENDSEC')
  pair(0, 'EOF')
  return text
}

function tables(
  pair: (code: number, value: string | number) => void,
  layers: readonly DxfLayer[],
): void {
  pair(0, 'SECTION')
  pair(2, 'TABLES')
  pair(0, 'TABLE')
  pair(2, 'LTYPE')
  pair(70, 1)
  pair(0, 'LTYPE')
  pair(2, 'CONTINUOUS')
  pair(70, 0)
  pair(3, 'Solid line')
  pair(72, 65)
  pair(73, 0)
  pair(40, '0')
  pair(0, 'ENDTAB')
  pair(0, 'TABLE')
  pair(2, 'LAYER')
  pair(70, layers.length)
  for (const layer of layers) {
    pair(0, 'LAYER')
    pair(2, layer)
    pair(70, 0)
    pair(62, COLOURS[layer])
    pair(6, 'CONTINUOUS')
  }
  pair(0, 'ENDTAB')
  pair(0, 'ENDSEC')
}

/** The holes; in mm on the face. */
function circlesOf({ primitives }: Drawing): { x: number; y: number; radius: number }[] {
  return rimsOf(primitives).map(({ x, y, width, height }) => ({
    x: x + width / 2,
    y: y + height / 2,
    radius: width / 2,
  }))
}

function rimsOf(primitives: readonly Primitive[]): Box[] {
  return primitives.flatMap((one) => {
    const isHole = one.kind === 'spot' && one.spot === 'drill'
    const rim = isHole ? boundsOf(flattened(one.path).flat()) : null
    return rim ? [rim] : []
  })
}

/** One shape of all its lines, whatever their colours. */
function frameOf({ primitives }: Drawing): Polyline[] {
  const lines = primitives.filter((one) => one.kind === 'line' && one.layer === 'artwork')
  const ink = inkShapes(lines as Extract<Primitive, { kind: 'line' }>[])
  return flattened(ink).map((points) => ({ layer: 'FRAME', points }))
}

export function polylinesOf(drawing: Drawing, fonts: FontShelf): Polyline[] {
  const texts = drawing.primitives.filter((one): one is TextRun => one.kind === 'text')
  const said = texts.filter(({ layer, role }) => layer === 'artwork' && role !== 'draft')
  const taken = [
    drawing.symbolBox,
    ...said.map(({ ink }) => ink),
    ...rimsOf(drawing.primitives),
  ].filter((box) => box !== null)
  const isNew = isWhole(drawing)
  const hasWhite = drawing.primitives.some(({ kind }) => kind === 'white')
  const drawn = drawing.primitives.flatMap((one): Polyline[] => {
    if (one.kind === 'spot' && one.spot !== 'all') {
      if (one.spot === 'drill' && isNew) return []
      if (one.spot === 'cut' && hasWhite)
        return flattened(one.path).flatMap((points) => [
          { layer: 'CUT', points },
          { layer: 'WHITE', points },
        ])
      const layer = one.spot === 'cut' ? 'CUT' : 'DRILL'
      return flattened(one.path).map((points) => ({ layer, points }))
    }
    if (one.kind === 'path' && one.role === 'symbol')
      return flattened(one.path).map((points) => ({ layer: 'QR_ENGRAVE', points }))
    if (one.kind !== 'text' || one.layer !== 'artwork') return []
    return (isNew ? wholeLetters : lettersOf)(one, fonts).flatMap(({ outline, x, y }) => {
      const contours = contoursOf(outline).map((points) =>
        points.map(([px, py]): Point => [x + px, y + py]),
      )
      const kept = one.role !== 'draft' || isFree(contours, one.clip, drawing, taken)
      return kept ? contours.map((points) => ({ layer: 'TEXT_ENGRAVE' as const, points })) : []
    })
  })
  return isNew ? [...drawn, ...frameOf(drawing)] : drawn
}

const polygons = new WeakMap<Path, Point[][]>()

/** A letter is flattened once for all the places where it stands. */
function contoursOf(outline: Path): Point[][] {
  const before = polygons.get(outline) ?? flattened(outline)
  polygons.set(outline, before)
  return before
}

function isDraft({ primitives }: Drawing): boolean {
  return primitives.some((one) => one.kind === 'text' && one.role === 'draft')
}

/** A machine paints nothing over: letters of the draft stamp stay only where they touch nothing else. */
function isFree(
  contours: Point[][],
  clip: Box | undefined,
  { trim }: Drawing,
  taken: Box[],
): boolean {
  const bounds = boundsOf(contours.flat())
  const face: Box = { x: 0, y: 0, ...trim }
  return (
    bounds !== null &&
    contains(face, bounds) &&
    (!clip || contains(clip, bounds)) &&
    !taken.some((box) => overlap(box, bounds))
  )
}

/** To a thousandth of a millimetre. */
function mm(value: number): string {
  return String(Math.round(value * 1000) / 1000 || 0)
}
