/**
 * The naming of a street needs its body and its day, which a clerk's list often has in no column: the body is the same
 * for all. Asked once for all rows.
 */
import type { DeskLanguage, Say } from '../../messages/desk-message.ts'
import type { TableAnswers } from './answers.ts'
import { columnLetters } from './cell-address.ts'
import type { Cells } from './cells.ts'
import { headingOf, type Table } from './columns.ts'
import type { Grid } from './grid.ts'
import type { TableQuestion } from './question.ts'

const NEEDED = ['namingBody', 'namingDate'] as const
const NAMING = [...NEEDED, 'namingNumber'] as const
/** Stands for what is asked, so that the rows can be judged meanwhile. */
const MEANWHILE: Record<(typeof NEEDED)[number], string> = { namingBody: '?', namingDate: '2000' }

interface Asking {
  say: Say
  language: DeskLanguage
  answers: TableAnswers
}

/** A question for each part that no column has, or that rows with a naming leave empty; none once it is answered. */
export function neededIn(
  grid: Grid,
  keys: readonly (string | null)[],
  table: Table,
  { say, language, answers }: Asking,
): TableQuestion[] {
  const placeOf = (key: string) => keys.indexOf(key)
  const holds = (row: Grid['rows'][number], key: string) =>
    placeOf(key) >= 0 &&
    ((row.cells[placeOf(key)] ?? '') !== '' ||
      row.special?.some(({ column }) => column === placeOf(key)) === true)
  const named = grid.rows.filter((row) => NAMING.some((key) => holds(row, key)))
  return NEEDED.flatMap((key): TableQuestion[] => {
    const without = named.filter((row) => !holds(row, key))
    // One or two that were forgotten are mended where they stand.
    const isForgotten = placeOf(key) >= 0 && without.length < 3
    if (without.length === 0 || isForgotten || answers.fill(key) !== '') return []
    const place = placeOf(key)
    const column = headingOf(key, table, language)
    const text =
      place < 0
        ? say('import.said.columnNeeded', { column })
        : say('import.ask.fill', { column: `${columnLetters(place)} “${column}”` })
    const at =
      place < 0 ? [] : without.slice(0, 12).map(({ number }) => `${columnLetters(place)}${number}`)
    return [
      {
        field: `fill-${key}`,
        text,
        choices: [],
        offered: key === 'namingBody' ? say('import.ask.bodies').split('; ') : [],
        at,
        cells: without.length,
      },
    ]
  })
}

/** What was answered, or stands for the answer meanwhile, where the row names any part of a naming. */
export function fillNaming(cells: Cells): void {
  if (NAMING.every((key) => cells.text(key) === '')) return
  for (const key of NEEDED) cells.fillFrom(key, cells.has(key) ? '' : MEANWHILE[key])
}
