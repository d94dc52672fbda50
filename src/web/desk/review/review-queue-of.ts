/** What waits to be approved, as the address filters it. */
import type { Context } from 'hono'
import { KIND_FOLDERS, type Kind } from '../../../domain/entry.ts'
import { inOrder, listedEntry } from '../../../domain/entry-list.ts'
import {
  casesIn,
  REVIEW_FILTERS,
  reviewCases,
  type ReviewCase,
  type ReviewFilter,
} from '../../../domain/review-queue.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { listEntryStates } from '../../../store/entry-states.ts'
import { listFactsToReview } from '../../../store/review-room.ts'
import { listSettlements } from '../../../store/settlements.ts'
import type { DeskEnv } from '../desk-env.ts'

export interface ReviewQueue {
  filter: ReviewFilter
  /** All that wait, and those the filter leaves; in the order of the list of entries. */
  all: ReviewCase[]
  shown: ReviewCase[]
}

/** Three queries. */
export async function queueOf(c: Context<DeskEnv>): Promise<ReviewQueue> {
  const { db } = c.env.services
  const site = c.get('site')
  const source = sourceLocale(site)
  const asked = c.req.query('filter')
  const filter = REVIEW_FILTERS.find((one) => one === asked) ?? 'all'
  const [states, waiting, settlements] = await Promise.all([
    listEntryStates(db),
    listFactsToReview(db, source),
    listSettlements(db),
  ])
  const entries = inOrder(
    states.map((one) => listedEntry(one, source, site.locales)),
    source,
  )
  const all = reviewCases(entries, new Map(waiting.map((one) => [one.id, one])), settlements, {
    email: c.get('session')?.editor.email ?? '',
    fourEyes: site.fourEyes,
    locales: site.locales,
  })
  return { filter, all, shown: casesIn(all, filter) }
}

/** Those before and after one entry in what the filter leaves; null at its ends. */
export function besideIn({ shown }: ReviewQueue, id: string) {
  const at = shown.findIndex(({ entry }) => entry.id === id)
  return {
    number: at + 1,
    before: shown[at - 1]?.entry ?? null,
    next: shown[at + 1]?.entry ?? null,
  }
}

/** The page of one entry in this room, or the queue itself. */
export function reviewAddress(
  entry: { kind: Kind; slug: string } | null,
  filter: ReviewFilter,
): string {
  const at = entry ? `/${KIND_FOLDERS[entry.kind]}/${entry.slug}` : ''
  return `/admin/review${at}${filter === 'all' ? '' : `?filter=${filter}`}`
}
