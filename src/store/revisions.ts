/** Revisions of texts. Rows are never changed: a correction is the next number. */
import type { EntryPath } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { Origin, Revision, RevisionRef, TextRef } from '../domain/revision.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

interface RevisionRow {
  entry_id: string
  locale: string
  number: number
  title: string
  summary: string
  body: string
  based_on: number | null
  origin: string
  saved_by: string
  saved_at: string
}

function revisionOf(row: RevisionRow): Revision {
  return {
    entry: row.entry_id as EntryPath,
    locale: row.locale as Locale,
    number: row.number,
    title: row.title,
    summary: row.summary,
    body: row.body,
    basedOn: row.based_on,
    origin: row.origin as Origin,
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }
}

/**
 * The latest revision of every text that was not removed, drafts and texts of withheld entries included, by entry and
 * locale.
 */
export async function listLatestRevisions(db: Database): Promise<Revision[]> {
  const rows = await db.all<RevisionRow>(
    sql`SELECT entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at
      FROM revision r
      WHERE number = (SELECT max(number) FROM revision m WHERE m.entry_id = r.entry_id AND m.locale = r.locale)
        AND NOT EXISTS (SELECT 1 FROM text_removal d
          WHERE d.entry_id = r.entry_id AND d.locale = r.locale AND d.restored_at IS NULL)
      ORDER BY entry_id, locale /* every row */`,
  )
  return rows.map(revisionOf)
}

/** Every revision of one text, oldest first; an empty list when it has none. */
export async function listRevisions(
  db: Database,
  entry: EntryPath,
  locale: Locale,
): Promise<Revision[]> {
  const rows = await db.all<RevisionRow>(
    sql`SELECT entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at
      FROM revision WHERE entry_id = ${entry} AND locale = ${locale} ORDER BY number`,
  )
  return rows.map(revisionOf)
}

/** Null when there is none. Whether it may be shown is the caller's question: drafts are found too. */
export async function findRevision(
  db: Database,
  { entry, locale, number }: RevisionRef,
): Promise<Revision | null> {
  const row = await db.first<RevisionRow>(
    sql`SELECT entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at
      FROM revision WHERE entry_id = ${entry} AND locale = ${locale} AND number = ${number}`,
  )
  return row && revisionOf(row)
}

/** The last one saved, whoever saved it, public or not, removed or not; null when the text has none. */
export async function findLatestRevision(
  db: Database,
  { entry, locale }: TextRef,
): Promise<Revision | null> {
  const row = await db.first<RevisionRow>(
    sql`SELECT entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at
      FROM revision WHERE entry_id = ${entry} AND locale = ${locale} ORDER BY number DESC LIMIT 1`,
  )
  return row && revisionOf(row)
}

/** UniqueError on `revision.…` when the number is taken. */
export function insertRevision(r: Revision): Statement {
  return sql`INSERT INTO revision
      (entry_id, locale, number, title, summary, body, based_on, origin, saved_by, saved_at)
    VALUES (${r.entry}, ${r.locale}, ${r.number}, ${r.title}, ${r.summary}, ${r.body}, ${r.basedOn},
      ${r.origin}, ${r.savedBy}, ${r.savedAt})`
}

/**
 * Makes one revision the public one of its locale, in place of the one before, and ends what waited for this
 * revision or an earlier one: a request for review, a scheduled publication. Other locales are not touched.
 */
export function publish({ entry, locale, number }: RevisionRef, act: Act): Statement[] {
  return [
    sql`UPDATE publication SET ended_by = ${act.by}, ended_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND ended_at IS NULL`,
    sql`INSERT INTO publication (entry_id, locale, number, published_by, published_at)
      VALUES (${entry}, ${locale}, ${number}, ${act.by}, ${act.at})`,
    sql`UPDATE review_request SET decision = 'superseded', decided_by = ${act.by}, decided_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND number <= ${number} AND decided_at IS NULL`,
    sql`UPDATE scheduled_publication SET cancelled_by = ${act.by}, cancelled_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND number <= ${number}
        AND done_at IS NULL AND cancelled_at IS NULL`,
  ]
}
