/**
 * A CSV file as records, and a list as a CSV file. The parsing itself is csv-parse's, called where the
 * file is read; here stands what every table of ours has in common: a fixed header, and cells told by column.
 */
import type { Report } from './finding.ts'
import { dateFault, isWholeDate } from './date.ts'
import { shortened } from './folder.ts'
import { isNumberLike } from './short-code.ts'

/** The `parse` of csv-parse/sync, handed in so that the domain needs no library. */
type CsvParse = (text: string, options: object) => unknown

export interface Row {
  line: number
  /** The trimmed cell, '' when empty. */
  cell: (column: string) => string
}

/**
 * Null when the text is no CSV or its header is not exactly `columns`; rows with too few or too many cells are
 * reported and left out. Lines are those on which a row ends.
 */
export function rowsOf(
  parse: CsvParse,
  text: string,
  columns: readonly string[],
  file: string,
  report: Report,
): Row[] | null {
  const records = recordsOf(parse, text, file, report)
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

function recordsOf(parse: CsvParse, text: string, file: string, report: Report) {
  try {
    const options = { relax_column_count: true, skip_empty_lines: true, info: true }
    const records = parse(text, options) as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch (error) {
    const { lines = 1, message } = error as { lines?: number; message: string }
    report('csv.syntax', file, lines, { reason: shortened(message) })
    return null
  }
}

/** Reads the cells of one row, reporting at its line; `ok` says whether anything reported makes the row unusable. */
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

/** The `stringify` of csv-stringify/sync, handed in like CsvParse. */
type CsvStringify = (records: (string | number)[][], options: object) => string

/**
 * A list for a spreadsheet, with a byte order mark, so that it is taken for UTF-8. Without `columns`, the keys of
 * the first row are the header.
 */
export function csvOf(
  stringify: CsvStringify,
  rows: readonly object[],
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
): string {
  const header = stringify([[...columns]], { record_delimiter: '\r\n' })
  return `\uFEFF${header}${csvRowsOf(stringify, rows, columns)}`
}

/** More rows of such a list, without its header. */
export function csvRowsOf(
  stringify: CsvStringify,
  rows: readonly object[],
  columns: readonly string[],
): string {
  const cells = (row: object) =>
    columns.map((column) => safeCell((row as Record<string, string | number>)[column] ?? ''))
  return stringify(rows.map(cells), { record_delimiter: '\r\n' })
}

/**
 * A spreadsheet runs a cell that begins with = + - @, also in full width, as a formula, and reads 2223E6 as a number;
 * an apostrophe keeps text what it is.
 */
function safeCell(value: string | number): string | number {
  if (typeof value !== 'string') return value
  return /^[=+\-@＝＋－＠\t\r\n]/.test(value) || isCodeLikeNumber(value) ? `'${value}` : value
}

/** A code of six characters that has digits and letters. */
function isCodeLikeNumber(value: string): boolean {
  return /^(?=.*[A-Z])[0-9A-Z]{6}$/.test(value) && isNumberLike(value)
}

/** What `csvOf` writes for such a code. */
export function isGuardedCode(cell: string): boolean {
  return cell.startsWith("'") && isCodeLikeNumber(cell.slice(1))
}
