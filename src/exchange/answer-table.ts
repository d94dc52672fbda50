/**
 * A table, from the file to what is written. Everything is read and planned anew at each step: what comes back from a
 * browser is worth no more than the first time.
 */
import { addAudit } from '../store/audit-log.ts'
import { UniqueError, type Database } from '../store/database.ts'
import { findEdition } from '../store/site-settings.ts'
import { findTableColumns, saveTableColumns } from '../store/table-columns.ts'
import {
  addTableProposal,
  decideTableProposal,
  findTableProposal,
} from '../store/table-proposals.ts'
import { randomBelow } from '../domain/random.ts'
import {
  planningFor,
  type ByWhom,
  type ExchangeAnswer,
  type ReadTableQuestion,
  type SentTableQuestion,
  type ShownTable,
} from './exchange-question.ts'
import { FileFault } from './file-fault.ts'
import { readAnswers, TableAnswers, withSent } from './tables/answers.ts'
import { columnsIn, columnsOf, countKnown, headingsKey, type Table } from './tables/columns.ts'
import type { Grid } from './tables/grid.ts'
import { isReady, type PlannedRow, type TablePlan } from './tables/plan.ts'
import { planTable } from './tables/plan-table.ts'
import { readGrid, readSeen, sentBack } from './tables/sent-file.ts'
import { writeTable } from './tables/write-table.ts'

/** What was said of the columns of a table with the same headings holds for this one too. */
export async function readTable(db: Database, question: ReadTableQuestion): Promise<ShownTable> {
  const { site } = await findEdition(db)
  if (!site) throw new Error('the database is empty')
  const { table, file } = question
  const grid = await readGrid(file, (cells) => countKnown(cells, table, site))
  const columns = await findTableColumns(db, table, headingsKey(grid.headings))
  return shown(db, question, grid, new TableAnswers({ columns, said: [] }))
}

export async function sentTable(
  db: Database,
  question: SentTableQuestion,
): Promise<ExchangeAnswer> {
  const before = readAnswers(question.answers)
  const grid = sentBack(question.grid)
  const { site } = await findEdition(db)
  if (!site) throw new Error('the database is empty')
  const { columns } = columnsIn(grid.headings, question.table, site, 'vi', before.columns)
  // A column whose field nobody touched says nothing.
  const isTold = new Set(
    columns.flatMap(({ how, key }, i) =>
      how === 'unknown' ? [] : [`column-${i}=${key || 'none'}`],
    ),
  )
  const sent = question.sent.filter(([name, value]) => !isTold.has(`${name}=${value}`))
  const { answers, grid: mended } = withSent(before, grid, sent)
  const isSaidAnew =
    answers.json() !== before.json() || JSON.stringify(mended) !== JSON.stringify(grid)
  if (question.do === 'plan-table' || isSaidAnew)
    return { table: await shown(db, question, mended, answers) }
  const seen = readSeen(question.seen)
  return question.do === 'write-table'
    ? written(db, question, grid, answers, seen)
    : proposed(db, question, grid, answers, seen)
}

type AboutTable = ByWhom & { table: Table; templates: string[] | null }
type Seen = ReadonlyMap<number, string>

/** `seen`: what each row was compared with when it was shown, by its number; null at the first look. */
async function shown(
  db: Database,
  question: AboutTable,
  grid: Grid,
  answers: TableAnswers,
  seen: Seen | null = null,
): Promise<ShownTable> {
  const { table, templates, language } = question
  const planning = await planningFor(db, question, { templates, answers })
  const plan = await planTable(grid, table, planning)
  return {
    rows: plan.rows,
    problems: plan.problems,
    notes: plan.notes,
    questions: plan.questions,
    columns: plan.columns.map((column, i) => ({ ...column, samples: samplesOf(grid, i) })),
    known: columnsOf(table, planning.site, language),
    moved: seen ? movedSince(plan.rows, seen) : [],
    isReady: isReady(plan),
    grid: JSON.stringify(grid),
    answers: answers.json(),
  }
}

/** The first cells of a column that hold something. */
function samplesOf({ rows }: Grid, place: number): string[] {
  const samples: string[] = []
  for (const { cells, special } of rows) {
    const text = special?.find(({ column }) => column === place)?.shown ?? cells[place] ?? ''
    if (text !== '' && !samples.includes(text)) samples.push(text)
    if (samples.length === 2) break
  }
  return samples
}

/** Rows that would do otherwise than when they were shown, those not shown before among them. */
function movedSince(rows: readonly PlannedRow[], seen: Seen): PlannedRow[] {
  return rows.filter(({ number, seen: now }) => seen.get(number) !== now)
}

/** Null where something has to be looked at first: what moved, what is not ready, what was not ticked. */
async function readyPlan(
  db: Database,
  question: SentTableQuestion,
  grid: Grid,
  answers: TableAnswers,
  seen: Seen,
) {
  const { templates, table, mayPend } = question
  const planning = await planningFor(db, question, { templates, answers })
  const plan = await planTable(grid, table, planning)
  const pends = plan.rows.some(({ isApproved, doing }) => isApproved && doing === 'changed')
  if (movedSince(plan.rows, seen).length > 0 || !isReady(plan) || (pends && !mayPend)) return null
  return { plan, planning }
}

async function written(
  db: Database,
  question: SentTableQuestion,
  grid: Grid,
  answers: TableAnswers,
  seen: Seen,
): Promise<ExchangeAnswer> {
  const { table, act, name, proposal: id } = question
  const proposal = id === null ? null : await findTableProposal(db, id)
  if (id !== null && proposal?.outcome !== null) throw new FileFault('import.fault.decided')
  for (;;) {
    const ready = await readyPlan(db, question, grid, answers, seen)
    if (!ready) return { table: await shown(db, question, grid, answers, seen) }
    const { plan, planning } = ready
    const outcome = await writeTable(plan, {
      db,
      site: planning.site,
      sketches: planning.sketches,
      table,
      act,
      random: randomBelow,
      file: name,
      proposedBy: proposal?.sentBy ?? null,
      also: [
        ...remembering(question, grid, answers),
        ...(id === null ? [] : [decideTableProposal(id, 'written', '', act)]),
      ],
    })
    if (outcome === 'written') return { written: rowsWritten(plan) }
    if (id !== null && (await findTableProposal(db, id))?.outcome !== null)
      throw new FileFault('import.fault.decided')
  }
}

/** It waits with its answers; whoever opens it sees what it would do then. */
async function proposed(
  db: Database,
  question: SentTableQuestion,
  grid: Grid,
  answers: TableAnswers,
  seen: Seen,
): Promise<ExchangeAnswer> {
  const ready = await readyPlan(db, question, grid, answers, seen)
  if (!ready) return { table: await shown(db, question, grid, answers, seen) }
  const { table, act, name } = question
  const rows = rowsWritten(ready.plan)
  const file = name.slice(0, 200)
  try {
    await db.batch([
      ...addTableProposal(
        { table, file, rows, answers: answers.json(), grid: JSON.stringify(grid) },
        act,
      ),
      ...remembering(question, grid, answers),
      addAudit({ what: 'table.proposed', subject: 'content', details: { file, table, rows } }, act),
    ])
  } catch (error) {
    if (!(error instanceof UniqueError)) throw error
    throw new FileFault('import.fault.decided')
  }
  return { proposed: rows }
}

function remembering({ table, act }: SentTableQuestion, grid: Grid, { columns }: TableAnswers) {
  return columns.size === 0
    ? []
    : [saveTableColumns(table, headingsKey(grid.headings), [...columns], act)]
}

function rowsWritten({ rows }: TablePlan): number {
  return rows.filter(({ doing }) => doing !== 'same').length
}
