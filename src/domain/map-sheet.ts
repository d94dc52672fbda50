/** A map as a flat sheet: degrees laid out in whole units from the upper left. */
import type { LonLat, UnitShape } from './unit-shape.ts'

/** Units across a sheet. */
export const SHEET_WIDTH = 1000
/** Share of the sheet that stays free on each side. */
const MARGIN = 0.03
const METRES_A_DEGREE = 111_320
/** Lengths of the bar that shows how far things are apart, in metres. */
const BARS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]

export interface MapSheet {
  height: number
  place: (point: LonLat) => [x: number, y: number]
  /** Degrees at its left, upper, right and lower edge. */
  edges: [west: number, north: number, east: number, south: number]
  /** Metres of a bar that is about a fifth of the sheet, and its units. */
  bar: { metres: number; units: number }
}

/**
 * The sheet that holds all of `points`; null where there are none. Equirectangular: a province is small enough.
 * `least`: degrees it spans at any rate.
 */
export function mapSheet(points: readonly LonLat[], least = 0.004): MapSheet | null {
  if (points.length === 0) return null
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  const bounds = (values: number[]) => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const missing = Math.max(0, least - (high - low)) / 2
    return { low: low - missing, high: high + missing }
  }
  const [lon, lat] = [bounds(lons), bounds(lats)]
  const narrowing = Math.cos((((lat.low + lat.high) / 2) * Math.PI) / 180)
  const inner = SHEET_WIDTH * (1 - 2 * MARGIN)
  const scale = inner / ((lon.high - lon.low) * narrowing)
  const edge = SHEET_WIDTH * MARGIN
  const perMetre = scale / METRES_A_DEGREE
  const metres = BARS.findLast((one) => one * perMetre <= SHEET_WIDTH / 4) ?? (BARS[0] as number)
  const height = Math.round((lat.high - lat.low) * scale + 2 * edge)
  const [west, north] = [lon.low - edge / (narrowing * scale), lat.high + edge / scale]
  return {
    height,
    edges: [west, north, west + SHEET_WIDTH / (narrowing * scale), north - height / scale],
    place: ([x, y]) => [
      Math.round((x - lon.low) * narrowing * scale + edge),
      Math.round((lat.high - y) * scale + edge),
    ],
    bar: { metres, units: Math.round(metres * perMetre) },
  }
}

/** Steps shorter than this many units are not drawn. */
export const LEAST_STEP = 5

/** Whether any of it lies on the sheet; an outline's box is enough to know. */
export function isOn({ polygons }: UnitShape, { height, place }: MapSheet): boolean {
  const points = polygons.flat(2).map(place)
  const within = (values: number[], most: number) =>
    Math.max(...values) >= 0 && Math.min(...values) <= most
  return (
    within(
      points.map(([x]) => x),
      SHEET_WIDTH,
    ) &&
    within(
      points.map(([, y]) => y),
      height,
    )
  )
}

/** The outline as the `d` of an SVG path; rings too small to see are left out. */
export function pathOf({ polygons }: UnitShape, { place }: MapSheet): string {
  return polygons
    .flat()
    .map((ring) => {
      let [lastX, lastY] = [NaN, NaN]
      const steps = ring.slice(0, -1).flatMap((point) => {
        const [x, y] = place(point)
        if (Math.abs(x - lastX) + Math.abs(y - lastY) < LEAST_STEP) return []
        const step = Number.isNaN(lastX) ? `M${x} ${y}` : `l${x - lastX} ${y - lastY}`
        ;[lastX, lastY] = [x, y]
        return [step]
      })
      return steps.length > 2 ? `${steps.join('').replaceAll(' -', '-')}z` : ''
    })
    .join('')
}
