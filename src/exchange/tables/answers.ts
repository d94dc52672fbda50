/**
 * What an editor has said about one table: which column is which, how its numbers and dates are to be read, what holds
 * for every row. It travels with the rows from preview to preview, and is read as strictly.
 */
import * as z from 'zod'
import { FileFault } from '../file-fault.ts'
import { CELL_MAX, COLUMNS_MAX, ROWS_MAX, type Grid } from './grid.ts'

const pairs = z.array(z.tuple([z.string().max(300), z.string().max(1000)])).max(ROWS_MAX)

const answersSchema = z.object({
  /** Place of a column, from 0 -> its key; '' for one that is passed over. */
  columns: z
    .array(z.tuple([z.number().int().min(0).max(COLUMNS_MAX), z.string().max(80)]))
    .max(COLUMNS_MAX),
  /** Name of a question -> its answer. */
  said: pairs,
})

export type SentAnswers = z.output<typeof answersSchema>

export class TableAnswers {
  readonly columns: ReadonlyMap<number, string>
  readonly #said: ReadonlyMap<string, string>

  constructor({ columns, said }: SentAnswers = { columns: [], said: [] }) {
    this.columns = new Map(columns)
    this.#said = new Map(said)
  }

  /** Undefined where nothing was said. */
  to(field: string): string | undefined {
    return this.#said.get(field)
  }

  /** What holds for the empty cells of a column; '' for nothing. */
  fill(key: string): string {
    return this.#said.get(`fill-${key}`) ?? ''
  }

  /** Rows that are left out. */
  isLeftOut(row: number): boolean {
    return this.#said.get(`row-${row}`) === 'skip'
  }

  json(): string {
    return JSON.stringify({ columns: [...this.columns], said: [...this.#said] })
  }
}

/** FileFault when it is none of ours; '' is nothing said. */
export function readAnswers(json: string): TableAnswers {
  if (json === '') return new TableAnswers()
  let read: unknown = null
  try {
    read = JSON.parse(json)
  } catch {
    // As any other text that is none of ours.
  }
  const sent = answersSchema.safeParse(read)
  if (!sent.success) throw new FileFault('import.fault.lost')
  return new TableAnswers(sent.data)
}

/** Fields of the form that are answers; others are none of ours. */
const ANSWER = /^(?:column|fill|number|century|order|unit|row|approved)-/
const CELL = /^cell-(\d+)-(\d+)$/

/**
 * The answers with those of the form laid over them, and the rows with the cells that were mended on the page. An empty
 * field says nothing.
 */
export function withSent(
  answers: TableAnswers,
  grid: Grid,
  sent: readonly (readonly [name: string, value: string])[],
): { answers: TableAnswers; grid: Grid } {
  const { columns, said } = JSON.parse(answers.json()) as SentAnswers
  const [byPlace, byField] = [new Map(columns), new Map(said)]
  const mended = new Map<number, Map<number, string>>()
  for (const [name, value] of sent) {
    const text = value.normalize('NFC').trim()
    const [, row, place] = CELL.exec(name) ?? []
    if (row !== undefined)
      mended.set(Number(row), (mended.get(Number(row)) ?? new Map()).set(Number(place), text))
    else if (!ANSWER.test(name)) continue
    else if (!name.startsWith('column-')) {
      if (text !== '') byField.set(name, text)
    } else if (text !== '') byPlace.set(Number(name.slice(7)), text === 'none' ? '' : text)
  }
  const merged = answersSchema.safeParse({ columns: [...byPlace], said: [...byField] })
  if (!merged.success) throw new FileFault('import.fault.lost')
  return {
    answers: new TableAnswers(merged.data),
    grid: { ...grid, rows: grid.rows.map((row) => withMended(row, mended.get(row.number))) },
  }
}

/** A cell that nobody touched keeps what the spreadsheet knew of it. */
function withMended(row: Grid['rows'][number], mended?: ReadonlyMap<number, string>) {
  if (!mended) return row
  const cells = [...row.cells]
  let special = row.special
  for (const [place, text] of mended) {
    if (place >= COLUMNS_MAX || text.length > CELL_MAX) throw new FileFault('import.fault.lost')
    const before = special?.find(({ column }) => column === place)
    if (text === (before?.shown ?? cells[place] ?? '')) continue
    while (cells.length <= place) cells.push('')
    cells[place] = text
    special = special?.filter(({ column }) => column !== place)
  }
  return { ...row, cells, special }
}
