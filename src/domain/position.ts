/** Positions are WGS 84, in degrees. */
import { EXACT_WITHIN_M, type Facts } from './entry.ts'

/** How far from the middle of an installation's map, in degrees, a point may lie before a swap is suspected. */
const NEAR = 5

/**
 * `swapped` when the two numbers make sense only the other way round: a latitude beyond 90, or a point far
 * from `near` (the middle of the installation's map) that would lie close to it with its numbers exchanged.
 */
export function positionFault(
  lat: number,
  lon: number,
  near: { lat: number; lon: number } | null,
): 'swapped' | 'out-of-range' | null {
  const isPoint = (a: number, b: number) => Math.abs(a) <= 90 && Math.abs(b) <= 180
  const isNear = (a: number, b: number) =>
    near !== null && Math.abs(a - near.lat) <= NEAR && Math.abs(b - near.lon) <= NEAR
  if (isPoint(lon, lat) && (!isPoint(lat, lon) || (isNear(lon, lat) && !isNear(lat, lon))))
    return 'swapped'
  return isPoint(lat, lon) ? null : 'out-of-range'
}

export interface ShownPosition {
  /** With as many decimals as `accuracyM` bears. */
  lat: string
  lon: string
  accuracyM: number
  isExact: boolean
}

/** Where an entry is shown to be: never as exact when it is not; null where the place is restricted or unknown. */
export function shownPosition(
  facts: Pick<Facts, 'position' | 'restrictedLocation'>,
): ShownPosition | null {
  if (!facts.position || facts.restrictedLocation) return null
  const { lat, lon, accuracyM } = facts.position
  const isExact = accuracyM <= EXACT_WITHIN_M
  const digits = isExact ? 5 : accuracyM < 1000 ? 3 : 2
  return { lat: lat.toFixed(digits), lon: lon.toFixed(digits), accuracyM, isExact }
}
