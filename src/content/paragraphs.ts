/**
 * A body as its paragraphs: what stands between blank lines. A list, a table, a fenced block and a withheld passage
 * are one paragraph each, also where blank lines stand inside them.
 */
import { tokensOf } from './markdown-tokens.ts'
import { canonicalBody } from './text-file.ts'
import { withheldPassages } from './withheld.ts'

export interface PlacedParagraph {
  text: string
  /** From 1, of the canonical body. */
  line: number
}

/** In their order; an empty list for an empty body. */
export function paragraphsOf(body: string): string[] {
  return placedParagraphs(body).map(({ text }) => text)
}

/** Whitespace after each paragraph is dropped, what stands inside it stays. */
export function placedParagraphs(body: string): PlacedParagraph[] {
  const text = canonicalBody(body)
  const starts = startsIn(text)
  return starts.flatMap((start, i) => {
    const piece = text.slice(start, starts[i + 1])
    const paragraph = piece.replace(/^(?:[^\S\n]*\n)+/, '')
    if (paragraph.trim() === '') return []
    const line = text.slice(0, start + piece.length - paragraph.length).split('\n').length
    return [{ text: paragraph.trimEnd(), line }]
  })
}

/** The canonical body: one blank line between two paragraphs. paragraphsOf gives them back. */
export function bodyOf(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

/** Offsets (UTF-16) at which paragraphs begin. */
function startsIn(text: string): number[] {
  const tokens = tokensOf(text)
  // The lexer rewrites some white space; a body it does not give back whole is not cut.
  if (tokens.map((token) => token.raw).join('') !== text) return [0]
  const passages = withheldPassages(text)
  const starts = [0]
  let offset = 0
  for (const { raw } of tokens) {
    const start = offset + raw.length - raw.trimStart().length
    const isInside = passages.some((passage) => passage.start < start && start < passage.end)
    if (raw.trim() !== '' && isAfterBlankLine(text, start) && !isInside) starts.push(offset)
    offset += raw.length
  }
  return starts
}

function isAfterBlankLine(text: string, offset: number): boolean {
  const before = text.slice(0, offset)
  return before.slice(before.trimEnd().length).split('\n').length > 2
}
