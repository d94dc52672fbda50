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
  /** Null when the template has none. */
  symbol: QrSymbol | null
  /** What may be printed once somebody has signed for it. */
  warnings: Problem[]
}

export function makePlacard(input: PlacardInput): PlacardArtwork | Problem[] {
  const { draft, template, fonts } = input
  const symbol = template.symbol ? symbolFor(input) : null
  if (symbol && isProblems(symbol)) return symbol

  const layout = layOut(template, fonts, { ...input, symbol })
  if (isProblems(layout)) return layout
  const { drawing, warnings } = layout
  const facts = {
    title: `${draft ? `${template.draft.text} · ` : ''}${input.names.map(({ text }) => text).join(' · ')}`,
    subject: [...(symbol ? [symbol.payload] : []), templateName(template)].join(' · '),
    creator: 'Stele',
    producer: 'Stele with pdfkit',
    date: new Date(`${input.date}T00:00:00Z`),
  }
  return { pdf: pdfOf(drawing, facts, fonts, input.condition), drawing, symbol, warnings }
}

function symbolFor({
  origin,
  code,
  draft,
  allowedOrigins,
  pinned,
}: PlacardInput): QrSymbol | Problem[] {
  const fault = draft ? null : originFault(origin, allowedOrigins)
  if (fault) return [{ code: 'origin-not-for-print', values: { origin, fault } }]
  const payload = addressOf(origin, code)
  const symbol = payload && encodeSymbol(payload, pinned)
  return symbol ?? [{ code: 'address-does-not-fit', values: { origin, code } }]
}
