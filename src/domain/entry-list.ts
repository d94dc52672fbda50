/** The entries as the desk lists them: what is looked for among them, and in which order they stand. */
import { unitsOn, type AdminUnit } from './admin-unit.ts'
import {
  officialName,
  type EntryPath,
  type EntryUnit,
  type IsoDate,
  type Kind,
  type Name,
  type Review,
} from './entry.ts'
import type { Locale } from './locale.ts'
import { readingsOf } from './abbreviation.ts'
import { foldedWords } from './search.ts'
import {
  textStandings,
  type ReviewRow,
  type RevisionRow,
  type TextRows,
  type TextStanding,
  type TextState,
} from './text-state.ts'

/** An entry with what its state follows from. */
export interface EntryRows {
  id: EntryPath
  kind: Kind
  slug: string
  withheld: boolean
  /** Of the facts that count today. */
  factsNumber: number
  names: Name[]
  review: Review
  /** Of today and before. */
  units: EntryUnit[]
  /** Whether it names a source other than general knowledge. */
  hasSource: boolean
  hasImage: boolean
  /** Of what is latest, public or waiting; no history. */
  rows: Omit<TextRows, 'revisions' | 'reviews'> & {
    revisions: (RevisionRow & { savedBy: string })[]
    reviews: (ReviewRow & { askedBy: string; decidedBy: string | null; note: string })[]
  }
}

export interface ListedEntry extends EntryRows {
  /** The slug where the facts hold no official name. */
  name: Pick<Name, 'text' | 'locale'>
  texts: TextStanding[]
}

/** Languages of its texts: `locales`, and others it has texts in. */
export function listedEntry(
  entry: EntryRows,
  source: Locale,
  locales: readonly Locale[],
): ListedEntry {
  return {
    ...entry,
    name: officialName(entry, source) ?? { text: entry.slug, locale: source },
    texts: textStandings(entry.rows, source, locales),
  }
}

/** Whether what readers see is stale or, where they see nothing yet, what is being written. A removed text is not. */
export function isBehind({ published, latest, state }: TextStanding): boolean {
  return state !== 'removed' && ((published ?? latest)?.isStale ?? false)
}

export const SOUGHT_STATES = [
  ...(['missing', 'draft', 'in-review', 'approved', 'scheduled', 'published'] as const),
  ...(['stale', 'removed'] as const),
] satisfies (TextState | 'stale')[]
export const MARKS = ['facts-pending', 'no-source', 'no-image', 'withheld'] as const
/** Something about an entry as a whole that somebody may have to see to. */
export type Mark = (typeof MARKS)[number]

export interface EntryFilter {
  /** Looked for in every name and in the slug, without regard to marks; '' for none. */
  words: string
  kind: Kind | null
  /** Code of a unit of today. */
  unit: string | null
  /** Of the text in `state`; null for any. */
  locale: Locale | null
  state: (typeof SOUGHT_STATES)[number] | null
  /** All of them. */
  marks: readonly Mark[]
}

/** In the order of MARKS. */
export function marksOf(entry: EntryRows): Mark[] {
  const has: Record<Mark, boolean> = {
    'facts-pending': entry.review.state === 'pending',
    'no-source': !entry.hasSource,
    'no-image': !entry.hasImage,
    withheld: entry.withheld,
  }
  return MARKS.filter((mark) => has[mark])
}

/** In the order given. An empty filter leaves all. */
export function entriesFound(
  entries: readonly ListedEntry[],
  filter: EntryFilter,
  units: readonly AdminUnit[],
  today: IsoDate,
): ListedEntry[] {
  const readings = readingsOf(filter.words).map((one) => foldedWords(one).split(' '))
  const { kind, unit, marks } = filter
  return entries.filter((entry) => {
    const has = marksOf(entry)
    return (
      (!kind || entry.kind === kind) &&
      marks.every((mark) => has.includes(mark)) &&
      hasSoughtText(entry, filter) &&
      (!unit || unitsOn(entry.units, units, today).some(({ code }) => code === unit)) &&
      isCalled(entry, readings)
    )
  })
}

function hasSoughtText({ texts }: ListedEntry, { locale, state }: EntryFilter): boolean {
  if (!state) return true
  return texts.some(
    (text) =>
      (!locale || text.locale === locale) &&
      (state === 'stale' ? isBehind(text) : text.state === state),
  )
}

/** Those that are called so, by any of their names or by the slug; all of them for no words. */
export function entriesCalled<Entry extends Pick<ListedEntry, 'names' | 'slug'>>(
  entries: readonly Entry[],
  words: string,
): Entry[] {
  const readings = readingsOf(words).map((one) => foldedWords(one).split(' '))
  return entries.filter((entry) => isCalled(entry, readings))
}

function isCalled(
  { names, slug }: Pick<ListedEntry, 'names' | 'slug'>,
  readings: readonly string[][],
): boolean {
  const called = foldedWords([...names.map(({ text }) => text), slug].join(' '))
  return readings.some((words) => words.every((word) => called.includes(word)))
}

/** Entries by name, as a dictionary of the source language has them; `numeric`: Street 2 before Street 10. */
export function inOrder(entries: readonly ListedEntry[], source: Locale): ListedEntry[] {
  const { compare } = new Intl.Collator(source, { numeric: true })
  return [...entries].sort((a, b) => compare(a.name.text, b.name.text) || (a.id < b.id ? -1 : 1))
}
