/** Dates as precise as their source: `1909`, `1909-11` or `1909-11-04`; proleptic Gregorian, years 0001 to 9999. */
import type { IsoDate, PartialDate } from './entry.ts'

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** `malformed` is a matter of spelling (04/11/1909), `impossible` of the calendar (2023-02-30). */
export function dateFault(text: string): 'malformed' | 'impossible' | null {
  const match = PARTIAL.exec(text)
  if (!match) return 'malformed'
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  if (year < 1 || month < 1 || month > 12) return 'impossible'
  return day < 1 || day > daysIn(year, month) ? 'impossible' : null
}

export function isWholeDate(text: PartialDate): boolean {
  return text.length === 10
}

/** First day the date may mean: `1909` -> `1909-01-01`. */
export function firstDay(date: PartialDate): IsoDate {
  return `${date}-01-01`.slice(0, 10)
}

/** Last day the date may mean: `1909-02` -> `1909-02-28`. */
export function lastDay(date: PartialDate): IsoDate {
  if (isWholeDate(date)) return date
  const month = date.length === 7 ? date : `${date}-12`
  return `${month}-${daysIn(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`
}

/** Whether every day `a` may mean comes before every day `b` may mean: false as long as they may be the same day. */
export function isBefore(a: PartialDate, b: PartialDate): boolean {
  return lastDay(a) < firstDay(b)
}

/** Whole years from `a` to `b`, by the calendar year alone when either is a bare year. */
export function yearsBetween(a: PartialDate, b: PartialDate): number {
  const years = Number(b.slice(0, 4)) - Number(a.slice(0, 4))
  return isWholeDate(a) && isWholeDate(b) && b.slice(5) < a.slice(5) ? years - 1 : years
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
