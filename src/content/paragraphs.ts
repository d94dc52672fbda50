/**
 * A body as its paragraphs: what stands between blank lines. A list, a table, a fenced block and a withheld passage
 * are one paragraph each, also where blank lines stand inside them.
 */
import { tokensOf } from './markdown-tokens.ts'
import { canonicalBody } from './text-file.ts'
import { withheldPassages } from './withheld.ts'

export function paragraphsOf(body: string): string[] {
  const text = canonicalBody(body)
  const starts = startsIn(text)
  return starts.flatMap((start, i) => {
    const paragraph = text.slice(start, starts[i + 1]).replace(/^(?:[^\S\n]*\n)+/, '')
    return paragraph.trim() === '' ? [] : [paragraph.trimEnd()]
  })
}

/** The canonical body: one blank line between two paragraphs. */
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
