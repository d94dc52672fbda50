/** Cut line and holes as a page has them, in millimetres, to be held against those of a template. */
import type { Box, PathStep } from '../face/drawing.ts'
import { boundsOf, flattened, type Point } from '../face/flatten.ts'
import { machinePaths } from '../face/layout.ts'
import type { Template } from '../template/template.ts'
import type { SpotPath } from './page-parts.ts'

/** One contour. */
export interface MachineLine {
  plate: string
  box: Box
  /** mm along it. */
  length: number
  isClosed: boolean
  isDashed: boolean
  isStroke: boolean
  tint: number
  /** mm */
  width: number
  steps: PathStep[]
}

/** mm a line may be off its place. */
const OFF_MOST = 0.02
const MM = 25.4 / 72

/** `left` and `top`: points of the page at the top left corner of the trimmed face. */
export function machineLines(
  paths: readonly SpotPath[],
  plates: readonly string[],
  left: number,
  top: number,
): MachineLine[] {
  return paths
    .filter(({ plate, tint }) => plates.includes(plate) && tint > 0)
    .flatMap((path) => contoursOf(path.steps).map((steps) => lineOf(path, steps, left, top)))
}

/** Those of a template, which lie on the face as they are. */
export function templateLines(template: Template): MachineLine[] {
  return machinePaths(template).flatMap(({ spot, path, width }) => {
    const plate = template.spots[spot === 'drill' ? 'drill' : 'cut'].name
    const points = { tint: 1, isDashed: false, isStroke: true, width: width / MM }
    const steps = path.map(([op, ...numbers]) => [
      op,
      ...numbers.map((value, i) => (i % 2 === 0 ? value : -value) / MM),
    ]) as unknown[] as PathStep[]
    return contoursOf(steps).map((one) => lineOf({ ...points, plate, steps }, one, 0, 0))
  })
}

function contoursOf(steps: readonly PathStep[]): PathStep[][] {
  const contours: PathStep[][] = []
  for (const step of steps) {
    if (step[0] === 'M' || contours.length === 0) contours.push([])
    contours.at(-1)?.push(step)
  }
  // A lone move paints nothing.
  return contours.filter((one) => one.length > 1)
}

function lineOf(
  { plate, tint, width, isDashed, isStroke }: SpotPath,
  steps: readonly PathStep[],
  left: number,
  top: number,
): MachineLine {
  const onFace = steps.map(([op, ...numbers]) => [
    op,
    ...numbers.map((value, i) => (i % 2 === 0 ? value - left : top - value) * MM),
  ]) as unknown[] as PathStep[]
  const points = flattened(onFace)[0] ?? []
  const isClosed = steps.at(-1)?.[0] === 'Z'
  return {
    plate,
    tint,
    isDashed,
    isStroke,
    isClosed,
    width: width * MM,
    steps: onFace,
    box: boundsOf(points) ?? { x: 0, y: 0, width: 0, height: 0 },
    length: lengthOf(points, isClosed),
  }
}

function lengthOf(points: readonly Point[], isClosed: boolean): number {
  let length = 0
  points.forEach(([x, y], i) => {
    const next = points[i + 1] ?? (isClosed ? points[0] : undefined)
    if (next) length += Math.hypot(next[0] - x, next[1] - y)
  })
  return length
}

export interface LineDifference {
  what: 'missing' | 'extra' | 'changed'
  line: MachineLine
}

/** A line that is where it should be but dashed, open, tinted or of another shape is changed. */
export function lineDifferences(
  file: readonly MachineLine[],
  wanted: readonly MachineLine[],
): LineDifference[] {
  const left = [...file]
  const differences: LineDifference[] = []
  for (const line of wanted) {
    const same = left.findIndex((one) => one.plate === line.plate && isSameLine(one, line))
    const near = same === -1 ? left.findIndex((one) => isThere(one, line)) : same
    const [taken] = near === -1 ? [] : left.splice(near, 1)
    if (!taken) differences.push({ what: 'missing', line })
    else if (same === -1) differences.push({ what: 'changed', line: taken })
  }
  return [...differences, ...left.map((line): LineDifference => ({ what: 'extra', line }))]
}

function isThere(a: MachineLine, b: MachineLine): boolean {
  const sides = ['x', 'y', 'width', 'height'] as const
  return a.plate === b.plate && sides.every((side) => Math.abs(a.box[side] - b.box[side]) < 1)
}

function isSameLine(a: MachineLine, b: MachineLine): boolean {
  const sides = ['x', 'y', 'width', 'height'] as const
  return (
    sides.every((side) => Math.abs(a.box[side] - b.box[side]) <= OFF_MOST) &&
    Math.abs(a.length - b.length) <= 10 * OFF_MOST &&
    Math.abs(a.width - b.width) <= OFF_MOST &&
    a.isClosed === b.isClosed &&
    a.isDashed === b.isDashed &&
    a.isStroke === b.isStroke &&
    Math.abs(a.tint - b.tint) < 0.005
  )
}
