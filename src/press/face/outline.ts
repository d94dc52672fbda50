/**
 * Dark modules traced as closed contours, for one filled path instead of hundreds of squares: no hairlines
 * between neighbours, and a shape that an engraving machine can follow.
 */

/** A vertex for every corner, in modules; the last joins the first. */
export type Contour = (readonly [x: number, y: number])[]

/** Right, down, left, up; y grows downwards. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const
type Heading = 0 | 1 | 2 | 3

/**
 * Outer contours run clockwise and holes anticlockwise, so both fill rules agree. Two modules that touch
 * only at a corner stay two shapes.
 */
export function traceOutline(size: number, dark: (x: number, y: number) => boolean): Contour[] {
  const edges = edgesOf(size, dark)
  const contours: Contour[] = []
  for (const [start, headings] of edges)
    while (headings.size > 0) contours.push(follow(start, edges, size + 1))
  return contours
}

/** Twice the signed area is summed, so holes count against it: the number of dark modules. */
export function areaOf(contours: readonly Contour[]): number {
  return contours.reduce(
    (sum, contour) =>
      sum +
      contour.reduce((twice, [x, y], i) => {
        const [nextX, nextY] = contour[(i + 1) % contour.length] ?? [x, y]
        return twice + x * nextY - nextX * y
      }, 0) /
        2,
    0,
  )
}

/** Per vertex (row by row, size + 1 to a row) the headings of the edges that leave it, dark to the right. */
function edgesOf(size: number, dark: (x: number, y: number) => boolean) {
  const edges = new Map<number, Set<Heading>>()
  const add = (x: number, y: number, heading: Heading) => {
    const key = y * (size + 1) + x
    edges.set(key, (edges.get(key) ?? new Set<Heading>()).add(heading))
  }
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!dark(x, y)) continue
      if (!dark(x, y - 1)) add(x, y, 0)
      if (!dark(x + 1, y)) add(x + 1, y, 1)
      if (!dark(x, y + 1)) add(x + 1, y + 1, 2)
      if (!dark(x - 1, y)) add(x, y + 1, 3)
    }
  return edges
}

function follow(start: number, edges: Map<number, Set<Heading>>, row: number): Contour {
  const contour: Contour = []
  let at = start
  let heading = first(edges.get(start))
  const startHeading = heading
  do {
    edges.get(at)?.delete(heading)
    at += STEPS[heading][0] + STEPS[heading][1] * row
    // At the start vertex the first edge is already used up, and the contour ends with its heading.
    const next = at === start ? startHeading : turn(heading, edges.get(at))
    if (next !== heading) contour.push([at % row, Math.floor(at / row)])
    heading = next
  } while (at !== start)
  return contour
}

/** Right before straight before left keeps to the module that is being walked round. */
function turn(heading: Heading, choices: Set<Heading> | undefined): Heading {
  for (const quarter of [1, 0, 3]) {
    const next = ((heading + quarter) % 4) as Heading
    if (choices?.has(next)) return next
  }
  throw new Error('an outline of modules must close')
}

function first(choices: Set<Heading> | undefined): Heading {
  for (const heading of choices ?? []) return heading
  throw new Error('a contour must start on an edge')
}
