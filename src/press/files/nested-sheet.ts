/** One panel with many faces on it, as a drawing like any other, and the list of what lies where. */
import {
  LAYERS,
  type Box,
  type Drawing,
  type Path,
  type PathStep,
  type Primitive,
} from '../face/drawing.ts'
import type { FontShelf } from '../face/fonts.ts'
import { circle } from '../face/geometry.ts'
import { EDGE, PANEL, placesFor, TOOL_GAP, type Place } from './nesting.ts'
import { textRun } from '../face/stack.ts'
import { fontFor, templateName, type Template } from '../template/template.ts'

/**
 * `faces` in the order of the places, no more than there are. Their crop marks and slug lines are left out, the
 * contours of cutting and drilling stay. `words` identify the sheet, in its free upper edge.
 */
export function nestedSheet(
  template: Template,
  fonts: FontShelf,
  faces: readonly Drawing[],
  words: string,
): Drawing {
  const places = placesFor(...template.trim)
  const placed = faces.flatMap((face, i) => {
    const place = places[i]
    if (!place) throw new Error(`a panel takes ${places.length} faces, not ${faces.length}`)
    return onPanel(face, place)
  })
  const { forms, mirrored, solids } = faces[0] ?? {}
  const font = fonts.get(fontFor(template, 'und', 'plain'))
  // 8 pt
  const size = (8 / 72) * 25.4
  const black = [0, 0, 0, 100] as const
  return {
    template: `panel-${PANEL.width}x${PANEL.height} ${templateName(template)}`,
    trim: PANEL,
    bleed: 0,
    slug: 0,
    spots: template.spots,
    symbolBox: null,
    ...(forms !== undefined && { forms }),
    ...(mirrored && { mirrored }),
    ...(solids && { solids }),
    primitives: [
      // Layer by layer, so that no bleed covers a neighbour's cut line.
      ...(['white', ...LAYERS.filter((one) => one !== 'white')] as const).flatMap((layer) =>
        placed.filter((primitive) => primitive.layer === layer),
      ),
      ...((forms ?? 1) < 2 ? [] : cutterMarks()),
      ...(font ? [textRun(font.id, font.shape(words), size, 12, 4, black, 'slug')] : []),
    ],
  }
}

/** mm: as wide as the free edge allows, and what the cameras of flatbed cutters look for. */
const MARK = 6
/** From one mark to the next along the long sides, at most. */
const MARK_STEP = 610

/**
 * Round marks of black ink in the free edges, which optical cutters find the faces by: at the corners, along the long
 * sides, and one beside the lower left corner that tells the panel from itself turned round.
 */
function cutterMarks(): Primitive[] {
  const [near, right, bottom] = [EDGE / 2, PANEL.width - EDGE / 2, PANEL.height - EDGE / 2]
  const steps = Math.ceil((bottom - near) / MARK_STEP)
  const heights = Array.from({ length: steps + 1 }, (_, i) => near + (i * (bottom - near)) / steps)
  const spots = heights.flatMap((y) => [[near, y] as const, [right, y] as const])
  return [...spots, [near + 4 * EDGE, bottom] as const].map(([x, y]) => ({
    kind: 'path',
    layer: 'marks',
    path: circle(x, y, MARK / 2),
    fill: [0, 0, 0, 100],
  }))
}

function onPanel(face: Drawing, place: Place): Primitive[] {
  // Two neighbours share the gap between them.
  const bleed = Math.min(face.bleed, TOOL_GAP / 2)
  const { width, height } = face.trim
  const most = { x: -bleed, y: -bleed, width: width + 2 * bleed, height: height + 2 * bleed }
  return face.primitives
    .filter(({ layer }) => layer !== 'marks')
    .map((primitive) => moved(primitive, place, most))
}

/** `most`: what the face may cover, before it is moved. */
function moved(primitive: Primitive, place: Place, most: Box): Primitive {
  switch (primitive.kind) {
    case 'rect':
    case 'white':
      return { ...primitive, box: boxAt(place, common(primitive.box, most)) }
    case 'text': {
      const [x, y] = pointAt(place, primitive.x, primitive.y)
      const { ink, clip, degrees = 0 } = primitive
      const turned = degrees + (place.isTurned ? 90 : 0)
      return {
        ...primitive,
        x,
        y,
        ink: { ...ink, x: ink.x + x - primitive.x, y: ink.y + y - primitive.y },
        ...(turned !== 0 && { degrees: turned }),
        ...(clip && { clip: boxAt(place, common(clip, most)) }),
      }
    }
    case 'path':
    case 'line':
    case 'spot':
      return { ...primitive, path: pathAt(place, primitive.path) }
  }
}

/** A quarter turn is written out, so that what is straight stays exactly straight. */
function pointAt({ x, y, width, isTurned }: Place, px: number, py: number): [number, number] {
  return isTurned ? [x + width - py, y + px] : [x + px, y + py]
}

function boxAt(place: Place, { x, y, width, height }: Box): Box {
  if (!place.isTurned) return { x: place.x + x, y: place.y + y, width, height }
  const [left, top] = pointAt(place, x, y + height)
  return { x: left, y: top, width: height, height: width }
}

function pathAt(place: Place, path: Path): Path {
  return path.map(([op, ...numbers]) => {
    const points: number[] = []
    for (let i = 0; i < numbers.length; i += 2)
      points.push(...pointAt(place, numbers[i] ?? 0, numbers[i + 1] ?? 0))
    return [op, ...points] as unknown as PathStep
  })
}

function common(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  const width = Math.min(a.x + a.width, b.x + b.width) - x
  const height = Math.min(a.y + a.height, b.y + b.height) - y
  return { x, y, width: Math.max(0, width), height: Math.max(0, height) }
}

export interface CutListRow {
  sheet: number
  position: number
  code: string
  x_mm: number
  y_mm: number
  w_mm: number
  h_mm: number
}

/** Where each face of an order is cut, from the top left corner of its panel, as the panel is printed. */
export function cutList(
  panels: readonly (readonly string[])[],
  places: readonly Place[],
  isMirrored: boolean,
): CutListRow[] {
  return panels.flatMap((codes, sheet) =>
    codes.flatMap((code, position) => {
      const place = places[position]
      if (!place) return []
      const { x, y, width, height } = place
      const left = isMirrored ? PANEL.width - x - width : x
      const at = { x_mm: left, y_mm: y, w_mm: width, h_mm: height }
      return [{ sheet: sheet + 1, position: position + 1, code, ...at }]
    }),
  )
}
