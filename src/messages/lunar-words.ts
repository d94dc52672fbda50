/** Days of the lunar calendar in the words of each interface language. */
import { chineseNumeral } from '../domain/chinese-numeral.ts'
import { parseLunarDay } from '../domain/lunar.ts'
import type { LunarDay } from '../domain/entry.ts'
import { message, type InterfaceLocale } from './messages.ts'

/**
 * One or more days in words, as in `22–27 tháng 1 âm lịch`, `农历正月二十二至二十七`; as they are written where that is no day.
 */
export function lunarDays(words: InterfaceLocale, from: LunarDay, to: LunarDay = from): string {
  const [first, last] = [parseLunarDay(from), parseLunarDay(to)]
  if (!first || !last) return from === to ? from : `${from} – ${to}`
  const said = ({ day, month }: typeof first) => ({
    day: words === 'zh-Hans' ? chineseDay(day) : String(day),
    month: words === 'zh-Hans' ? chineseMonth(month) : String(month),
  })
  const [a, b] = [said(first), said(last)]
  if (from === to) return message(words, 'lunar.day', a)
  const values = { day: a.day, month: a.month, lastDay: b.day, lastMonth: b.month }
  return message(words, first.month === last.month ? 'lunar.days' : 'lunar.daysAcross', values)
}

function chineseDay(day: number): string {
  return day <= 10 ? `初${chineseNumeral(day)}` : chineseNumeral(day)
}

function chineseMonth(month: number): string {
  return month === 1 ? '正月' : `${chineseNumeral(month)}月`
}
