/** What every check is given, and the small questions several of them ask. */
import type { Report } from '../domain/check.ts'
import type { EntryPath, Facts, IsoDate } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { Site } from '../domain/site.ts'
import type { ReadUnit } from './admin-units-file.ts'
import type { EntryFile } from './entry-file.ts'
import type { EntryFolder } from './read-content.ts'
import type { ReadText } from './text-file.ts'

export interface Checking {
  entries: ReadonlyMap<EntryPath, EntryFolder>
  units: readonly ReadUnit[]
  site: Site | null
  today: IsoDate
  report: Report
}

/** An entry whose entry.yaml could be read. */
export interface EntryWithFacts extends EntryFolder {
  yaml: EntryFile
}

export type EntryCheck = (entry: EntryWithFacts, checking: Checking) => void
export type TextCheck = (
  text: { read: ReadText; locale: Locale; file: string; entry: EntryFolder },
  checking: Checking,
) => void

export function factsOf(checking: Checking, path: EntryPath): Facts | null {
  return checking.entries.get(path)?.yaml?.facts ?? null
}

/** Entries that the facts of `entry` name, and those whose facts name it. */
export function linkedWith(entry: EntryFolder, { entries }: Checking): EntryPath[] {
  const linked = new Set(linksOf(entry))
  for (const other of entries.values())
    if (linksOf(other).includes(entry.path)) linked.add(other.path)
  linked.delete(entry.path)
  return [...linked]
}

function linksOf({ yaml }: EntryFolder): EntryPath[] {
  return [...(yaml?.facts.namedAfter ?? []), ...(yaml?.facts.related ?? [])]
}
