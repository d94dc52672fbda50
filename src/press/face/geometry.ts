/** Boxes and simple paths, in mm, y downwards. */
import type { Box, Path, PathStep } from './drawing.ts'

export function boxOf([x, y, width, height]: readonly [number, number, number, number]): Box {
  return { x, y, width, height }
}

export function grown(box: Box, by: number): Box {
  return {
    x: box.x - by,
    y: box.y - by,
    width: box.width + 2 * by,
    height: box.height + 2 * by,
  }
}

export function union(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)]
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  }
}

/** True when the two share area; a thousandth of a millimetre is forgiven. */
export function overlap(a: Box, b: Box): boolean {
  return !(
    a.x + a.width <= b.x + 0.001 ||
    b.x + b.width <= a.x + 0.001 ||
    a.y + a.height <= b.y + 0.001 ||
    b.y + b.height <= a.y + 0.001
  )
}

export function contains(outer: Box, inner: Box): boolean {
  const allowance = grown(outer, 0.001)
  return (
    inner.x >= allowance.x &&
    inner.y >= allowance.y &&
    inner.x + inner.width <= allowance.x + allowance.width &&
    inner.y + inner.height <= allowance.y + allowance.height
  )
}

/** A quarter circle as one cubic curve: handles at 0.5523 of the radius, off by less than 0.03 %. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1)

export function circle(cx: number, cy: number, r: number): Path {
  const k = r * QUARTER
  return [
    ['M', cx + r, cy],
    ['C', cx + r, cy + k, cx + k, cy + r, cx, cy + r],
    ['C', cx - k, cy + r, cx - r, cy + k, cx - r, cy],
    ['C', cx - r, cy - k, cx - k, cy - r, cx, cy - r],
    ['C', cx + k, cy - r, cx + r, cy - k, cx + r, cy],
    ['Z'],
  ]
}

export function roundedRect({ x, y, width, height }: Box, r: number): Path {
  const [right, bottom, k] = [x + width, y + height, r * (1 - QUARTER)]
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ]
}

/** Every point p of the path becomes turn(p) * scale + (x, y); `degrees` turn clockwise as seen. */
export function placed(path: Path, x: number, y: number, scale: number, degrees = 0): Path {
  const [cos, sin] = [
    Math.cos((degrees * Math.PI) / 180) * scale,
    Math.sin((degrees * Math.PI) / 180) * scale,
  ]
  return path.map((step) => {
    const [op, ...numbers] = step
    const moved: number[] = []
    for (let i = 0; i < numbers.length; i += 2) {
      const [px, py] = [numbers[i] as number, numbers[i + 1] as number]
      moved.push(x + px * cos - py * sin, y + px * sin + py * cos)
    }
    return [op, ...moved] as unknown as PathStep
  })
}

/** A box round every segment of a path, control points included; none for moves and for closing lines. */
export function segmentBoxes(path: Path): Box[] {
  let [lastX, lastY] = [0, 0]
  return path.flatMap(([op, ...numbers]) => {
    const xs = [lastX, ...numbers.filter((_, i) => i % 2 === 0)]
    const ys = [lastY, ...numbers.filter((_, i) => i % 2 === 1)]
    ;[lastX, lastY] = [xs.at(-1) ?? 0, ys.at(-1) ?? 0]
    if (op === 'M' || op === 'Z') return []
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    return [{ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }]
  })
}
