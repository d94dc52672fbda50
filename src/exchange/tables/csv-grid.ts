/** A CSV file as Excel and its kin write it: comma, semicolon or tab; UTF-8 or UTF-16; any line ends. */
import { parse } from 'csv-parse/sync'
import { gridOf, type CountKnown, type Grid, type GridRow } from './grid.ts'
import { FileFault } from '../file-fault.ts'
import { withoutGuard } from '../../domain/table.ts'
import { pause } from '../../domain/in-turns.ts'

/** Characters of one record; a longer one has a cell, or columns, that no table of ours has. */
const RECORD_MAX = 100_000
/** Characters parsed before something else may happen. */
const A_PART = 100_000
/** Records, empty ones included. */
const RECORDS_MAX = 20_000

/** `sep=;`; a program that took it for a row wrote quotes around it, or as many separators as there are columns. */
const SEPARATOR = /^"?sep=([,;|\t])"?[,;|\t]*\n/i

export async function readCsv(bytes: Uint8Array, countKnown: CountKnown): Promise<Grid> {
  let text = textOf(bytes).replace(/\r\n?/g, '\n')
  await pause()
  // Excel writes and reads this line; it is not shown.
  const [line = '', told] = SEPARATOR.exec(text) ?? []
  text = text.slice(line.length)
  const delimiter = told ?? delimiterOf(text)
  const rows: GridRow[] = []
  for (const part of partsOf(text)) {
    await pause()
    for (const cells of recordsOf(part, delimiter, rows.length)) {
      rows.push({ number: rows.length + 1, cells: cells.map(withoutGuard) })
      if (rows.length > RECORDS_MAX)
        throw new FileFault('import.fault.tooManyRows', { count: rows.length, most: 5000 })
    }
  }
  return gridOf(rows, countKnown)
}

/**
 * The text of a file in any of the three encodings, by its mark; without one UTF-8. FileFault for other encodings and
 * for bytes of zero.
 */
export function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new FileFault('import.fault.notText')
    return text
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('import.fault.encoding')
  }
}

/** The delimiter that stands most often in the first record, outside quotation marks. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, RECORD_MAX)
      .replace(/"[^"]*"/g, '')
      .split('\n', 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((one) => ({ one, n: first.split(one).length }))
  return counts.sort((a, b) => b.n - a.n)[0]?.one ?? ','
}

/** Cuts between records: a line end is one where the quotation marks before it come in pairs. */
function* partsOf(text: string): Generator<string> {
  let start = 0
  let record = 0
  let isOpen = false
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (char === 34) isOpen = !isOpen
    if (i - record > RECORD_MAX)
      throw new FileFault('import.fault.longRecord', { row: String(count + 1) })
    if (char !== 10 || isOpen) continue
    record = i + 1
    count++
    if (record - start < A_PART) continue
    yield text.slice(start, record)
    start = record
  }
  yield text.slice(start)
}

/** `before`: rows of the parts before this one. */
function recordsOf(part: string, delimiter: string, before: number): string[][] {
  try {
    return parse(part, { delimiter, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    const { records = 0 } = error as { records?: number }
    throw new FileFault('import.fault.csv', { row: String(before + records + 1) })
  }
}
