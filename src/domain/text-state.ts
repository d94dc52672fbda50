/**
 * What state each text of an entry is in. Everything is derived from rows (saved, asked, approved, published, removed:
 * who and when), and from nothing else: the desk and the public pages ask here, so they agree.
 */
import type { Locale } from './locale.ts'
import type { Origin } from './revision.ts'

export interface RevisionRow {
  locale: string
  number: number
  /** Source revision a translation was made from; null in the source language, or when nobody said. */
  basedOn: number | null
  origin: Origin
}

export interface PublicationRow {
  id: number
  locale: string
  number: number
  endedAt: string | null
}

export interface MinorEditRow {
  locale: string
  number: number
  takenBackAt: string | null
}

export interface ConfirmationRow {
  locale: string
  number: number
  sourceNumber: number
}

export interface ReviewRow {
  id: number
  locale: string
  number: number
  decision: 'approved' | 'returned' | 'superseded' | null
}

export interface ScheduleRow {
  locale: string
  number: number
  due: string
  doneAt: string | null
  cancelledAt: string | null
}

export interface RemovalRow {
  locale: string
  restoredAt: string | null
}

/** The rows of one entry, in any order. Rows that are over may be left out: they change no state. */
export interface TextRows {
  revisions: RevisionRow[]
  publications: PublicationRow[]
  minorEdits: MinorEditRow[]
  confirmations: ConfirmationRow[]
  reviews: ReviewRow[]
  schedules: ScheduleRow[]
  removals: RemovalRow[]
}

/** Of the latest revision; what readers see meanwhile is `published` beside it. */
export type TextState =
  'missing' | 'draft' | 'in-review' | 'approved' | 'scheduled' | 'published' | 'removed'

export interface RevisionStanding {
  number: number
  /** The source revision it says the same as: the one it was made from, or a later one it was confirmed for. */
  answersTo: number | null
  isStale: boolean
  isMachineMade: boolean
}

export interface TextStanding {
  locale: Locale
  state: TextState
  latest: RevisionStanding | null
  published: RevisionStanding | null
  /** The revision that waits for its time, and that time (ISO 8601, UTC). */
  scheduled: { number: number; due: string } | null
}

/** One standing for each of `locales` and for every other locale that has rows, in this order. */
export function textStandings(
  rows: TextRows,
  source: Locale,
  locales: readonly Locale[],
): TextStanding[] {
  const others = rows.revisions.map(({ locale }) => locale as Locale).sort()
  return [...new Set([...locales, ...others])].map((locale) => standingOf(rows, source, locale))
}

function standingOf(rows: TextRows, source: Locale, locale: Locale): TextStanding {
  const numbers = of(rows.revisions, locale).map(({ number }) => number)
  const latest = numbers.length > 0 ? Math.max(...numbers) : null
  const published = publishedNumber(rows, locale)
  const waiting = of(rows.schedules, locale).find((row) => !row.doneAt && !row.cancelledAt)
  const isRemoved = of(rows.removals, locale).some((row) => !row.restoredAt)
  const review = lastOf(of(rows.reviews, locale))
  const standing = (number: number | null) => revisionStanding(rows, source, locale, number)

  let state: TextState = 'draft'
  if (isRemoved) state = 'removed'
  else if (latest === null) state = 'missing'
  else if (latest === published) state = 'published'
  else if (latest === waiting?.number) state = 'scheduled'
  else if (latest === review?.number && review.decision === null) state = 'in-review'
  else if (latest === review?.number && review.decision === 'approved') state = 'approved'
  return {
    locale,
    state,
    latest: standing(latest),
    published: standing(published),
    scheduled: waiting ? { number: waiting.number, due: waiting.due } : null,
  }
}

function revisionStanding(
  rows: TextRows,
  source: Locale,
  locale: Locale,
  number: number | null,
): RevisionStanding | null {
  const revision = of(rows.revisions, locale).find((row) => row.number === number)
  if (!revision) return null
  const answersTo = locale === source ? null : sourceOf(revision, rows)
  const publishedSource = publishedNumber(rows, source)
  return {
    number: revision.number,
    answersTo,
    isStale: isStale(answersTo, publishedSource, minorNumbers(rows, source)),
    isMachineMade: revision.origin === 'machine',
  }
}

function sourceOf(revision: RevisionRow, { confirmations }: TextRows): number | null {
  const confirmed = confirmations
    .filter((row) => row.locale === revision.locale && row.number === revision.number)
    .map((row) => row.sourceNumber)
  const known = revision.basedOn === null ? confirmed : [revision.basedOn, ...confirmed]
  return known.length > 0 ? Math.max(...known) : null
}

/**
 * A translation is stale when the published source has moved on, by at least one revision that is not a minor edit,
 * since the one the translation answers to. Numbers this database never held count as changes.
 */
function isStale(
  answersTo: number | null,
  publishedSource: number | null,
  minorEdits: ReadonlySet<number>,
): boolean {
  if (answersTo === null || publishedSource === null) return false
  const between = [...minorEdits].filter((n) => n > answersTo && n <= publishedSource)
  return between.length < publishedSource - answersTo
}

/** Numbers of the source revisions whose marks as minor edits are in force. */
function minorNumbers({ minorEdits }: TextRows, source: Locale): ReadonlySet<number> {
  return new Set(
    of(minorEdits, source)
      .filter((row) => row.takenBackAt === null)
      .map((row) => row.number),
  )
}

/** Who wrote what a reviewer of revision `number` reads: all that was saved since the text was last published. */
export function writersOf(
  rows: Pick<TextRows, 'publications'> & { revisions: (RevisionRow & { savedBy: string })[] },
  locale: Locale,
  number: number,
): string[] {
  const last = lastOf(of(rows.publications, locale))?.number ?? 0
  const since = Math.min(last, number - 1)
  const read = of(rows.revisions, locale).filter(
    (row) => row.number > since && row.number <= number,
  )
  return [...new Set(read.map((row) => row.savedBy))].sort()
}

/**
 * Whether this editor may approve: with four eyes, whoever wrote any of it cannot. Addresses are compared without
 * regard to case.
 */
export function mayApprove(fourEyes: boolean, wroteBy: readonly string[], editor: string): boolean {
  const same = (writer: string) => writer.toLowerCase() === editor.toLowerCase()
  return !fourEyes || !wroteBy.some(same)
}

/** Whether the last decision on exactly this revision was to approve it. */
export function isApproved(
  rows: Pick<TextRows, 'reviews'>,
  locale: Locale,
  number: number,
): boolean {
  const decided = of(rows.reviews, locale).filter((row) => row.number === number && row.decision)
  return lastOf(decided)?.decision === 'approved'
}

function publishedNumber(rows: TextRows, locale: Locale): number | null {
  return of(rows.publications, locale).find((row) => row.endedAt === null)?.number ?? null
}

function of<Row extends { locale: string }>(rows: readonly Row[], locale: Locale): Row[] {
  return rows.filter((row) => row.locale === locale)
}

function lastOf<Row extends { id: number }>(rows: readonly Row[]): Row | null {
  return rows.reduce<Row | null>((last, row) => (last && last.id > row.id ? last : row), null)
}
