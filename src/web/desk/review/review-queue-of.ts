/** What waits to be approved, as the address filters it. */
import type { Context } from 'hono'
import { KIND_FOLDERS, officialName, type EntryPath, type Kind } from '../../../domain/entry.ts'
import { inOrder, listedEntry, type ListedEntry } from '../../../domain/entry-list.ts'
import {
  REVIEW_FILTERS,
  reviewCases,
  type ReviewCase,
  type ReviewFilter,
} from '../../../domain/review-queue.ts'
import { openPoints, reviewPoints, type ReviewPoint } from '../../../domain/review-point.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { listEntryStates } from '../../../store/entry-states.ts'
import { listFactsToReview } from '../../../store/review-room.ts'
import { listPointsOf, listWaitingPage, type WaitingEntry } from '../../../store/waiting-entries.ts'
import { listSettlements } from '../../../store/settlements.ts'
import type { DeskEnv } from '../desk-env.ts'

/** All that wait, in the order of the list of entries: for what is told of all points at once. Three queries. */
export async function casesOf(c: Context<DeskEnv>): Promise<ReviewCase[]> {
  const { db } = c.env.services
  const site = c.get('site')
  const source = sourceLocale(site)
  const [states, waiting, settlements] = await Promise.all([
    listEntryStates(db),
    listFactsToReview(db, source),
    listSettlements(db),
  ])
  const entries = inOrder(
    states.map((one) => listedEntry(one, source, site.locales)),
    source,
  )
  return reviewCases(entries, new Map(waiting.map((one) => [one.id, one])), settlements, {
    email: c.get('session')?.editor.email ?? '',
    fourEyes: site.fourEyes,
    locales: site.locales,
  })
}

/** One line of the queue. */
export interface QueueLine extends WaitingEntry {
  name: ListedEntry['name']
  open: ReviewPoint[]
  settled: number
}

export interface QueuePart {
  filter: ReviewFilter
  counts: Record<ReviewFilter, number>
  lines: QueueLine[]
  /** From 1. */
  number: number
  pages: number
}

/** Lines of one page of the queue. */
const PER_PAGE = 50

export function filterAsked(c: Context<DeskEnv>): ReviewFilter {
  const asked = c.req.query('filter')
  return REVIEW_FILTERS.find((one) => one === asked) ?? 'all'
}

/** One page of the queue, as the address asks for it; one past the last is answered with the last. */
export async function queuePartOf(c: Context<DeskEnv>): Promise<QueuePart> {
  const { db } = c.env.services
  const source = sourceLocale(c.get('site'))
  const filter = filterAsked(c)
  const wished = Math.min(100_000, Math.max(1, Math.floor(Number(c.req.query('page')) || 1)))
  const ask = (number: number) => waitingPage(c, { from: (number - 1) * PER_PAGE, limit: PER_PAGE })
  const first = await ask(wished)
  const pages = Math.max(1, Math.ceil(first.counts[filter] / PER_PAGE))
  const number = Math.min(pages, wished)
  const { counts, entries } = number === wished ? first : await ask(number)
  const points = await listPointsOf(
    db,
    source,
    entries.map(({ id }) => id),
  )
  const pointsOf = new Map(points.map((one) => [one.id, one]))
  const lines = entries.map((entry): QueueLine => {
    const { facts, body, settled } = pointsOf.get(entry.id) ?? NO_POINTS
    const all = reviewPoints(facts, body)
    const open = openPoints(
      all,
      settled.map((point) => ({ point })),
    )
    const name = officialName(entry, source) ?? { text: entry.slug, locale: source }
    return { ...entry, name, open, settled: all.length - open.length }
  })
  return { filter, counts, lines, number, pages }
}

const NO_POINTS = { facts: { sources: [] }, body: '', settled: [] as string[] }

/** The entries before and after one in what the filter leaves, and its place there; null and 0 where there is none. */
export async function besideOf(c: Context<DeskEnv>, id: EntryPath) {
  const filter = filterAsked(c)
  const { counts, beside } = await waitingPage(c, { from: 0, limit: 0, beside: id })
  const at = beside.findIndex((entry) => entry.id === id)
  return {
    filter,
    of: counts[filter],
    number: beside[at]?.place ?? 0,
    before: beside[at - 1] ?? null,
    next: beside[at + 1] ?? null,
  }
}

/** Only entries that somebody has begun to settle are read whole: the others are told by what cites what. */
async function waitingPage(
  c: Context<DeskEnv>,
  { from, limit, beside = '' }: { from: number; limit: number; beside?: string },
) {
  const { db } = c.env.services
  const site = c.get('site')
  const source = sourceLocale(site)
  const begun = await listPointsOf(db, source, null)
  const judged = begun.map(({ id, facts, body, settled }) => {
    const open = openPoints(
      reviewPoints(facts, body),
      settled.map((point) => ({ point })),
    )
    return { id, general: open.some(({ about }) => about !== 'asked') }
  })
  return listWaitingPage(db, {
    source,
    locales: site.locales,
    email: c.get('session')?.editor.email ?? '',
    fourEyes: site.fourEyes,
    filter: filterAsked(c),
    judged,
    from,
    limit,
    beside,
  })
}

/** The page of one entry in this room, or the queue itself. */
export function reviewAddress(
  entry: { kind: Kind; slug: string } | null,
  filter: ReviewFilter,
): string {
  const at = entry ? `/${KIND_FOLDERS[entry.kind]}/${entry.slug}` : ''
  return `/admin/review${at}${filter === 'all' ? '' : `?filter=${filter}`}`
}
