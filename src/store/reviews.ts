/** Review of one revision: asked for, decided once. Who may decide is the caller's question. */
import type { RevisionRef } from '../domain/revision.ts'
import { addAudit, perform, subjectOf } from './audit-log.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'
import { insertNote, type ParagraphNote } from './notes.ts'

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

/**
 * A decision on a revision, whether or not anybody had asked for one: statements of a larger act. An open request for it
 * or an earlier revision is decided with it.
 */
export function decideUnasked(
  { entry, locale, number }: RevisionRef,
  { decision, note }: Decision,
  act: Act,
): Statement[] {
  return [
    sql`UPDATE review_request SET decision = 'superseded', decided_by = ${act.by}, decided_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND number <= ${number} AND decided_at IS NULL`,
    sql`INSERT INTO review_request
        (entry_id, locale, number, asked_by, asked_at, decision, decided_by, decided_at, note)
      VALUES (${entry}, ${locale}, ${number}, coalesce(
        (SELECT asked_by FROM review_request WHERE entry_id = ${entry} AND locale = ${locale}
          AND number = ${number} ORDER BY id DESC LIMIT 1), ${act.by}),
        ${act.at}, ${decision}, ${act.by}, ${act.at}, ${note})`,
    addAudit(
      {
        what: `review.${decision}`,
        subject: subjectOf({ entry, locale }),
        details: { number, note },
      },
      act,
    ),
  ]
}

/** Sends a revision back with a remark at one of its paragraphs: both, or neither. */
export async function returnText(
  db: Database,
  revision: RevisionRef,
  note: ParagraphNote,
  act: Act,
): Promise<void> {
  await perform(db, [
    ...insertNote(revision, note, act),
    ...decideUnasked(revision, { decision: 'returned', note: note.text }, act),
  ])
}
