/** A table as it came out of a file: headings and rows of text, with the numbers a spreadsheet shows beside them. */
import * as z from 'zod'
import { FileFault } from '../file-fault.ts'

/** Rows of one file, without headings; a province has fewer signs in one phase. */
export const ROWS_MAX = 5000
/** Columns of one file; the widest table of ours has about thirty. */
export const COLUMNS_MAX = 100
/** Characters; a body may have 20,000. */
export const CELL_MAX = 30_000
/** Characters of all cells together. */
const TEXT_MAX = 8 * 1024 * 1024

/** `number` as the spreadsheet shows it, from 1. */
export interface GridRow {
  number: number
  cells: string[]
}

export interface Grid {
  headings: string[]
  /** Rows in order, without those that are empty or begin with `#`. */
  rows: GridRow[]
  /** As in `A2:A5`: they hide cells of other rows. */
  merged: string[]
}

/** What a form sends back between the preview and the writing. */
export const gridSchema = z.object({
  headings: z.array(z.string().max(CELL_MAX)).max(COLUMNS_MAX),
  rows: z
    .array(
      z.object({
        number: z.number().int().min(1).max(10_000_000),
        cells: z.array(z.string().max(CELL_MAX)).max(COLUMNS_MAX),
      }),
    )
    .max(ROWS_MAX),
  merged: z.array(z.string().max(40)).max(100),
})

/** The first row as headings, the others below. FileFault where there is nothing, or more than can be taken. */
export function gridOf(all: readonly GridRow[], merged: string[] = []): Grid {
  const [head, ...rest] = all
  const headings = trimmed(head?.cells ?? [])
  if (!head || headings.length === 0) throw new FileFault('import.fault.empty')
  const rows = rest
    .map(({ number, cells }) => ({ number, cells: trimmed(cells) }))
    .filter(({ cells }) => cells.length > 0 && !cells[0]?.startsWith('#'))
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
  return { headings, rows, merged: merged.slice(0, 100) }
}

/** NFC, without white space around cells and without empty ones at the end. */
function trimmed(cells: readonly string[]): string[] {
  const clean = cells.map((cell) => cell.normalize('NFC').trim())
  return clean.slice(0, clean.findLastIndex((cell) => cell !== '') + 1)
}
