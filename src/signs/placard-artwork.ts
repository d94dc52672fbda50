/** The artwork of one placard: everything is passed in, so it is the same on every machine and on any day. */
import { addressOf, originFault } from '../domain/placard.ts'
import type { Drawing } from './drawing.ts'
import type { FontShelf } from './fonts.ts'
import { layOut } from './layout.ts'
import { pdfOf, type OutputCondition } from './pdf.ts'
import type { PlacardTexts } from './placard-texts.ts'
import { isProblems, type Problem } from './problems.ts'
import { encodeSymbol, type PinnedSymbol, type QrSymbol } from './symbol.ts'
import { templateName, type Template } from './template.ts'

export interface PlacardInput extends PlacardTexts {
  /** Origins of site.yaml that may be printed. */
  allowedOrigins: readonly string[]
  /** True: NHÁP - DRAFT across the face, and any origin may stand in the code. */
  draft: boolean
  template: Template
  fonts: FontShelf
  condition: OutputCondition
  /** `2026-11-22`: creation date of the file, from the print order. */
  date: string
  /** Of the first print, so that a reprint is the same symbol. */
  pinned?: PinnedSymbol | null
}

export interface PlacardArtwork {
  pdf: Uint8Array
  drawing: Drawing
  symbol: QrSymbol
}

export function makePlacard(input: PlacardInput): PlacardArtwork | Problem[] {
  const { origin, code, draft, template, fonts } = input
  const fault = draft ? null : originFault(origin, input.allowedOrigins)
  if (fault) return [{ code: 'origin-not-for-print', values: { origin, fault } }]
  const payload = addressOf(origin, code)
  const symbol = payload && encodeSymbol(payload, input.pinned)
  if (!symbol) return [{ code: 'address-does-not-fit', values: { origin, code } }]

  const drawing = layOut(template, fonts, { ...input, symbol })
  if (isProblems(drawing)) return drawing
  const facts = {
    title: `${draft ? `${template.draft.text} · ` : ''}${input.names.map(({ text }) => text).join(' · ')}`,
    subject: `${symbol.payload} · ${templateName(template)}`,
    creator: 'Stele',
    producer: 'Stele with pdfkit',
    date: new Date(`${input.date}T00:00:00Z`),
  }
  return { pdf: pdfOf(drawing, facts, fonts, input.condition), drawing, symbol }
}
