/** Whether a sign can be ordered today; and where it cannot, what keeps it back. */
import type { EntryPath, Kind, Name } from './entry.ts'
import { designDistance } from './placard.ts'
import type { ShortCode } from './short-code.ts'

/**
 * In the order in which they are mended: what ends every wish first, then the entry, then the spot, then the size.
 * `unsized`: height, distance or template is not known; `small`: the code cannot be read from so far; `steep`: it hangs
 * too high or too low to be read from there.
 */
export const SIGN_NEEDS = [
  ...(['ended', 'ordered', 'withheld', 'unapproved', 'untranslated'] as const),
  ...(['unplaced', 'unsized', 'small', 'steep'] as const),
] as const
export type SignNeed = (typeof SIGN_NEEDS)[number]

export interface SignReadiness {
  code: ShortCode
  entry: EntryPath
  kind: Kind
  slug: string
  /** Of its entry, as they are today. */
  names: Name[]
  placement: string
  /** Nothing keeps back a sign that is ready. */
  needs: SignNeed[]
  /** Orders of it that are being made, in no order. */
  openOrders: string[]
  /** Languages of the face in which nothing is published. */
  missing: string[]
}

/** Our addresses make symbols of this version. */
const VERSION = 3
/** mm: where a telephone is held, standing. */
export const HELD_MM = 1300
/** Distance a code may hang above or below the telephone, by distance on the ground: 40 degrees, for every decoder. */
export const PITCH_MOST = Math.tan((40 * Math.PI) / 180)
/** mm that boxes are measured to, at the distance they make of it. */
const ALLOWANCE_MM = 3

/** Template, with and without its version, -> how far its code is read from along the line of sight, in mm. */
export function reachOf(
  templates: readonly { name: string; box: number }[],
): Record<string, number> {
  return Object.fromEntries(
    templates.flatMap(({ name, box }) => {
      const reach = designDistance(VERSION, box) + ALLOWANCE_MM
      return [
        [name, reach],
        [name.split('@')[0] ?? name, reach],
      ]
    }),
  )
}
