/** A grid of cells -> what it would do to the database as it is now. */
import type { Say } from '../../messages/desk-message.ts'
import { columnsIn, type HeadingFault, type Table } from './columns.ts'
import type { Grid } from './grid.ts'
import { planEntries } from './plan-entries.ts'
import { planSigns } from './plan-signs.ts'
import { withoutExample } from './empty-table.ts'
import type { TablePlan } from './plan.ts'
import type { TablePlanning } from './planning.ts'
import type { CellProblem } from '../problem.ts'

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
    ...faults.map((fault) => ({ row: 1, column: '', text: said(fault, say) })),
    ...grid.merged.map((ref) => ({ row: 0, column: '', text: say('import.said.merged', { ref }) })),
  ]
  if (problems.length > 0) return { rows: [], problems, entries: [], newSigns: [], placedSigns: [] }
  const told = withoutExample(grid, table, site)
  return table === 'sign'
    ? planSigns(told, keys, planning)
    : planEntries(told, keys, table, planning)
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
