/** A table as it came out of a file: headings and rows of text, with the numbers a spreadsheet shows beside them. */
import * as z from 'zod'
import { FileFault } from '../file-fault.ts'
import { CELL_KINDS, isErrorText, type SpecialCell } from './special-cell.ts'

/** Rows of one file, without headings; a province has fewer signs in one phase. */
export const ROWS_MAX = 5000
/** Columns of one file; the widest table of ours has about thirty. */
export const COLUMNS_MAX = 100
/** Characters; a body may have 20,000. */
export const CELL_MAX = 30_000
/** Characters of all cells together. */
const TEXT_MAX = 8 * 1024 * 1024

/** Empty rows that are told by their numbers. */
const BLANK_MAX = 200

/** `number` as the spreadsheet shows it, from 1. */
export interface GridRow {
  number: number
  cells: string[]
  /** Cells that are not what they show. */
  special?: SpecialCell[] | undefined
}

export interface Grid {
  /** As the spreadsheet numbers rows; a title may stand above the headings. */
  headingRow: number
  headings: string[]
  /** Rows in order, without those that are empty or begin with `#`. */
  rows: GridRow[]
  /** As in `A2:A5`: they hide cells of other rows. */
  merged: string[]
  /** Numbers of empty rows between the others. */
  blank: number[]
}

/** What a form sends back between the preview and the writing. */
export const gridSchema = z.object({
  headingRow: z.number().int().min(1).max(10_000_000),
  headings: z.array(z.string().max(CELL_MAX)).max(COLUMNS_MAX),
  rows: z
    .array(
      z.object({
        number: z.number().int().min(1).max(10_000_000),
        cells: z.array(z.string().max(CELL_MAX)).max(COLUMNS_MAX),
        special: z
          .array(
            z.object({
              column: z.number().int().min(0).max(COLUMNS_MAX),
              kind: z.enum(CELL_KINDS),
              shown: z.string().max(CELL_MAX),
              value: z.string().max(CELL_MAX),
            }),
          )
          .max(COLUMNS_MAX)
          .optional(),
      }),
    )
    .max(ROWS_MAX),
  merged: z.array(z.string().max(40)).max(100),
  blank: z.array(z.number().int().min(1).max(10_000_000)).max(BLANK_MAX),
})

/** How many headings of the table a row holds; those of a title are none. */
export type CountKnown = (cells: readonly string[]) => number

/** Rows above the headings: a title, a date, an empty line. */
const ABOVE_MAX = 15

/** FileFault where there is more than can be taken. */
export function gridOf(
  all: readonly GridRow[],
  countKnown: CountKnown,
  merged: readonly string[] = [],
): Grid {
  const clean = all.map((row) => ({ ...row, cells: trimmed(row.cells) }))
  const at = headingsAt(clean, countKnown)
  const head = clean[at]
  const headings = head?.cells ?? []
  if (!head || headings.length === 0) throw new FileFault('import.fault.empty')
  const rows = clean
    .slice(at + 1)
    .filter(({ cells, special = [] }) => special.length > 0 || cells.length > 0)
    .filter(({ cells, special = [] }) => special[0]?.column === 0 || !isComment(cells[0] ?? ''))
  if (rows.length === 0) throw new FileFault('import.fault.noRows')
  if (rows.length > ROWS_MAX)
    throw new FileFault('import.fault.tooManyRows', { count: rows.length, most: ROWS_MAX })
  let characters = 0
  for (const { number, cells } of [{ number: head.number, cells: headings }, ...rows]) {
    if (cells.length > COLUMNS_MAX)
      throw new FileFault('import.fault.tooManyColumns', { row: number, most: COLUMNS_MAX })
    for (const cell of cells) {
      characters += cell.length
      if (cell.length > CELL_MAX)
        throw new FileFault('import.fault.longCell', { row: number, most: CELL_MAX })
    }
  }
  if (characters > TEXT_MAX) throw new FileFault('import.fault.tooMuchText')
  return {
    headingRow: head.number,
    headings,
    rows,
    merged: merged.filter((ref) => lastRowOf(ref) >= head.number).slice(0, 100),
    blank: clean
      .slice(at + 1)
      .filter(({ number, cells, special = [] }) => {
        const isEmpty = cells.length === 0 && special.length === 0
        return isEmpty && number < (rows.at(-1)?.number ?? 0)
      })
      .map(({ number }) => number)
      .slice(0, BLANK_MAX),
  }
}

/**
 * The first row where more headings are known than in the first row that holds anything; where none are known, the
 * first that is about as wide as the table: a title stands in one cell.
 */
function headingsAt(rows: readonly GridRow[], countKnown: CountKnown): number {
  const counts = rows.slice(0, ABOVE_MAX).map(({ cells }) => countKnown(cells))
  const first = rows.findIndex(({ cells }) => cells.length > 0)
  const most = Math.max(0, ...counts)
  if (first >= 0 && most < 2 && counts[first] !== 1) {
    const widths = rows
      .slice(0, 2 * ABOVE_MAX)
      .map(({ cells }) => cells.filter((cell) => cell !== '').length)
    const wide = Math.max(...widths)
    return widths.findIndex((width) => width >= Math.max(1, wide * 0.6))
  }
  if (first < 0 || (counts[first] ?? 0) >= most / 2) return Math.max(0, first)
  return counts.indexOf(most)
}

/** A line of the legend; an error of a spreadsheet begins with the same sign. */
function isComment(cell: string): boolean {
  return cell.startsWith('#') && !isErrorText(cell)
}

/** As in `A2:B5`. */
function lastRowOf(ref: string): number {
  return Number(/(\d+)$/.exec(ref)?.[1] ?? 0)
}

/** NFC, plain spaces, nothing invisible around cells, and without empty ones at the end. */
function trimmed(cells: readonly string[]): string[] {
  const clean = cells.map((cell) =>
    cell
      .normalize('NFC')
      .replace(/[\u00a0\u2007\u202f\u3000]/g, ' ')
      .replace(/^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g, ''),
  )
  return clean.slice(0, clean.findLastIndex((cell) => cell !== '') + 1)
}
