/** What an editor does with one text. Every act is one batch, and leaves its line in the audit log. */
import { StaleRevisionError } from '../domain/errors.ts'
import type { Revision, RevisionRef, TextRef } from '../domain/revision.ts'
import { addAudit, perform, subjectOf } from './audit-log.ts'
import { type Database, sql, type Statement, UniqueError } from './database.ts'
import type { Act } from './entries.ts'
import { insertRevision, publish } from './revisions.ts'

/** A revision before anybody has saved it; its number is one more than the one its writer started from. */
export type NewRevision = Omit<Revision, 'savedBy' | 'savedAt'>

/**
 * Saves a revision. The primary key is the lock: of two editors who both started from number 3, the second
 * to save number 4 gets StaleRevisionError.
 */
export async function saveText(db: Database, revision: NewRevision, act: Act): Promise<void> {
  const { number, basedOn, origin } = revision
  const details = { number, basedOn, origin }
  try {
    await db.batch([
      insertRevision({ ...revision, savedBy: act.by, savedAt: act.at }),
      addAudit({ what: 'text.saved', subject: subjectOf(revision), details }, act),
    ])
  } catch (error) {
    if (error instanceof UniqueError && error.columns.startsWith('revision.'))
      throw new StaleRevisionError(number)
    throw error
  }
}

/** Any revision of the text, not only the latest. OvertakenError when the text was removed. */
export async function publishText(db: Database, revision: RevisionRef, act: Act): Promise<void> {
  const { number } = revision
  await perform(db, [
    ...publish(revision, act),
    addAudit({ what: 'text.published', subject: subjectOf(revision), details: { number } }, act),
  ])
}

/** Nothing happens to a text that is not public. */
export async function unpublishText(db: Database, text: TextRef, act: Act): Promise<void> {
  await perform(db, unpublish(text, act))
}

/** The log first: after the update no row says which number was public. */
function unpublish({ entry, locale }: TextRef, act: Act): Statement[] {
  return [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'text.unpublished', entry_id || '/' || locale, json_object('number', number)
      FROM publication WHERE entry_id = ${entry} AND locale = ${locale} AND ended_at IS NULL`,
    sql`UPDATE publication SET ended_by = ${act.by}, ended_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND ended_at IS NULL`,
  ]
}

/**
 * Puts a text away: no longer public, nothing waits for it, all its revisions kept. OvertakenError when it is removed
 * already.
 */
export async function removeText(db: Database, text: TextRef, act: Act): Promise<void> {
  const { entry, locale } = text
  await perform(db, [
    ...unpublish(text, act),
    sql`UPDATE review_request SET decision = 'superseded', decided_by = ${act.by}, decided_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND decided_at IS NULL`,
    sql`UPDATE scheduled_publication SET cancelled_by = ${act.by}, cancelled_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND done_at IS NULL AND cancelled_at IS NULL`,
    sql`INSERT INTO text_removal (entry_id, locale, removed_by, removed_at)
      VALUES (${entry}, ${locale}, ${act.by}, ${act.at})`,
    addAudit({ what: 'text.removed', subject: subjectOf(text) }, act),
  ])
}

/** Takes a text back out, unpublished; nothing happens to one that was not removed. */
export async function restoreText(db: Database, text: TextRef, act: Act): Promise<void> {
  const { entry, locale } = text
  await perform(db, [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'text.restored', entry_id || '/' || locale, '{}'
      FROM text_removal WHERE entry_id = ${entry} AND locale = ${locale} AND restored_at IS NULL`,
    sql`UPDATE text_removal SET restored_by = ${act.by}, restored_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND restored_at IS NULL`,
  ])
}

/** Texts that are removed now, as `streets/le-loi/en`. */
export async function listRemovedTexts(db: Database): Promise<Set<string>> {
  const rows = await db.all<{ subject: string }>(
    sql`SELECT entry_id || '/' || locale AS subject FROM text_removal
      WHERE restored_at IS NULL /* every row */`,
  )
  return new Set(rows.map((row) => row.subject))
}
