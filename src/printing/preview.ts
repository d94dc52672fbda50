import { crc32 } from 'node:zlib'
import type { Drawing } from '../press/face/drawing.ts'
import { printEngines } from './print-engines.ts'

/** Pixels to the millimetre: about 100 dpi. */
const SCALE = 4

/** A PNG of the page that `svg` shows, marks included; `drawing` is what the SVG was made from. */
export async function previewOf({ trim, bleed, slug }: Drawing, svg: string): Promise<Uint8Array> {
  const { renderer } = await printEngines()
  return withScale(renderer.png(svg, Math.round((trim.width + 2 * (bleed + slug)) * SCALE)))
}

/** Signature and IHDR. */
const HEAD = 8 + 25

/** With a pHYs chunk (PNG, 11.3.5.3), so that programs open the picture at its own size. */
function withScale(png: Uint8Array): Uint8Array {
  const chunk = new DataView(new ArrayBuffer(21))
  chunk.setUint32(0, 9)
  new TextEncoder().encodeInto('pHYs', new Uint8Array(chunk.buffer, 4, 4))
  for (const axis of [8, 12]) chunk.setUint32(axis, SCALE * 1000)
  // 1: to the metre.
  chunk.setUint8(16, 1)
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)))
  const made = new Uint8Array(png.length + 21)
  made.set(png.subarray(0, HEAD))
  made.set(new Uint8Array(chunk.buffer), HEAD)
  made.set(png.subarray(HEAD), HEAD + 21)
  return made
}
