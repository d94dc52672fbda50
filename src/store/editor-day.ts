/** What the page of an editor's day asks beside the states of all entries. */
import type { EntryPath } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { OpenReview } from '../domain/waiting.ts'
import { type Database, sql } from './database.ts'

/** Columns of JSON come as text. */
type ReviewRow = Omit<OpenReview, 'revisions' | 'publications'> & {
  revisions: string
  publications: string
}

/**
 * Requests nobody has decided, with what says who wrote the text; those who have waited longest come first. One query.
 */
export async function listOpenReviews(db: Database): Promise<OpenReview[]> {
  const rows = await db.all<ReviewRow>(
    sql`SELECT q.entry_id AS entry, q.locale, q.number, q.asked_by AS askedBy, q.asked_at AS askedAt,
        (SELECT json_group_array(json_object('locale', r.locale, 'number', r.number, 'basedOn', r.based_on,
            'origin', r.origin, 'savedBy', r.saved_by))
          FROM revision r WHERE r.entry_id = q.entry_id AND r.locale = q.locale) AS revisions,
        (SELECT json_group_array(json_object('id', p.id, 'locale', p.locale, 'number', p.number,
            'endedAt', p.ended_at))
          FROM publication p WHERE p.entry_id = q.entry_id AND p.locale = q.locale) AS publications
      FROM review_request q WHERE q.decided_at IS NULL ORDER BY q.asked_at, q.id /* every row */`,
  )
  return rows.map((row) => ({
    ...row,
    revisions: JSON.parse(row.revisions) as OpenReview['revisions'],
    publications: JSON.parse(row.publications) as OpenReview['publications'],
  }))
}

/** The last time somebody saved a text. */
export interface SavedText {
  entry: EntryPath
  locale: Locale
  number: number
  /** ISO 8601, UTC. */
  at: string
}

/**
 * The texts somebody saved last, the latest first, at most `limit`; each with the last of their own revisions of it.
 * The audit log tells it, so texts that came by import are left out.
 */
export async function listLastSaved(db: Database, by: string, limit: number): Promise<SavedText[]> {
  const rows = await db.all<{ subject: string; number: number; at: string }>(
    sql`SELECT subject, details->>'number' AS number, at, max(id) AS last FROM audit
      WHERE by = ${by} AND what = 'text.saved' GROUP BY subject ORDER BY last DESC LIMIT ${limit}`,
  )
  return rows.map(({ subject, number, at }) => {
    const cut = subject.lastIndexOf('/')
    return {
      entry: subject.slice(0, cut) as EntryPath,
      locale: subject.slice(cut + 1) as Locale,
      number,
      at,
    }
  })
}
