/** A paragraph measured once, in ems, and cut into lines for any width; a line can mix fonts. */
import { piecesOf, withoutTrailingSpace, wrapped } from './line-breaks.ts'
import { setSpans, type SetLine, type Span } from './typesetting.ts'
import type { PrintFont } from './fonts.ts'

export interface MeasuredText {
  text: string
  /** The font of each UTF-16 unit, as runs. */
  spans: readonly Span[]
  pieces: string[]
  /** Ems, with the spaces after the piece and without. */
  widths: { full: number; bare: number }[]
}

export type RunLine = Pick<SetLine, 'role' | 'spans' | 'ink'>

const known = new WeakMap<PrintFont, Map<string, MeasuredText>>()
const KEPT = 200

export function measured(spans: readonly Span[]): MeasuredText {
  const [first] = spans
  const text = spans.map((span) => span.text).join('')
  if (!first) return { text, spans, pieces: [], widths: [] }
  const kept = known.get(first.font) ?? new Map<string, MeasuredText>()
  known.set(first.font, kept)
  const before = kept.get(text)
  if (before && before.spans.every(({ font }, i) => font === spans[i]?.font)) return before
  const pieces = piecesOf(text)
  let at = 0
  const widths = pieces.map((piece) => {
    const bare = advanceOf(part(spans, at, at + withoutTrailingSpace(piece).length))
    const full = advanceOf(part(spans, at, at + piece.length))
    at += piece.length
    return { full, bare }
  })
  const result = { text, spans, pieces, widths }
  if (kept.size >= KEPT) kept.clear()
  kept.set(text, result)
  return result
}

/** Null when one piece alone is wider than `limit` ems. */
export function runLines(
  { spans, pieces, widths, text }: MeasuredText,
  limit: number,
  role: string,
): RunLine[] | null {
  // Kerning between pieces is not in their widths; a thousandth covers it.
  const lines = wrapped(pieces, widths, limit * 0.999)
  if (!lines) return null
  let at = 0
  return lines.map((line) => {
    at = text.indexOf(line, at)
    const set = setSpans(part(spans, at, at + line.length))
    at += line.length
    return { role, ...set }
  })
}

/** The spans of the units from `from` to `to`. */
function part(spans: readonly Span[], from: number, to: number): Span[] {
  let at = 0
  return spans.flatMap(({ text, font }) => {
    const cut = text.slice(Math.max(0, from - at), Math.max(0, to - at))
    at += text.length
    return cut === '' ? [] : [{ text: cut, font }]
  })
}

function advanceOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { text, font }) => sum + font.shape(text).advance, 0)
}
