/** A sketch of where a sign hangs: north up, the other signs of its order round it, and a bar that says how far. */
import { distanceM, type Point } from '../../domain/nearby.ts'

/** Another sign of the same order. */
export interface Neighbour extends Point {
  code: string
}

/** How far a neighbour may be, in metres, and how many are shown. */
const FAR_M = 2000
const MOST = 6
/** Of half the side: the rest is for names. */
const FILLED = 0.72
/** Least distance that half the side stands for, in metres. */
const LEAST_M = 60

export interface SketchMap {
  /** From the middle, right and down, in the half side of the square; this sign lies at 0,0. */
  spots: { code: string; x: number; y: number }[]
  bar: { metres: number; length: number }
}

/** The nearest of them, nearest first; those at the very same spot are left out, as one dot cannot show two. */
export function nearest(at: Point, others: readonly Neighbour[]): Neighbour[] {
  return others
    .map((one) => ({ one, metres: distanceM(at, one) }))
    .filter(({ metres }) => metres >= 1 && metres <= FAR_M)
    .sort((a, b) => a.metres - b.metres || (a.one.code < b.one.code ? -1 : 1))
    .slice(0, MOST)
    .map(({ one }) => one)
}

/** Null where nothing is near: a dot alone tells nobody anything. */
export function sketchMap(at: Point, near: readonly Neighbour[]): SketchMap | null {
  if (near.length === 0) return null
  const reach = Math.max(LEAST_M, ...near.map((one) => distanceM(at, one))) / FILLED
  const spots = near.map((one) => ({
    code: one.code,
    x: (Math.sign(one.lon - at.lon) * distanceM(at, { lat: at.lat, lon: one.lon })) / reach,
    y: (Math.sign(at.lat - one.lat) * distanceM(at, { lat: one.lat, lon: at.lon })) / reach,
  }))
  const metres = [500, 200, 100, 50, 20].find((one) => one <= reach / 1.5) ?? 20
  return { spots, bar: { metres, length: metres / reach } }
}
