/** Rendering and decoding for tests, with the WebAssembly that the command line uses. */
import { readBarcodes } from 'zxing-wasm/reader'
import { printEngines } from '../../src/printing/print-engines.ts'
import type { Reading } from '../../src/press/preflight/decode.ts'
import type { Picture } from '../../src/press/preflight/pdfium-pages.ts'

export type { Picture }

/** The first page unless told. */
export async function render(pdf: Uint8Array, dotsPerInch: number, index = 0): Promise<Picture> {
  return (await printEngines()).renderer.pdf(pdf, dotsPerInch, index)
}

export async function textOf(pdf: Uint8Array, index = 0): Promise<string> {
  return (await printEngines()).renderer.pdfText(pdf, index)
}

export async function decode(picture: Picture): Promise<Reading> {
  return (await printEngines()).decode(picture)
}

/** All that zxing finds, in order of the alphabet. */
export async function decodeAll({ width, height, data }: Picture): Promise<string[]> {
  await printEngines()
  const image = { width, height, data, colorSpace: 'srgb' } as ImageData
  const found = await readBarcodes(image, { formats: ['QRCode'], tryInvert: false })
  return found.map(({ text }) => text).sort()
}

/** Pixels of a picture, from `x`, `y`. */
export function cropped(
  { width, data }: Picture,
  box: { x: number; y: number; width: number; height: number },
): Picture {
  const part = new Uint8ClampedArray(4 * box.width * box.height)
  for (let row = 0; row < box.height; row++) {
    const from = 4 * ((box.y + row) * width + box.x)
    part.set(data.subarray(from, from + 4 * box.width), 4 * row * box.width)
  }
  return { width: box.width, height: box.height, data: part }
}
