/** Rendering and decoding for tests, with the WebAssembly that the command line uses. */
import { printEngines } from '../../src/commands/print-engines.ts'
import type { Reading } from '../../src/signs/decode.ts'
import type { Picture } from '../../src/signs/render.ts'

export type { Picture }

/** The first page. */
export async function render(pdf: Uint8Array, dotsPerInch: number): Promise<Picture> {
  return (await printEngines()).renderer.pdf(pdf, dotsPerInch)
}

export async function textOf(pdf: Uint8Array): Promise<string> {
  return (await printEngines()).renderer.pdfText(pdf)
}

export async function decode(picture: Picture): Promise<Reading> {
  return (await printEngines()).decode(picture)
}
