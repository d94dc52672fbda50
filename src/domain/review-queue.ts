/** The entries that wait to be approved, by what holds each of them up. */
import type { ListedEntry } from './entry-list.ts'
import type { Locale } from './locale.ts'
import { openPoints, reviewPoints, type ReviewPoint, type Settlement } from './review-point.ts'
import type { Facts } from './entry.ts'
import { mayApprove } from './text-state.ts'

export const REVIEW_FILTERS = ['all', 'ready', 'general', 'asked', 'missing', 'mine'] as const
export type ReviewFilter = (typeof REVIEW_FILTERS)[number]

/** One entry that waits. */
export interface ReviewCase {
  entry: ListedEntry
  open: ReviewPoint[]
  /** How many of its points are settled. */
  settled: number
  /** Languages of the site in which there is no text. */
  missing: Locale[]
  /** Whoever looks wrote some of the facts: somebody else must approve them. */
  isOwn: boolean
}

export interface WaitingFacts {
  facts: Facts
  body: string
  writers: readonly string[]
}

/** In the order of `entries`; those without waiting facts are left out. */
export function reviewCases(
  entries: readonly ListedEntry[],
  waiting: ReadonlyMap<string, WaitingFacts>,
  settlements: readonly Settlement[],
  { email, fourEyes, locales }: { email: string; fourEyes: boolean; locales: readonly Locale[] },
): ReviewCase[] {
  const settledIn = new Map<string, Settlement[]>()
  for (const one of settlements)
    settledIn.set(one.entry, [...(settledIn.get(one.entry) ?? []), one])
  return entries.flatMap((entry) => {
    const found = waiting.get(entry.id)
    if (!found) return []
    const points = reviewPoints(found.facts, found.body)
    const open = openPoints(points, settledIn.get(entry.id) ?? [])
    const isThere = (locale: Locale) =>
      entry.texts.some((text) => text.locale === locale && text.latest && text.state !== 'removed')
    return [
      {
        entry,
        open,
        settled: points.length - open.length,
        missing: locales.filter((locale) => !isThere(locale)),
        isOwn: !mayApprove(fourEyes || found.facts.livingPerson, found.writers, email),
      },
    ]
  })
}

const HOLDS: Record<ReviewFilter, (one: ReviewCase) => boolean> = {
  all: () => true,
  ready: ({ open, missing, isOwn }) => open.length + missing.length === 0 && !isOwn,
  general: ({ open }) => open.some(({ about }) => about !== 'asked'),
  asked: ({ open }) => open.some(({ about }) => about === 'asked'),
  missing: ({ missing }) => missing.length > 0,
  mine: ({ isOwn }) => isOwn,
}

export function casesIn(cases: readonly ReviewCase[], filter: ReviewFilter): ReviewCase[] {
  return cases.filter(HOLDS[filter])
}

/** A document that open points name, with all of them. */
export interface DocumentPoints {
  /** '' for those that name none. */
  document: string
  points: { entry: ListedEntry; point: ReviewPoint }[]
}

/** The document that settles most first; those that name none are last. */
export function pointsByDocument(cases: readonly ReviewCase[]): DocumentPoints[] {
  const groups = new Map<string, DocumentPoints['points']>()
  for (const { entry, open } of cases)
    for (const point of open)
      groups.set(point.document, [...(groups.get(point.document) ?? []), { entry, point }])
  return [...groups]
    .map(([document, points]) => ({ document, points }))
    .sort(
      (a, b) =>
        Number(a.document === '') - Number(b.document === '') ||
        b.points.length - a.points.length ||
        (a.document < b.document ? -1 : 1),
    )
}
