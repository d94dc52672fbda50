/** What is typed of the spot where a sign hangs. */
import { damageIn } from '../../../domain/damaged-letters.ts'
import { MOUNTS } from '../../../domain/sign.ts'
import type { Placement } from '../../../store/signs-at-desk.ts'
import type { Problems } from '../form-view.tsx'

/** Characters. */
const WORDS_MAX = 500
/** Of a sign with a face on each of four sides. */
const FACES_MAX = 4
/** mm; as far as `stele size` reckons. */
const HEIGHT_MAX = 10_000
const DISTANCE_MAX = 50_000

/** Field name -> as typed. */
export type TypedPlacement = Record<
  'placement' | 'mount' | 'faces' | 'height_mm' | 'reading_distance_mm' | 'note',
  string
>

export function readTyped(text: (name: string) => string): TypedPlacement {
  return {
    placement: text('placement').trim(),
    mount: text('mount'),
    faces: text('faces').trim(),
    height_mm: text('height_mm').trim(),
    reading_distance_mm: text('reading_distance_mm').trim(),
    note: text('note').trim(),
  }
}

export function typedOf(placement: Placement): TypedPlacement {
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    placement: placement.placement,
    mount: placement.mount ?? '',
    faces: number(placement.faces),
    height_mm: number(placement.heightMm),
    reading_distance_mm: number(placement.readingDistanceMm),
    note: placement.note,
  }
}

export function placementFor(typed: TypedPlacement): { placement: Placement; problems: Problems } {
  const problems: Problems = {}
  const whole = (name: 'faces' | 'height_mm' | 'reading_distance_mm', most: number) => {
    if (typed[name] === '') return null
    const value = wholeNumber(typed[name], most)
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
  const placement: Placement = {
    placement: typed.placement,
    mount: MOUNTS.find((mount) => mount === typed.mount) ?? null,
    faces: whole('faces', FACES_MAX),
    heightMm: whole('height_mm', HEIGHT_MAX),
    readingDistanceMm: whole('reading_distance_mm', DISTANCE_MAX),
    note: typed.note,
  }
  return { placement, problems }
}

/** Null unless `text` is a whole number from 1 to `most`. */
export function wholeNumber(text: string, most: number): number | null {
  const value = Number(text)
  return /^\d{1,9}$/.test(text) && value >= 1 && value <= most ? value : null
}
