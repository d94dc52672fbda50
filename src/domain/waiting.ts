/** What waits for one editor, by what they may do. */
import type { EntryPath } from './entry.ts'
import { isBehind, type ListedEntry } from './entry-list.ts'
import { may, type Editor } from './editor.ts'
import type { Locale } from './locale.ts'
import {
  mayApprove,
  writersOf,
  type PublicationRow,
  type RevisionRow,
  type TextStanding,
} from './text-state.ts'

export interface TextWork {
  entry: ListedEntry
  text: TextStanding
}

export interface ReturnedText extends TextWork {
  by: string
  note: string
}

/** A request nobody has decided yet, with every revision and publication of its text. */
export interface OpenReview {
  entry: EntryPath
  locale: Locale
  number: number
  askedBy: string
  askedAt: string
  revisions: (RevisionRow & { savedBy: string })[]
  publications: PublicationRow[]
}

export interface ReviewWork extends TextWork {
  review: OpenReview
}

/** Notes to paragraphs of one text that nobody has settled. */
export interface OpenNotes {
  entry: EntryPath
  locale: Locale
  count: number
}

export interface NotedText extends TextWork {
  count: number
}

/** Null where it is not this editor's work at all. */
export interface Waiting {
  /** Their own, sent back and not saved again since. */
  returned: ReturnedText[] | null
  /** With open notes, of texts they saved last or, for translators, in their languages. */
  noted: NotedText[] | null
  toReview: ReviewWork[] | null
  /** In their languages, of entries that have a source to translate. */
  missing: TextWork[] | null
  stale: TextWork[] | null
  /** Their own, which no review was asked for. */
  drafts: TextWork[] | null
  approved: TextWork[] | null
  scheduled: TextWork[] | null
  factsPending: ListedEntry[] | null
}

/** `fourEyes` is the site's; a text about somebody who lives may be refused to its writer all the same. */
export function waitingFor(
  editor: Editor,
  entries: readonly ListedEntry[],
  reviews: readonly OpenReview[],
  { source, fourEyes, notes }: { source: Locale; fourEyes: boolean; notes: readonly OpenNotes[] },
): Waiting {
  const { email, role, locales } = editor
  const works = entries.flatMap((entry) => entry.texts.map((text): TextWork => ({ entry, text })))
  const inState = (state: TextStanding['state']) => works.filter(({ text }) => text.state === state)
  const returned = inState('draft').flatMap((work) => returnedTo(email, work))
  const isReturned = new Set(returned.map(({ text }) => text))
  const theirs = works.filter(
    ({ text, entry }) =>
      text.locale !== source && locales.includes(text.locale) && isBegun(entry, source),
  )
  const translates = role === 'translator'
  const writes = may(editor, 'text.write')
  const publishes = may(editor, 'text.publish')
  const seesToFacts = may(editor, 'facts.approve') || may(editor, 'entry.write')
  return {
    returned: writes ? returned : null,
    noted: writes
      ? notes.flatMap(({ entry: id, locale, count }) => {
          const work = works.find(({ entry, text }) => entry.id === id && text.locale === locale)
          const isTheirs = translates
            ? locales.includes(locale)
            : work && latestRow(work)?.savedBy === email
          return work && isTheirs ? [{ ...work, count }] : []
        })
      : null,
    toReview: may(editor, 'text.review')
      ? reviews.flatMap((review) => decidable(review, works, fourEyes, email))
      : null,
    missing: translates ? theirs.filter(({ text }) => text.state === 'missing') : null,
    stale: translates ? theirs.filter(({ text }) => isBehind(text)) : null,
    drafts: writes
      ? inState('draft').filter(
          (work) => !isReturned.has(work.text) && latestRow(work)?.savedBy === email,
        )
      : null,
    approved: publishes ? inState('approved') : null,
    scheduled: publishes ? works.filter(({ text }) => text.scheduled) : null,
    factsPending: seesToFacts ? entries.filter(({ review }) => review.state === 'pending') : null,
  }
}

function latestRow({ entry, text }: TextWork) {
  return entry.rows.revisions.find(
    ({ locale, number }) => locale === text.locale && number === text.latest?.number,
  )
}

function returnedTo(email: string, work: TextWork): ReturnedText[] {
  const { entry, text } = work
  const review = entry.rows.reviews.find(
    ({ locale, number, decision }) =>
      locale === text.locale && number === text.latest?.number && decision === 'returned',
  )
  if (!review || (review.askedBy !== email && latestRow(work)?.savedBy !== email)) return []
  return [{ ...work, by: review.decidedBy ?? '', note: review.note }]
}

function decidable(
  review: OpenReview,
  works: readonly TextWork[],
  fourEyes: boolean,
  email: string,
): ReviewWork[] {
  const { entry, locale, number } = review
  if (!mayApprove(fourEyes, writersOf(review, locale, number), email)) return []
  const work = works.find(({ entry: one, text }) => one.id === entry && text.locale === locale)
  return work ? [{ ...work, review }] : []
}

/** Whether there is a text in the source language to translate, public or not. */
function isBegun({ texts }: ListedEntry, source: Locale): boolean {
  return texts.some(
    ({ locale, latest, state }) => locale === source && latest !== null && state !== 'removed',
  )
}
