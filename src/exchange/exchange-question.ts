/** What is asked about files of many rows, and what is answered. */
import type { Editor } from '../domain/editor.ts'
import { localDay } from '../domain/scan.ts'
import type { DeskKey } from '../messages/desk-key.ts'
import { deskMessage, type DeskLanguage } from '../messages/desk-message.ts'
import type { Database } from '../store/database.ts'
import type { Act } from '../store/entries.ts'
import { listSketches } from '../store/facts.ts'
import { findEdition, listUnits } from '../store/site-settings.ts'
import type { CellProblem } from './problem.ts'
import type { TableAnswers } from './tables/answers.ts'
import type { Column, ReadColumn, Table } from './tables/columns.ts'
import type { PlannedRow } from './tables/plan.ts'
import type { TableQuestion } from './tables/question.ts'
import type { SentFile } from './tables/sent-file.ts'
import type { UndoRow } from '../domain/table-undo.ts'
import type { WorkKey } from '../domain/work.ts'
import type { XliffPlan } from './xliff/plan-xliff.ts'

/** Every question says for whom it is asked: words come in their language, what is written bears their name. */
export interface ByWhom {
  language: DeskLanguage
  editor: Editor
  act: Act
}

/** `templates`: ids of those that can be printed, null where nobody knows. */
interface AboutTable {
  table: Table
  templates: string[] | null
}

/** What a form sent back: JSON as the preview gave it out, read as strictly as the file was. */
export interface SentTable extends AboutTable {
  grid: string
  answers: string
  /** Fields of the form: answers, and cells mended on the page. */
  sent: [name: string, value: string][]
  /** What each row was compared with; '' where it was not shown yet. */
  seen: string
  /** Of the file. */
  name: string
  /** The tick that approved entries may wait for approval again. */
  mayPend: boolean
  /** The proposal it was opened from; null where the file was sent in now. */
  proposal: number | null
}

export type ReadTableQuestion = ByWhom & AboutTable & { do: 'read-table'; file: SentFile }
/** `plan-table` writes nothing; `propose-table` lays it before a publisher. What is read first is planned again. */
export type SentTableQuestion = ByWhom &
  SentTable & { do: 'plan-table' | 'propose-table' | 'write-table' }
export type XliffQuestion = ByWhom &
  ({ do: 'read-xliff'; bytes: Uint8Array } | { do: 'write-xliff'; text: string })

/** About an import that was written; `undo-table` takes back what nothing depends on. */
export type UndoQuestion = ByWhom & { do: 'plan-undo' | 'undo-table'; id: number }

/** A work that every entry resting on it is to tell so. */
export type WorkQuestion = ByWhom & {
  do: 'save-work'
  id: number
  told: Partial<Record<WorkKey, string>>
}

export type ExchangeQuestion =
  ReadTableQuestion | SentTableQuestion | XliffQuestion | UndoQuestion | WorkQuestion

/** A column as the page shows it, with what stands in its first cells. */
export interface ShownColumn extends ReadColumn {
  samples: string[]
}

/** What a table would do, as a page shows it. */
export interface ShownTable {
  rows: PlannedRow[]
  problems: CellProblem[]
  notes: CellProblem[]
  questions: TableQuestion[]
  columns: ShownColumn[]
  /** What a column can be, in the order of the template. */
  known: Column[]
  isReady: boolean
  /** Rows about something that somebody else has saved since they were shown; none at the first look. */
  moved: PlannedRow[]
  /** JSON, for the next step. */
  grid: string
  answers: string
}

/**
 * A fault is about the file as a whole; what is wrong within it stands in the table or the plan. `written`: rows or
 * texts; `proposed`: rows.
 */
export type ExchangeAnswer =
  | { table: ShownTable }
  | { plan: XliffPlan; text: string }
  | { written: number }
  | { proposed: number }
  | { undo: UndoRow[] }
  | { undone: number }
  | { fault: { key: DeskKey; values: Record<string, string | number> } }

/** The database as it is now, for whoever plans. */
export async function planningFor(
  db: Database,
  { language, act }: ByWhom,
  { templates, answers }: { templates: readonly string[] | null; answers: TableAnswers },
) {
  const { site } = await findEdition(db)
  if (!site) throw new Error('the database is empty')
  const [sketches, units] = await Promise.all([listSketches(db), listUnits(db)])
  return {
    db,
    site,
    sketches,
    units,
    language,
    templates,
    answers,
    say: (key: DeskKey, values?: Record<string, string | number>) =>
      deskMessage(language, key, values),
    today: localDay(new Date(act.at), site.timeZone),
  }
}
