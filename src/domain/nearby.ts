/** What lies near a point, for somebody on foot. Positions are WGS 84, in degrees; lengths in metres. */
export interface Point {
  lat: number
  lon: number
}

/** How far a walk may be to be called near, in metres, and how many places are named. */
export const NEARBY_M = 2000
export const NEARBY_MOST = 6

/** Mean radius of the Earth; a sphere is good to 0.5 %, which is less than what is rounded away. */
const EARTH_M = 6_371_009
const WALK_M_PER_MINUTE = 80

/** North first, clockwise, each an eighth of the compass. */
export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof DIRECTIONS)[number]
export const ARROWS: Record<Direction, string> = {
  n: '↑',
  ne: '↗',
  e: '→',
  se: '↘',
  s: '↓',
  sw: '↙',
  w: '←',
  nw: '↖',
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** The box that holds everything within `metres`. Not for the poles, nor across the date line. */
export function boxAround({ lat, lon }: Point, metres: number) {
  const up = metres / radians(EARTH_M)
  const aside = up / Math.cos(radians(lat))
  return { south: lat - up, north: lat + up, west: lon - aside, east: lon + aside }
}

/** As the crow flies (haversine). */
export function distanceM(a: Point, b: Point): number {
  const [up, aside] = [radians(b.lat - a.lat), radians(b.lon - a.lon)]
  const h =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(aside / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.sqrt(h))
}

/** Where `to` lies, seen from `from`. */
export function directionOf(from: Point, to: Point): Direction {
  const east = radians(to.lon - from.lon) * Math.cos(radians((from.lat + to.lat) / 2))
  const eighth = Math.round((Math.atan2(east, radians(to.lat - from.lat)) / Math.PI) * 4)
  return DIRECTIONS[(eighth + 8) % 8] as Direction
}

/** As precise as somebody on foot can use: to 10 m below 100 m, to 50 m below a kilometre, then to 100 m. */
export function roundedM(metres: number): number {
  const step = metres < 100 ? 10 : metres < 975 ? 50 : 100
  return Math.max(step, Math.round(metres / step) * step)
}

/** At least one. */
export function walkingMinutes(metres: number): number {
  return Math.max(1, Math.round(metres / WALK_M_PER_MINUTE))
}
