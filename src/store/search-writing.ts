/** The tables of search, written from what is public. What is due is told by the triggers of migration 0020. */
import type { EntryUnit, Kind, Name } from '../domain/entry.ts'
import type { FoundKind } from '../domain/search.ts'
import { type Database, sql, type Statement } from './database.ts'

/** An entry that the index must take up anew, or forget. */
export interface DueEntry {
  subject: string
  /** Given by the triggers at each change: the same stamp later means that nothing has changed since. */
  stamp: string
  /** Null when nothing of it is public. */
  entry: { kind: Kind; names: Name[]; units: EntryUnit[]; texts: DueText[] } | null
}

/** A public text, as the index takes it up. */
export interface DueText {
  locale: string
  title: string
  summary: string
  /** Markdown, withheld passages included. */
  body: string
}

/** One row of the index; `words` are in the form of indexWords. */
export interface SearchDocument {
  /** An entry's id, or `units/…`. */
  subject: string
  kind: FoundKind
  /** Of a text; '' for the row of names and places. */
  locale: string
  /** Folded. */
  names: string[]
  title: string
  summary: string
  /** Public words only. */
  body: string
  words: { names: string; places: string; title: string; summary: string; body: string }
}

/** One name, for the search by its beginning. */
export interface SearchName {
  subject: string
  text: string
  locale: string
  folded: string
}

/** The stamp under which the admin units wait to be written anew; null when they are up to date. */
export async function findUnitsDue(db: Database): Promise<string | null> {
  const row = await db.first<{ stamp: string }>(
    sql`SELECT stamp FROM search_due WHERE subject = 'units'`,
  )
  return row?.stamp ?? null
}

/**
 * At most `limit` entries that are to be written anew, in no order; as a rule there is none. Withheld and unpublished
 * ones come with `entry` null, to be taken out.
 */
export async function listDue(db: Database, limit: number): Promise<DueEntry[]> {
  const rows = await db.all<Record<string, string | null>>(sql`
    SELECT d.subject, d.stamp, e.kind, f.facts->'$.names' AS names, f.facts->'$.adminUnits' AS units,
      (SELECT json_group_array(json_object('locale', r.locale, 'title', r.title,
          'summary', r.summary, 'body', r.body))
        FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
        WHERE p.entry_id = e.id AND p.ended_at IS NULL) AS texts
    FROM search_due d
      LEFT JOIN entry e ON e.id = d.subject AND e.withheld = 0
      LEFT JOIN facts f ON f.entry_id = e.id AND f.number = e.public_facts_number
    WHERE d.subject <> 'units' LIMIT ${limit} /* every row */`)
  return rows.map((row) => {
    const texts = JSON.parse(row['texts'] ?? '[]') as DueText[]
    const [subject, stamp] = [row['subject'] ?? '', row['stamp'] ?? '']
    if (texts.length === 0) return { subject, stamp, entry: null }
    const entry = {
      kind: row['kind'] as Kind,
      names: JSON.parse(row['names'] ?? '[]') as Name[],
      units: JSON.parse(row['units'] ?? '[]') as EntryUnit[],
      texts,
    }
    return { subject, stamp, entry }
  })
}

/** Writes what was read under these stamps, but nothing of a subject that has changed meanwhile: that stays due. */
export async function saveDocuments(
  db: Database,
  stamps: ReadonlyMap<string, string>,
  documents: readonly SearchDocument[],
  names: readonly SearchName[],
): Promise<void> {
  const due = JSON.stringify([...stamps].map(([subject, stamp]) => ({ subject, stamp })))
  const rows = JSON.stringify(documents)
  const current = JSON.stringify(names)
  await db.batch([
    sql`DELETE FROM search_row WHERE subject IN (SELECT d.subject FROM json_each(${due}) j
        JOIN search_due d ON d.subject = j.value->>'subject' AND d.stamp = j.value->>'stamp')`,
    sql`DELETE FROM search_name WHERE subject IN (SELECT d.subject FROM json_each(${due}) j
      JOIN search_due d ON d.subject = j.value->>'subject' AND d.stamp = j.value->>'stamp')`,
    sql`INSERT INTO search_row (subject, kind, locale, names, title, summary, body)
      SELECT d.subject, r.value->>'kind', r.value->>'locale', r.value->'names', r.value->>'title',
        r.value->>'summary', r.value->>'body'
      FROM json_each(${rows}) r
        JOIN json_each(${due}) j ON j.value->>'subject' = r.value->>'subject'
        JOIN search_due d ON d.subject = j.value->>'subject' AND d.stamp = j.value->>'stamp'`,
    sql`INSERT INTO search_names (rowid, names, places)
      SELECT s.id, r.value->>'$.words.names', r.value->>'$.words.places'
      FROM json_each(${rows}) r
        JOIN json_each(${due}) j ON j.value->>'subject' = r.value->>'subject'
        JOIN search_due d ON d.subject = j.value->>'subject' AND d.stamp = j.value->>'stamp'
        JOIN search_row s ON s.subject = d.subject AND s.locale = r.value->>'locale'
      WHERE s.locale = ''`,
    sql`INSERT INTO search_words (rowid, title, summary, body)
      SELECT s.id, r.value->>'$.words.title', r.value->>'$.words.summary', r.value->>'$.words.body'
      FROM json_each(${rows}) r
        JOIN json_each(${due}) j ON j.value->>'subject' = r.value->>'subject'
        JOIN search_due d ON d.subject = j.value->>'subject' AND d.stamp = j.value->>'stamp'
        JOIN search_row s ON s.subject = d.subject AND s.locale = r.value->>'locale'
      WHERE s.locale <> ''`,
    sql`INSERT INTO search_name (subject, text, locale, folded)
      SELECT d.subject, n.value->>'text', n.value->>'locale', n.value->>'folded'
      FROM json_each(${current}) n
        JOIN json_each(${due}) j ON j.value->>'subject' = n.value->>'subject'
        JOIN search_due d ON d.subject = j.value->>'subject' AND d.stamp = j.value->>'stamp'`,
    addSyllables(names),
    sql`DELETE FROM search_due WHERE (subject, stamp) IN (
      SELECT j.value->>'subject', j.value->>'stamp' FROM json_each(${due}) j)`,
  ])
}

/** Replaces the admin units, and makes every entry due: their wards are found by these names. */
export async function saveUnitDocuments(
  db: Database,
  stamp: string,
  documents: readonly SearchDocument[],
  names: readonly SearchName[],
): Promise<void> {
  const rows = JSON.stringify(documents)
  await db.batch([
    sql`DELETE FROM search_row WHERE subject >= 'units/' AND subject < 'units0'`,
    sql`DELETE FROM search_name WHERE subject >= 'units/' AND subject < 'units0'`,
    sql`INSERT INTO search_row (subject, kind, locale, names, title, summary, body)
      SELECT r.value->>'subject', 'unit', '', r.value->'names', r.value->>'title', '', ''
      FROM json_each(${rows}) r`,
    sql`INSERT INTO search_names (rowid, names, places) SELECT s.id, r.value->>'$.words.names', ''
      FROM json_each(${rows}) r JOIN search_row s ON s.subject = r.value->>'subject' AND s.locale = ''`,
    sql`INSERT INTO search_name (subject, text, locale, folded)
      SELECT n.value->>'subject', n.value->>'text', n.value->>'locale', n.value->>'folded'
      FROM json_each(${JSON.stringify(names)}) n`,
    addSyllables(names),
    sql`INSERT INTO search_due (subject, stamp) SELECT id, hex(randomblob(8)) FROM entry WHERE true
      ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp /* every row */`,
    sql`DELETE FROM search_due WHERE subject = 'units' AND stamp = ${stamp}`,
  ])
}

/** Words only ever come: one that no name has any more costs a comparison and finds nothing. */
function addSyllables(names: readonly SearchName[]): Statement {
  const words = new Set(names.flatMap((name) => name.folded.split(' ')))
  return sql`INSERT INTO search_syllable (word)
    SELECT j.value FROM json_each(${JSON.stringify([...words])}) j WHERE true ON CONFLICT DO NOTHING`
}

/** Makes everything due: the whole index is written anew before the next search is answered. */
export async function dropSearch(db: Database): Promise<void> {
  await db.batch([
    sql`DELETE FROM search_row /* every row */`,
    sql`DELETE FROM search_name /* every row */`,
    sql`DELETE FROM search_syllable /* every row */`,
    sql`INSERT INTO search_due (subject, stamp) VALUES ('units', hex(randomblob(8)))
      ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp`,
  ])
}
