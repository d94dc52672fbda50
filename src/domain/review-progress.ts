/** How far the entries have come on their way to print, counted by what a leader asks for. */
import type { ListedEntry } from './entry-list.ts'
import type { Locale } from './locale.ts'

/** How many entries, or texts in one language, have each step behind them; facts may be approved before a text is. */
export interface Progress {
  /** There at all. */
  all: number
  /** A text is there. */
  written: number
  /** Somebody has approved the latest revision of every text it has. */
  reviewed: number
  /** The facts are approved. */
  approved: number
  /** Approved, with a text in every language of the site: what a placard needs. */
  ready: number
}

export interface ProgressRow {
  key: string
  progress: Progress
}

function progressOf(
  entries: readonly ListedEntry[],
  locales: readonly Locale[],
  only: Locale | null = null,
): Progress {
  const texts = (entry: ListedEntry) =>
    entry.texts.filter(
      ({ locale, latest, state }) =>
        latest !== null && state !== 'removed' && (only === null || locale === only),
    )
  const count = (is: (entry: ListedEntry) => boolean) => entries.filter(is).length
  const wanted = only === null ? locales : [only]
  const isWhole = (entry: ListedEntry) =>
    wanted.every((locale) => texts(entry).some((text) => text.locale === locale))
  const isApproved = ({ review }: ListedEntry) => review.state === 'approved'
  const isReviewed = (entry: ListedEntry) =>
    texts(entry).length > 0 &&
    texts(entry).every(
      ({ locale, latest, state }) =>
        state === 'approved' ||
        state === 'scheduled' ||
        entry.rows.reviews.some(
          (one) =>
            one.locale === locale && one.number === latest?.number && one.decision === 'approved',
        ),
    )
  return {
    all: entries.length,
    written: count((entry) => texts(entry).length > 0),
    reviewed: count(isReviewed),
    approved: count(isApproved),
    ready: count((entry) => isApproved(entry) && isWhole(entry)),
  }
}

/** One row for each group, in the order in which groups are first met. */
export function progressBy(
  entries: readonly ListedEntry[],
  locales: readonly Locale[],
  groupOf: (entry: ListedEntry) => string,
): ProgressRow[] {
  const groups = new Map<string, ListedEntry[]>()
  for (const entry of entries) {
    const key = groupOf(entry)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups].map(([key, some]) => ({ key, progress: progressOf(some, locales) }))
}

/** One row for each language: its texts. */
export function progressByLocale(
  entries: readonly ListedEntry[],
  locales: readonly Locale[],
): ProgressRow[] {
  return locales.map((locale) => ({
    key: locale,
    progress: progressOf(entries, locales, locale),
  }))
}
