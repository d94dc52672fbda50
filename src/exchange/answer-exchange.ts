/**
 * What is done with a file of many rows, as one question and one answer: on Node another process answers, so that no
 * scan waits for a table (src/workshop/workshop-process.ts); a Worker answers itself.
 */
import type { Editor } from '../domain/editor.ts'
import { localDay } from '../domain/scan.ts'
import { deskMessage, type DeskLanguage } from '../messages/desk-message.ts'
import { subjectOf } from '../store/audit-log.ts'
import { UniqueError, type Database } from '../store/database.ts'
import type { Act } from '../store/entries.ts'
import { listSketches } from '../store/facts.ts'
import { addAudits, insertRevisions } from '../store/import-rows.ts'
import { findEdition, listUnits } from '../store/site-settings.ts'
import { randomBelow } from '../domain/random.ts'
import { columnsIn, type Table } from './tables/columns.ts'
import { textOf } from './tables/csv-grid.ts'
import type { Grid } from './tables/grid.ts'
import { isReady, type PlannedRow } from './tables/plan.ts'
import { planTable } from './tables/plan-table.ts'
import { planXliff, type XliffPlan } from './xliff/plan-xliff.ts'
import { readGrid, sentBack, type SentFile } from './tables/sent-file.ts'
import { writeTable } from './tables/write-table.ts'
import { readXliff } from './xliff/xliff.ts'
import { FILE_MAX, FileFault } from './file-fault.ts'
import type { DeskKey } from '../messages/desk-key.ts'
import type { CellProblem } from './problem.ts'

/** Every question says for whom it is asked: words come in their language, what is written bears their name. */
interface ByWhom {
  language: DeskLanguage
  editor: Editor
  act: Act
}

/**
 * `templates`: ids of those that can be printed, null where nobody knows. What is read first and written later is
 * planned twice.
 */
export type ExchangeQuestion = ByWhom &
  (
    | { do: 'read-table'; table: Table; file: SentFile; templates: string[] | null }
    | {
        do: 'write-table'
        table: Table
        /** JSON, as the preview gave them out; read as strictly as the file was. */
        grid: string
        seen: string
        name: string
        templates: string[] | null
      }
    | { do: 'read-xliff'; bytes: Uint8Array }
    | { do: 'write-xliff'; text: string }
  )

/** What a table would do, as a page shows it. */
export interface ShownTable {
  rows: PlannedRow[]
  problems: CellProblem[]
  notes: CellProblem[]
  isReady: boolean
  /** Rows about something that somebody else has saved since they were shown; none at the first look. */
  moved: PlannedRow[]
  /** JSON, for the next step. */
  grid: string
}

/**
 * A fault is about the file as a whole; what is wrong within it stands in the table or the plan. `written`: rows or
 * texts.
 */
export type ExchangeAnswer =
  | { table: ShownTable }
  | { plan: XliffPlan; text: string }
  | { written: number }
  | { fault: { key: DeskKey; values: Record<string, string | number> } }

/**
 * Faults of the file are answers; everything else throws. Plans and writes by what the database holds at this moment.
 */
export async function answerExchange(
  db: Database,
  question: ExchangeQuestion,
): Promise<ExchangeAnswer> {
  try {
    switch (question.do) {
      case 'read-table':
        return { table: await shown(db, question, await read(db, question)) }
      case 'write-table':
        return await table(db, question)
      case 'read-xliff': {
        const text = textOf(question.bytes)
        return { text, plan: await planFor(db, question, text) }
      }
      case 'write-xliff':
        return await xliff(db, question)
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { fault: { key: error.key, values: error.values } }
  }
}

async function read(db: Database, { table, file }: ExchangeQuestion & { do: 'read-table' }) {
  const { site } = await findEdition(db)
  if (!site) throw new Error('the database is empty')
  return readGrid(file, (cells) => columnsIn(cells, table, site, 'vi').keys.filter(Boolean).length)
}

type TableQuestion = ExchangeQuestion & { table: Table; templates: string[] | null }

async function planningFor(
  db: Database,
  { language, act, templates = null }: Partial<TableQuestion> & ByWhom,
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
    say: (key: DeskKey, values?: Record<string, string | number>) =>
      deskMessage(language, key, values),
    today: localDay(new Date(act.at), site.timeZone),
  }
}

/** `seen`: what each row was compared with when it was shown, by its number; null at the first look. */
async function shown(
  db: Database,
  question: TableQuestion,
  grid: Grid,
  seen: ReadonlyMap<number, string> | null = null,
): Promise<ShownTable> {
  const plan = await planTable(grid, question.table, await planningFor(db, question))
  const moved = seen ? movedSince(plan.rows, seen) : []
  const { rows, problems, notes } = plan
  return { rows, problems, notes, moved, isReady: isReady(plan), grid: JSON.stringify(grid) }
}

/** Rows that would do otherwise than when they were shown, those not shown before among them. */
function movedSince(rows: readonly PlannedRow[], seen: ReadonlyMap<number, string>): PlannedRow[] {
  return rows.filter(({ number, seen: now }) => seen.get(number) !== now)
}

/** Everything is read and planned again: what comes back from a browser is worth no more than the first time. */
async function table(
  db: Database,
  question: ExchangeQuestion & { do: 'write-table' },
): Promise<ExchangeAnswer> {
  const { grid, seen } = sentBack(question)
  for (;;) {
    const planning = await planningFor(db, question)
    const plan = await planTable(grid, question.table, planning)
    if (movedSince(plan.rows, seen).length > 0 || !isReady(plan))
      return { table: await shown(db, question, grid, seen) }
    const { site, sketches } = planning
    const written = await writeTable(plan, {
      db,
      site,
      sketches,
      table: question.table,
      act: question.act,
      random: randomBelow,
      file: question.name,
    })
    if (written === 'written')
      return { written: plan.rows.filter(({ doing }) => doing !== 'same').length }
  }
}

async function planFor(db: Database, question: ExchangeQuestion, text: string): Promise<XliffPlan> {
  const { site, sketches, say } = await planningFor(db, question)
  return planXliff(readXliff(text), { db, site, sketches, say, editor: question.editor })
}

/** One batch for all texts of the file: all are written or none. */
async function xliff(
  db: Database,
  question: ExchangeQuestion & { do: 'write-xliff' },
): Promise<ExchangeAnswer> {
  const { text, act } = question
  if (text === '' || text.length > FILE_MAX) throw new FileFault('import.fault.lost')
  for (;;) {
    const plan = await planFor(db, question, text)
    if (plan.problems.length > 0) return { plan, text }
    const revisions = plan.texts.flatMap(({ revision }) =>
      revision
        ? [
            {
              ...revision,
              locale: plan.locale,
              origin: 'hand' as const,
              savedBy: act.by,
              savedAt: act.at,
            },
          ]
        : [],
    )
    const lines = revisions.map((one) => ({
      what: 'text.translated',
      subject: subjectOf(one),
      details: { number: one.number, basedOn: one.basedOn },
    }))
    try {
      await db.batch([...insertRevisions(revisions), ...addAudits(lines, act)])
      return { written: revisions.length }
    } catch (error) {
      // Somebody saved one of them meanwhile: planned again, it is refused by name.
      if (!(error instanceof UniqueError)) throw error
    }
  }
}
