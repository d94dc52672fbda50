/** What a reviewer has to look up before an entry can be approved, and where it would stand. */
import type { Facts } from './entry.ts'

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
  id: string
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
 * Entry by entry, in the order given: what its facts name, then every statement that only general knowledge bears out.
 * Approved entries need nothing more.
 */
export function reviewList(entries: readonly ReviewedEntry[], words: ReviewWords): ReviewItem[] {
  return entries
    .filter(({ facts }) => facts.review.state !== 'approved')
    .flatMap(({ id, facts, text }) => {
      const title = text?.title ?? facts.names[0]?.text ?? id
      const unit = facts.adminUnits?.find(({ to }) => !to)?.code ?? ''
      const named = (facts.toVerify ?? []).map(({ what, document }) => ({ what, document }))
      const unsourced = statementsWithout(facts, text?.body ?? '').map((statement) => ({
        what: words.unsourced.replace('{statement}', statement),
        document: words.printed,
      }))
      return [...named, ...unsourced].map(({ what, document = '' }) => ({
        entry: id,
        title,
        unit,
        what,
        document,
      }))
    })
}

const MARK = /\s*\[\^([\w-]+)\]/g

/** Sentences whose every citation is of general knowledge, without their marks. */
function statementsWithout({ sources }: Pick<Facts, 'sources'>, body: string): string[] {
  const general = new Set(
    sources.filter(({ kind }) => kind === 'general-knowledge').map(({ id }) => id),
  )
  return body
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu})|(?<=[。！？])/u)
    .filter((sentence) => {
      const cited = [...sentence.matchAll(MARK)].map(([, id]) => id ?? '')
      return cited.length > 0 && cited.every((id) => general.has(id))
    })
    .map((sentence) => sentence.replace(MARK, '').replace(/[*_#]/g, '').trim())
}
