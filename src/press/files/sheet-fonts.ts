/** Fonts of one office sheet. */
import { create, type Font } from 'fontkit'
import type PDFDocument from 'pdfkit'
import { mendNullAnchors } from '../face/null-anchors.ts'

/** Static TrueType files. */
export interface SheetFonts {
  plain: Uint8Array
  strong: Uint8Array
  /** For languages whose characters the two above lack, by primary language: `zh`. */
  others?: Record<string, Uint8Array>
}

/** A text in one language; words beyond plain and strong fonts are set in the font of their language. */
export interface SheetText {
  text: string
  /** BCP 47. */
  locale: string
  font: 'plain' | 'strong'
}

/** A piece of a text in one font, which the document knows by that name. */
export interface SheetRun {
  text: string
  font: string
}

type Document = InstanceType<typeof PDFDocument>

export type RunsOf = (text: SheetText) => SheetRun[]

const parsed = new WeakMap<Uint8Array, Font>()

/**
 * Parsed once per thread. A font remembers its glyphs with the characters they were first asked for, and those are
 * written into a document; so that the same sheet has the same bytes whatever was set before it, they are forgotten.
 */
function fontOf(bytes: Uint8Array): Font {
  const known = parsed.get(bytes)
  const font = known ?? create(bytes)
  if (!known) mendNullAnchors(font)
  font._glyphs = {}
  parsed.set(bytes, font)
  return font
}

/** Registers plain and strong; another font is opened when a text first needs it. */
export function openSheetFonts(document: Document, fonts: SheetFonts): RunsOf {
  const open = new Map<string, Font>()
  const opened = (name: string, bytes: Uint8Array) => {
    const font = open.get(name) ?? fontOf(bytes)
    if (!open.has(name)) {
      document.registerFont(name, font)
      open.set(name, font)
    }
    return font
  }
  opened('plain', fonts.plain)
  opened('strong', fonts.strong)
  const others = Object.entries(fonts.others ?? {})

  return ({ text, locale, font }) => {
    const main = opened(font, fonts[font])
    const language = locale.split('-')[0] ?? ''
    // A name can quote another script; its own language is asked first.
    const lent = [...others].sort(([a], [b]) => Number(b === language) - Number(a === language))
    const runs: SheetRun[] = []
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0
      const has = (one: Font) => one.hasGlyphForCodePoint(codePoint)
      const needsNone = /[\u200b-\u200d\s]/.test(character)
      const last = runs.at(-1)
      const name = needsNone
        ? (last?.font ?? font)
        : has(main)
          ? font
          : (lent.find(([other, bytes]) => has(opened(other, bytes)))?.[0] ?? font)
      if (last?.font === name) last.text += character
      else runs.push({ text: character, font: name })
    }
    return runs
  }
}

/** Points. */
export interface LinePlace {
  x: number
  width: number
  size: number
  lineGap?: number
}

/** From a line to the next, in the size of the font. */
const LINE = 1.32
/** From the top of a line to its baseline, in the size of the font: the same for fonts that share a line. */
const ASCENT = 1

/** About what `writeRuns` will need: a broken line leaves part of itself empty. */
export function heightOfRuns(
  document: Document,
  runs: readonly SheetRun[],
  { width, size }: Pick<LinePlace, 'width' | 'size'>,
): number {
  const wide = runs.reduce(
    (sum, { text, font }) => sum + document.font(font).fontSize(size).widthOfString(text),
    0,
  )
  const lines = wide <= width ? 1 : Math.ceil((wide * 1.15) / width)
  return lines * size * LINE
}

/** From the cursor down, which then stands below. */
export function writeRuns(
  document: Document,
  runs: readonly SheetRun[],
  { x, width, size, lineGap = 0 }: LinePlace,
): void {
  document.y += size * ASCENT
  runs.forEach(({ text, font }, i) => {
    document.font(font).fontSize(size).fillColor('#000000')
    const continued = i < runs.length - 1
    const options = { width, lineGap, continued, baseline: 'alphabetic' }
    if (i === 0) document.text(text, x, document.y, options)
    else document.text(text, options)
  })
  document.y -= size * ASCENT
}
