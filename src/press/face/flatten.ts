/** Paths as polygons, for machines that know no curves. */
import type { Box, Path } from './drawing.ts'

export type Point = readonly [x: number, y: number]

/** mm that a chord may stand off its curve: PDF, SVG and DXF may differ by 0.01, and the rest is for rounding. */
export const CHORD_ERROR = 0.008

/** One list of points per contour, without a repeated last point. */
export function flattened(path: Path, error = CHORD_ERROR): Point[][] {
  const contours: Point[][] = []
  let contour: Point[] = []
  for (const step of path) {
    switch (step[0]) {
      case 'M':
        contour = [[step[1], step[2]]]
        contours.push(contour)
        break
      case 'L':
        contour.push([step[1], step[2]])
        break
      case 'C': {
        const from = contour.at(-1) ?? ([step[1], step[2]] as const)
        contour.push(...chords(from, step.slice(1) as number[], error))
        break
      }
      case 'Z':
        break
    }
  }
  return contours.map(withoutRepeats).filter((points) => points.length > 1)
}

/**
 * Equal steps in the curve's parameter. A cubic curve cut in n stands off its chords by at most
 * 3/4 of its largest second difference over n squared (Wang, 1984).
 */
function chords([x0, y0]: Point, numbers: number[], error: number): Point[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
  )
  const count = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / error)))
  return Array.from({ length: count }, (_, i) => {
    const t = (i + 1) / count
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3] as const
  })
}

/** Machines stumble over points less than a micrometre apart. */
function withoutRepeats(points: Point[]): Point[] {
  const kept = points.filter(([x, y], i) => {
    const [beforeX, beforeY] = points[i - 1] ?? [Infinity, Infinity]
    return Math.hypot(x - beforeX, y - beforeY) > 0.001
  })
  const [first, last] = [kept[0], kept.at(-1)]
  if (
    first &&
    last &&
    first !== last &&
    Math.hypot(first[0] - last[0], first[1] - last[1]) <= 0.001
  )
    kept.pop()
  return kept
}

/** Null for no points. */
export function boundsOf(points: Iterable<Point>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return right >= left ? { x: left, y: top, width: right - left, height: bottom - top } : null
}
