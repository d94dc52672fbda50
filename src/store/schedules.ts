/** Publications that wait for their time. */
import type { Kind, Name } from '../domain/entry.ts'
import { OvertakenError } from '../domain/errors.ts'
import type { RevisionRef } from '../domain/revision.ts'
import { addAudit, perform, subjectOf } from './audit-log.ts'
import { type Database, sql } from './database.ts'
import type { Act } from './entries.ts'
import { publish } from './revisions.ts'

/** OvertakenError when a publication of this text waits already: cancel that one first. */
export async function schedulePublication(
  db: Database,
  revision: RevisionRef,
  due: Date,
  act: Act,
): Promise<void> {
  const { entry, locale, number } = revision
  const details = { number, due: due.toISOString() }
  await perform(db, [
    sql`INSERT INTO scheduled_publication (entry_id, locale, number, by, at, due)
      VALUES (${entry}, ${locale}, ${number}, ${act.by}, ${act.at}, ${details.due})`,
    addAudit({ what: 'text.scheduled', subject: subjectOf(revision), details }, act),
  ])
}

/** `schedule` is the id of the row. OvertakenError when it was published or cancelled before. */
export async function cancelPublication(db: Database, schedule: number, act: Act): Promise<void> {
  await perform(db, [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'text.schedule-cancelled', entry_id || '/' || locale,
        json_object('number', number, 'due', due)
      FROM scheduled_publication WHERE id = ${schedule}`,
    sql`UPDATE scheduled_publication SET cancelled_by = ${act.by}, cancelled_at = ${act.at}
      WHERE id = ${schedule}`,
  ])
}

/** A publication that waits for its time. */
export interface Scheduled extends RevisionRef {
  id: number
  kind: Kind
  slug: string
  names: Name[]
  by: string
  /** ISO 8601, UTC. */
  at: string
  due: string
}

/** The soonest first, `limit` at most. */
export async function listScheduled(db: Database, limit: number): Promise<Scheduled[]> {
  const rows = await db.all<Scheduled & { names: string }>(
    sql`SELECT s.id, s.entry_id AS entry, s.locale, s.number, s.by, s.at, s.due, e.kind, e.slug, b.names
      FROM scheduled_publication s JOIN entry e ON e.id = s.entry_id
        JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
      WHERE s.done_at IS NULL AND s.cancelled_at IS NULL ORDER BY s.due, s.id LIMIT ${limit}`,
  )
  return rows.map((row) => ({ ...row, names: JSON.parse(row.names) as Name[] }))
}

/**
 * Publishes what is due, in the name of whoever scheduled it, each in a batch of its own. One that another process was
 * faster with, or whose text was removed, is left out of the answer.
 */
export async function publishDue(db: Database, now: Date): Promise<RevisionRef[]> {
  const at = now.toISOString()
  const due = await db.all<RevisionRef & { id: number; by: string; due: string }>(
    sql`SELECT id, entry_id AS entry, locale, number, by, due FROM scheduled_publication
      WHERE due <= ${at} AND done_at IS NULL AND cancelled_at IS NULL ORDER BY due, id`,
  )
  const published: RevisionRef[] = []
  for (const { id, by, due: since, entry, locale, number } of due) {
    const revision = { entry, locale, number }
    const details = { number, due: since }
    try {
      await perform(db, [
        sql`UPDATE scheduled_publication SET done_at = ${at} WHERE id = ${id}`,
        ...publish(revision, { by, at }),
        addAudit({ what: 'text.published', subject: subjectOf(revision), details }, { by, at }),
      ])
      published.push(revision)
    } catch (error) {
      if (!(error instanceof OvertakenError)) throw error
    }
  }
  return published
}
