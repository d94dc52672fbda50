/**
 * A date as people in Viet Nam write it: `7/7/2022`, `ngày 7 tháng 7 năm 2022`, `7-2022`. The day comes before the
 * month; what can only be read the other way round, and a year of two digits, is never guessed.
 */
import { dateFault } from './date.ts'
import type { PartialDate } from './entry.ts'

/**
 * `value` as `2022-07-07`, `2022-07` or `2022`, not yet judged by the calendar; `either`: a year of two digits, in the
 * last century or in this one; `monthFirst`: no date unless the month comes first, as in 12/25/2014.
 */
export type TypedDate =
  | { value: PartialDate }
  | { either: [past: PartialDate, recent: PartialDate] }
  | { monthFirst: PartialDate }

/** Where a spreadsheet added midnight. */
const MIDNIGHT = /[ t]0{1,2}:00(?::00(?:\.0+)?)?z?$/i

/** Null where it is no date. */
export function readTypedDate(text: string): TypedDate | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
  const bare = plain.replace(MIDNIGHT, '')
  const said =
    inWords(bare) ?? bare.replace(/^(?:ngày|tháng|năm) /, '').replace(/ ?([/.-]) ?/g, '$1')
  const yearFirst = /^(\d{4})(?:[/.-](\d{1,2})(?:[/.-](\d{1,2}))?)?$/.exec(said)
  if (yearFirst) return { value: joined(yearFirst[1], yearFirst[2], yearFirst[3]) }
  const [, day, month, year = ''] =
    /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4}|\d{2})$/.exec(said) ?? []
  if (year.length === 2 && day !== undefined)
    return { either: [joined(`19${year}`, month, day), joined(`20${year}`, month, day)] }
  if (year.length !== 4) return null
  const value = joined(year, month, day)
  if (day === undefined || dateFault(value) === null) return { value }
  const turned = joined(year, day, month)
  return dateFault(turned) === null ? { monthFirst: turned } : { value }
}

/** `2014-12-11` -> `2014-11-12`, of a column where the month comes first; null where that is no day. */
export function turnedDate(date: PartialDate): PartialDate | null {
  const [year, month, day] = date.split('-')
  if (day === undefined) return date
  const turned = joined(year, day, month)
  return dateFault(turned) === null ? turned : null
}

/** `ngày 7 tháng 7 năm 2022` -> `7/7/2022`; null where it is not in words. */
function inWords(text: string): string | null {
  const [, day, month, year = ''] =
    /^(?:(?:ngày )?(\d{1,2}) )?tháng (\d{1,2})(?:,? năm |[ ,/-]+)(\d{4})$/.exec(text) ?? []
  return year === '' ? null : [day, month, year].filter(Boolean).join('/')
}

function joined(year = '', month?: string, day?: string): PartialDate {
  return [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-')
}
