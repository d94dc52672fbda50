/** A grid of cells -> what it would do to the database as it is now. */
import type { AdminUnit } from '../../domain/admin-unit.ts'
import type { IsoDate } from '../../domain/entry.ts'
import type { Site } from '../../domain/site.ts'
import type { DeskLanguage } from '../../messages/desk-message.ts'
import type { Database } from '../../store/database.ts'
import type { EntrySketch } from '../../store/facts.ts'
import type { Say } from '../views/desk/layout.tsx'
import type { Problem } from './cells.ts'
import { columnsIn, type HeadingFault, type Table } from './columns.ts'
import type { Grid } from './grid.ts'
import { planEntries } from './plan-entries.ts'
import { planSigns } from './plan-signs.ts'
import type { Plan } from './plan.ts'
import { withoutExample } from './template.ts'

export interface Planning {
  db: Database
  site: Site
  say: Say
  language: DeskLanguage
  sketches: readonly EntrySketch[]
  units: readonly AdminUnit[]
  today: IsoDate
  /** Ids of the templates that can be printed; null where nothing can be printed. */
  templates: readonly string[] | null
}

/** Headings first: while one is wrong, rows would be read wrongly. */
export async function planTable(grid: Grid, table: Table, planning: Planning): Promise<Plan> {
  const { site, language, say } = planning
  const { keys, faults } = columnsIn(grid.headings, table, site, language)
  const problems: Problem[] = [
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
