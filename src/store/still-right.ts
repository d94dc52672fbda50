/**
 * What keeps translations good although their source has a newer revision: marks of minor edits, and confirmations. Who
 * may is the caller's question.
 */
import type { RevisionRef } from '../domain/revision.ts'
import { addAudit, perform, subjectOf } from './audit-log.ts'
import { type Database, sql } from './database.ts'
import type { Act } from './entries.ts'

/** `revision` is of the source language. OvertakenError when it is marked already. */
export async function markMinor(db: Database, revision: RevisionRef, act: Act): Promise<void> {
  const { entry, locale, number } = revision
  await perform(db, [
    sql`INSERT INTO minor_edit (entry_id, locale, number, marked_by, marked_at)
      VALUES (${entry}, ${locale}, ${number}, ${act.by}, ${act.at})`,
    addAudit({ what: 'minor-edit.marked', subject: subjectOf(revision), details: { number } }, act),
  ])
}

/** A mark in force ends. Nothing happens, and nothing is logged, where none is. */
export async function takeBackMinor(db: Database, revision: RevisionRef, act: Act): Promise<void> {
  const { entry, locale, number } = revision
  await perform(db, [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'minor-edit.taken-back', entry_id || '/' || locale,
        json_object('number', number)
      FROM minor_edit
      WHERE entry_id = ${entry} AND locale = ${locale} AND number = ${number} AND taken_back_at IS NULL`,
    sql`UPDATE minor_edit SET taken_back_by = ${act.by}, taken_back_at = ${act.at}
      WHERE entry_id = ${entry} AND locale = ${locale} AND number = ${number} AND taken_back_at IS NULL`,
  ])
}

/**
 * Signs that this revision of a translation says what that source revision says. OvertakenError when that is signed
 * already.
 */
export async function confirmStillRight(
  db: Database,
  revision: RevisionRef,
  sourceNumber: number,
  act: Act,
): Promise<void> {
  const { entry, locale, number } = revision
  const details = { number, sourceNumber }
  await perform(db, [
    sql`INSERT INTO confirmation (entry_id, locale, number, source_number, by, at)
      VALUES (${entry}, ${locale}, ${number}, ${sourceNumber}, ${act.by}, ${act.at})`,
    addAudit({ what: 'text.confirmed', subject: subjectOf(revision), details }, act),
  ])
}
