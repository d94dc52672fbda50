/** Fonts of one office sheet. Opened anew for each document: what a shared font has set before would show in its bytes. */
import { create, type Font } from 'fontkit'
import type PDFDocument from 'pdfkit'
import { mendNullAnchors } from './null-anchors.ts'

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

export type RunsOf = (text: SheetText) => SheetRun[]

/** Registers plain and strong; another font is opened when a text first needs it. */
export function openSheetFonts(
  document: InstanceType<typeof PDFDocument>,
  fonts: SheetFonts,
): RunsOf {
  const open = new Map<string, Font>()
  const opened = (name: string, bytes: Uint8Array) => {
    const font = open.get(name) ?? create(bytes)
    if (!open.has(name)) {
      mendNullAnchors(font)
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
