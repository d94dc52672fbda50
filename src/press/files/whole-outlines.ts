/**
 * Outlines that machines can follow: what overlaps is one shape, and a line is the shape of its ink. Where nothing
 * overlaps, curves stay curves; else they are chords that stand off them by less than CHORD_ERROR.
 */
import {
  areaD,
  EndType,
  FillRule,
  inflatePathsD,
  intersectD,
  JoinType,
  unionD,
  type PathsD,
} from 'clipper2-ts'
import type { Box, Path, PathStep, TextRun } from '../face/drawing.ts'
import { boundsOf, flattened, type Point } from '../face/flatten.ts'
import type { FontShelf } from '../face/fonts.ts'
import { overlap } from '../face/geometry.ts'
import { lettersOf, type Letter } from '../face/text-outline.ts'

/** mm */
const CHORD_ERROR = 0.003
/** Decimals of a millimetre that outlines are joined to. */
const DECIMALS = 4
/** mm²: less is the touch of two edges. */
const AREA_LEAST = 1e-4
/** PDF's own: a sharper corner is cut off square. */
const MITER_LIMIT = 10

/** As lettersOf; letters that overlap each other are one. */
export function wholeLetters(run: TextRun, fonts: FontShelf): Letter[] {
  const letters = lettersOf(run, fonts).map((one) => ({ ...one, outline: whole(one.outline) }))
  const groups: Letter[][] = []
  for (const letter of letters) {
    const touched = groups.filter((group) => group.some((one) => isOver(one, letter)))
    const rest = groups.filter((group) => !touched.includes(group))
    groups.splice(0, groups.length, ...rest, [...touched.flat(), letter])
  }
  return groups.map(joined)
}

function joined(group: Letter[]): Letter {
  const [first, ...others] = group as [Letter, ...Letter[]]
  if (others.length === 0) return first
  const all = group.flatMap(({ outline, x, y }) =>
    moved(chordsOf(outline), x - first.x, y - first.y),
  )
  return { ...first, outline: pathOf(unionD(all, [], FillRule.NonZero, DECIMALS)) }
}

const wholes = new WeakMap<Path, Path>()

/** One and the same object for the same outline. */
function whole(outline: Path): Path {
  const before = wholes.get(outline)
  if (before) return before
  const chords = chordsOf(outline)
  const united = unionD(chords, [], FillRule.NonZero, DECIMALS)
  // Contours count by the way they turn, so what lies twice under a shape is counted twice.
  const isWhole = Math.abs(Math.abs(areaOf(chords)) - Math.abs(areaOf(united))) < AREA_LEAST
  const made = isWhole ? outline : pathOf(united)
  wholes.set(outline, made)
  return made
}

const chordsBefore = new WeakMap<Path, PathsD>()

function chordsOf(path: Path): PathsD {
  const before = chordsBefore.get(path) ?? pathsOf(flattened(path, CHORD_ERROR))
  chordsBefore.set(path, before)
  return before
}

function isOver(a: Letter, b: Letter): boolean {
  const [one, two] = [boxOf(a), boxOf(b)]
  if (!one || !two || !overlap(one, two)) return false
  const shared = intersectD(
    chordsOf(a.outline),
    moved(chordsOf(b.outline), b.x - a.x, b.y - a.y),
    FillRule.NonZero,
    DECIMALS,
  )
  return Math.abs(areaOf(shared)) > AREA_LEAST
}

const boxes = new WeakMap<Path, Box | null>()

function boxOf({ outline, x, y }: Letter): Box | null {
  if (!boxes.has(outline)) {
    const points = chordsOf(outline).flat()
    boxes.set(outline, boundsOf(points.map((one): Point => [one.x, one.y])))
  }
  const box = boxes.get(outline) ?? null
  return box && { ...box, x: box.x + x, y: box.y + y }
}

/** The shape of the ink of a line, `width` mm wide, as closed contours. */
export function inkShape(path: Path, width: number): Path {
  return pathOf(unionD(inkPaths(path, width), [], FillRule.NonZero, DECIMALS))
}

/** Of several lines that belong together. */
export function inkShapes(lines: readonly { path: Path; width: number }[]): Path {
  const all = lines.flatMap(({ path, width }) => inkPaths(path, width))
  return pathOf(unionD(all, [], FillRule.NonZero, DECIMALS))
}

function inkPaths(path: Path, width: number): PathsD {
  return contoursOf(path).flatMap((steps) => {
    const end = steps.at(-1)?.[0] === 'Z' ? EndType.Joined : EndType.Butt
    const chords = pathsOf(flattened(steps, CHORD_ERROR))
    return inflatePathsD(chords, width / 2, JoinType.Miter, end, MITER_LIMIT, DECIMALS)
  })
}

function contoursOf(path: Path): PathStep[][] {
  const contours: PathStep[][] = []
  for (const step of path) {
    if (step[0] === 'M') contours.push([])
    contours.at(-1)?.push(step)
  }
  return contours
}

const pathsOf = (contours: readonly (readonly Point[])[]): PathsD =>
  contours.map((points) => points.map(([x, y]) => ({ x, y })))

const moved = (paths: PathsD, dx: number, dy: number): PathsD =>
  paths.map((points) => points.map(({ x, y }) => ({ x: x + dx, y: y + dy })))

const areaOf = (paths: PathsD) => paths.reduce((sum, one) => sum + areaD(one), 0)

function pathOf(paths: PathsD): Path {
  return paths.flatMap((points): PathStep[] => [
    ...points.map(({ x, y }, i): PathStep => [i === 0 ? 'M' : 'L', x, y]),
    ['Z'],
  ])
}
