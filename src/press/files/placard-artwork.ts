/** The artwork of one placard: everything is passed in, so it is the same on every machine and on any day. */
import { originFault, printedAddress } from '../../domain/placard.ts'
import { FORMS } from '../../domain/print-order.ts'
import type { Drawing, Primitive } from '../face/drawing.ts'
import type { FontShelf } from '../face/fonts.ts'
import { layOut } from '../face/layout.ts'
import { pdfOf, type OutputCondition } from './pdf.ts'
import type { PlacardTexts } from '../face/placard-texts.ts'
import { isProblems, type FaceProblem } from '../face/problems.ts'
import { encodeSymbol, type PinnedSymbol, type QrSymbol } from '../face/symbol.ts'
import { templateName, type Template } from '../template/template.ts'

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
  /** How its files are written; as they are today unless told. */
  forms?: number
  /** Of the first print, so that a reprint is the same symbol. */
  pinned?: PinnedSymbol | null
}

export interface PlacardDrawing {
  drawing: Drawing
  /** Null when the template has none. */
  symbol: QrSymbol | null
  /** What may be printed once somebody has signed for it. */
  warnings: FaceProblem[]
}

export interface PlacardArtwork extends PlacardDrawing {
  pdf: Uint8Array
}

export function drawPlacard(input: PlacardInput): PlacardDrawing | FaceProblem[] {
  const { template, fonts } = input
  const symbol = template.symbol ? symbolFor(input) : null
  if (symbol && isProblems(symbol)) return symbol

  const layout = layOut(template, fonts, { ...input, symbol })
  if (isProblems(layout)) return layout
  const { drawing, warnings } = layout
  return { drawing: inForms(drawing, template, input.forms ?? FORMS), warnings, symbol }
}

/** The first way of writing has neither white ink nor a number of its own, so that its files stay as they were. */
function inForms(drawing: Drawing, { material, palette }: Template, forms: number): Drawing {
  if (forms < 2) return drawing
  return {
    ...drawing,
    primitives: [...whiteBelow(drawing, material.underbase), ...drawing.primitives],
    forms,
    ...solidsOf(palette, material.colours),
    ...(material.mirrored && { mirrored: true }),
  }
}

function solidsOf(
  palette: Template['palette'],
  colours: Template['material']['colours'],
): Pick<Drawing, 'solids'> {
  if (!colours) return {}
  const solids = Object.entries(colours).flatMap(([name, plate]) => {
    const inks = palette[name]
    return inks ? [{ inks, plate }] : []
  })
  return { solids }
}

/** To the edge of the bleed: on metal, what is white in the picture is this white. */
function whiteBelow({ trim, bleed }: Drawing, spot: string | null): Primitive[] {
  if (spot === null) return []
  const [width, height] = [trim.width + 2 * bleed, trim.height + 2 * bleed]
  return [{ kind: 'white', layer: 'white', box: { x: -bleed, y: -bleed, width, height }, spot }]
}

export function makePlacard(input: PlacardInput): PlacardArtwork | FaceProblem[] {
  const drawn = drawPlacard(input)
  if (isProblems(drawn)) return drawn
  const facts = {
    ...placardTitle(input, drawn.symbol),
    creator: 'Stele',
    producer: 'Stele with pdfkit',
    date: new Date(`${input.date}T00:00:00Z`),
  }
  return { pdf: pdfOf(drawn.drawing, facts, input.fonts, input.condition), ...drawn }
}

/** What a file of this sign says of itself. */
export function placardTitle(
  { draft, template, names }: PlacardInput,
  symbol: QrSymbol | null,
): { title: string; subject: string } {
  return {
    title: `${draft ? `${template.draft.text} · ` : ''}${names.map(({ text }) => text).join(' · ')}`,
    subject: [...(symbol ? [symbol.payload] : []), templateName(template)].join(' · '),
  }
}

function symbolFor({
  origin,
  code,
  draft,
  allowedOrigins,
  pinned,
}: PlacardInput): QrSymbol | FaceProblem[] {
  const fault = draft ? null : originFault(origin, allowedOrigins)
  if (fault) return [{ code: 'origin-not-for-print', values: { origin, fault } }]
  const payload = printedAddress(origin, code)
  const symbol = payload && encodeSymbol(payload, pinned)
  return symbol ?? [{ code: 'address-does-not-fit', values: { origin, code } }]
}
