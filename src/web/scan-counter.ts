import type { Locale } from '../domain/locale.ts'
import { localBand, type LocalBand } from '../domain/scan.ts'
import type { ShortCode } from '../domain/short-code.ts'
import type { Database, Statement } from '../store/database.ts'
import { addScans, addStrayScans, type ScanCount } from '../store/scans.ts'

/** Counts scans. Nothing about the person reaches it. */
export interface ScanCounter {
  /** `locale` is that of the page shown; the time is this moment in `timeZone`. */
  count(code: ShortCode, locale: Locale, timeZone: string): void
  /** A scan of a code never issued. */
  countStray(code: ShortCode, timeZone: string): void
  /** Writes what is still in memory; throws when it cannot, and keeps the counts. */
  flush(): Promise<void>
}

/** Of a process that answers no scan. */
export const NO_SCANS: ScanCounter = {
  count: () => undefined,
  countStray: () => undefined,
  flush: () => Promise.resolve(),
}

/** Distinct stray codes held between two writes; past it only the day's total grows. */
const STRAY_HELD_MAX = 1000
/** Stands for every stray code past the limit; no code is ''. */
const OTHER_STRAYS = ''

/**
 * Sums counts in memory; `flush` writes them in one batch. A write that fails keeps its counts for the next.
 */
export function newSummingCounter(db: Database, now: () => Date): ScanCounter {
  let scans = new Map<string, ScanCount>()
  let strays = new Map<string, Map<string, number>>()
  let band: LocalBand | null = null
  const bandNow = (timeZone: string) => {
    const at = now().getTime()
    if (!band || at >= band.until || at < band.since || band.timeZone !== timeZone)
      band = localBand(at, timeZone)
    return band
  }
  const add = (count: ScanCount) => {
    const key = `${count.code} ${count.locale} ${count.day} ${count.band}`
    const known = scans.get(key)
    if (known) known.n += count.n
    else scans.set(key, { ...count })
  }
  const addStray = (day: string, code: string, n: number) => {
    const codes = strays.get(day) ?? new Map<string, number>()
    strays.set(day, codes)
    const key = codes.has(code) || codes.size < STRAY_HELD_MAX ? code : OTHER_STRAYS
    codes.set(key, (codes.get(key) ?? 0) + n)
  }

  const write = async () => {
    if (scans.size === 0 && strays.size === 0) return
    const [taken, takenStrays] = [scans, strays]
    scans = new Map()
    strays = new Map()
    const statements: Statement[] = taken.size > 0 ? [addScans([...taken.values()])] : []
    for (const [day, codes] of takenStrays) statements.push(...addStrayScans(day, codes))
    try {
      await db.batch(statements)
    } catch (error) {
      for (const count of taken.values()) add(count)
      for (const [day, codes] of takenStrays) for (const [code, n] of codes) addStray(day, code, n)
      throw error
    }
  }
  /** One write after another: while one waits for its turn, counts gather for the next. */
  let written = Promise.resolve()

  return {
    count(code, locale, timeZone) {
      const { day, band } = bandNow(timeZone)
      const key = `${code} ${locale} ${day} ${band}`
      const known = scans.get(key)
      if (known) known.n++
      else scans.set(key, { code, locale, day, band, n: 1 })
    },
    countStray(code, timeZone) {
      addStray(bandNow(timeZone).day, code, 1)
    },
    flush: () => (written = written.catch(() => undefined).then(write)),
  }
}
