/** The cells of one row by column, read as what they mean; what cannot be read is said in the editor's language. */
import { damageIn, type Damage } from '../../domain/damaged-letters.ts'
import { withRightLetters, wrongLettersIn } from '../../domain/look-alike.ts'
import { fold } from '../../domain/name.ts'
import { readTypedNumber, type NumberKind } from '../../domain/typed-number.ts'
import type { Say } from '../../messages/desk-message.ts'
import { damageSaid } from '../../messages/letters-said.ts'
import type { GridRow } from './grid.ts'
import { isErrorText, isRounded, isShortDay, type SpecialCell } from './special-cell.ts'
import { short, type CellProblem } from '../problem.ts'

/** Columns whose cells are days, and which of them may be less than a day. */
const DAYS = new Set(['namingDate', 'sourceDate', 'born', 'died', 'rankYear'])
const NUMBERS: Record<string, NumberKind> = {
  lengthM: 'metres',
  widthM: 'metres',
  accuracyM: 'metres',
  heightMm: 'millimetres',
  readingDistanceMm: 'millimetres',
  lat: 'degrees',
  lon: 'degrees',
}
/** An address may hold what would be damage elsewhere. */
const AS_THEY_ARE = new Set(['sourceUrl', 'code'])

export class Cells {
  readonly problems: CellProblem[] = []
  /** What was mended, to be looked at. */
  readonly notes: CellProblem[] = []
  /** Columns the row needs and the file does not have. */
  readonly needed = new Set<string>()
  readonly #values = new Map<string, string>()
  readonly #headings = new Map<string, string>()
  /** Numbers as the sheet holds them: nothing about them is to be guessed. */
  readonly #exact = new Set<string>()

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
      this.#headings.set(key, headings[i] ?? key)
      const special = row.special?.find(({ column }) => column === i)
      const text = row.cells[i] ?? ''
      this.#values.set(key, special ? this.#meant(key, special) : this.#righted(key, text))
    })
    const last = row.cells.findLastIndex((cell) => cell !== '')
    if (last >= keys.length) this.fail('', say('import.said.beyond'))
  }

  /** What a cell that is not what it shows stands for in its column; '' when nobody can know. */
  #meant(key: string, { kind, shown, value }: SpecialCell): string {
    if (kind === 'padded') return value
    if (kind === 'number') {
      this.#exact.add(key)
      return value
    }
    if (kind === 'date' && DAYS.has(key)) return value
    this.fail(key, this.say(`import.said.cell.${kind === 'date' ? 'day' : kind}`, { shown }))
    return ''
  }

  #righted(key: string, text: string): string {
    if (text === '' || AS_THEY_ARE.has(key)) return text
    if (isErrorText(text)) this.fail(key, this.say('import.said.cell.error', { shown: text }))
    else if (isShortDay(text)) this.fail(key, this.say('import.said.cell.day', { shown: text }))
    else if (isRounded(text)) this.fail(key, this.say('import.said.cell.rounded', { shown: text }))
    else {
      const damage = key === 'body' ? damageOfLines(text) : damageIn(text)
      if (damage) this.fail(key, damageSaid(damage, this.say))
      const wrong = damage ? null : wrongLettersIn(text)
      if (!wrong) return text
      const values = { found: short(wrong.found), right: short(wrong.right) }
      this.note(key, this.say('letters.said.alike', values))
      return withRightLetters(text)
    }
    return ''
  }

  has(key: string): boolean {
    return this.#headings.has(key)
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

  note(key: string, text: string): void {
    this.notes.push({ row: this.row.number, column: this.#headings.get(key) ?? '', text })
  }

  /** With a point, as `9.5`; '' when the cell is empty, wrong, or could be two numbers. */
  number(key: string): string {
    const text = this.text(key)
    if (text === '' || this.#exact.has(key)) return text
    const read = readTypedNumber(text, NUMBERS[key] ?? 'plain')
    if (read && 'value' in read) return read.value
    const [whole = '', decimal = ''] = read?.either ?? []
    if (read) this.fail(key, this.say('import.said.either', { value: short(text), whole, decimal }))
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

function damageOfLines(text: string): Damage | null {
  for (const line of text.split('\n')) {
    const damage = damageIn(line)
    if (damage) return damage
  }
  return null
}

/** Latitude and longitude both or neither, and no further than this from the middle of the map, in degrees. */
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
