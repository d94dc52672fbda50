/**
 * Whether an earlier state of a text says what is withheld now. Words are compared, not marks; and where two
 * wordings are alike rather than equal, this errs towards withholding.
 */
import type { Locale } from '../domain/locale.ts'
import { plainText } from './markdown.ts'
import { likeness } from './paragraph-diff.ts'
import { wholeText, withheldPassages } from './withheld.ts'

/** Letters and digits of a piece that is compared; anything shorter stands in every text. */
const PIECE_MIN = 4

/**
 * Whether `before` must not be shown. `before` is the earlier text and `now` today's, both whole; `all` are the bodies
 * that were ever published, today's among them. What one of them withheld and today's says openly is no secret any
 * more.
 */
export function saysWithheld(
  before: string,
  now: string,
  all: readonly string[],
  locale: Locale,
): boolean {
  const withheld = all.flatMap((body) =>
    withheldPassages(body).flatMap(({ start, end }) =>
      plainText(wholeText(body.slice(start, end))).split('\n'),
    ),
  )
  const [said, open] = [plainText(before), plainText(now)]
  const paragraphs = said.split('\n').filter((line) => !open.includes(line))
  const [saidFolded, openFolded] = [folded(said), folded(open)]
  return withheld.some(
    (passage) =>
      paragraphs.some((paragraph) => likeness(paragraph, passage, locale) > 0) ||
      piecesOf(passage).some((piece) => saidFolded.includes(piece) && !openFolded.includes(piece)),
  )
}

/** Sentences and their larger parts, in the form that is compared. */
function piecesOf(passage: string): string[] {
  return passage
    .split(/(?<=[.!?;:…。！？；：])/u)
    .map(folded)
    .filter((piece) => [...piece].length >= PIECE_MIN)
}

/** Small letters and digits alone. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}
