/** What an import of a table wrote, as it stands today, and the statements that take it back. */
import { officialName, type EntryPath, type Facts, type Name } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { ShortCode } from '../domain/short-code.ts'
import type { Sign } from '../domain/sign.ts'
import type { FactsToUndo, TextToUndo } from '../domain/table-undo.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/** Entries that are there no more are left out. */
export async function listFactsToUndo(
  db: Database,
  importId: number,
  locale: Locale,
): Promise<FactsToUndo[]> {
  const rows = await db.all<
    Omit<FactsToUndo, 'before' | 'name' | 'isAsWritten' | 'isLatest'> & {
      before: string | null
      names: string
      isAsWritten: number
      isLatest: number
    }
  >(
    sql`SELECT e.id, e.kind, e.slug, n.facts->'$.names' AS names, e.facts_number AS now,
        n.facts = a.facts AS isAsWritten, n.number = a.number AS isLatest, b.facts AS before,
        (SELECT count(*) FROM revision v WHERE v.entry_id = e.id) AS texts,
        (SELECT count(*) FROM publication p WHERE p.entry_id = e.id) AS publications,
        (SELECT count(*) FROM review_request q WHERE q.entry_id = e.id)
          + (SELECT count(*) FROM paragraph_note q WHERE q.entry_id = e.id)
          + (SELECT count(*) FROM scheduled_publication q WHERE q.entry_id = e.id)
          + (SELECT count(*) FROM minor_edit q WHERE q.entry_id = e.id)
          + (SELECT count(*) FROM confirmation q WHERE q.entry_id = e.id)
          + (SELECT count(*) FROM text_removal q WHERE q.entry_id = e.id) AS reviews,
        (SELECT count(*) FROM sign s WHERE s.entry_id = e.id)
          + (SELECT count(*) FROM legacy_code s WHERE s.entry_id = e.id) AS signs,
        (SELECT count(*) FROM entry_link l WHERE l.target_id = e.id AND NOT EXISTS (
          SELECT 1 FROM table_import_row o WHERE o.import_id = r.import_id AND o.what = 'facts'
            AND o.subject = l.entry_id AND o.before IS NULL)) AS links,
        (SELECT count(*) FROM entry_file x WHERE x.entry_id = e.id)
          + (SELECT count(*) FROM entry_upload x WHERE x.entry_id = e.id) AS pictures,
        (SELECT count(*) FROM settlement x WHERE x.entry_id = e.id) AS settlements
      FROM table_import_row r JOIN entry e ON e.id = r.subject
        JOIN facts n ON n.entry_id = e.id AND n.number = e.facts_number
        JOIN facts a ON a.entry_id = e.id AND a.number = CAST(r.after AS INTEGER)
        LEFT JOIN facts b ON b.entry_id = e.id AND b.number = CAST(r.before AS INTEGER)
      WHERE r.import_id = ${importId} AND r.what = 'facts' ORDER BY r.subject`,
  )
  return rows.map(({ before, names, ...row }) => ({
    ...row,
    name: officialName({ names: JSON.parse(names) as Name[] }, locale)?.text ?? row.slug,
    isAsWritten: row.isAsWritten === 1,
    isLatest: row.isLatest === 1,
    before: before === null ? null : (JSON.parse(before) as Facts),
  }))
}

/** True or not; the database says 1 or 0. */
type Told = 'isAsWritten' | 'isLatest' | 'isPublic' | 'isWaiting' | 'isRemoved'

/** Texts of the source language, `locale`: a table brings no others. */
export async function listTextsToUndo(
  db: Database,
  importId: number,
  locale: Locale,
): Promise<TextToUndo[]> {
  const rows = await db.all<
    Omit<TextToUndo, 'before' | 'name' | Told> & {
      names: string
      isAsWritten: number
      isLatest: number
      isPublic: number
      isWaiting: number
      isRemoved: number
      before: string | null
    }
  >(
    sql`SELECT e.id AS entry, e.kind, e.slug, n.facts->'$.names' AS names,
        l.number AS now,
        l.title = a.title AND l.summary = a.summary AND l.body = a.body AS isAsWritten,
        l.number = a.number AS isLatest,
        EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = e.id AND p.locale = ${locale}
          AND p.number >= CAST(r.after AS INTEGER) AND p.ended_at IS NULL) AS isPublic,
        EXISTS (SELECT 1 FROM review_request q WHERE q.entry_id = e.id AND q.locale = ${locale}
          AND q.number >= CAST(r.after AS INTEGER) AND q.decided_at IS NULL)
        OR EXISTS (SELECT 1 FROM scheduled_publication q WHERE q.entry_id = e.id AND q.locale = ${locale}
          AND q.number >= CAST(r.after AS INTEGER) AND q.done_at IS NULL
          AND q.cancelled_at IS NULL) AS isWaiting,
        EXISTS (SELECT 1 FROM text_removal d WHERE d.entry_id = e.id AND d.locale = ${locale}
          AND d.restored_at IS NULL) AS isRemoved,
        CASE WHEN b.number IS NOT NULL
          THEN json_object('title', b.title, 'summary', b.summary, 'body', b.body) END AS before
      FROM table_import_row r JOIN entry e ON e.id = r.subject
        JOIN facts n ON n.entry_id = e.id AND n.number = e.facts_number
        JOIN revision a ON a.entry_id = e.id AND a.locale = ${locale} AND a.number = CAST(r.after AS INTEGER)
        JOIN revision l ON l.entry_id = e.id AND l.locale = ${locale}
          AND l.number = (SELECT max(number) FROM revision m WHERE m.entry_id = e.id AND m.locale = ${locale})
        LEFT JOIN revision b ON b.entry_id = e.id AND b.locale = ${locale}
          AND b.number = CAST(r.before AS INTEGER)
      WHERE r.import_id = ${importId} AND r.what = 'text' ORDER BY r.subject`,
  )
  return rows.map(({ before, names, ...row }) => ({
    ...row,
    name: officialName({ names: JSON.parse(names) as Name[] }, locale)?.text ?? row.slug,
    isAsWritten: row.isAsWritten === 1,
    isLatest: row.isLatest === 1,
    isPublic: row.isPublic === 1,
    isWaiting: row.isWaiting === 1,
    isRemoved: row.isRemoved === 1,
    before: before === null ? null : (JSON.parse(before) as TextToUndo['before']),
  }))
}

/** Signs as the import wrote them, and as they were before it; null where it issued them. */
export async function listSignsToUndo(
  db: Database,
  importId: number,
): Promise<{ code: ShortCode; before: Sign | null; after: Sign }[]> {
  const rows = await db.all<{ code: ShortCode; before: string | null; after: string }>(
    sql`SELECT subject AS code, before, after FROM table_import_row
      WHERE import_id = ${importId} AND what = 'sign' ORDER BY subject`,
  )
  return rows.map(({ code, before, after }) => ({
    code,
    before: before === null ? null : (JSON.parse(before) as Sign),
    after: JSON.parse(after) as Sign,
  }))
}

/**
 * Takes entries out as an import made them: their first facts, their first text in `locale`, and what is derived from
 * them. Whatever has come to depend on one meanwhile, also a second state of its facts or texts, refuses all of it.
 */
export function removeEntries(ids: readonly EntryPath[], locale: Locale): Statement[] {
  const json = JSON.stringify(ids)
  return [
    sql`DELETE FROM search_due WHERE subject IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM search_row WHERE subject IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM search_name WHERE subject IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM revision WHERE locale = ${locale} AND number = 1
      AND entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM entry_link WHERE entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM entry_unit WHERE entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM entry_slug WHERE entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM work_use WHERE entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM facts_brief WHERE number = 1
      AND entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM facts WHERE number = 1
      AND entry_id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`DELETE FROM entry WHERE id IN (SELECT j.value FROM json_each(${json}) j)`,
    sql`UPDATE edition SET number = number + 1`,
  ]
}

/** Puts away texts that have no state to go back to; as removeText, of texts that are neither public nor waited for. */
export function putAwayTexts(
  entries: readonly EntryPath[],
  locale: Locale,
  { by, at }: Act,
): Statement {
  return sql`INSERT INTO text_removal (entry_id, locale, removed_by, removed_at)
    SELECT j.value, ${locale}, ${by}, ${at} FROM json_each(${JSON.stringify(entries)}) j`
}
