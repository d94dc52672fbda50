/** The mark of the province's signs: a star anise of eight carpels, each a pod with its seed. Our own drawing. */
import type { Path, PathStep } from './drawing.ts'
import { placed } from './geometry.ts'

/** One pod pointing up, in units of the star's radius; its stalk end is at the centre. */
const POD: Path = [
  ['M', 0, -0.1],
  ['C', 0.035, -0.24, 0.185, -0.4, 0.185, -0.59],
  ['C', 0.185, -0.76, 0.045, -0.84, 0, -1],
  ['C', -0.045, -0.84, -0.185, -0.76, -0.185, -0.59],
  ['C', -0.185, -0.4, -0.035, -0.24, 0, -0.1],
  ['Z'],
]

/** The seed in the opened pod. */
const SEED: Path = [
  ['M', 0, -0.42],
  ['C', 0.09, -0.46, 0.1, -0.6, 0, -0.73],
  ['C', -0.1, -0.6, -0.09, -0.46, 0, -0.42],
  ['Z'],
]

/** Pods and seeds of a star round (x, y), in mm. */
export function starAnise(x: number, y: number, radius: number): { pods: Path; seeds: Path } {
  const eight = (path: Path): PathStep[] =>
    Array.from({ length: 8 }, (_, i) => placed(path, x, y, radius, i * 45)).flat()
  return { pods: eight(POD), seeds: eight(SEED) }
}
