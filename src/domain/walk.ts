/** How far it is from one stop of a walk to the next. */
import type { Facts } from './entry.ts'
import { shownPosition } from './position.ts'

/** Metres a visitor walks in a minute, by ways a third longer than the straight line. */
const METRES_A_MINUTE = 75
const DETOUR = 4 / 3
/** Mean radius of the Earth, in metres. */
const EARTH = 6_371_000

export interface Leg {
  /** In a straight line: to ten metres where both places are known exactly, else to a hundred. */
  metres: number
  isExact: boolean
  /** On foot. */
  minutes: number
}

type Place = Pick<Facts, 'position' | 'restrictedLocation' | 'livingPerson'>

/**
 * How far it is between two stops; null where a place is unknown or kept back, or where the two are nearer than they
 * are known.
 */
export function legBetween(from: Place, to: Place): Leg | null {
  if (from.livingPerson || to.livingPerson) return null
  const [a, b] = [shownPosition(from), shownPosition(to)]
  if (!a || !b) return null
  const isExact = a.isExact && b.isExact
  const apart = distance(a, b)
  const metres = isExact ? Math.round(apart / 10) * 10 : Math.round(apart / 100) * 100
  if (metres === 0 || (!isExact && apart < a.accuracyM + b.accuracyM)) return null
  const minutes = Math.max(1, Math.round((apart * DETOUR) / METRES_A_MINUTE))
  return { metres, isExact, minutes }
}

/** Metres between two places of one province: the Earth is flat there. */
function distance(a: { lat: string; lon: string }, b: { lat: string; lon: string }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const [latA, latB] = [Number(a.lat), Number(b.lat)]
  const north = radians(latB - latA)
  const east = radians(Number(b.lon) - Number(a.lon)) * Math.cos(radians((latA + latB) / 2))
  return EARTH * Math.hypot(north, east)
}
