/** A grid of cells -> what it would do to the database as it is now. */
import type { Say } from '../../messages/desk-message.ts'
import { columnsIn, type HeadingFault, type Table } from './columns.ts'
import { fold } from '../../domain/name.ts'
import type { Grid, GridRow } from './grid.ts'
import { planEntries } from './plan-entries.ts'
import { planSigns } from './plan-signs.ts'
import { withoutExample } from './empty-table.ts'
import { short, type CellProblem } from '../problem.ts'
import type { TablePlan } from './plan.ts'
import type { TablePlanning } from './planning.ts'

/**
 * The plan of a table. Headings are judged first: while one is wrong, rows would be read wrongly, and none is planned.
 * Nothing is written.
 */
export async function planTable(
  grid: Grid,
  table: Table,
  planning: TablePlanning,
): Promise<TablePlan> {
  const { site, language, say } = planning
  const { keys, faults } = columnsIn(grid.headings, table, site, language)
  const problems: CellProblem[] = [
    ...faults.map((fault) => ({ row: grid.headingRow, column: '', text: said(fault, say) })),
    ...grid.merged.map((ref) => ({ row: 0, column: '', text: say('import.said.merged', { ref }) })),
  ]
  if (problems.length > 0)
    return { rows: [], problems, notes: [], entries: [], newSigns: [], placedSigns: [] }
  const { rows, totals } = withoutTotals(withoutExample(grid, table, site).rows)
  const told = { ...grid, rows }
  const plan =
    table === 'sign'
      ? await planSigns(told, keys, planning)
      : await planEntries(told, keys, table, planning)
  const passed = totals.map(({ number, cells }) => ({
    row: number,
    column: '',
    text: say('import.said.total', { value: short(cells.find((cell) => cell !== '') ?? '') }),
  }))
  return { ...plan, notes: [...plan.notes, ...passed] }
}

/** `Tổng cộng: 59 tuyến`: a row that sums up is no street. */
const TOTAL = /^(?:tong(?: cong| so)?|cong|total|sum)(?:[ :.]|$)/

/** Such rows at the end. */
function withoutTotals(rows: readonly GridRow[]) {
  const isTotal = ({ cells }: GridRow) => {
    const filled = cells.filter((cell) => cell !== '')
    return TOTAL.test(fold(filled[0] ?? '')) && filled.length <= 3
  }
  const last = rows.findLastIndex((row) => !isTotal(row))
  return { rows: rows.slice(0, last + 1), totals: rows.slice(last + 1) }
}

function said(fault: HeadingFault, say: Say): string {
  switch (fault.fault) {
    case 'blank':
      return say('import.said.blankHeading', { number: String(fault.number) })
    case 'unknown':
      return say('import.said.heading', { found: fault.found, nearest: fault.nearest })
    case 'twice':
      return say('import.said.headingTwice', { found: fault.found })
    case 'missing':
      return say('import.said.headingMissing', { found: fault.found })
  }
}
