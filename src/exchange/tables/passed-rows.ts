/** Rows of a list made by hand that are no entries: sums, numbers of columns, headings of a part. Each is told. */
import type { Say } from '../../messages/desk-message.ts'
import type { TableAnswers } from './answers.ts'
import type { Grid, GridRow } from './grid.ts'
import { short, type CellProblem } from '../problem.ts'

/** `Tổng cộng: 59 tuyến`: a row that sums up is no street. With its marks: `Công viên` and `Cộng Hòa` are names. */
const TOTAL =
  /^(?:(?:tổng cộng|tổng số|tong cong|tong so|total|sum)(?:[ :.]|$)|(?:tổng|cộng) *(?:[:\d]|$))/u
/** In the middle of a list only what says so without doubt. */
const SUBTOTAL = /^(?:tổng cộng|tổng số|cộng) *(?:[:\d]|$)/u
/** `(1)`, `(2)`… or `1`, `2`… under the headings: the numbers of the columns. */
const COLUMN_NUMBER = /^\(?\d{1,2}\)?$/
/** `I. Phường Tam Thanh`, `A) Nội thị`: a row that heads those below it. */
const PART = /^(?:[IVX]{1,5}|[A-Z])(?:[.)/]|$)/

interface PassedRows {
  rows: GridRow[]
  notes: CellProblem[]
  /** Numbers of the sums, and of what stands below the last. */
  totals: Set<number>
}

export function passedRows(grid: Grid, answers: TableAnswers, say: Say): PassedRows {
  const totals = totalsIn(grid.rows)
  const notes: CellProblem[] = []
  const note = (row: number, text: string) => notes.push({ row, column: '', text })
  if (grid.headingRow > 1) note(0, say('import.said.above', { rows: String(grid.headingRow - 1) }))
  if (grid.blank.length > 0) note(0, say('import.said.blankRows', { rows: grid.blank.join(', ') }))
  const rows = grid.rows.filter((row, i) => {
    const value = short(filledIn(row).slice(0, 3).join(' · '))
    const is = totals.has(row.number)
      ? 'total'
      : i === 0 && isColumnNumbers(row)
        ? 'columnNumbers'
        : isPart(row, grid.headings.length)
          ? 'part'
          : answers.isLeftOut(row.number)
            ? 'leftOut'
            : null
    if (is) note(row.number, say(`import.said.${is}`, { value }))
    return is === null
  })
  return { rows, notes, totals }
}

/** The last sum has below it only who signed, and when. */
function totalsIn(rows: readonly GridRow[]): Set<number> {
  const isSum = (row: GridRow, pattern: RegExp) => {
    const filled = filledIn(row)
    return filled.length <= 3 && filled.slice(0, 2).some((cell) => pattern.test(cell.toLowerCase()))
  }
  const last = rows.findIndex(
    (row, i) => isSum(row, TOTAL) && rows.slice(i + 1).every((one) => filledIn(one).length <= 3),
  )
  const found = rows.filter((row, i) => (last >= 0 && i >= last) || isSum(row, SUBTOTAL))
  return new Set(found.map(({ number }) => number))
}

function isColumnNumbers(row: GridRow): boolean {
  const filled = filledIn(row)
  const numbers = filled.map((cell) => Number(cell.replace(/[()]/g, '')))
  const isCounted = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1)
  return filled.length >= 3 && filled.every((cell) => COLUMN_NUMBER.test(cell)) && isCounted
}

function isPart(row: GridRow, columns: number): boolean {
  const filled = filledIn(row)
  return (
    columns >= 4 && filled.length <= 2 && row.special === undefined && PART.test(filled[0] ?? '')
  )
}

function filledIn({ cells }: GridRow): string[] {
  return cells.filter((cell) => cell !== '')
}
