/** Many entries, texts or signs at once: a statement for a few hundred rows each, since D1 takes only so many. */
import type { AuditLine } from '../domain/audit.ts'
import type { EntryPath, Facts } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { Revision } from '../domain/revision.ts'
import type { Sign } from '../domain/sign.ts'
import { type Database, sql, type Statement } from './database.ts'
import { linksOf, type Act, type EntryState } from './entries.ts'

/** Characters of JSON bound at once; D1 takes 2 MB. */
const A_PART = 400_000

/** Rows in their order, cut into statements of at most A_PART characters; one row longer than that goes alone. */
function inParts<Row>(rows: readonly Row[], statements: (json: string) => Statement[]) {
  const parts: string[][] = [[]]
  let length = 0
  for (const row of rows) {
    const json = JSON.stringify(row)
    if (length > 0 && length + json.length > A_PART) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(json)
    length += json.length
  }
  return parts.flatMap((part) => (part.length > 0 ? statements(`[${part.join()}]`) : []))
}

/** As saveEntry, of entries whose address and pictures stay as they are. A number taken meanwhile is a UniqueError. */
export function saveEntries(
  entries: readonly Omit<EntryState, 'files'>[],
  ids: ReadonlyMap<EntryPath, EntryPath>,
  act: Act,
): Statement[] {
  const rows = entries.map(({ facts, ...entry }) => ({
    ...entry,
    facts: JSON.stringify(facts),
    withheld: facts.withheld ? 1 : 0,
    links: linksOf(facts, ids),
  }))
  return inParts(rows, (json) => [
    sql`INSERT INTO entry (id, kind, slug, facts_number, withheld)
      SELECT j.value->>'id', j.value->>'kind', j.value->>'slug', j.value->>'factsNumber', j.value->>'withheld'
      FROM json_each(${json}) j WHERE true
      ON CONFLICT (id) DO UPDATE SET facts_number = excluded.facts_number`,
    sql`INSERT INTO facts (entry_id, number, facts, saved_by, saved_at)
      SELECT j.value->>'id', j.value->>'factsNumber', j.value->>'facts', ${act.by}, ${act.at}
      FROM json_each(${json}) j`,
    sql`DELETE FROM entry_link WHERE entry_id IN (SELECT j.value->>'id' FROM json_each(${json}) j)
      AND (public = 0 OR (SELECT e.public_facts_number = e.facts_number FROM entry e WHERE e.id = entry_id))`,
    sql`UPDATE entry_link SET latest = 0
      WHERE entry_id IN (SELECT j.value->>'id' FROM json_each(${json}) j)`,
    sql`INSERT INTO entry_link (entry_id, target_id, relation, position, public)
      SELECT j.value->>'id', l.value->>'target', l.value->>'relation', l.key,
        (SELECT e.public_facts_number = e.facts_number FROM entry e WHERE e.id = j.value->>'id')
      FROM json_each(${json}) j, json_each(j.value, '$.links') l WHERE true
      ON CONFLICT DO UPDATE SET latest = 1`,
  ])
}

/** As insertRevision. */
export function insertRevisions(revisions: readonly Revision[]): Statement[] {
  return inParts(revisions, (json) => [
    sql`INSERT INTO revision
        (entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at)
      SELECT j.value->>'entry', j.value->>'locale', j.value->>'number', j.value->>'title',
        j.value->>'summary', j.value->>'body', j.value->>'basedOn', j.value->>'origin',
        j.value->>'savedBy', j.value->>'savedAt'
      FROM json_each(${json}) j`,
  ])
}

/** As addAudit. */
export function addAudits(
  lines: readonly Pick<AuditLine, 'what' | 'subject' | 'details'>[],
  act: Act,
): Statement[] {
  return inParts(lines, (json) => [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, j.value->>'what', j.value->>'subject', j.value->'details'
      FROM json_each(${json}) j`,
  ])
}

/** New signs only: a code that exists already is a UniqueError. */
export function insertSigns(signs: readonly Sign[]): Statement[] {
  return inParts(signs, (json) => [
    sql`INSERT INTO sign (code, entry_id, issued_on, placement, lat, lon, accuracy_m, mount, height_mm,
        reading_distance_mm, template, faces, note)
      SELECT j.value->>'code', j.value->>'entry', j.value->>'issuedOn', j.value->>'placement',
        j.value->>'lat', j.value->>'lon', j.value->>'accuracyM', j.value->>'mount',
        j.value->>'heightMm', j.value->>'readingDistanceMm', j.value->>'template', j.value->>'faces',
        j.value->>'note'
      FROM json_each(${json}) j`,
  ])
}

/** What is known of where signs stand, and what they are about; all else of them stays. */
export function placeSigns(signs: readonly Sign[]): Statement[] {
  return inParts(signs, (json) => [
    sql`UPDATE sign SET entry_id = j.value->>'entry', placement = j.value->>'placement',
        lat = j.value->>'lat', lon = j.value->>'lon', accuracy_m = j.value->>'accuracyM',
        mount = j.value->>'mount', height_mm = j.value->>'heightMm',
        reading_distance_mm = j.value->>'readingDistanceMm', template = j.value->>'template',
        note = j.value->>'note'
      FROM json_each(${json}) j WHERE sign.code = j.value->>'code'`,
  ])
}

/**
 * Facts that count today with their number, and the names of the files beside them; entries that do not exist are left
 * out.
 */
export async function listFactsOf(
  db: Database,
  ids: readonly EntryPath[],
): Promise<Map<EntryPath, { facts: Facts; number: number; files: string[] }>> {
  const rows = await db.all<{ id: EntryPath; facts: string; number: number; files: string }>(
    sql`SELECT e.id, f.facts, f.number,
        (SELECT json_group_array(name) FROM entry_file WHERE entry_id = e.id) AS files
      FROM json_each(${JSON.stringify(ids)}) j JOIN entry e ON e.id = j.value
        JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number`,
  )
  return new Map(
    rows.map(({ id, facts, number, files }) => [
      id,
      { number, facts: JSON.parse(facts) as Facts, files: JSON.parse(files) as string[] },
    ]),
  )
}

/** A text as a table of translations shows it. */
export interface TextNow {
  entry: EntryPath
  number: number
  title: string
  summary: string
  body: string
  /** The source revision it was made from; null in the source language, or when nobody said. */
  basedOn: number | null
  isRemoved: boolean
  isPublic: boolean
}

/**
 * One text of each of `ids` that has it: its public revision where `which` is public and there is one, else the latest.
 * A removed text is among them, and says so; an entry without a text in this language is left out.
 */
export async function listTextsOf(
  db: Database,
  ids: readonly EntryPath[],
  locale: Locale,
  which: 'latest' | 'public' = 'latest',
): Promise<Map<EntryPath, TextNow>> {
  const rows = await db.all<
    Omit<TextNow, 'isRemoved' | 'isPublic'> & { isRemoved: number; isPublic: number }
  >(
    sql`SELECT r.entry_id AS entry, r.number, r.title, r.summary, r.body, r.based_on AS basedOn,
        EXISTS (SELECT 1 FROM text_removal d WHERE d.entry_id = r.entry_id AND d.locale = r.locale
          AND d.restored_at IS NULL) AS isRemoved,
        EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = r.entry_id AND p.locale = r.locale
          AND p.number = r.number AND p.ended_at IS NULL) AS isPublic
      FROM json_each(${JSON.stringify(ids)}) j
        JOIN revision r ON r.entry_id = j.value AND r.locale = ${locale}
      WHERE r.number = coalesce(
        (SELECT p.number FROM publication p WHERE p.entry_id = r.entry_id AND p.locale = r.locale
          AND p.ended_at IS NULL AND ${which} = 'public'),
        (SELECT max(number) FROM revision m WHERE m.entry_id = r.entry_id AND m.locale = r.locale))`,
  )
  return new Map(
    rows.map((row) => [
      row.entry,
      { ...row, isRemoved: row.isRemoved === 1, isPublic: row.isPublic === 1 },
    ]),
  )
}
