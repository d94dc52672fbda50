/** A grid of cells -> what it would do to the database as it is now, and what has to be asked before. */
import type { Say } from '../../messages/desk-message.ts'
import { columnLetters } from './cell-address.ts'
import { columnsIn, type HeadingFault, type ReadColumn, type Table } from './columns.ts'
import type { Grid } from './grid.ts'
import { planEntries } from './plan-entries.ts'
import { planSigns } from './plan-signs.ts'
import { withoutExample } from './empty-table.ts'
import { passedRows } from './passed-rows.ts'
import { short, type CellProblem } from '../problem.ts'
import { emptyPlan, type TablePlan } from './plan.ts'
import type { TablePlanning } from './planning.ts'
import type { TableQuestion } from './question.ts'

/**
 * The plan of a table. A column that is not known is asked about, and the rows are planned by what is proposed, so that
 * everything is asked at once; without the one column that every row needs, none is planned. Nothing is written.
 */
export async function planTable(
  grid: Grid,
  table: Table,
  planning: TablePlanning,
): Promise<TablePlan> {
  const { site, language, say, answers } = planning
  const { columns, faults } = columnsIn(grid.headings, table, site, language, answers.columns)
  const filled = columnsFilled(grid)
  const used = columns.map((column, i): ReadColumn => {
    const isNothing = column.how === 'unknown' && column.heading === '' && !filled.has(i)
    return isNothing ? { heading: '', key: '', how: 'passed' } : column
  })
  const { rows, notes, totals } = passedRows(withoutExample(grid, table, site), answers, say)
  const merged = grid.merged.filter((ref) => !isWithin(ref, totals))
  const problems: CellProblem[] = [
    ...faults.map((fault) => ({ row: grid.headingRow, column: '', text: said(fault, say) })),
    ...merged.map((ref) => ({ row: 0, column: '', text: say('import.said.merged', { ref }) })),
  ]
  const questions = used.flatMap((column, i) => asked(column, i, say))
  if (problems.length > 0) return { ...emptyPlan(), problems, notes, questions, columns: used }
  const told = { ...grid, rows }
  const keys = used.map(({ key }) => key || null)
  const plan =
    table === 'sign'
      ? await planSigns(told, keys, planning)
      : await planEntries(told, keys, table, planning)
  return {
    ...plan,
    notes: [...notes, ...plan.notes],
    questions: [...questions, ...plan.questions],
    columns: used,
  }
}

/** Places of columns in which any row holds something. */
function columnsFilled({ rows }: Grid): Set<number> {
  const filled = new Set<number>()
  for (const { cells, special = [] } of rows) {
    cells.forEach((cell, i) => cell !== '' && filled.add(i))
    for (const { column } of special) filled.add(column)
  }
  return filled
}

/** Whether a range as in `A63:J63` lies within these rows. */
function isWithin(ref: string, rows: ReadonlySet<number>): boolean {
  const numbers = [...ref.matchAll(/\d+/g)].map(([number]) => Number(number))
  return numbers.length > 0 && numbers.every((number) => rows.has(number))
}

function asked({ heading, how, key }: ReadColumn, i: number, say: Say): TableQuestion[] {
  if (how !== 'unknown') return []
  const values = { column: columnLetters(i), found: short(heading) }
  const text = say(heading === '' ? 'import.ask.columnBlank' : 'import.ask.column', values)
  return [
    {
      field: `column-${i}`,
      text,
      choices: [{ value: key, label: '' }],
      offered: [],
      at: [],
      cells: 0,
    },
  ]
}

function said({ fault, found }: HeadingFault, say: Say): string {
  return say(fault === 'twice' ? 'import.said.headingTwice' : 'import.said.headingMissing', {
    found,
  })
}
