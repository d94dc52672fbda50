/** Which places a page may name as near: never from, nor to, what is restricted or known only roughly. */
import { EXACT_WITHIN_M, type EntryPath, type Facts } from '../../../domain/entry.ts'
import { boxAround, distanceM, NEARBY_M, NEARBY_MOST, type Point } from '../../../domain/nearby.ts'
import { positionOf, type Sign, type SignEvent } from '../../../domain/sign.ts'
import type { EntryPage } from '../../../store/public-entry.ts'
import type { PlacedEntry } from '../../../store/nearby-entries.ts'

/** An entry near by, at its nearest place. */
export interface NearbyEntry extends Pick<PlacedEntry, 'kind' | 'slug' | 'titles'> {
  point: Point
  /** Metres, as the crow flies. */
  away: number
}

export interface Nearby {
  /** Where the reader is believed to stand: at the sign, or at the entry itself. */
  here: Point
  /** The nearest first. */
  entries: NearbyEntry[]
}

/** Where the page's reader stands; null where that is not known to within EXACT_WITHIN_M, or is restricted. */
export function placeOf(
  { facts }: EntryPage,
  sign: Sign | null,
  events: readonly SignEvent[],
): Point | null {
  if (facts.restrictedLocation) return null
  return (sign && placeOfSign(sign, events)) ?? placeOfEntry(facts.position)
}

/** A square around all that may count as near. */
export const nearBox = (here: Point) => boxAround(here, NEARBY_M)

/**
 * At most NEARBY_MOST entries within NEARBY_M, the nearest first; the page's own entry is left out. `placed`: at least
 * all that lies in nearBox(here).
 */
export function nearbyOf(here: Point, own: EntryPath, placed: readonly PlacedEntry[]): Nearby {
  const nearest = new Map<string, NearbyEntry>()
  for (const { id, kind, slug, titles, position, sign, events } of placed) {
    const point = sign ? placeOfSign(sign, events) : placeOfEntry(position)
    if (!point || id === own) continue
    const away = distanceM(here, point)
    if (away <= NEARBY_M && away < (nearest.get(id)?.away ?? Infinity))
      nearest.set(id, { kind, slug, titles, point, away })
  }
  const entries = [...nearest.values()].sort((a, b) => a.away - b.away).slice(0, NEARBY_MOST)
  return { here, entries }
}

function placeOfEntry(position: Facts['position'] | null): Point | null {
  if (!position || position.accuracyM > EXACT_WITHIN_M) return null
  return { lat: position.lat, lon: position.lon }
}

/**
 * Where a sign hangs that has not ended; null when it has, or nobody knows. What was noted where it hangs counts as
 * exact; the register may say that it does not.
 */
function placeOfSign(
  sign: Pick<Sign, 'lat' | 'lon' | 'accuracyM'>,
  events: readonly PlacedEntry['events'][number][],
): Point | null {
  if (events.some(({ what }) => what === 'replaced' || what === 'retired')) return null
  const isRough = (sign.accuracyM ?? 0) > EXACT_WITHIN_M
  return positionOf(isRough ? { lat: null, lon: null } : sign, events)
}
