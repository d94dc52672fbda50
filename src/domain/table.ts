/** A CSV file as records, and a list as a CSV file: what every table of ours has in common. */
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Report } from './finding.ts'
import { dateFault, isWholeDate } from './date.ts'
import { shortened } from './folder.ts'
import { isNumberLike } from './short-code.ts'

export interface Row {
  line: number
  /** The trimmed cell, '' when empty. */
  cell: (column: string) => string
}

/**
 * Rows in the order of the file. Null when the text is no CSV or its header is not exactly `columns`; rows with too few
 * or too many cells are reported and left out. Lines are those on which a row ends.
 */
export function rowsOf(
  text: string,
  columns: readonly string[],
  file: string,
  report: Report,
): Row[] | null {
  const records = recordsOf(text, file, report)
  if (!records) return null
  const [header, ...rest] = records
  const found = header?.cells.map((cell) => cell.trim()) ?? []
  if (found.join() !== columns.join()) {
    report('csv.columns', file, header?.line ?? 1, {
      expected: columns.join(','),
      found: shortened(found.join(',')),
    })
    return null
  }
  return rest.flatMap(({ cells, line }) => {
    if (cells.length !== columns.length) {
      report('csv.cells', file, line, { expected: columns.length, found: cells.length })
      return []
    }
    return [{ line, cell: (column) => cells[columns.indexOf(column)]?.trim() ?? '' }]
  })
}

function recordsOf(text: string, file: string, report: Report) {
  try {
    const records = parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    const { lines = 1, message } = error as { lines?: number; message: string }
    report('csv.syntax', file, lines, { reason: shortened(message) })
    return null
  }
}

/**
 * Reads the cells of one row, reporting at its line; `isOk` says whether nothing reported makes the row unusable. An
 * empty cell reads as '' or null, and is an error only where it is required.
 */
export function cellReader(row: Row, file: string, report: Report) {
  let ok = true
  const fail = (rule: Parameters<Report>[0], values: Record<string, string | number>) => {
    ok = false
    report(rule, file, row.line, values)
  }
  return {
    isOk: () => ok,
    fail,
    text: row.cell,
    required(column: string): string {
      const value = row.cell(column)
      if (value === '') fail('value.empty', { key: column })
      return value
    },
    oneOf<T extends string>(column: string, allowed: readonly T[]): T | null {
      const value = row.cell(column)
      const found = allowed.find((one) => one === value)
      if (value !== '' && !found)
        fail('value.not-one-of', {
          key: column,
          value: shortened(value),
          allowed: allowed.join(', '),
        })
      return found ?? null
    },
    number(column: string, min: number, max: number): number | null {
      const value = row.cell(column)
      if (value === '') return null
      if (!/^-?\d+(\.\d+)?(e-?\d+)?$/.test(value)) {
        fail('value.not-number', { key: column, value: shortened(value) })
        return null
      }
      if (Number(value) < min || Number(value) > max)
        fail('value.out-of-range', { key: column, value: Number(value), min, max })
      return Number(value)
    },
    whole(column: string, min: number, max: number): number | null {
      const value = this.number(column, min, max)
      if (value !== null && !Number.isInteger(value))
        fail('value.not-whole-number', { key: column, value })
      return value
    },
    date(column: string): string {
      const value = row.cell(column)
      const fault =
        value === '' ? null : (dateFault(value) ?? (isWholeDate(value) ? null : 'malformed'))
      if (fault) fail(`date.${fault}`, { key: column, value: shortened(value) })
      return value
    },
  }
}

export type CellReader = ReturnType<typeof cellReader>

/** A table for a spreadsheet, with a byte order mark, so that it is taken for UTF-8. */
export function csvTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return `\uFEFF${csvLines([headings, ...rows])}`
}

/** A list of records as such a table. Without `columns`, the keys of the first row are the header. */
export function csvOf(
  rows: readonly object[],
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
): string {
  return csvTable(columns, cellsOf(rows, columns))
}

/** More rows of such a list, without its header. */
export function csvRowsOf(rows: readonly object[], columns: readonly string[]): string {
  return csvLines(cellsOf(rows, columns))
}

function cellsOf(rows: readonly object[], columns: readonly string[]): (string | number)[][] {
  return rows.map((row) =>
    columns.map((column) => (row as Record<string, string | number>)[column] ?? ''),
  )
}

function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(safeCell)),
    { record_delimiter: '\r\n' },
  )
}

/** What a spreadsheet runs as a formula, also in full width. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * A spreadsheet runs a cell that begins with = + - @ as a formula, and reads 2223E6 as a number; an apostrophe keeps
 * text what it is. A cell that begins so itself gets one more, and has its own when it comes back.
 */
function safeCell(value: string | number): string | number {
  if (typeof value !== 'string') return value
  return needsGuard(value.replace(/^'+/, '')) ? `'${value}` : value
}

function needsGuard(bare: string): boolean {
  return FORMULA.test(bare) || isCodeLikeNumber(bare)
}

/** A code of six characters that has digits and letters. */
function isCodeLikeNumber(value: string): boolean {
  return /^(?=.*[A-Z])[0-9A-Z]{6}$/.test(value) && isNumberLike(value)
}

/** A cell of a list of ours without the apostrophe that `csvOf` put before it; every other cell as it is. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && needsGuard(cell.replace(/^'+/, '')) ? cell.slice(1) : cell
}
