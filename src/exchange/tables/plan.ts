/** What a table would do, row by row, before anything is written. */
import type { EntryPath, Facts, Kind } from '../../domain/entry.ts'
import type { Sign } from '../../domain/sign.ts'
import type { Problem } from '../problem.ts'

export type Doing = 'new' | 'changed' | 'same' | 'problem'

export interface PlannedRow {
  number: number
  /** Of the entry or of the sign, as far as the row says it. */
  name: string
  /** Entry path or code; '' where the row names none. */
  subject: string
  doing: Doing
  /** Keys of facts, fields of the text or of the sign. */
  changed: string[]
  /** What stood in the database when the row was looked at: numbers of facts and text, or the sign itself. */
  seen: string
}

export interface PlannedEntry {
  id: EntryPath
  kind: Kind
  slug: string
  factsNumber: number
  /** Null when only the text changes. */
  facts: Facts | null
  text: { number: number; title: string; summary: string; body: string } | null
}

export interface Plan {
  rows: PlannedRow[]
  problems: Problem[]
  /** What was mended without asking; nothing waits for it. */
  notes: Problem[]
  entries: PlannedEntry[]
  newSigns: Omit<Sign, 'code'>[]
  placedSigns: Sign[]
}

export function isReady({ problems, rows }: Plan): boolean {
  return problems.length === 0 && rows.some(({ doing }) => doing === 'new' || doing === 'changed')
}
