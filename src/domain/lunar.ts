/**
 * The Vietnamese lunar calendar, as festivals are told by it: `22/1`. New moons and the sun's longitude follow the
 * algorithm that Hồ Ngọc Đức published ("Thuật toán tính âm lịch", after Jean Meeus, Astronomical Algorithms,
 * 1998), reckoned at UTC+7; good for the centuries around ours. Leap months hold no festivals.
 */
import type { Festival, IsoDate, LunarDay } from './entry.ts'

/**
 * A day from 1 to 30 of a month from 1 to 12; null for anything else. Whether the month has thirty days that year is
 * not asked.
 */
export function parseLunarDay(text: string): { day: number; month: number } | null {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  const [day, month] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
  return day >= 1 && day <= 30 && month >= 1 && month <= 12 ? { day, month } : null
}

/** Days from one day to the next time the other comes, at 30 days a month: 0 to 359. */
export function lunarDaysBetween(from: LunarDay, to: LunarDay): number {
  const day = (text: LunarDay) => {
    const parsed = parseLunarDay(text)
    return parsed ? 30 * parsed.month + parsed.day : 0
  }
  return (day(to) - day(from) + 360) % 360
}

/** First and last day in the solar calendar, both included. */
export interface FestivalDays {
  first: IsoDate
  last: IsoDate
}

/** The days of the festival that is held today, or of the next. Null for days that no calendar has. */
export function nextFestival(
  { from, to = from }: Pick<Festival, 'from' | 'to'>,
  today: IsoDate,
): FestivalDays | null {
  const [first, last] = [parseLunarDay(from), parseLunarDay(to)]
  if (!first || !last) return null
  const year = Number(today.slice(0, 4))
  // It may go on over New Year.
  const later = last.month < first.month || (last.month === first.month && last.day < first.day)
  for (let lunarYear = year - 2; lunarYear <= year + 1; lunarYear++) {
    const end = solarDay(last.day, last.month, lunarYear + Number(later))
    if (end >= today) return { first: solarDay(first.day, first.month, lunarYear), last: end }
  }
  return null
}

/**
 * The solar day of a lunar one, in a regular month of the lunar year that begins in the solar year `year`. The
 * thirtieth of a month that has only 29 days is its last day.
 */
export function solarDay(day: number, month: number, year: number, timeZone = 7): IsoDate {
  const first = month < 11 ? monthEleven(year - 1, timeZone) : monthEleven(year, timeZone)
  const following = month < 11 ? monthEleven(year, timeZone) : monthEleven(year + 1, timeZone)
  const k = Math.floor(0.5 + (first - FIRST_NEW_MOON) / MONTH)
  let offset = (month - 11 + 12) % 12
  if (following - first > 365 && offset >= leapOffset(first, timeZone)) offset++
  const begin = newMoonDay(k + offset, timeZone)
  const next = newMoonDay(k + offset + 1, timeZone)
  return isoOf(Math.min(begin + day - 1, next - 1))
}

/** Days between new moons, on the average, and the Julian day of the first one of 1900. */
const MONTH = 29.530588853
const FIRST_NEW_MOON = 2415021.076998695
const RADIANS = Math.PI / 180

/** Julian day number of a date, which begins at noon. */
function julianDay(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / 86_400_000) + 2_440_588
}

function isoOf(day: number): IsoDate {
  return new Date((day - 2_440_588) * 86_400_000).toISOString().slice(0, 10)
}

/** Julian day, with its fraction, of the new moon `k` after that of 1 January 1900. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const sin = (degrees: number) => Math.sin(degrees * RADIANS)
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t ** 2 -
    0.000000155 * t ** 3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t ** 2)
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t ** 2 - 0.00000347 * t ** 3
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t ** 2 + 0.00001236 * t ** 3
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t ** 2 - 0.00000239 * t ** 3
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun)
  const delta =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t ** 2 - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
      : -0.000278 + 0.000265 * t + 0.000262 * t ** 2
  return mean + correction - delta
}

function newMoonDay(k: number, timeZone: number): number {
  return Math.floor(newMoon(k) + 0.5 + timeZone / 24)
}

/** Which twelfth of its yearly path the sun is in when the day begins: 0 from the March equinox, to 11. */
function sunTwelfth(day: number, timeZone: number): number {
  const t = (day - 0.5 - timeZone / 24 - 2451545) / 36525
  const anomaly = RADIANS * (357.5291 + 35999.0503 * t - 0.0001559 * t ** 2 - 0.00000048 * t ** 3)
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t ** 2
  const longitude =
    mean +
    (1.9146 - 0.004817 * t - 0.000014 * t ** 2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

/** First day of the month that holds the December solstice of `year`. */
function monthEleven(year: number, timeZone: number): number {
  const k = Math.floor((julianDay(year, 12, 31) - 2415021) / MONTH)
  const day = newMoonDay(k, timeZone)
  return sunTwelfth(day, timeZone) >= 9 ? newMoonDay(k - 1, timeZone) : day
}

/** How many months after month eleven the leap month comes: the first in which the sun enters no new twelfth. */
function leapOffset(monthElevenDay: number, timeZone: number): number {
  const k = Math.floor((monthElevenDay - FIRST_NEW_MOON) / MONTH + 0.5)
  const twelfth = (i: number) => sunTwelfth(newMoonDay(k + i, timeZone), timeZone)
  let i = 1
  while (i < 14 && twelfth(i) !== twelfth(i + 1)) i++
  return i
}
