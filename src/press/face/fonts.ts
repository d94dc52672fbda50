/**
 * Fonts, opened once per process from bytes that are passed in, and text shaped in them. Only static
 * TrueType files: WOFF2 and variable fonts give blank or wrong glyphs in PDF without any error.
 */
import { create, type Font } from 'fontkit'
import { mendNullAnchors } from './null-anchors.ts'

/** Text shaped in one font; lengths in ems, y downwards from the baseline. */
export interface ShapedText {
  text: string
  glyphs: { id: number; x: number; y: number }[]
  advance: number
  /** What the glyphs really cover: top is negative above the baseline. Null for spaces only. */
  ink: { left: number; right: number; top: number; bottom: number } | null
}

export interface PrintFont {
  id: string
  /** The parsed file, for writers that embed it. */
  font: Font
  /** Ems. */
  capHeight: number
  shape(text: string): ShapedText
  /** The first character without a glyph, or null. Joiners and zero-width spaces need none. */
  missingIn(text: string): string | null
}

export type FontShelf = ReadonlyMap<string, PrintFont>

/** `files` maps a font id of the templates to the file's bytes. Throws for a file that cannot be printed with. */
export function openFonts(files: Record<string, Uint8Array>): FontShelf {
  return new Map(Object.entries(files).map(([id, bytes]) => [id, openFont(id, bytes)]))
}

const STATIC_TRUE_TYPE = [0x00, 0x01, 0x00, 0x00]
/** Shaped texts kept per font: a parcel repeats its invitations a thousand times, a paragraph its words. */
const KEPT = 1500

function openFont(id: string, bytes: Uint8Array): PrintFont {
  if (STATIC_TRUE_TYPE.some((byte, i) => bytes[i] !== byte))
    throw new Error(`${id} is not a TrueType file`)
  const font = create(bytes)
  if (Object.keys(font.variationAxes).length > 0) throw new Error(`${id} is a variable font`)
  mendNullAnchors(font)
  const kept = new Map<string, ShapedText>()
  return {
    id,
    font,
    capHeight: font.capHeight / font.unitsPerEm,
    shape(text) {
      const shaped = kept.get(text) ?? shape(font, text)
      if (kept.size >= KEPT) kept.clear()
      kept.set(text, shaped)
      return shaped
    },
    missingIn: (text) =>
      [...text].find(
        (char) =>
          !/[\u200b-\u200d]/.test(char) && !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0),
      ) ?? null,
  }
}

function shape(font: Font, text: string): ShapedText {
  const run = font.layout(text.replaceAll('\u200b', ''))
  const em = font.unitsPerEm
  const [glyphs, ink] = [[] as ShapedText['glyphs'], [] as NonNullable<ShapedText['ink']>[]]
  let pen = 0
  run.glyphs.forEach((glyph, i) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = run.positions[i] ?? {}
    const [x, y] = [(pen + xOffset) / em, -yOffset / em]
    glyphs.push({ id: glyph.id, x, y })
    const { minX, minY, maxX, maxY } = glyph.bbox
    if (maxX > minX)
      ink.push({
        left: x + minX / em,
        right: x + maxX / em,
        top: y - maxY / em,
        bottom: y - minY / em,
      })
    pen += xAdvance
  })
  return {
    text,
    glyphs,
    advance: pen / em,
    ink: ink.reduce<ShapedText['ink']>(
      (all, one) =>
        all === null
          ? one
          : {
              left: Math.min(all.left, one.left),
              right: Math.max(all.right, one.right),
              top: Math.min(all.top, one.top),
              bottom: Math.max(all.bottom, one.bottom),
            },
      null,
    ),
  }
}
