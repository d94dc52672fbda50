/** A frame whose corners curve inwards, as on the province's street-name boards; on placards they go round the holes. */
import type { Box, Path, PathStep } from './drawing.ts'

interface Frame {
  box: Box
  /** From the edge of the box to the middle of the line. */
  inset: number
  /** The corners are arcs round the points this far from both edges. */
  corner: number
  cornerRadius: number
}

/** Three open paths, from the left line at `from` up and over, the two sides, and below: so that each can have its colour. */
export function framePaths(frame: Frame, heights: readonly [number, number]): [Path, Path, Path] {
  const { left, right, over, under } = halves(frame)
  const [upper, lower] = heights
  return [
    [['M', left, upper], ...over, ['L', right, upper]],
    [
      ['M', left, upper],
      ['L', left, lower],
      ['M', right, upper],
      ['L', right, lower],
    ],
    [['M', right, lower], ...under, ['L', left, lower]],
  ]
}

/** The whole frame as one closed path, in one colour. */
export function closedFrame(frame: Frame): Path {
  const { left, over, under } = halves(frame)
  const middle = frame.box.y + frame.box.height / 2
  return [['M', left, middle], ...over, ...under, ['L', left, middle], ['Z']]
}

/** Each half begins with a line to where its first corner begins, and ends where its second corner ends. */
function halves({ box, inset, corner, cornerRadius: r }: Frame) {
  const [left, right] = [box.x + inset, box.x + box.width - inset]
  const [top, bottom] = [box.y + inset, box.y + box.height - inset]
  const [near, far] = [box.x + corner, box.x + box.width - corner]
  const [high, low] = [box.y + corner, box.y + box.height - corner]
  const offset = Math.sqrt(Math.max(0, r ** 2 - (corner - inset) ** 2))
  const angle = Math.atan2(offset, corner - inset)
  const over: PathStep[] = [
    ['L', left, high + offset],
    ...arcSteps(near, high, r, Math.PI - angle, angle - Math.PI / 2),
    ['L', far - offset, top],
    ...arcSteps(far, high, r, Math.PI * 1.5 - angle, angle),
  ]
  const under: PathStep[] = [
    ['L', right, low - offset],
    ...arcSteps(far, low, r, -angle, angle - Math.PI * 1.5),
    ['L', near + offset, bottom],
    ...arcSteps(near, low, r, Math.PI / 2 - angle, angle - Math.PI),
  ]
  return { left, right, over, under }
}

/** Cubic curves of at most an eighth of a circle each; angles clockwise from the right, as y grows downwards. */
function arcSteps(cx: number, cy: number, r: number, from: number, to: number): PathStep[] {
  const count = Math.ceil(Math.abs(to - from) / (Math.PI / 4))
  const step = (to - from) / count
  const k = (4 / 3) * Math.tan(step / 4) * r
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step]
    return [
      'C',
      cx + r * Math.cos(a) - k * Math.sin(a),
      cy + r * Math.sin(a) + k * Math.cos(a),
      cx + r * Math.cos(b) + k * Math.sin(b),
      cy + r * Math.sin(b) - k * Math.cos(b),
      cx + r * Math.cos(b),
      cy + r * Math.sin(b),
    ] as const
  })
}
