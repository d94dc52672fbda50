/** Days of the Vietnamese lunar calendar, as festivals are told: `22/1`. */
import type { LunarDay } from './entry.ts'

/** Null unless it is a day from 1 to 30 of a month from 1 to 12. */
export function parseLunarDay(text: string): { day: number; month: number } | null {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  const [day, month] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
  return day >= 1 && day <= 30 && month >= 1 && month <= 12 ? { day, month } : null
}

/** From one day to the next time the other comes, at 30 days a month: 0 to 359. */
export function lunarDaysBetween(from: LunarDay, to: LunarDay): number {
  const day = (text: LunarDay) => {
    const parsed = parseLunarDay(text)
    return parsed ? 30 * parsed.month + parsed.day : 0
  }
  return (day(to) - day(from) + 360) % 360
}
