/** What the page has drawn, back in degrees. */
import { LEAST_STEP } from '../../../domain/map-sheet.ts'

export type LatLon = [lat: number, lon: number]

export interface Place {
  at: LatLon
  /** Radius in metres where the place is known roughly; null where it is known. */
  about: number | null
  href: string
  title: string
  lang: string
}

export interface Drawing {
  north: number
  south: number
  west: number
  east: number
  /** Rings of wards and communes. */
  outlines: LatLon[][]
  /** How far outlines may lie from the truth. */
  outlinesWithinM: number
  places: Place[]
}

const METRES_A_DEGREE = 111_320

/** Throws for a drawing without edges: the map then stays as it is drawn. */
export function readDrawing(svg: SVGSVGElement): Drawing {
  const edges = (svg.dataset['edges'] ?? '').split(',').map(Number)
  const [west, north, east, south] = edges as [number, number, number, number]
  const { width, height } = svg.viewBox.baseVal
  if (edges.length !== 4 || !edges.every(Number.isFinite))
    throw new Error('a drawing without edges')
  const perUnit = (north - south) / height
  const degrees = (x: number, y: number): LatLon => [
    north - y * perUnit,
    west + (x * (east - west)) / width,
  ]
  return {
    north,
    south,
    west,
    east,
    outlines: [...svg.querySelectorAll('a > path')].flatMap((path) =>
      ringsOf(path.getAttribute('d') ?? '').map((ring) => ring.map(([x, y]) => degrees(x, y))),
    ),
    outlinesWithinM: LEAST_STEP * perUnit * METRES_A_DEGREE,
    places: [...svg.querySelectorAll<SVGCircleElement>('circle')].flatMap(placeOf),
  }
}

/** Rings of a path as mapSheet draws it, `M10 20l3-4l5 6z`: one absolute point, then steps from each to the next. */
function ringsOf(d: string): [number, number][][] {
  return d.split('M').flatMap((ring) => {
    let [x, y] = [0, 0]
    const points = [...ring.matchAll(/(-?\d+) ?(-?\d+)/g)].map(([, dx, dy]): [number, number] => [
      (x += Number(dx)),
      (y += Number(dy)),
    ])
    return points.length > 2 ? [points] : []
  })
}

/** Nothing where the page leaves out where it is, or what it is called. */
function placeOf(circle: SVGCircleElement): Place[] {
  const [lat = NaN, lon = NaN, metres = 0] = (circle.dataset['at'] ?? '').split(',').map(Number)
  const title = circle.querySelector('title')
  const href = circle.closest('a')?.getAttribute('href')
  if (!href || !title || !Number.isFinite(lat + lon)) return []
  return [
    {
      at: [lat, lon],
      about: circle.classList.contains('rough') ? metres : null,
      href,
      title: title.textContent,
      lang: title.getAttribute('lang') ?? document.documentElement.lang,
    },
  ]
}
