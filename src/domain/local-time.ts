/** Times as people write them, on the clock of the installation. */
import { TZDate } from '@date-fns/tz'

/** `2026-12-01T08:00` or `2026-12-01 08:00` on the clock of `timeZone`; null when it is no such time. */
export function parseLocalTime(text: string, timeZone: string): Date | null {
  const [, year, month, day, hour, minute] =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/.exec(text.trim())?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const there = new TZDate(year, month - 1, day, hour ?? 0, minute ?? 0, timeZone)
  const isReal = there.getMonth() === month - 1 && there.getDate() === day && (hour ?? 0) < 24
  return isReal && (minute ?? 0) < 60 ? new Date(there.getTime()) : null
}
