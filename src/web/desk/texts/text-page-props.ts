import type { Child } from 'hono/jsx'
import type { Differences } from '../../../content/paragraph-diff.ts'
import type { Source, ToVerify } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import type { Text } from '../../../domain/revision.ts'
import type { TextStanding } from '../../../domain/text-state.ts'
import type { Desk } from '../desk-layout.tsx'
import type { SourceShown } from '../source-column.tsx'
import type { TextActsProps } from './text-acts.tsx'
import type { FindingShown } from './text-beside.tsx'
import type { TextNotesProps } from './text-notes-view.tsx'
import type { FormProblems } from '../form-view.tsx'

/** All that the page of one text shows, and that its parts are given. */
export interface TextPageProps {
  desk: Desk
  name: string
  /** As in `/admin/entries/streets/le-loi/en`. */
  path: string
  entryPath: string
  locale: Locale
  standing: TextStanding
  /** What the fields hold, and the number of the revision they started from; 0 for none. */
  draft: Text & { number: number }
  /** Null for the source language, and where the source has no text. */
  source: SourceShown | null
  mayWrite: boolean
  problems: FormProblems
  /** What happened to what was sent, as a sentence; null for nothing. */
  said: string | null
  findings: readonly FindingShown[]
  sources: readonly Source[]
  toVerify: readonly ToVerify[]
  /** The latest revision's, with those settled; null before the first revision. */
  notes: TextNotesProps | null
  /** Templates a placard can be drawn in; null where nothing is drawn. */
  templates: readonly string[] | null
  acts: Omit<TextActsProps, 'say' | 'path'>
  conflict?: Child
  /** Shown to be read, for whoever reviews it; null where it is shown to be written. */
  reading: { differences: Differences | null } | null
}
