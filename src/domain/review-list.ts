/** What reviewers have to look up in all entries together, and where it would stand. */
import type { EntryPath, Facts } from './entry.ts'
import { openPoints, reviewPoints, type ReviewPoint, type Settlement } from './review-point.ts'

export interface ReviewItem {
  entry: string
  title: string
  /** Where the entry lies today, by code; '' where nobody has established it. */
  unit: string
  what: string
  /** '' where nobody said which. */
  document: string
}

export interface ReviewedEntry {
  id: EntryPath
  facts: Pick<Facts, 'names' | 'adminUnits' | 'toVerify' | 'sources' | 'review'>
  /** The text in the source language; null while there is none. */
  text: { title: string; body: string } | null
}

export interface ReviewWords {
  /** "Stated from general knowledge: “{statement}”" */
  unsourced: string
  /** What would settle it. */
  printed: string
}

/**
 * Entry by entry, in the order given: what nobody has settled yet. Approved entries need nothing more.
 */
export function reviewList(
  entries: readonly ReviewedEntry[],
  settled: readonly Settlement[],
  words: ReviewWords,
): ReviewItem[] {
  return entries
    .filter(({ facts }) => facts.review.state !== 'approved')
    .flatMap(({ id, facts, text }) => {
      const title = text?.title ?? facts.names[0]?.text ?? id
      const unit = facts.adminUnits?.find(({ to }) => !to)?.code ?? ''
      const points = reviewPoints(facts, text?.body ?? '')
      return openPoints(
        points,
        settled.filter(({ entry }) => entry === id),
      ).map((point) => ({
        entry: id,
        title,
        unit,
        ...saidOf(point, words),
      }))
    })
}

function saidOf({ words, about, document }: ReviewPoint, { unsourced, printed }: ReviewWords) {
  return about === 'asked'
    ? { what: words, document }
    : { what: unsourced.replace('{statement}', () => words), document: printed }
}
