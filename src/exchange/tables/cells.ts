/** The cells of one row by column, read as what they mean; what cannot be read is said in the editor's language. */
import { damageIn, type Damage } from '../../domain/damaged-letters.ts'
import { withRightLetters, wrongLettersIn } from '../../domain/look-alike.ts'
import { fold } from '../../domain/name.ts'
import { readTypedDate, turnedDate } from '../../domain/typed-date.ts'
import { readTypedNumber, type NumberKind } from '../../domain/typed-number.ts'
import { readTypedSpot } from '../../domain/typed-spot.ts'
import type { Say } from '../../messages/desk-message.ts'
import type { DeskKey } from '../../messages/desk-key.ts'
import { damageSaid } from '../../messages/letters-said.ts'
import type { TableAnswers } from './answers.ts'
import { cellAddress } from './cell-address.ts'
import type { GridRow } from './grid.ts'
import type { Choice, TableQuestion } from './question.ts'
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
  /** What only the editor can say. The row goes on with the first answer there is, so that all is asked at once. */
  readonly asked: TableQuestion[] = []
  readonly #values = new Map<string, string>()
  readonly #headings = new Map<string, string>()
  readonly #places = new Map<string, number>()
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
    readonly answers: TableAnswers,
  ) {
    keys.forEach((key, i) => {
      if (!key || this.#headings.has(key)) return
      this.#headings.set(key, headings[i] ?? key)
      this.#places.set(key, i)
      const special = row.special?.find(({ column }) => column === i)
      const text = row.cells[i] ?? ''
      this.#values.set(key, special ? this.#meant(key, special) : this.#righted(key, text))
    })
    const last = row.cells.findLastIndex((cell) => cell !== '')
    if (last >= keys.length) this.fail('', say('import.said.beyond'))
    // Both, pasted from a map into one cell.
    const spot = this.text('lon') === '' ? readTypedSpot(this.text('lat')) : null
    if (spot) for (const key of ['lat', 'lon'] as const) this.#values.set(key, spot[key])
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

  /** `key` '' is about the row as a whole; `cause` is what problems of one column are put together by. */
  fail(key: string, text: string, cause: string = text): void {
    const problem = this.#toldOf(key, text, cause)
    if (!this.problems.some((one) => one.column === problem.column && one.text === text))
      this.problems.push(problem)
  }

  note(key: string, text: string): void {
    this.notes.push(this.#toldOf(key, text, text))
  }

  #toldOf(key: string, text: string, cause: string): CellProblem {
    const told = { row: this.row.number, column: this.#headings.get(key) ?? '', text, cause }
    const place = this.#places.get(key)
    return place === undefined ? told : { ...told, cell: { place, shown: this.#shownAt(place) } }
  }

  #shownAt(place: number): string {
    const special = this.row.special?.find(({ column }) => column === place)
    return special?.shown ?? this.row.cells[place] ?? ''
  }

  /** Asked once for all cells whose question has the same field. */
  ask(
    field: string,
    key: string,
    text: string,
    { choices = [], offered = [] }: { choices?: Choice[]; offered?: string[] } = {},
  ): void {
    if (this.asked.some((one) => one.field === field)) return
    const place = this.#places.get(key)
    const at = place === undefined ? String(this.row.number) : cellAddress(place, this.row.number)
    this.asked.push({ field, text, choices, offered, at: [at], cells: 1 })
  }

  /** An empty cell of a column, or of one that is not there, gets what was answered for all rows; else `meanwhile`. */
  fillFrom(key: string, meanwhile: string): void {
    if (this.text(key) === '') this.#values.set(key, this.answers.fill(key) || meanwhile)
  }

  /** As if nothing stood there. */
  clear(key: string): void {
    this.#values.set(key, '')
  }

  /** Something has been said of the cell. */
  isWrong(key: string): boolean {
    return this.problems.some(({ column }) => column !== '' && column === this.headingOf(key))
  }

  headingOf(key: string): string {
    return this.#headings.get(key) ?? ''
  }

  /** With a point, as `9.5`; '' when the cell is empty, wrong, or could be two numbers. */
  number(key: string): string {
    const text = this.text(key)
    if (text === '' || this.#exact.has(key)) return text
    const read = readTypedNumber(text, NUMBERS[key] ?? 'plain')
    if (read && 'value' in read) return read.value
    if (!read) {
      const said = this.say('import.said.number', { value: short(text) })
      this.fail(key, said, 'import.said.number')
      return ''
    }
    const [whole, decimal] = read.either
    const answer = this.answers.to(`number-${key}`)
    if (answer === undefined)
      this.ask(
        `number-${key}`,
        key,
        this.#asking('import.ask.number', key, { value: short(text), whole, decimal }),
        {
          choices: [
            { value: 'whole', label: this.say('import.ask.number.whole', { whole }) },
            { value: 'decimal', label: this.say('import.ask.number.decimal', { decimal }) },
          ],
        },
      )
    return answer === 'decimal' ? decimal : whole
  }

  /** As people write days (domain/typed-date.ts) -> `2002-01-28`; the schema judges what comes out. */
  date(key: string): string {
    const text = this.text(key)
    const special = this.row.special?.find(({ column }) => column === this.#places.get(key))
    const read = text === '' || special ? null : readTypedDate(text)
    if (!read) return text
    if ('either' in read) return this.#century(key, text, read.either)
    const order = this.answers.to(`order-${key}`)
    if ('value' in read)
      return order === 'month' ? (turnedIn(text, read.value) ?? read.value) : read.value
    if (order === undefined) {
      const values = { value: short(text), day: read.monthFirst }
      this.ask(`order-${key}`, key, this.#asking('import.ask.order', key, values), {
        choices: [
          { value: 'month', label: this.say('import.ask.order.month', { day: read.monthFirst }) },
          { value: 'day', label: this.say('import.ask.order.day') },
        ],
      })
    } else if (order === 'day') {
      const said = this.say('import.said.noSuchDay', { value: short(text) })
      this.fail(key, said, 'import.said.noSuchDay')
    }
    return read.monthFirst
  }

  #century(key: string, text: string, [past, recent]: readonly [string, string]): string {
    const answer = this.answers.to(`century-${key}`)
    if (answer === undefined)
      this.ask(
        `century-${key}`,
        key,
        this.#asking('import.ask.century', key, { value: short(text) }),
        {
          choices: [
            { value: 'recent', label: this.say('import.ask.century.year', { day: recent }) },
            { value: 'past', label: this.say('import.ask.century.year', { day: past }) },
          ],
        },
      )
    return answer === 'past' ? past : recent
  }

  #asking(text: DeskKey, key: string, values: Record<string, string>): string {
    return this.say(text, { ...values, column: this.headingOf(key) })
  }

  /** One of `words` (folded -> value), whatever the marks and capitals; undefined when the cell is empty or wrong. */
  oneOf<T extends string>(key: string, words: ReadonlyMap<string, T>): T | undefined {
    const text = this.text(key)
    const found = words.get(fold(text))
    if (text !== '' && found === undefined) {
      const allowed = [...new Set(words.keys())].join(', ')
      const said = this.say('import.said.oneOf', { value: short(text), allowed })
      this.fail(key, said, 'import.said.oneOf')
    }
    return found
  }
}

/** A day written with figures alone, where the month comes first; days in words or year first are what they are. */
function turnedIn(text: string, value: string): string | null {
  return /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text) ? turnedDate(value) : null
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
