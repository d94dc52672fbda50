/** The canonical form of a file of signs/, from its normalised text. Null for files that have none. */
import { stringify } from 'csv-stringify/sync'
import type { Report } from '../domain/finding.ts'
import { rowsOf } from '../domain/table.ts'
import { PLAN_COLUMNS, PLAN_FILE } from './check-plan.ts'
import {
  EVENTS_FILE,
  LEGACY_FILE,
  readEvents,
  readLegacyCodes,
  readRegister,
  REGISTER_FILE,
  writeEvents,
  writeLegacyCodes,
  writeRegister,
} from './register-file.ts'

/**
 * The canonical file; null for a file that has none. Anything reported means that rows would be lost: it must then stay
 * as it is.
 */
export function canonicalSigns(file: string, text: string, report: Report): string | null {
  switch (file) {
    case REGISTER_FILE:
      return writeRegister(readRegister(text, report))
    case EVENTS_FILE:
      return writeEvents(readEvents(text, report))
    case LEGACY_FILE:
      return writeLegacyCodes(readLegacyCodes(text, report))
    case PLAN_FILE: {
      const rows = rowsOf(text, PLAN_COLUMNS, PLAN_FILE, report) ?? []
      const cells = rows.map((row) => PLAN_COLUMNS.map(row.cell))
      return stringify([PLAN_COLUMNS, ...cells], { record_delimiter: '\n' })
    }
    default:
      return null
  }
}
