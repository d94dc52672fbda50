/** The mark of the province's signs: a star anise of eight carpels, each a pod with its seed. Our own drawing. */
import type { Path, PathStep } from './drawing.ts'
import { placed } from './geometry.ts'

/** One pod pointing up, in units of the star's radius; its stalk end is at the centre. */
const POD: Path = [
  ['M', 0, -0.1],
  ['C', 0.09, -0.2, 0.205, -0.38, 0.19, -0.56],
  ['C', 0.18, -0.72, 0.06, -0.82, 0, -1],
  ['C', -0.06, -0.82, -0.18, -0.72, -0.19, -0.56],
  ['C', -0.205, -0.38, -0.09, -0.2, 0, -0.1],
  ['Z'],
]

/** The seed in the opened pod. */
const SEED: Path = [
  ['M', 0, -0.36],
  ['C', 0.085, -0.42, 0.1, -0.56, 0, -0.7],
  ['C', -0.1, -0.56, -0.085, -0.42, 0, -0.36],
  ['Z'],
]

/** Pods and seeds of a star round (x, y), in mm. */
export function starAnise(x: number, y: number, radius: number): { pods: Path; seeds: Path } {
  const eight = (path: Path): PathStep[] =>
    Array.from({ length: 8 }, (_, i) => placed(path, x, y, radius, i * 45)).flat()
  return { pods: eight(POD), seeds: eight(SEED) }
}
