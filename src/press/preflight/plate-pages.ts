/** The separations of a page as PDFium paints them: three plates a picture, each a channel of light. */
import { PDFName, type PDFDocument } from '@cantoo/pdf-lib'
import { Budget } from './file-limits.ts'
import { PageParts } from './page-parts.ts'
import type { PdfFacts, Rectangle } from './pdf-facts.ts'
import { PROCESS, REST, type Channels } from './plate-colours.ts'
import { platedContent } from './plate-content.ts'
import { IDENTITY, newState } from './plate-state.ts'
import type { OpenPdf, Picture, PixelWindow } from './pdfium-pages.ts'
import type { Renderer } from './render.ts'

/** Names of the two plates for machines. */
export interface SpotNames {
  cut: string
  drill: string
}

/** What every template calls them, until one says otherwise. */
export const USUAL_SPOTS: SpotNames = { cut: 'CutContour', drill: 'DrillHole' }

export type PaintPart = (dotsPerInch: number, part?: PixelWindow) => Picture

export interface PlatedPage {
  parts: PageParts
  /** As it looks: not turned, not cropped, on its whole media box or the frame asked for. */
  look: PaintPart
  /** Cyan, magenta and yellow as red, green and blue. */
  colours: PaintPart
  /** Black, cut and drill as red, green and blue. */
  machine: PaintPart
  /** Every other plate as red; null where the page has no other. */
  rest: PaintPart | null
  close(): void
}

/** Part of the page's own space, in its units. */
export type Frame = Rectangle

/**
 * Throws LimitExceeded, or a sentence for what cannot be painted. `frame`: what to show instead of the media box.
 * The document is added to; nothing else of it is read afterwards.
 */
export async function platesOf(
  facts: PdfFacts,
  spots: SpotNames,
  renderer: Renderer,
  frame: Frame,
): Promise<PlatedPage> {
  const { document } = facts
  const known = new Set<string>([...PROCESS, spots.cut, spots.drill])
  const budget = new Budget()
  const parts = new PageParts()
  const sets: Channels[] = [
    ['Cyan', 'Magenta', 'Yellow'],
    ['Black', spots.cut, spots.drill],
    [REST, null, null],
  ]
  const first = document.getPageCount()
  addLook(document, facts, frame)
  for (const [i, channels] of sets.entries()) {
    const [left, bottom, right, top] = frame
    const { content, resources } = platedContent(
      facts.ownContent,
      facts.resources,
      newState(IDENTITY),
      {
        context: document.context,
        channels,
        known,
        budget: i === 0 ? budget : new Budget(),
        parts: i === 0 ? parts : new PageParts(),
        pageArea: (right - left) * (top - bottom),
        depth: 0,
        written: new Map(),
        plated: platedContent,
      },
    )
    const page = document.addPage([right - left, top - bottom]).node
    page.set(PDFName.of('MediaBox'), document.context.obj([...frame]))
    page.set(PDFName.of('Resources'), resources)
    page.set(PDFName.of('Contents'), document.context.register(document.context.stream(content)))
    const others = [...parts.plates].some((plate) => !known.has(plate) && plate !== 'All')
    if (i === 1 && !others && parts.images.length + parts.shadings === 0) break
  }
  const bytes = await document.save({ useObjectStreams: false, updateFieldAppearances: false })
  const pages = document.getPageCount()
  for (let i = pages - 1; i >= first; i--) document.removePage(i)
  const opened: OpenPdf = renderer.open(bytes)
  // PDFium takes a unit of the page for a point whatever the page says.
  const paint = (index: number) => (dotsPerInch: number, part?: PixelWindow) =>
    opened.picture(dotsPerInch * facts.unit, first + index, part)
  return {
    parts,
    look: paint(0),
    colours: paint(1),
    machine: paint(2),
    rest: pages > first + 3 ? paint(3) : null,
    close: () => opened.close(),
  }
}

/** The page itself, annotations included, as nobody turned or cropped it. */
function addLook(document: PDFDocument, { page, resources }: PdfFacts, frame: Frame): void {
  const [left, bottom, right, top] = frame
  const copy = document.addPage([right - left, top - bottom]).node
  copy.set(PDFName.of('MediaBox'), document.context.obj([...frame]))
  copy.set(PDFName.of('Resources'), resources)
  for (const key of ['Contents', 'Annots', 'Group']) {
    const value = page.get(PDFName.of(key))
    if (value) copy.set(PDFName.of(key), value)
  }
}
