import type { EntryPath, Facts, Kind, Name } from '../domain/entry.ts'
import { type Database, sql, type Statement } from './database.ts'

/**
 * Who did something, and when (ISO 8601, UTC). `by` is the e-mail address of an editor, or the name of what acted
 * without one.
 */
export interface Act {
  by: string
  at: string
}

/** An entry with the facts that count today. */
export interface EntryState {
  /** The path it was first imported under; it stays when the slug changes, and every other table names it. */
  id: EntryPath
  kind: Kind
  /** Today's, the last part of its address: `le-loi`. */
  slug: string
  facts: Facts
  /** Counts the states the facts have had, from 1. */
  factsNumber: number
  /** File name -> SHA-256 of its bytes. */
  files: Record<string, string>
}

/** Every entry, withheld ones too, in the order of ids. */
export async function listEntries(db: Database): Promise<EntryState[]> {
  const rows = await db.all<{ [K in keyof EntryState]: string } & { factsNumber: number }>(
    sql`SELECT e.id, e.kind, e.slug, e.facts_number AS factsNumber, f.facts,
        (SELECT json_group_object(name, digest) FROM entry_file WHERE entry_id = e.id) AS files
      FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
      ORDER BY e.id /* every row */`,
  )
  return rows.map((row) => ({
    ...row,
    id: row.id as EntryPath,
    kind: row.kind as Kind,
    facts: JSON.parse(row.facts) as Facts,
    files: JSON.parse(row.files) as Record<string, string>,
  }))
}

/**
 * What those of `ids` that exist are called today, withheld ones too; those that do not exist are left out of the map.
 */
export async function listNames(
  db: Database,
  ids: readonly EntryPath[],
): Promise<Map<EntryPath, Name[]>> {
  const rows = await db.all<{ id: string; names: string }>(
    sql`SELECT e.id, f.facts->'$.names' AS names
      FROM json_each(${JSON.stringify([...new Set(ids)])}) j
        JOIN entry e ON e.id = j.value
        JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number`,
  )
  return new Map(rows.map((row) => [row.id as EntryPath, JSON.parse(row.names) as Name[]]))
}

/** Every state the facts of one entry have had, oldest first; an empty list when there is no such entry. */
export async function listFacts(db: Database, id: EntryPath): Promise<Facts[]> {
  const rows = await db.all<{ facts: string }>(
    sql`SELECT facts FROM facts WHERE entry_id = ${id} ORDER BY number`,
  )
  return rows.map((row) => JSON.parse(row.facts) as Facts)
}

/**
 * Saves the next state of an entry's facts with everything derived from them. `factsNumber` is the lock:
 * of two savers of the same number the second gets a UniqueError. `ids` tells the ids of the paths it links to.
 * Visitors read the new state once it is approved, or at once where they read nothing yet; triggers see to that.
 */
export function saveEntry(
  entry: EntryState,
  ids: ReadonlyMap<EntryPath, EntryPath>,
  act: Act,
): Statement[] {
  const { id, kind, slug, facts, factsNumber, files } = entry
  const withheld = facts.withheld ? 1 : 0
  return [
    sql`INSERT INTO entry (id, kind, slug, facts_number, withheld)
      VALUES (${id}, ${kind}, ${slug}, ${factsNumber}, ${withheld})
      ON CONFLICT (id) DO UPDATE SET slug = excluded.slug, facts_number = excluded.facts_number,
        withheld = excluded.withheld`,
    sql`INSERT INTO facts (entry_id, number, facts, saved_by, saved_at)
      VALUES (${id}, ${factsNumber}, ${JSON.stringify(facts)}, ${act.by}, ${act.at})`,
    sql`DELETE FROM entry_slug WHERE entry_id = ${id}`,
    sql`INSERT INTO entry_slug (kind, slug, entry_id)
      SELECT ${kind}, j.value, ${id} FROM json_each(${JSON.stringify(facts.formerSlugs ?? [])}) j`,
    sql`DELETE FROM entry_link WHERE entry_id = ${id} AND (public = 0
      OR (SELECT public_facts_number = facts_number FROM entry WHERE id = ${id}))`,
    sql`UPDATE entry_link SET latest = 0 WHERE entry_id = ${id}`,
    sql`INSERT INTO entry_link (entry_id, target_id, relation, position, public)
      SELECT ${id}, j.value->>'target', j.value->>'relation', j.key,
        (SELECT public_facts_number = facts_number FROM entry WHERE id = ${id})
      FROM json_each(${JSON.stringify(linksOf(facts, ids))}) j WHERE true
      ON CONFLICT DO UPDATE SET latest = 1`,
    sql`DELETE FROM entry_file WHERE entry_id = ${id}`,
    sql`INSERT INTO entry_file (entry_id, name, digest)
      SELECT ${id}, j.key, j.value FROM json_each(${JSON.stringify(files)}) j`,
  ]
}

/** Visitors read the facts that are worked on from now on, approved or not. */
export function showFacts(id: EntryPath): Statement {
  return sql`UPDATE entry SET public_facts_number = facts_number WHERE id = ${id}`
}

/** As showFacts, unless what they read is approved, or is not the state before the latest one where `after` says so. */
export function showUnapproved(id: EntryPath, after: 'any' | 'the-one-before'): Statement {
  return sql`UPDATE entry SET public_facts_number = facts_number
    WHERE id = ${id} AND public_facts_number <> facts_number
      AND (${after} = 'any' OR public_facts_number = facts_number - 1)
      AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.entry_id = entry.id
        AND f.number = entry.public_facts_number AND f.facts->>'$.review.state' = 'approved')`
}

/** What one entry is to another: a stop of this walk, whom it is named after, or otherwise related. */
export type Relation = 'stop' | 'named-after' | 'related'

/**
 * Who points at whom, in the order of the facts. A target that `ids` does not know keeps its path: it may name an entry
 * that does not exist yet.
 */
export function linksOf(
  facts: Facts,
  ids: ReadonlyMap<EntryPath, EntryPath>,
): { target: EntryPath; relation: Relation }[] {
  const links = [
    ...(facts.stops ?? []).map(({ entry }) => ({ target: entry, relation: 'stop' as const })),
    ...(facts.namedAfter ?? []).map((target) => ({ target, relation: 'named-after' as const })),
    ...(facts.related ?? []).map((target) => ({ target, relation: 'related' as const })),
  ]
  return links.map(({ target, relation }) => ({ target: ids.get(target) ?? target, relation }))
}
