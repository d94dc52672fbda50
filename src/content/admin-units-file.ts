/** content/admin-units.csv: wards and communes with their dates, those abolished too; an unknown start stays empty. */
import { stringify } from 'csv-stringify/sync'
import { UNIT_KINDS, type AdminUnit } from '../domain/admin-unit.ts'
import type { Report } from '../domain/finding.ts'
import { normalised } from '../domain/folder.ts'
import { cellReader, rowsOf } from '../domain/table.ts'

export const UNITS_FILE = 'content/admin-units.csv'
export const UNIT_COLUMNS = [
  'code',
  'name',
  'kind',
  'valid_from',
  'valid_to',
  'successors',
] as const

/** A unit with its line in the file, from 1. */
export type ReadUnit = AdminUnit & { line: number }

/** In the order of the file. Null when the file is no table of units; a row with an error is reported and left out. */
export function readUnits(text: string, report: Report): ReadUnit[] | null {
  const rows = rowsOf(text, UNIT_COLUMNS, UNITS_FILE, report)
  if (!rows) return null
  return rows.flatMap((row) => {
    const cells = cellReader(row, UNITS_FILE, report)
    cells.required('kind')
    const unit = {
      line: row.line,
      code: cells.required('code'),
      name: cells.required('name'),
      kind: cells.oneOf('kind', UNIT_KINDS) ?? 'commune',
      validFrom: cells.date('valid_from'),
      validTo: cells.date('valid_to'),
      successors: row.cell('successors').split(/\s+/).filter(Boolean),
    }
    if (unit.validFrom && unit.validTo && unit.validTo <= unit.validFrom)
      cells.fail('date.reversed', { from: unit.validFrom, to: unit.validTo })
    return cells.isOk() ? [unit] : []
  })
}

/** The canonical file, in the order given; LF, a comma between cells. */
export function writeUnits(units: readonly AdminUnit[]): string {
  const rows = units.map((unit) => [
    unit.code,
    unit.name,
    unit.kind,
    unit.validFrom,
    unit.validTo,
    unit.successors.join(' '),
  ])
  return normalised(stringify([[...UNIT_COLUMNS], ...rows], { record_delimiter: '\n' }))
}
