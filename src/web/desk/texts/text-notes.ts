/** Notes to a text, settled ones too, each beside the paragraph it is about as that stands in `latest`. */
import type { Context } from 'hono'
import { placeOfNote } from '../../../content/note-place.ts'
import { placedParagraphs } from '../../../content/paragraphs.ts'
import type { Revision } from '../../../domain/revision.ts'
import { listNotes } from '../../../store/notes.ts'
import { dateIn } from '../dates.ts'
import type { NoteShown, TextNotesProps } from './text-notes-view.tsx'
import type { TextAtDesk } from '../entry-of.ts'
import type { DeskEnv } from '../desk-env.ts'

export async function notesFor(
  c: Context<DeskEnv>,
  { history, locale }: TextAtDesk,
  latest: Revision,
  { names, typed }: { names: (by: string) => string; typed: TextNotesProps['typed'] },
): Promise<TextNotesProps> {
  const rows = await listNotes(c.env.services.db, { entry: history.id, locale })
  const date = (iso: string) => dateIn(c.get('language'), iso, c.get('site').timeZone)
  const notes = rows.map((row): NoteShown => ({
    ...placeOfNote(row.paragraph, row.body, latest.body, locale),
    id: row.id,
    number: row.number,
    text: row.text,
    by: names(row.by),
    date: date(row.at),
    settled:
      row.settledBy === null || row.settledAt === null
        ? null
        : { by: names(row.settledBy), date: date(row.settledAt), answer: row.answer },
  }))
  return { number: latest.number, notes, paragraphs: placedParagraphs(latest.body), typed }
}

/** Zero before the first revision. */
export function openIn(shown: TextNotesProps | null): number {
  return shown?.notes.filter(({ settled }) => settled === null).length ?? 0
}
