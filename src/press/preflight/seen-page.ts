/** A page of a finished file as it is first looked at: its plates, its words, and the symbol on it. */
import type { FoundSymbol } from './decode.ts'
import type { PdfFacts } from './pdf-facts.ts'
import { platesOf, USUAL_SPOTS, type PlatedPage } from './plate-pages.ts'
import type { PreflightEngines } from './preflight-made.ts'

/** Of the look, per inch. */
export const LOOK_DOTS = 150

export interface SeenPage {
  pdf: Uint8Array
  parsed: PdfFacts
  page: PlatedPage
  words: string
  look: ReturnType<PlatedPage['look']>
  found: FoundSymbol | null
}

/** What asks for too much was refused before PDFium sees it. */
export async function seenOn(
  pdf: Uint8Array,
  parsed: PdfFacts,
  engines: PreflightEngines,
): Promise<SeenPage> {
  const page = await platesOf(parsed, USUAL_SPOTS, engines.renderer, parsed.media)
  try {
    const look = page.look(LOOK_DOTS)
    const found = await engines.decode.locate(look)
    return { pdf, parsed, page, words: wordsOn(pdf, engines), look, found }
  } catch (error) {
    page.close()
    throw error
  }
}

function wordsOn(pdf: Uint8Array, { renderer }: PreflightEngines): string {
  const opened = renderer.open(pdf)
  try {
    return opened.text()
  } finally {
    opened.close()
  }
}
