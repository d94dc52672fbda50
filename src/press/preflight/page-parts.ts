/** What stands on a page besides its look: pictures and their resolution, lines for machines, what is see-through. */
import type { PDFStream } from '@cantoo/pdf-lib'
import type { PathStep } from '../face/drawing.ts'
import type { Operation } from './content-tokens.ts'
import { PROCESS } from './plate-colours.ts'
import { moved, type InkState, type Matrix } from './plate-state.ts'

export interface PlacedImage {
  /** Pixels of the picture. */
  width: number
  height: number
  /** Unit square to points of the page. */
  matrix: Matrix
  stream: PDFStream
}

/** A path painted in a spot colour; points of the page, from its lower left corner. */
export interface SpotPath {
  plate: string
  /** Ink, 0 to 1. */
  tint: number
  steps: PathStep[]
  /** Points. */
  width: number
  isDashed: boolean
  isStroke: boolean
}

/** Kept of a page; more is told by PDFium's picture of it. */
const KEPT_MOST = 2_000

export class PageParts {
  readonly images: PlacedImage[] = []
  readonly spots: SpotPath[] = []
  /** In the words of PDF: `ca 0.6`, `SMask`, `Group`. */
  readonly transparency = new Set<string>()
  /** Plates that any colour was put on, whether it is seen or not. */
  readonly plates = new Set<string>()
  shadings = 0

  image(image: Omit<PlacedImage, 'matrix'>, { matrix }: InkState): void {
    if (this.images.length < KEPT_MOST) this.images.push({ ...image, matrix })
  }

  seesThrough(what: string | null): void {
    if (what !== null) this.transparency.add(what)
  }

  shading(): void {
    this.shadings++
  }

  painted({ fill, stroke }: InkState, paint: { fill: boolean; stroke: boolean }): void {
    if (paint.fill) for (const plate of fill.inks.keys()) this.plates.add(plate)
    if (paint.stroke) for (const plate of stroke.inks.keys()) this.plates.add(plate)
  }

  path(
    path: readonly Operation[],
    operator: string,
    paint: { fill: boolean; stroke: boolean },
    state: InkState,
  ): void {
    this.painted(state, paint)
    for (const side of ['fill', 'stroke'] as const) {
      if (!paint[side]) continue
      for (const [plate, tint] of state[side].inks) {
        if ((PROCESS as readonly string[]).includes(plate) || this.spots.length >= KEPT_MOST)
          continue
        const closes = side === 'fill' || /^[sb]/.test(operator)
        const [a, b, c, d] = state.matrix
        this.spots.push({
          plate,
          tint,
          steps: stepsOf(path, state.matrix, closes),
          width: state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)),
          isDashed: state.dashed,
          isStroke: side === 'stroke',
        })
      }
    }
  }
}

/** ISO 32000-1, table 59; `v` and `y` are curves with one control point at an end. */
function stepsOf(path: readonly Operation[], matrix: Matrix, closes: boolean): PathStep[] {
  const steps: PathStep[] = []
  let [x, y] = [0, 0]
  const at = (u: number, v: number) => moved(matrix, u, v)
  for (const { operator, operands } of path) {
    const numbers = operands.map(Number)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers
    switch (operator) {
      case 'm':
        steps.push(['M', ...at(a, b)])
        break
      case 'l':
        steps.push(['L', ...at(a, b)])
        break
      case 'c':
        steps.push(['C', ...at(a, b), ...at(c, d), ...at(e, f)])
        break
      case 'v':
        steps.push(['C', ...at(x, y), ...at(a, b), ...at(c, d)])
        break
      case 'y':
        steps.push(['C', ...at(a, b), ...at(c, d), ...at(c, d)])
        break
      case 're':
        steps.push(['M', ...at(a, b)], ['L', ...at(a + c, b)], ['L', ...at(a + c, b + d)])
        steps.push(['L', ...at(a, b + d)], ['Z'])
        break
      case 'h':
        steps.push(['Z'])
        break
    }
    if (numbers.length >= 2) [x = 0, y = 0] = operator === 're' ? [a, b] : numbers.slice(-2)
  }
  if (closes && steps.length > 0 && steps.at(-1)?.[0] !== 'Z') steps.push(['Z'])
  return steps
}
