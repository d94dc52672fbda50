import type { EntryPath } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import { type Revision } from '../domain/revision.ts'
import { StaleRevisionError } from '../domain/errors.ts'
import { type Database, sql, type Statement, UniqueError } from './database.ts'
import type { Act } from './entries.ts'

interface RevisionRow {
  entry_id: string
  locale: string
  number: number
  title: string
  summary: string
  body: string
  based_on: number | null
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
    savedBy: row.saved_by,
    savedAt: row.saved_at,
  }
}

/** The latest revision of every text. */
export async function listLatestRevisions(db: Database): Promise<Revision[]> {
  const rows = await db.all<RevisionRow>(
    sql`SELECT entry_id, locale, number, title, summary, body, based_on, saved_by, saved_at
      FROM revision r
      WHERE number = (SELECT max(number) FROM revision m WHERE m.entry_id = r.entry_id AND m.locale = r.locale)
      ORDER BY entry_id, locale /* every row */`,
  )
  return rows.map(revisionOf)
}

export async function listRevisions(
  db: Database,
  entry: EntryPath,
  locale: Locale,
): Promise<Revision[]> {
  const rows = await db.all<RevisionRow>(
    sql`SELECT entry_id, locale, number, title, summary, body, based_on, saved_by, saved_at
      FROM revision WHERE entry_id = ${entry} AND locale = ${locale} ORDER BY number`,
  )
  return rows.map(revisionOf)
}

export function insertRevision(r: Revision): Statement {
  return sql`INSERT INTO revision
      (entry_id, locale, number, title, summary, body, based_on, saved_by, saved_at)
    VALUES (${r.entry}, ${r.locale}, ${r.number}, ${r.title}, ${r.summary}, ${r.body}, ${r.basedOn},
      ${r.savedBy}, ${r.savedAt})`
}

/**
 * Saves a revision. The primary key is the lock: of two editors who both started from number 3, the second
 * to save number 4 gets StaleRevisionError.
 */
export async function addRevision(db: Database, revision: Revision): Promise<void> {
  try {
    await db.run(insertRevision(revision))
  } catch (error) {
    if (error instanceof UniqueError && error.columns.startsWith('revision.'))
      throw new StaleRevisionError(revision.number)
    throw error
  }
}

/** Makes one revision the public one of its locale, in place of the one before; other locales are not touched. */
export function publish(r: Pick<Revision, 'entry' | 'locale' | 'number'>, act: Act): Statement[] {
  return [
    sql`UPDATE publication SET ended_by = ${act.by}, ended_at = ${act.at}
      WHERE entry_id = ${r.entry} AND locale = ${r.locale} AND ended_at IS NULL`,
    sql`INSERT INTO publication (entry_id, locale, number, published_by, published_at)
      VALUES (${r.entry}, ${r.locale}, ${r.number}, ${act.by}, ${act.at})`,
  ]
}
