/** content/settlements.csv: where points to verify were read, one row a point. */
import { stringify } from 'csv-stringify/sync'
import { parseEntryPath } from '../domain/entry.ts'
import type { Report } from '../domain/finding.ts'
import { normalised, shortened } from '../domain/folder.ts'
import type { Settlement } from '../domain/review-point.ts'
import { cellReader, rowsOf } from '../domain/table.ts'

export const SETTLEMENTS_FILE = 'content/settlements.csv'
const COLUMNS = ['entry', 'point', 'document', 'place', 'by', 'on'] as const

/** A settlement with its line in the file, from 1. */
export type ReadSettlement = Settlement & { line: number }

/** In the order of the file. A row with an error, or about a point that a row before settles, is reported and left out. */
export function readSettlements(text: string, report: Report): ReadSettlement[] | null {
  const rows = rowsOf(text, COLUMNS, SETTLEMENTS_FILE, report)
  const seen = new Set<string>()
  return (
    rows?.flatMap((row) => {
      const cells = cellReader(row, SETTLEMENTS_FILE, report)
      const written = cells.required('entry')
      const entry = parseEntryPath(written)?.path
      const [point, document, by] = [
        cells.required('point'),
        cells.required('document'),
        cells.required('by'),
      ]
      const on = cells.required('on') && cells.date('on')
      if (written !== '' && !entry)
        cells.fail('link.unknown-entry', { key: 'entry', link: shortened(written) })
      if (seen.has(`${written} ${point}`))
        cells.fail('settlement.twice', { point: shortened(point) })
      seen.add(`${written} ${point}`)
      if (!entry || !cells.isOk()) return []
      return [{ entry, point, document, place: cells.text('place'), by, on, line: row.line }]
    }) ?? null
  )
}

/** The canonical file: by entry, and in the order given within one; LF, a comma between cells. */
export function writeSettlements(settlements: readonly Settlement[]): string {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  const rows = [...settlements]
    .sort((a, b) => order(a.entry, b.entry))
    .map(({ entry, point, document, place, by, on }) => [entry, point, document, place, by, on])
  return normalised(stringify([[...COLUMNS], ...rows], { record_delimiter: '\n' }))
}
