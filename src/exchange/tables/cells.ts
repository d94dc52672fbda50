/**
 * Cells of one row by column, read as what they mean. What cannot be read is told in the editor's language, and reads
 * as empty.
 */
import { fold } from '../../domain/name.ts'
import type { GridRow } from './grid.ts'
import type { Say } from '../../messages/desk-message.ts'
import { short, type CellProblem } from '../problem.ts'

export class Cells {
  readonly problems: CellProblem[] = []
  readonly #values = new Map<string, string>()
  readonly #headings = new Map<string, string>()

  /**
   * `keys`: the column each cell belongs to, null for one that is none. A row longer than its headings is a problem.
   */
  constructor(
    readonly row: GridRow,
    keys: readonly (string | null)[],
    headings: readonly string[],
    readonly say: Say,
  ) {
    keys.forEach((key, i) => {
      if (!key) return
      this.#values.set(key, row.cells[i] ?? '')
      this.#headings.set(key, headings[i] ?? key)
    })
    if (row.cells.length > keys.length) this.fail('', say('import.said.beyond'))
  }

  /** '' where there is no such column. */
  text(key: string): string {
    return this.#values.get(key) ?? ''
  }

  /** Columns and their cells, in the order of the file; columns that are none are left out. */
  all(): Iterable<[key: string, text: string]> {
    return this.#values
  }

  /** Parts between semicolons or line ends, without empty ones. */
  list(key: string): string[] {
    return this.text(key)
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
  }

  /** `key` '' is about the row as a whole. */
  fail(key: string, text: string): void {
    this.problems.push({ row: this.row.number, column: this.#headings.get(key) ?? '', text })
  }

  /**
   * A decimal with a point, as `9.5`; a unit behind it is dropped. '' when the cell is empty or wrong; a decimal comma
   * is told with its cure.
   */
  number(key: string): string {
    const text = this.text(key).replace(/\s*(?:m|mm)$/, '')
    if (text === '' || /^-?\d+(?:\.\d+)?$/.test(text)) return text
    const mended = /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : ''
    if (mended) this.fail(key, this.say('import.said.comma', { value: text, mended }))
    else this.fail(key, this.say('import.said.number', { value: short(text) }))
    return ''
  }

  /** `28/01/2002`, `1/2002`, `2002` or `2002-01-28` -> `2002-01-28`; the schema judges what comes out. */
  date(key: string): string {
    const text = this.text(key)
    const [, day, month = '', year = ''] =
      /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
    if (!year) return text
    return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
  }

  /** One of `words` (folded -> value), whatever the marks and capitals; undefined when the cell is empty or wrong. */
  oneOf<T extends string>(key: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.text(key)
    const found = words.get(fold(text))
    if (text !== '' && found === undefined) {
      const allowed = [...new Set(words.keys())].join(', ')
      this.fail(key, this.say('import.said.oneOf', { value: short(text), allowed }))
    }
    return found
  }
}

/** Degrees a place may lie from the middle of the map; a province is smaller. */
const FAR = 2

/**
 * Told: one coordinate without the other, two that were swapped, and a place too far away. Nothing where both are
 * empty.
 */
export function checkSpot(cells: Cells, map: { lat: number; lon: number }): void {
  const [lat, lon] = [cells.number('lat'), cells.number('lon')]
  const [hasLat, hasLon] = [cells.text('lat') !== '', cells.text('lon') !== '']
  if (hasLat !== hasLon) cells.fail(hasLat ? 'lon' : 'lat', cells.say('import.said.halfSpot'))
  if (lat === '' || lon === '') return
  const isNear = (a: number, b: number) =>
    Math.abs(a - map.lat) <= FAR && Math.abs(b - map.lon) <= FAR
  if (isNear(Number(lat), Number(lon))) return
  const key = isNear(Number(lon), Number(lat)) ? 'import.said.swapped' : 'import.said.far'
  cells.fail('lat', cells.say(key, { lat, lon }))
}
