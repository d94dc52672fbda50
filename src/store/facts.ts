/** The facts of one entry for those who edit them, and what is asked of all other entries meanwhile. */
import type { EntryPath, Facts, Kind } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { Text } from '../domain/revision.ts'
import { type Database, sql } from './database.ts'
import type { EntryState } from './entries.ts'

/** One state of the facts, as the history shows it. */
export interface FactsSaved {
  number: number
  facts: Facts
  savedBy: string
  /** ISO 8601, UTC. */
  savedAt: string
}

/** An entry as the form opens it. */
export interface FactsState extends EntryState {
  savedBy: string
  savedAt: string
  /** What visitors read meanwhile; null where that is this state, or where they read nothing of the entry. */
  shown: { number: number; facts: Facts } | null
  /** The latest revision of every text that was not removed. */
  texts: (Text & { locale: Locale; number: number })[]
}

/** Columns of JSON come as text; entryOf reads them. */
type FactsRow<T> = { [K in keyof T]: string } & { factsNumber: number }

/**
 * An entry under its slug of today, or else under a former one. Null when there is none; withheld entries too. One
 * query.
 */
export async function findFacts(
  db: Database,
  kind: Kind,
  slug: string,
): Promise<FactsState | null> {
  const row = await db.first<FactsRow<FactsState>>(sql`
    SELECT e.id, e.kind, e.slug, e.facts_number AS factsNumber, f.facts,
      f.saved_by AS savedBy, f.saved_at AS savedAt,
      (SELECT json_object('number', s.number, 'facts', json(s.facts)) FROM facts s
        WHERE s.entry_id = e.id AND s.number = e.public_facts_number AND s.number <> e.facts_number
          AND e.withheld = 0 AND EXISTS (SELECT 1 FROM publication p
            WHERE p.entry_id = e.id AND p.ended_at IS NULL)) AS shown,
      (SELECT json_group_object(name, digest) FROM entry_file WHERE entry_id = e.id) AS files,
      (SELECT json_group_array(json_object('locale', locale, 'number', number, 'title', title,
          'summary', summary, 'body', body, 'basedOn', based_on))
        FROM revision r WHERE r.entry_id = e.id
          AND number = (SELECT max(number) FROM revision m
            WHERE m.entry_id = r.entry_id AND m.locale = r.locale)
          AND NOT EXISTS (SELECT 1 FROM text_removal d
            WHERE d.entry_id = r.entry_id AND d.locale = r.locale AND d.restored_at IS NULL)) AS texts
    FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
    WHERE e.id = coalesce((SELECT id FROM entry WHERE kind = ${kind} AND slug = ${slug}),
      (SELECT entry_id FROM entry_slug WHERE kind = ${kind} AND slug = ${slug}))`)
  if (!row) return null
  const { savedBy, savedAt, shown, texts } = row
  return Object.assign(entryOf(row), {
    savedBy,
    savedAt,
    shown: JSON.parse(shown ?? 'null') as FactsState['shown'],
    texts: JSON.parse(texts) as FactsState['texts'],
  })
}

/**
 * Every state the facts of one entry have had, oldest first, with who saved it; an empty list when there is no such
 * entry.
 */
export async function listFactsSaved(db: Database, id: EntryPath): Promise<FactsSaved[]> {
  const rows = await db.all<Omit<FactsSaved, 'facts'> & { facts: string }>(
    sql`SELECT number, facts, saved_by AS savedBy, saved_at AS savedAt
      FROM facts WHERE entry_id = ${id} ORDER BY number`,
  )
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as Facts }))
}

/**
 * Entries whose facts name this one – as a stop, as whom they are named after, as related – in no order, withheld ones
 * too.
 */
export async function listEntriesNaming(db: Database, id: EntryPath): Promise<EntryState[]> {
  const rows = await db.all<FactsRow<EntryState>>(
    sql`SELECT e.id, e.kind, e.slug, e.facts_number AS factsNumber, f.facts,
        (SELECT json_group_object(name, digest) FROM entry_file WHERE entry_id = e.id) AS files
      FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
      WHERE e.id IN (SELECT entry_id FROM entry_link WHERE target_id = ${id} AND latest)`,
  )
  return rows.map(entryOf)
}

/** The parts of the facts that other entries ask about; the rest is not read. */
const SKETCHED = [
  ...(['names', 'formerSlugs', 'namedAfter', 'adminUnits', 'born', 'died'] as const),
  'withheld',
] as const

/** What entries ask of one another: how they are called, where they lie, whom they are named after. */
export interface EntrySketch {
  id: EntryPath
  kind: Kind
  slug: string
  // A key that the facts do not have is left out, not null.
  facts: Pick<Facts, Exclude<(typeof SKETCHED)[number], 'withheld'>> & Partial<Facts>
}

/** Of every entry, in one query; sources and texts, which are most of the bytes, stay where they are. */
export async function listSketches(db: Database): Promise<EntrySketch[]> {
  const rows = await db.all<Record<string, string | null>>(
    sql`SELECT e.id, e.kind, e.slug, f.facts->'$.names' AS names,
        f.facts->'$.formerSlugs' AS formerSlugs, f.facts->'$.namedAfter' AS namedAfter,
        f.facts->'$.adminUnits' AS adminUnits, f.facts->'$.born' AS born, f.facts->'$.died' AS died,
        f.facts->'$.withheld' AS withheld
      FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
      ORDER BY e.kind, e.slug /* every row */`,
  )
  return rows.map((row) => ({
    id: row['id'] as EntryPath,
    kind: row['kind'] as Kind,
    slug: row['slug'] ?? '',
    facts: Object.fromEntries(
      SKETCHED.flatMap((key) => (row[key] ? [[key, JSON.parse(row[key]) as unknown]] : [])),
    ) as EntrySketch['facts'],
  }))
}

function entryOf(row: FactsRow<EntryState>): EntryState {
  const { id, kind, slug, facts, factsNumber, files } = row
  return {
    id: id as EntryPath,
    kind: kind as Kind,
    slug,
    factsNumber,
    facts: JSON.parse(facts) as Facts,
    files: JSON.parse(files) as Record<string, string>,
  }
}
