/**
 * Where the paragraph that a note was written at stands in a later body: moved or changed, it is still the same one.
 */
import type { Locale } from '../domain/locale.ts'
import { likeness } from './paragraph-diff.ts'
import { paragraphsOf, placedParagraphs, type PlacedParagraph } from './paragraphs.ts'

export interface NotePlace {
  /** The paragraph as it was when the note was written. */
  quoted: string
  /** Null when nothing in the later body is like it. */
  now: (PlacedParagraph & { paragraph: number }) | null
  isChanged: boolean
}

/**
 * The paragraph that is meant today. `paragraph` counts from 0 in the body `before`; of paragraphs equally alike, the
 * nearest is meant.
 */
export function placeOfNote(
  paragraph: number,
  before: string,
  after: string,
  locale: Locale,
): NotePlace {
  const quoted = paragraphsOf(before)[paragraph] ?? ''
  const places = placedParagraphs(after).map((one, i) => ({
    ...one,
    paragraph: i,
    likeness: one.text === quoted ? 2 : likeness(quoted, one.text, locale),
    far: Math.abs(i - paragraph),
  }))
  const [best] = places
    .filter((one) => one.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.far - b.far)
  return {
    quoted,
    now: best ? { text: best.text, line: best.line, paragraph: best.paragraph } : null,
    isChanged: best?.text !== quoted,
  }
}
