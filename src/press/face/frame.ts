/** A frame whose corners curve inwards, as on the province's street-name boards; on placards they go round the holes. */
import type { Box, Path, PathStep } from './drawing.ts'

interface Frame {
  box: Box
  /** From the edge of the box to the middle of the line. */
  inset: number
  /** The corners are arcs round the points this far from both edges. */
  corner: number
  cornerRadius: number
  /** Radius of the circle on which a line turns into the curve of a corner; none where they meet at an angle. */
  fillet?: number | undefined
}

/**
 * Open paths, each of which can have its colour: from the left line at the first height up and over; the two sides to
 * the second height, where there is one; and below.
 */
export function framePaths(
  frame: Frame,
  heights: readonly [number] | readonly [number, number],
): Path[] {
  const { left, right, over, under } = halves(frame)
  const [upper, lower] = heights
  if (lower === undefined)
    return [
      [['M', left, upper], ...over, ['L', right, upper]],
      [['M', right, upper], ...under, ['L', left, upper]],
    ]
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
function halves(frame: Frame) {
  const { box, inset, corner, cornerRadius: r, fillet } = frame
  const [left, right] = [box.x + inset, box.x + box.width - inset]
  const [top, bottom] = [box.y + inset, box.y + box.height - inset]
  const [near, far] = [box.x + corner, box.x + box.width - corner]
  const [high, low] = [box.y + corner, box.y + box.height - corner]
  if (fillet !== undefined) {
    const { offset, steps } = filleted(corner - inset, r, fillet)
    return {
      left,
      right,
      over: [
        ['L', left, high + offset],
        ...steps(near, high, 0),
        ['L', far - offset, top],
        ...steps(far, high, 1),
      ] satisfies PathStep[],
      under: [
        ['L', right, low - offset],
        ...steps(far, low, 2),
        ['L', near + offset, bottom],
        ...steps(near, low, 3),
      ] satisfies PathStep[],
    }
  }
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

/**
 * A corner whose circle, `deep` inside of both lines, is joined to each by a smaller one that touches line and circle:
 * no angle, so no pen leaves a notch. `offset`: from the circle's centre to where a line ends. `quarters`: from the
 * upper left corner on.
 */
function filleted(deep: number, r: number, fillet: number) {
  const offset = Math.sqrt((r + fillet) ** 2 - (deep - fillet) ** 2)
  const angle = Math.atan2(offset, deep - fillet)
  const steps = (cx: number, cy: number, quarters: number): PathStep[] => {
    const turn = (quarters * Math.PI) / 2
    const at = (x: number, y: number) => {
      const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
      return [cx + x * cos - y * sin, cy + x * sin + y * cos] as const
    }
    return [
      ...arcSteps(...at(fillet - deep, offset), fillet, turn - Math.PI, turn - angle),
      ...arcSteps(cx, cy, r, turn + Math.PI - angle, turn + angle - Math.PI / 2),
      ...arcSteps(
        ...at(offset, fillet - deep),
        fillet,
        turn + angle + Math.PI / 2,
        turn + Math.PI * 1.5,
      ),
    ]
  }
  return { offset, steps }
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
