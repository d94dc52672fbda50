/** Pictures as PNG files of at most 256 colours: what flat artwork needs, in a few dozen kilobytes. */
import { crc32, deflateSync } from 'node:zlib'
import { printEngines } from '../../src/printing/print-engines.ts'
import type { Picture } from '../../src/press/preflight/pdfium-pages.ts'

/** The fourth byte of a pixel is not looked at. The same picture gives the same file. */
export function pngOf({ width, height, data: rgba }: Picture): Uint8Array {
  for (const step of [4, 8, 12, 17, 25, 36]) {
    const indexed = indexedColours(rgba, step)
    if (indexed) return encoded(width, height, indexed)
  }
  throw new Error('a picture of too many colours')
}

/** Any PNG file, pixel for pixel. */
export async function openPng(png: Uint8Array): Promise<Picture> {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(WIDTH_AT), bytes.readUInt32BE(WIDTH_AT + 4)]
  const { renderer } = await printEngines()
  return renderer.svg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${bytes.toString('base64')}"/></svg>`,
    width,
  )
}

/** The first field of the first chunk. */
const WIDTH_AT = 16

interface Indexed {
  palette: number[]
  pixels: Uint8Array
}

/** Colours that round to the same multiples of `step` become the commonest of them; null when over 256 are left. */
function indexedColours(rgba: Picture['data'], step: number): Indexed | null {
  const exact = new Map<number, number>()
  for (let i = 0; i < rgba.length; i += 4) {
    const colour = colourAt(rgba, i)
    exact.set(colour, (exact.get(colour) ?? 0) + 1)
  }
  const numbers = new Map<number, number>()
  const palette: number[] = []
  for (const [colour] of [...exact].sort(([, a], [, b]) => b - a)) {
    const key = roundedTo(step, colour)
    if (numbers.has(key)) continue
    if (numbers.size === 256) return null
    numbers.set(key, numbers.size)
    palette.push(colour >> 16, (colour >> 8) & 255, colour & 255)
  }
  const pixels = new Uint8Array(rgba.length / 4)
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = numbers.get(roundedTo(step, colourAt(rgba, 4 * i))) ?? 0
  return { palette, pixels }
}

function colourAt(rgba: Picture['data'], i: number): number {
  return ((rgba[i] ?? 0) << 16) | ((rgba[i + 1] ?? 0) << 8) | (rgba[i + 2] ?? 0)
}

function roundedTo(step: number, colour: number): number {
  const part = (shift: number) => Math.round(((colour >> shift) & 255) / step)
  return (part(16) << 16) | (part(8) << 8) | part(0)
}

function encoded(width: number, height: number, { palette, pixels }: Indexed): Uint8Array {
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits, indexed colours, deflate, filters per row, not interlaced.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
