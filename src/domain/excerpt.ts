import { foldInPlace, hitsIn, type Term } from './search.ts'

/** A text cut where the terms of a query begin and end: every second piece is one of them. */
export interface Excerpt {
  pieces: string[]
  /** Different terms the whole text holds. */
  terms: number
}

/** Characters of an excerpt, about three lines of a telephone; of these so many before the first hit. */
const LENGTH = 170
const BEFORE = 50

/** The part of `text` (NFC) with the first hit in it, or its beginning, cut at words, with dots where more follows. */
export function excerptOf(text: string, terms: readonly Term[]): Excerpt {
  const hits = hitsIn(foldInPlace(text), terms)
  const first = hits[0]?.start ?? 0
  const start =
    text.length <= LENGTH || first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first)
  const end = start + LENGTH >= text.length ? text.length : wordEnd(text, start + LENGTH)
  const pieces: string[] = []
  let at = start
  for (const hit of hits.filter((one) => one.start >= start && one.end <= end)) {
    pieces.push(text.slice(at, hit.start), text.slice(hit.start, hit.end))
    at = hit.end
  }
  pieces.push(text.slice(at, end))
  if (start > 0) pieces[0] = `… ${pieces[0]}`
  if (end < text.length) pieces[pieces.length - 1] += ' …'
  const held = new Set(hits.map((hit) => hit.term))
  return { pieces, terms: held.size }
}

/** The first start of a word from `from` on; `before` where there is none, as in Chinese. */
function wordStart(text: string, from: number, before: number): number {
  const space = text.slice(from, before).search(/\s\S/)
  return space < 0 ? whole(text, from) : from + space + 1
}

function wordEnd(text: string, to: number): number {
  const space = text.slice(to - 30, to).search(/\s\S*$/)
  return space < 0 ? whole(text, to) : to - 30 + space
}

/** Not between the two halves of a rare character. */
function whole(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at
}
