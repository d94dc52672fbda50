/** What is typed of the spot where a sign hangs. */
import { damageIn } from '../../../domain/damaged-letters.ts'
import { positionFault } from '../../../domain/position.ts'
import { readTypedNumber } from '../../../domain/typed-number.ts'
import { readTypedSpot } from '../../../domain/typed-spot.ts'
import { MOUNTS } from '../../../domain/sign.ts'
import type { Placement } from '../../../store/signs-at-desk.ts'
import type { FormProblems } from '../form-view.tsx'

/** Characters of the placement, and of the note. */
const WORDS_MAX = 500
/** Faces of one sign; more than one on each of four sides is a slip. */
const FACES_MAX = 4
/** mm, of the symbol's centre above the ground, and of the reader's distance; as far as `stele size` reckons. */
const HEIGHT_MAX = 10_000
const DISTANCE_MAX = 50_000

/** Name of a field -> as it was typed; the names are the columns of the register. */
export type TypedPlacement = Record<
  'placement' | 'position' | 'mount' | 'faces' | 'height_mm' | 'reading_distance_mm' | 'note',
  string
>

/** Nothing is judged here; a field that was not sent is ''. */
export function readTyped(text: (name: string) => string): TypedPlacement {
  return {
    placement: text('placement').trim(),
    position: text('position').trim(),
    mount: text('mount'),
    faces: text('faces').trim(),
    height_mm: text('height_mm').trim(),
    reading_distance_mm: text('reading_distance_mm').trim(),
    note: text('note').trim(),
  }
}

/** What is not known is ''. */
export function typedOf(placement: Placement): TypedPlacement {
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    placement: placement.placement,
    position: placement.lat === null ? '' : `${placement.lat}, ${placement.lon}`,
    mount: placement.mount ?? '',
    faces: number(placement.faces),
    height_mm: number(placement.heightMm),
    reading_distance_mm: number(placement.readingDistanceMm),
    note: placement.note,
  }
}

/**
 * Lengths in mm, whole, typed as people are used to: `1300`, `1.300`, `1,3 m`. `near`: the middle of the installation's
 * map. An empty field is null, and so is one with a problem, which is then told at its name.
 */
export function placementFor(
  typed: TypedPlacement,
  near: { lat: number; lon: number } | null = null,
): {
  placement: Placement
  problems: FormProblems
} {
  const problems: FormProblems = {}
  const whole = (name: 'faces' | 'height_mm' | 'reading_distance_mm', most: number) => {
    if (typed[name] === '') return null
    const kind = name === 'faces' ? 'plain' : 'millimetres'
    const value = wholeNumber(typed[name], most, kind)
    if (value === null) problems[name] = { key: 'signs.problem.number', values: { most } }
    return value
  }
  for (const name of ['placement', 'note'] as const) {
    const damage = damageIn(typed[name])
    if (damage) {
      const { kind, found, meant, encoding } = damage
      problems[name] = { key: `letters.said.${kind}`, values: { found, meant, encoding } }
    }
    if (typed[name].length > WORDS_MAX)
      problems[name] = { key: 'signs.problem.long', values: { most: WORDS_MAX } }
  }
  const point = pointOf(typed.position)
  const fault = point && positionFault(point.lat, point.lon, near)
  if (typed.position !== '' && !point) problems['position'] = { key: 'signs.problem.position' }
  if (fault) problems['position'] = { key: `signs.problem.position.${fault}` }
  const placement: Placement = {
    placement: typed.placement,
    lat: fault ? null : (point?.lat ?? null),
    lon: fault ? null : (point?.lon ?? null),
    mount: MOUNTS.find((mount) => mount === typed.mount) ?? null,
    faces: whole('faces', FACES_MAX),
    heightMm: whole('height_mm', HEIGHT_MAX),
    readingDistanceMm: whole('reading_distance_mm', DISTANCE_MAX),
    note: typed.note,
  }
  return { placement, problems }
}

/** Null unless `text` is a whole number from 1 to `most`; of a point or comma that may group thousands, that is meant. */
export function wholeNumber(
  text: string,
  most: number,
  kind: 'plain' | 'millimetres' = 'plain',
): number | null {
  const read = readTypedNumber(text, kind)
  const value = Number(read && ('value' in read ? read.value : read.either[0]))
  return Number.isInteger(value) && value >= 1 && value <= most ? value : null
}

/** Latitude, then longitude, as maps copy them or as Vietnamese writes them; null for anything else. */
function pointOf(text: string): { lat: number; lon: number } | null {
  const spot = readTypedSpot(text)
  return spot && { lat: Number(spot.lat), lon: Number(spot.lon) }
}
