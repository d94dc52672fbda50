/** A frame whose corners curve inwards, as on the province's street-name boards; here they go round the holes. */
import type { Path, PathStep } from './drawing.ts'

interface Frame {
  trim: readonly [number, number]
  inset: number
  cornerRadius: number
}

/** Three open paths, from the left line at `from` up and over, the two sides, and below: so that each can have its colour. */
export function framePaths({ trim, inset, cornerRadius }: Frame, corner: number, heights: readonly [number, number]): [Path, Path, Path] {
  const [width, height] = trim
  const [left, right, top, bottom] = [inset, width - inset, inset, height - inset]
  const offset = Math.sqrt(Math.max(0, cornerRadius ** 2 - (corner - inset) ** 2))
  const reach = corner + offset
  const angle = Math.atan2(offset, corner - inset)
  const [upper, lower] = heights
  const arc = (cx: number, cy: number, from: number, to: number) => arcSteps(cx, cy, cornerRadius, from, to)
  return [
    [
      ['M', left, upper],
      ['L', left, reach],
      ...arc(corner, corner, Math.PI - angle, angle - Math.PI / 2),
      ['L', width - reach, top],
      ...arc(width - corner, corner, Math.PI * 1.5 - angle, angle),
      ['L', right, upper],
    ],
    [
      ['M', left, upper],
      ['L', left, lower],
      ['M', right, upper],
      ['L', right, lower],
    ],
    [
      ['M', right, lower],
      ['L', right, height - reach],
      ...arc(width - corner, height - corner, -angle, angle - Math.PI * 1.5),
      ['L', reach, bottom],
      ...arc(corner, height - corner, Math.PI / 2 - angle, angle - Math.PI),
      ['L', left, lower],
    ],
  ]
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
