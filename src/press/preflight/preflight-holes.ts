/** GE-01 on a drawing: holes far enough from the edge, and a cut line that a machine can follow. */
import { broken, type PreflightRow } from '../../domain/preflight.ts'
import type { Box, Drawing, Path } from '../face/drawing.ts'
import { boundsOf, flattened } from '../face/flatten.ts'

export function holesOn(drawing: Drawing): Box[] {
  return drawing.primitives.flatMap((one) => {
    const bounds =
      one.kind === 'spot' && one.spot === 'drill' ? boundsOf(flattened(one.path).flat()) : null
    return bounds ? [bounds] : []
  })
}

/** Too near the trim, and the panel may crack. */
export function holeRows(drawing: Drawing): PreflightRow[] {
  const { width, height } = drawing.trim
  return holesOn(drawing).flatMap((hole) => {
    const edge = Math.min(
      hole.x,
      hole.y,
      width - hole.x - hole.width,
      height - hole.y - hole.height,
    )
    const least = 1.5 * hole.width
    return edge < least - 0.01
      ? [
          broken('GE-01.hole', `${edge.toFixed(2)} mm`, `${least.toFixed(2)} mm`, {
            x: hole.x + hole.width / 2,
            y: hole.y + hole.height / 2,
            edge: edge.toFixed(2),
            least: least.toFixed(2),
          }),
        ]
      : []
  })
}

export function cutRows({ primitives }: Drawing): PreflightRow[] {
  const cuts = primitives.flatMap((one) => {
    if (one.kind !== 'spot' || one.spot !== 'cut') return []
    const count = (wanted: string) => one.path.filter(([op]) => op === wanted).length
    return [{ steps: one.path, isClosed: count('Z') === count('M') }]
  })
  return cutFaults(cuts)
}

/** Closed, no step of its own shorter than 0.5 mm, no corner rounder than a cutter can follow (2 mm). */
export function cutFaults(cuts: readonly { steps: Path; isClosed: boolean }[]): PreflightRow[] {
  const wrong = cuts.flatMap(({ steps, isClosed }) => {
    let [x, y] = [0, 0]
    const short = steps.some(([op, ...numbers]) => {
      const [toX, toY] = [numbers.at(-2) ?? x, numbers.at(-1) ?? y]
      const length = Math.hypot(toX - x, toY - y)
      const tight = op === 'C' && Math.min(Math.abs(toX - x), Math.abs(toY - y)) < 2 - 0.001
      ;[x, y] = [toX, toY]
      return tight || (op === 'L' && length < 0.5)
    })
    return isClosed && !short ? [] : [isClosed ? 'short step or tight corner' : 'open']
  })
  if (cuts.length === 0) wrong.push('none')
  return wrong.map((what) =>
    broken('GE-01.cut', what, 'closed, steps >= 0.5 mm, corners >= 2 mm', { what }),
  )
}
