/** Pictures made worse in measured ways, as years, weather and cameras do. Everything here repeats exactly. */
import type { Picture } from './render.ts'

/** Where a symbol lies in a picture: its top left module's corner and the width of a module, in pixels. */
export interface Place {
  left: number
  top: number
  module: number
}

/** 0 black to 255 white at a point; white outside the picture, and through what is transparent. */
export function lightAt({ width, height, data }: Picture, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  if (column < 0 || row < 0 || column >= width || row >= height) return 255
  const at = 4 * (row * width + column)
  const [r, g, b, a] = [data[at], data[at + 1], data[at + 2], data[at + 3]] as [
    number,
    number,
    number,
    number,
  ]
  return ((0.299 * r + 0.587 * g + 0.114 * b) * a) / 255 + 255 - a
}

/** Grey, of `light` at each pixel. */
export function drawn(
  width: number,
  height: number,
  light: (x: number, y: number) => number,
): Picture {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      data.fill(light(x, y), at, at + 3)
      data[at + 3] = 255
    }
  return { width, height, data }
}

/** A square window; what lies outside the picture is white. */
export function cropped(picture: Picture, left: number, top: number, side: number): Picture {
  const [x0, y0] = [Math.floor(left), Math.floor(top)]
  const size = Math.ceil(side)
  return drawn(size, size, (x, y) => lightAt(picture, x0 + x, y0 + y))
}

/** Gaussian; `sigma` in pixels. */
export function blurred(picture: Picture, sigma: number): Picture {
  const reach = Math.ceil(3 * sigma)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const pass = (from: Picture, dx: number, dy: number) =>
    drawn(from.width, from.height, (x, y) =>
      weights.reduce(
        (sum, weight, i) =>
          sum +
          (weight / total) *
            lightAt(
              from,
              Math.min(from.width - 1, Math.max(0, x + dx * (i - reach))),
              Math.min(from.height - 1, Math.max(0, y + dy * (i - reach))),
            ),
        0,
      ),
    )
  return pass(pass(picture, 1, 0), 0, 1)
}

/** `share` of the full contrast, about the middle grey. */
export function faded(picture: Picture, share: number): Picture {
  return drawn(
    picture.width,
    picture.height,
    (x, y) => 127.5 + share * (lightAt(picture, x, y) - 127.5),
  )
}

/** A white sticker over `share` of the area of a symbol of `size` modules, in its middle. */
export function stickered(picture: Picture, place: Place, size: number, share: number): Picture {
  const side = Math.sqrt(share) * size * place.module
  const from = (start: number) => start + (size * place.module - side) / 2
  const [left, top] = [from(place.left), from(place.top)]
  return drawn(picture.width, picture.height, (x, y) =>
    x + 0.5 >= left && x + 0.5 < left + side && y + 0.5 >= top && y + 0.5 < top + side
      ? 255
      : lightAt(picture, x, y),
  )
}

/** Distance of the eye, in widths of the picture: a face met at arm's length and more. */
const EYE = 6

/** Seen from below or above: the plane turned about its horizontal middle line by `degrees`. */
export function tilted(picture: Picture, degrees: number): Picture {
  const angle = (degrees * Math.PI) / 180
  const { width, height } = picture
  const eye = EYE * width
  return drawn(width, height, (x, y) => {
    const [u, v] = [x + 0.5 - width / 2, y + 0.5 - height / 2]
    // The ray through (u, v) meets the plane where its depth is v' sin, for the height v' on the plane.
    const onPlane = (v * eye) / (eye * Math.cos(angle) - v * Math.sin(angle))
    const nearer = (eye + onPlane * Math.sin(angle)) / eye
    return smooth(picture, u * nearer + width / 2 - 0.5, onPlane + height / 2 - 0.5)
  })
}

/** Between pixel centres, bilinear. */
function smooth(picture: Picture, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [px, py] = [x - x0, y - y0]
  const row = (at: number) =>
    (1 - px) * lightAt(picture, x0, at) + px * lightAt(picture, x0 + 1, at)
  return (1 - py) * row(y0) + py * row(y0 + 1)
}

export interface Difference {
  /** Share of all pixels, 0 to 1. */
  share: number
  /** The largest share in one of the tiles. */
  worstTile: number
}

/**
 * A pixel differs when it matches neither its fellow nor a neighbour of it, seen from either picture: two renderers
 * may place an edge half a pixel apart. `allowed`: per channel, of 255. `tile` in pixels.
 */
export function difference(a: Picture, b: Picture, allowed: number, tile: number): Difference {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  const columns = Math.ceil(width / tile)
  const tiles = new Uint32Array(columns * Math.ceil(height / tile))
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!differs(a, 4 * (y * a.width + x), b, 4 * (y * b.width + x), allowed)) continue
      if (isNear(a, b, x, y, allowed) && isNear(b, a, x, y, allowed)) continue
      count++
      const at = Math.floor(y / tile) * columns + Math.floor(x / tile)
      tiles[at] = (tiles[at] ?? 0) + 1
    }
  const worst = tiles.reduce((most, one) => Math.max(most, one), 0)
  return { share: count / (width * height), worstTile: worst / tile ** 2 }
}

/** True when the pixel of `a` at (x, y) is found in `b` there or next to it. */
function isNear(a: Picture, b: Picture, x: number, y: number, allowed: number): boolean {
  for (let dy = -1; dy <= 1; dy++)
    for (let dx = -1; dx <= 1; dx++) {
      const [column, row] = [x + dx, y + dy]
      if (column < 0 || row < 0 || column >= b.width || row >= b.height) continue
      if (!differs(a, 4 * (y * a.width + x), b, 4 * (row * b.width + column), allowed)) return true
    }
  return false
}

function differs(a: Picture, i: number, b: Picture, j: number, allowed: number): boolean {
  const [alphaA, alphaB] = [(a.data[i + 3] as number) / 255, (b.data[j + 3] as number) / 255]
  for (let k = 0; k < 3; k++) {
    const onWhite = (a.data[i + k] as number) * alphaA + 255 * (1 - alphaA)
    const other = (b.data[j + k] as number) * alphaB + 255 * (1 - alphaB)
    if (Math.abs(onWhite - other) > allowed) return true
  }
  return false
}
