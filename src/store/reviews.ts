/** Review of one revision: asked for, decided once. Who may decide is the caller's question. */
import type { RevisionRef } from '../domain/revision.ts'
import { addAudit, perform, subjectOf } from './audit-log.ts'
import { type Database, sql } from './database.ts'
import type { Act } from './entries.ts'

/**
 * Takes the place of an open request for an earlier revision. OvertakenError when this or a later one is asked about
 * already.
 */
export async function askReview(db: Database, revision: RevisionRef, act: Act): Promise<void> {
  const { entry, locale, number } = revision
  await perform(db, [
    sql`UPDATE review_request SET decision = 'superseded', decided_by = ${act.by}, decided_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND number < ${number} AND decided_at IS NULL`,
    sql`INSERT INTO review_request (entry_id, locale, number, asked_by, asked_at)
      VALUES (${entry}, ${locale}, ${number}, ${act.by}, ${act.at})`,
    addAudit({ what: 'review.asked', subject: subjectOf(revision), details: { number } }, act),
  ])
}

/** What a reviewer says of a request. */
export interface Decision {
  decision: 'approved' | 'returned'
  /** For whoever asked; '' for none. */
  note: string
}

/** `request` is the id of the row. OvertakenError when it is decided already. */
export async function decideReview(
  db: Database,
  request: number,
  { decision, note }: Decision,
  act: Act,
): Promise<void> {
  await perform(db, [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'review.' || ${decision}, entry_id || '/' || locale,
        json_object('number', number, 'note', ${note})
      FROM review_request WHERE id = ${request}`,
    sql`UPDATE review_request
      SET decision = ${decision}, note = ${note}, decided_by = ${act.by}, decided_at = ${act.at}
      WHERE id = ${request}`,
  ])
}
