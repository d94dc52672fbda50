/** An entry keeps its id for life; its path may change. Files name entries by path, the database by id. */
import type { ReadEntry } from '../../content/check-content.ts'
import { entryPath, pathOf, type EntryPath } from '../../domain/entry.ts'
import type { EntryState } from '../../store/entries.ts'
import { freeId } from '../../domain/slug.ts'

/** Path -> id, for entries the database has and those that arrive. */
export type EntryIds = ReadonlyMap<EntryPath, EntryPath>

/**
 * Path -> id for every entry that arrives, and for those the database has. An arriving entry is one the database has
 * when its path is known, or when it says under which slug it was known and no entry lies there any more.
 */
export function idsFor(arriving: Iterable<ReadEntry>, known: readonly EntryState[]): EntryIds {
  const entries = [...arriving]
  const paths = new Set(entries.map((entry) => entry.path))
  const ids = new Map(known.map((state) => [pathOf(state), state.id]))
  const taken = new Set(known.map((state) => state.id))
  for (const { path, kind, facts } of entries) {
    if (ids.has(path)) continue
    const former = (facts.formerSlugs ?? [])
      .map((slug) => entryPath(kind, slug))
      .find((old) => ids.has(old) && !paths.has(old))
    ids.set(path, (former && ids.get(former)) ?? freeId(path, taken))
    if (former) ids.delete(former)
  }
  return ids
}

/**
 * Arriving entries that lie where one the database has lay before it was moved there: an older copy of the folder.
 * Taken as they come, each would become a second entry about the same thing.
 */
export function movedAway(
  arriving: Iterable<ReadEntry>,
  known: readonly EntryState[],
): EntryPath[] {
  const here = new Set(known.map(pathOf))
  const left = new Set(
    known.flatMap(({ kind, facts }) =>
      (facts.formerSlugs ?? []).map((slug) => entryPath(kind, slug)),
    ),
  )
  return [...arriving].map(({ path }) => path).filter((path) => left.has(path) && !here.has(path))
}
