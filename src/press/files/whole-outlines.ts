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

/** Faces of one order have the same lines and the same pairs of letters, so what is made of them is kept. */
const KEPT_MOST = 5000

function kept<Made>(): (key: string, make: () => Made) => Made {
  const known = new Map<string, Made>()
  return (key, make) => {
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= KEPT_MOST) known.clear()
    const made = make()
    known.set(key, made)
    return made
  }
}

const numbers = new WeakMap<Path, number>()
let last = 0

/** Names what letters make together, wherever they stand. */
function keyOf(letters: readonly Letter[]): string {
  const [first] = letters
  return letters
    .map(({ outline, x, y }) => {
      if (!numbers.has(outline)) numbers.set(outline, ++last)
      return `${numbers.get(outline)} ${atMost(x - (first?.x ?? 0))} ${atMost(y - (first?.y ?? 0))}`
    })
    .join(' ')
}

/** Letters stand on whole micrometres. */
const atMost = (mm: number) => Math.round(mm * 1000)

const joinedBefore = kept<Path>()

function joined(group: Letter[]): Letter {
  const [first, ...others] = group as [Letter, ...Letter[]]
  if (others.length === 0) return first
  const outline = joinedBefore(keyOf(group), () => {
    const all = group.flatMap(({ outline, x, y }) =>
      moved(chordsOf(outline), x - first.x, y - first.y),
    )
    return pathOf(unionD(all, [], FillRule.NonZero, DECIMALS))
  })
  return { ...first, outline }
}

const wholes = new WeakMap<Path, Path>()

/** One and the same object for the same outline. */
function whole(outline: Path): Path {
  const before = wholes.get(outline)
  if (before) return before
  const chords = chordsOf(outline)
  const united = unionD(chords, [], FillRule.NonZero, DECIMALS)
  // What is covered twice is a hole for those who count crossings.
  const crossed = unionD(chords, [], FillRule.EvenOdd, DECIMALS)
  const isWhole = Math.abs(areaOf(crossed) - areaOf(united)) < AREA_LEAST
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

const sharedBefore = kept<boolean>()

function isOver(a: Letter, b: Letter): boolean {
  const [one, two] = [boxOf(a), boxOf(b)]
  if (!one || !two || !overlap(one, two)) return false
  return sharedBefore(keyOf([a, b]), () => {
    const other = moved(chordsOf(b.outline), b.x - a.x, b.y - a.y)
    const shared = intersectD(chordsOf(a.outline), other, FillRule.NonZero, DECIMALS)
    return Math.abs(areaOf(shared)) > AREA_LEAST
  })
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
  return inkShapes([{ path, width }])
}

const inkBefore = kept<Path>()

/** Of several lines that belong together. */
export function inkShapes(lines: readonly { path: Path; width: number }[]): Path {
  return inkBefore(JSON.stringify(lines.map(({ path, width }) => [width, path])), () => {
    const all = lines.flatMap(({ path, width }) => inkPaths(path, width))
    return pathOf(unionD(all, [], FillRule.NonZero, DECIMALS))
  })
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
