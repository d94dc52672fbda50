/** Remarks at the paragraphs of a revision, until somebody settles them. Who may is the caller's question. */
import type { EntryPath } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { RevisionRef, TextRef } from '../domain/revision.ts'
import type { OpenNotes } from '../domain/waiting.ts'
import { addAudit, perform, subjectOf } from './audit-log.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/** A remark on one paragraph, as it is written. */
export interface ParagraphNote {
  /** From 0, as paragraphsOf cuts the body. */
  paragraph: number
  text: string
}

/** A remark with the revision it was written at, by which its paragraph is found in later ones. */
export interface NoteRow extends ParagraphNote {
  id: number
  /** Number of the revision it was written at, and that revision's body. */
  number: number
  body: string
  by: string
  /** ISO 8601, UTC. */
  at: string
  settledBy: string | null
  settledAt: string | null
  /** Said when it was settled; '' for nothing. */
  answer: string
}

/** In the order of writing, settled ones too. */
export function listNotes(db: Database, { entry, locale }: TextRef): Promise<NoteRow[]> {
  return db.all<NoteRow>(sql`
    SELECT n.id, n.number, n.paragraph, n.text, n.by, n.at, n.settled_by AS settledBy,
      n.settled_at AS settledAt, n.answer, r.body
    FROM paragraph_note n JOIN revision r USING (entry_id, locale, number)
    WHERE n.entry_id = ${entry} AND n.locale = ${locale} ORDER BY n.id`)
}

/** How many remarks are open, by text; a text without any is left out. In no order. */
export async function listOpenNotes(db: Database): Promise<OpenNotes[]> {
  const rows = await db.all<{ entry: string; locale: string; count: number }>(sql`
    SELECT entry_id AS entry, locale, count(*) AS count FROM paragraph_note
    WHERE settled_at IS NULL GROUP BY entry_id, locale`)
  return rows.map(({ entry, locale, count }) => ({
    entry: entry as EntryPath,
    locale: locale as Locale,
    count,
  }))
}

/** Who may is the caller's question; so is whether the body has such a paragraph. */
export async function addNote(
  db: Database,
  revision: RevisionRef,
  note: ParagraphNote,
  act: Act,
): Promise<void> {
  await perform(db, insertNote(revision, note, act))
}

/** As addNote, as statements of a larger act. */
export function insertNote(
  revision: RevisionRef,
  { paragraph, text }: ParagraphNote,
  act: Act,
): Statement[] {
  const { entry, locale, number } = revision
  const details = { number, paragraph, text }
  return [
    sql`INSERT INTO paragraph_note (entry_id, locale, number, paragraph, text, by, at)
      VALUES (${entry}, ${locale}, ${number}, ${paragraph}, ${text}, ${act.by}, ${act.at})`,
    addAudit({ what: 'note.added', subject: subjectOf(revision), details }, act),
  ]
}

/** `note` is the id of the row; `answer` may be ''. OvertakenError when it is settled already. */
export async function settleNote(
  db: Database,
  note: number,
  answer: string,
  act: Act,
): Promise<void> {
  await perform(db, [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'note.settled', entry_id || '/' || locale,
        json_object('number', number, 'paragraph', paragraph, 'text', text, 'note', ${answer})
      FROM paragraph_note WHERE id = ${note}`,
    sql`UPDATE paragraph_note
      SET settled_by = ${act.by}, settled_at = ${act.at}, answer = ${answer} WHERE id = ${note}`,
  ])
}
