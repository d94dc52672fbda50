/** Counts of scans: per sign, locale, local day and three hours, and nothing about who scanned. */
import { type Database, sql, type Statement } from './database.ts'

/** One counted scan's key: which sign, in which locale, in which three hours of which local day. */
export interface ScanKey {
  code: string
  locale: string
  /** YYYY-MM-DD, local. */
  day: string
  /** 0 to 7: the local hour divided by three. */
  band: number
}

/** `n` is how many; never zero. */
export interface ScanCount extends ScanKey {
  n: number
}

/** Added to what is counted already, so several processes may count the same key. */
export function addScans(counts: readonly ScanCount[]): Statement {
  return sql`INSERT INTO scan_count (code, day, band, locale, n)
    SELECT j.value->>'code', j.value->>'day', j.value->>'band', j.value->>'locale', j.value->>'n'
    FROM json_each(${JSON.stringify(counts)}) j WHERE true
    ON CONFLICT (code, day, band, locale) DO UPDATE SET n = n + excluded.n`
}

/** Distinct stray codes kept per day. */
const STRAY_CODES_MAX = 100

/** `counts` are of one day. Past the hundred commonest, codes are dropped; the day's total keeps them. */
export function addStrayScans(day: string, counts: ReadonlyMap<string, number>): Statement[] {
  const total = [...counts.values()].reduce((sum, n) => sum + n, 0)
  return [
    sql`INSERT INTO stray_day (day, n) VALUES (${day}, ${total})
      ON CONFLICT (day) DO UPDATE SET n = n + excluded.n`,
    sql`INSERT INTO stray_code (day, code, n)
      SELECT ${day}, j.key, j.value FROM json_each(${JSON.stringify(Object.fromEntries(counts))}) j
      WHERE true ON CONFLICT (day, code) DO UPDATE SET n = n + excluded.n`,
    sql`DELETE FROM stray_code WHERE day = ${day} AND code NOT IN (
      SELECT code FROM stray_code WHERE day = ${day} ORDER BY n DESC, code LIMIT ${STRAY_CODES_MAX})`,
  ]
}

/** Local days as in `2026-11-22`, both included; by code, day, band and locale. */
export async function listScans(db: Database, from: string, to: string): Promise<ScanCount[]> {
  return db.all(
    sql`SELECT code, day, band, locale, n FROM scan_count WHERE day BETWEEN ${from} AND ${to}
      ORDER BY code, day, band, locale /* every row */`,
  )
}

/** The day's total, and at most STRAY_CODES_MAX codes, the commonest first. Zero and no codes for a day without any. */
export async function listStrayScans(
  db: Database,
  day: string,
): Promise<{ total: number; codes: { code: string; n: number }[] }> {
  const total = await db.first<{ n: number }>(sql`SELECT n FROM stray_day WHERE day = ${day}`)
  const codes = await db.all<{ code: string; n: number }>(
    sql`SELECT code, n FROM stray_code WHERE day = ${day} ORDER BY n DESC, code`,
  )
  return { total: total?.n ?? 0, codes }
}
