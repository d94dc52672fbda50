/** What every check is given, and the small questions several of them ask. */
import type { Report } from '../domain/finding.ts'
import type { EntryPath, Facts, IsoDate } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import { indexOfNames, spellings, unitSpellings, type NameIndex } from '../domain/mention.ts'
import type { Settlement } from '../domain/review-point.ts'
import { sourceLocale } from '../domain/site.ts'
import type { Site } from '../domain/site.ts'
import type { ReadUnit } from './admin-units-file.ts'
import type { EntryFile } from './entry-file.ts'
import type { ContentFolder, EntryFolder } from './read-content.ts'
import type { ReadText } from './text-file.ts'

/** What all checks of one run share. */
export interface Checking {
  entries: ReadonlyMap<EntryPath, EntryFolder>
  units: readonly ReadUnit[]
  /** Where points to verify were read; null where nobody asks. */
  settlements: readonly Settlement[] | null
  /** Entries that the facts of an entry name, and those whose facts name it; both ways. */
  linked: ReadonlyMap<EntryPath, ReadonlySet<EntryPath>>
  /** All names of all entries and of the units, for finding misspelt ones. */
  names: NameIndex
  /** Null when site.yaml is missing or bad; checks that need it then say nothing. */
  site: Site | null
  /** Local day. */
  today: IsoDate
  report: Report
}

/** An entry whose entry.yaml could be read. */
export interface EntryWithFacts extends EntryFolder {
  yaml: EntryFile
}

/** Reports what it finds, and returns nothing. */
export type EntryCheck = (entry: EntryWithFacts, checking: Checking) => void
export type TextCheck = (
  text: { read: ReadText; locale: Locale; file: string; entry: EntryFolder },
  checking: Checking,
) => void

/** Entries that facts name, whatever for, in the order of stops, figures and related ones; repeated where they are. */
export function entriesNamedBy(facts: Facts | undefined): EntryPath[] {
  const stops = facts?.stops?.map(({ entry }) => entry)
  return [...(stops ?? []), ...(facts?.namedAfter ?? []), ...(facts?.related ?? [])]
}

/** Null for an entry that does not exist, or whose entry.yaml could not be read. */
export function factsOf(checking: Checking, path: EntryPath): Facts | null {
  return checking.entries.get(path)?.yaml?.facts ?? null
}

/** What can be asked of the whole folder once, and not again for every entry. */
export function newChecking(read: ContentFolder, today: IsoDate, report: Report): Checking {
  const linked = new Map<EntryPath, Set<EntryPath>>()
  const link = (from: EntryPath, to: EntryPath) =>
    linked.set(from, (linked.get(from) ?? new Set<EntryPath>()).add(to))
  for (const { path, yaml } of read.entries.values())
    for (const other of entriesNamedBy(yaml?.facts)) {
      link(path, other)
      link(other, path)
    }
  const site = read.site?.site ?? null
  const facts = [...read.entries.values()].map(({ yaml }) => yaml?.facts)
  return {
    entries: read.entries,
    units: read.units,
    settlements: read.settlements,
    site,
    linked,
    names: indexOfNames([
      ...spellings(facts),
      ...(site ? unitSpellings(read.units, sourceLocale(site)) : []),
    ]),
    today,
    report,
  }
}
