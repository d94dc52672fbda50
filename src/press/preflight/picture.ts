/** Pictures made worse in measured ways, as years, weather and cameras do. Everything here repeats exactly. */
import type { Picture, PixelWindow } from './pdfium-pages.ts'

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
  return lightIn(pixelsOf({ data })[row * width + column] as number)
}

/** 0 black to 255 white, row by row: what the functions below reckon with, since a symbol has no colour. */
export type Plane = Uint8ClampedArray<ArrayBuffer>

const lights = new WeakMap<Picture, Plane>()

/** The whole of `picture`, seen on white; reckoned once, so nobody may write into it. */
export function lightOf(picture: Picture): Plane {
  const { width, height } = picture
  const light = lights.get(picture) ?? lightWithin(picture, { left: 0, top: 0, width, height })
  lights.set(picture, light)
  return light
}

/** A part of `picture`, whose corner may lie outside it. */
function lightWithin(picture: Picture, part: PixelWindow): Plane {
  const { width, height } = picture
  const pixels = pixelsOf(picture)
  const plane = new Uint8ClampedArray(part.width * part.height).fill(255)
  const [first, last] = [Math.max(0, -part.left), Math.min(part.width, width - part.left)]
  // Faces are flat: a pixel is mostly the one before it.
  let pixel = -1
  let light = 255
  for (let y = Math.max(0, -part.top); y < Math.min(part.height, height - part.top); y++) {
    const from = (y + part.top) * width + part.left
    const to = y * part.width
    for (let x = first; x < last; x++) {
      const next = pixels[from + x] as number
      if (next !== pixel) {
        pixel = next
        light = lightIn(next)
      }
      if (light !== 255) plane[to + x] = light
    }
  }
  return plane
}

function lightIn(pixel: number): number {
  const light =
    0.299 * (pixel & 255) + 0.587 * ((pixel >>> 8) & 255) + 0.114 * ((pixel >>> 16) & 255)
  return onWhite(light, pixel >>> 24)
}

function byteAt(bytes: Uint8ClampedArray, at: number): number {
  return bytes[at] as number
}

function grey(width: number, height: number, plane: Plane): Picture {
  const pixels = new Uint32Array(plane.length)
  for (let i = 0; i < plane.length; i++) pixels[i] = 0xff000000 | (byteAt(plane, i) * 0x010101)
  const picture = { width, height, data: new Uint8ClampedArray(pixels.buffer) }
  lights.set(picture, plane)
  return picture
}

/** A square window, every `step`th pixel of it; what lies outside the picture is white. */
export function cropped(
  picture: Picture,
  left: number,
  top: number,
  side: number,
  step = 1,
): Picture {
  const size = Math.ceil(side)
  const part = { left: Math.floor(left), top: Math.floor(top), width: size, height: size }
  const light = lightWithin(picture, part)
  if (step === 1) return grey(size, size, light)
  const less = Math.floor(size / step)
  const plane = new Uint8ClampedArray(less * less)
  for (let y = 0; y < less; y++)
    for (let x = 0; x < less; x++) plane[y * less + x] = byteAt(light, step * (y * size + x))
  return grey(less, less, plane)
}

/** Gaussian; `sigma` in pixels. */
export function blurred(picture: Picture, sigma: number): Picture {
  const { width, height } = picture
  const reach = Math.ceil(3 * sigma)
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = Float64Array.from(weights, (weight) => weight / total)
  const across = smeared(lightOf(picture), shares, [width, 1], [height, width])
  return grey(width, height, smeared(across, shares, [height, width], [width, 1]))
}

/** Along lines of `[length, step]`, of which there are `[count, step]`; the edge goes on as it ends. */
function smeared(
  from: Plane,
  shares: Float64Array,
  [length, step]: [number, number],
  [lines, lineStep]: [number, number],
): Plane {
  const to = new Uint8ClampedArray(from.length)
  const reach = (shares.length - 1) / 2
  for (let line = 0; line < lines; line++)
    for (let at = 0; at < length; at++) {
      let sum = 0
      for (let i = 0; i < shares.length; i++) {
        const near = at + i - reach
        const on = near < 0 ? 0 : near < length ? near : length - 1
        sum += (shares[i] as number) * byteAt(from, line * lineStep + on * step)
      }
      to[line * lineStep + at * step] = sum
    }
  return to
}

/** `share` of the full contrast, about the middle grey. */
export function faded(picture: Picture, share: number): Picture {
  const plane = lightOf(picture).map((light) => 127.5 + share * (light - 127.5))
  return grey(picture.width, picture.height, plane)
}

/** A white sticker over `share` of the area of a symbol of `size` modules, in its middle. */
export function stickered(picture: Picture, place: Place, size: number, share: number): Picture {
  const { width, height } = picture
  const side = Math.sqrt(share) * size * place.module
  const from = (start: number) => Math.ceil(start + (size * place.module - side) / 2 - 0.5)
  const [left, top] = [from(place.left), from(place.top)]
  const plane = lightOf(picture).slice()
  for (let y = Math.max(0, top); y < Math.min(height, top + side); y++)
    plane.fill(
      255,
      y * width + Math.max(0, left),
      y * width + Math.min(width, Math.ceil(left + side)),
    )
  return grey(width, height, plane)
}

/** Distance of the eye, in widths of the picture: a face met at arm's length and more. */
const EYE = 6

/** Seen from below or above: the plane turned about its horizontal middle line by `degrees`. */
export function tilted(picture: Picture, degrees: number): Picture {
  const angle = (degrees * Math.PI) / 180
  const { width, height } = picture
  const eye = EYE * width
  const [from, to] = [lightOf(picture), new Uint8ClampedArray(width * height)]
  for (let y = 0; y < height; y++) {
    // The ray through (u, v) meets the plane where its depth is v' sin, for the height v' on the plane.
    const v = y + 0.5 - height / 2
    const onPlane = (v * eye) / (eye * Math.cos(angle) - v * Math.sin(angle))
    const nearer = (eye + onPlane * Math.sin(angle)) / eye
    const row = onPlane + height / 2 - 0.5
    for (let x = 0; x < width; x++) {
      const column = (x + 0.5 - width / 2) * nearer + width / 2 - 0.5
      to[y * width + x] = smooth(from, width, height, column, row)
    }
  }
  return grey(width, height, to)
}

/** Between pixel centres, bilinear; white outside. */
function smooth(plane: Plane, width: number, height: number, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  let sum = 0
  for (let dy = 0; dy <= 1; dy++)
    for (let dx = 0; dx <= 1; dx++) {
      const [column, row] = [x0 + dx, y0 + dy]
      const isInside = column >= 0 && row >= 0 && column < width && row < height
      const share = Math.abs(1 - dx - (x - x0)) * Math.abs(1 - dy - (y - y0))
      sum += share * (isInside ? byteAt(plane, row * width + column) : 255)
    }
  return sum
}

export interface Difference {
  /** Share of all pixels, 0 to 1. */
  share: number
  /** The largest share in one of the tiles. */
  worstTile: number
}

/**
 * A pixel differs when it lies, seen from either picture, outside what its fellow and the neighbours of that one span:
 * two renderers may place an edge half a pixel apart, or paint a pixel that it crosses more or less full. `allowed`:
 * beyond that span, per channel, of 255. `tile` in pixels.
 */
export function difference(a: Picture, b: Picture, allowed: number, tile: number): Difference {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)]
  const [one, other] = [pixelsOf(a), pixelsOf(b)]
  const columns = Math.ceil(width / tile)
  const tiles = new Uint32Array(columns * Math.ceil(height / tile))
  let count = 0
  // Most of a face is one colour in the one and one in the other: what was alike before is alike.
  let [alikeP, alikeQ] = [0, 0]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const p = one[y * a.width + x] as number
      const q = other[y * b.width + x] as number
      if (p === q || (p === alikeP && q === alikeQ)) continue
      if (!differs(p, q, allowed)) {
        alikeP = p
        alikeQ = q
        continue
      }
      if (isSpanned(p, other, b, x, y, allowed) && isSpanned(q, one, a, x, y, allowed)) continue
      count++
      const at = Math.floor(y / tile) * columns + Math.floor(x / tile)
      tiles[at] = (tiles[at] ?? 0) + 1
    }
  const worst = tiles.reduce((most, value) => Math.max(most, value), 0)
  return { share: count / (width * height), worstTile: worst / tile ** 2 }
}

/** One number a pixel, a channel a byte: red in the lowest, alpha in the highest. */
function pixelsOf({ data }: Pick<Picture, 'data'>): Int32Array {
  // Signed numbers of 32 bits are kept without a box of their own.
  return new Int32Array(data.buffer, data.byteOffset, data.length / 4)
}

/** True when no channel of `pixel` is darker or lighter by more than `allowed` than all pixels at (x, y) and next to it. */
function isSpanned(
  pixel: number,
  pixels: Int32Array,
  { width, height }: Picture,
  x: number,
  y: number,
  allowed: number,
): boolean {
  for (let shift = 0; shift < 24; shift += 8) {
    const own = channelOf(pixel, shift)
    let [low, high] = [255, 0]
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const value = channelOf(pixels[row * width + column] as number, shift)
        if (value < low) low = value
        if (value > high) high = value
      }
    if (own < low - allowed || own > high + allowed) return false
  }
  return true
}

/** Both seen on white. */
function differs(one: number, other: number, allowed: number): boolean {
  for (let shift = 0; shift < 24; shift += 8) {
    const by = channelOf(one, shift) - channelOf(other, shift)
    if (by > allowed || -by > allowed) return true
  }
  return false
}

function channelOf(pixel: number, shift: number): number {
  const [value, alpha] = [(pixel >>> shift) & 255, pixel >>> 24]
  return alpha === 255 ? value : onWhite(value, alpha)
}

function onWhite(channel: number, alpha: number): number {
  return (channel * alpha) / 255 + 255 - alpha
}
