/** What a table would do, row by row, before anything is written. */
import type { EntryPath, Facts, Kind } from '../../domain/entry.ts'
import type { Sign } from '../../domain/sign.ts'
import type { CellProblem } from '../problem.ts'
import type { ReadColumn } from './columns.ts'
import type { TableQuestion } from './question.ts'

/** A row with a problem, or about which something is asked, does nothing, and the whole table with it. */
export type RowDoing = 'new' | 'changed' | 'same' | 'asked' | 'problem'

export interface PlannedRow {
  number: number
  /** Name of the entry or of the sign, as far as the row says it. */
  name: string
  /** Entry path or code; '' where the row names none. */
  subject: string
  doing: RowDoing
  /** Keys of facts, `text`, or fields of the sign. */
  changed: string[]
  /** What stood in the database when the row was looked at: numbers of facts and text, or the sign itself. */
  seen: string
  /** The entry is approved, and what the row changes of it waits for approval again. */
  isApproved: boolean
}

/** `factsNumber` is the next one, as the lock of its save. */
export interface PlannedEntry {
  id: EntryPath
  kind: Kind
  slug: string
  factsNumber: number
  /** Null when only the text changes. */
  facts: Facts | null
  text: { number: number; title: string; summary: string; body: string } | null
}

/** `rows` in the order of the file; the other lists hold only what would be written. */
export interface TablePlan {
  rows: PlannedRow[]
  problems: CellProblem[]
  /** What was mended without asking; nothing waits for it. */
  notes: CellProblem[]
  entries: PlannedEntry[]
  newSigns: Omit<Sign, 'code'>[]
  placedSigns: Sign[]
  /** What waits for an answer, each once. */
  questions: TableQuestion[]
  columns: ReadColumn[]
}

export function emptyPlan(): TablePlan {
  return {
    rows: [],
    problems: [],
    notes: [],
    entries: [],
    newSigns: [],
    placedSigns: [],
    questions: [],
    columns: [],
  }
}

/** False for a table that changes nothing, too. */
export function isReady({ problems, questions, rows }: TablePlan): boolean {
  const isClear = problems.length === 0 && questions.length === 0
  return isClear && rows.some(({ doing }) => doing === 'new' || doing === 'changed')
}
