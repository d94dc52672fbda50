/** A symbol on a page whose maker is not known: exactly where it lies, and which inks it is of. */
import { QUIET_ZONE } from '../../domain/placard.ts'
import type { Box } from '../face/drawing.ts'
import type { Cmyk } from '../face/drawing.ts'
import type { FoundSymbol } from './decode.ts'
import { lightOf, type Place } from './picture.ts'
import type { Picture } from './pdfium-pages.ts'
import type { PlatedPage } from './plate-pages.ts'
import { shotOf, type Matrix } from './preflight-read.ts'

/** Pixels; from where the decoder saw its corners to where its dark modules really end. */
export function placeOf(picture: Picture, { corners, size }: FoundSymbol): Place {
  const [a, b, c, d] = corners
  const width = (Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y)) / 2 + 1
  const rough = { left: (a.x + d.x) / 2, top: (a.y + b.y) / 2, module: width / size }
  const { left, top, module } = rough
  const [near, middle, far] = [0.5 * module, 3.5 * module, (size - 0.5) * module]
  const plane = lightOf(picture)
  const edge = (x: number, y: number, dx: number, dy: number) =>
    edgeFrom(plane, picture, x, y, dx, dy, 1.5 * module)
  // The outer rings of three finder patterns, at the height of their middles.
  const sides = {
    left: edge(left + near, top + middle, -1, 0),
    right: edge(left + far, top + middle, 1, 0),
    top: edge(left + middle, top + near, 0, -1),
    bottom: edge(left + middle, top + far, 0, 1),
  }
  if (sides.left === null || sides.right === null || sides.top === null || sides.bottom === null)
    return rough
  const [wide, high] = [sides.right - sides.left, sides.bottom - sides.top]
  return { left: sides.left, top: sides.top, module: (wide + high) / 2 / size }
}

/** Where dark ends, going on from (x, y); a pixel that is partly dark counts in part. Null when it does not begin dark. */
function edgeFrom(
  plane: ArrayLike<number>,
  { width, height }: Picture,
  x: number,
  y: number,
  dx: number,
  dy: number,
  reach: number,
): number | null {
  let [column, row] = [Math.floor(x), Math.floor(y)]
  const light = () =>
    column < 0 || row < 0 || column >= width || row >= height
      ? 255
      : (plane[row * width + column] as number)
  if (light() >= 128) return null
  const darkest = light()
  for (let steps = 0; steps < reach && light() <= darkest + 2; steps++) {
    column += dx
    row += dy
  }
  const share = Math.max(0, Math.min(1, (255 - light()) / (255 - darkest)))
  const at = dx === 0 ? row : column
  return dx + dy > 0 ? at + share : at + 1 - share
}

export interface SymbolInks {
  /** Per cent, the mean within dark and within light modules. */
  dark: Cmyk
  light: Cmyk
  /** Per cent: the most of cyan, magenta or yellow anywhere in symbol and quiet zone. */
  colour: number
  /** Per cent: the least black within a dark module. */
  leastBlack: number
  /** Whether a line for machines, or any other plate, runs through it. */
  hasSpots: boolean
}

/** Ink that PDFium's rounding may leave, of 255. */
const TRACE = 6
/** Pixels at the outer edge of the quiet zone that what lies beyond may tint. */
const SEAM = 1.5
/** Share of a module at its edges that is left out where the mean is taken. */
const EDGE = 0.2
/** Share of the dark pixels that may be lighter: corners where modules meet. */
const STRAY = 0.002

/** `box`: the symbol without quiet zone, in mm from the corner of the page as it is shown. */
export function inksOf(page: PlatedPage, box: Box, size: number, matrix: Matrix): SymbolInks {
  const scale = 150 / 25.4
  const at = (paint: PlatedPage['look']) => shotOf(paint, box, size, scale, QUIET_ZONE)
  const colours = at(page.colours)
  const machine = at(page.machine)
  const rest = page.rest && at(page.rest)
  const { left, top, module } = colours.place
  const { width, height } = colours.picture
  const ink = (picture: Picture, i: number, channel: number) =>
    255 - (picture.data[4 * i + channel] as number)
  const sums = { dark: [0, 0, 0, 0, 0], light: [0, 0, 0, 0, 0] }
  let [colour, spots] = [0, 0]
  const blacks = new Uint32Array(256)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      const [u, v] = [(x + 0.5 - left) / module, (y + 0.5 - top) / module]
      const reach = QUIET_ZONE - SEAM / module
      if (Math.min(u, v) < -reach || Math.max(u, v) > size + reach) continue
      const cmy = [0, 1, 2].map((channel) => ink(colours.picture, i, channel))
      colour = Math.max(colour, ...cmy)
      const others = [ink(machine.picture, i, 1), ink(machine.picture, i, 2)]
      spots = Math.max(spots, ...others, rest ? ink(rest.picture, i, 0) : 0)
      const isWithin = [u % 1, v % 1].every((part) => part > EDGE && part < 1 - EDGE)
      if (!isWithin || u < 0 || v < 0 || u >= size || v >= size) continue
      const isDark = matrix[Math.floor(v)]?.[Math.floor(u)] === true
      const black = ink(machine.picture, i, 0)
      const into = isDark ? sums.dark : sums.light
      for (const [n, one] of [...cmy, black, 1].entries()) into[n] = (into[n] ?? 0) + one
      if (isDark) blacks[black] = (blacks[black] ?? 0) + 1
    }
  const mean = ([c = 0, m = 0, y = 0, k = 0, count = 0]: number[]): Cmyk =>
    [c, m, y, k].map((one) => Math.round(one / Math.max(1, count) / 2.55)) as unknown as Cmyk
  const dark = sums.dark[4] ?? 0
  let [least, seen] = [0, blacks[0] ?? 0]
  while (least < 255 && seen <= STRAY * dark) seen += blacks[++least] ?? 0
  return {
    dark: mean(sums.dark),
    light: mean(sums.light),
    colour: colour > TRACE ? Math.round(colour / 2.55) : 0,
    leastBlack: Math.round(least / 2.55),
    hasSpots: spots > TRACE,
  }
}
