/** New signs, with codes drawn at random. */
import type { EntryPath } from '../domain/entry.ts'
import { newShortCode, type ShortCode } from '../domain/short-code.ts'
import type { Sign } from '../domain/sign.ts'
import { addAudit } from './audit-log.ts'
import { sql, UniqueError, type Database } from './database.ts'
import type { Act } from './entries.ts'
import { addSigns } from './signs.ts'

/** What is not known of a sign on the day it is issued. */
const BLANK: Omit<Sign, 'code' | 'entry' | 'issuedOn' | 'placement'> = {
  lat: null,
  lon: null,
  accuracyM: null,
  mount: null,
  heightMm: null,
  readingDistanceMm: null,
  template: null,
  faces: null,
  symbolVersion: null,
  symbolLevel: null,
  symbolMask: null,
  replaces: null,
  note: '',
}

/**
 * Adds `count` new signs, all or none. The key refuses a code that exists already; new ones are then drawn.
 * `random` returns integers in [0, limit).
 */
export async function issueSigns(
  db: Database,
  count: number,
  about: Pick<Sign, 'entry' | 'issuedOn' | 'placement'> & Partial<Sign>,
  { random, act }: { random: (limit: number) => number; act: Act },
): Promise<ShortCode[]> {
  for (;;) {
    const codes = new Set<ShortCode>()
    while (codes.size < count) codes.add(newShortCode(random))
    const signs = [...codes].map((code) => ({ ...BLANK, ...about, code }))
    const details = { codes: [...codes] }
    try {
      await db.batch([
        ...addSigns(signs),
        addAudit({ what: 'sign.issued', subject: about.entry, details }, act),
      ])
      return [...codes]
    } catch (error) {
      if (!(error instanceof UniqueError)) throw error
    }
  }
}

/** Those of `ids` that have no sign, ended ones apart; in their order. */
export async function listEntriesWithoutSign(
  db: Database,
  ids: readonly EntryPath[],
): Promise<EntryPath[]> {
  const rows = await db.all<{ id: EntryPath }>(
    sql`SELECT j.value AS id FROM json_each(${JSON.stringify(ids)}) j
      WHERE NOT EXISTS (SELECT 1 FROM sign s WHERE s.entry_id = j.value
        AND NOT EXISTS (SELECT 1 FROM sign_event v WHERE v.code = s.code
          AND v.what IN ('replaced', 'retired')))
      ORDER BY j.key`,
  )
  return rows.map(({ id }) => id)
}

/**
 * `each` new signs for every one of `entries` that has none by then: of two who do it at once, one does it. Nothing is
 * known of their spots yet. Resolves to how many were issued.
 */
export async function issueForMany(
  db: Database,
  entries: readonly EntryPath[],
  { each, issuedOn }: { each: number; issuedOn: string },
  { random, act }: { random: (limit: number) => number; act: Act },
): Promise<number> {
  for (;;) {
    const codes = new Set<ShortCode>()
    while (codes.size < entries.length * each) codes.add(newShortCode(random))
    const drawn = [...codes]
    const wanted = JSON.stringify(
      drawn.map((code, i) => ({ code, entry: entries[Math.floor(i / each)] })),
    )
    const list = JSON.stringify(drawn)
    try {
      await db.batch([
        sql`INSERT INTO sign (code, entry_id, issued_on, placement, faces, note)
          SELECT j.value->>'code', j.value->>'entry', ${issuedOn}, '', 1, ''
          FROM json_each(${wanted}) j
          WHERE NOT EXISTS (SELECT 1 FROM sign s WHERE s.entry_id = j.value->>'entry'
            AND NOT EXISTS (SELECT 1 FROM sign_event v WHERE v.code = s.code
              AND v.what IN ('replaced', 'retired')))
          ORDER BY j.key`,
        sql`INSERT INTO audit (at, by, what, subject, details)
          SELECT ${act.at}, ${act.by}, 'sign.issued', s.entry_id,
            json_object('codes', json_group_array(s.code))
          FROM json_each(${list}) j JOIN sign s ON s.code = j.value GROUP BY s.entry_id`,
      ])
      const row = await db.first<{ n: number }>(
        sql`SELECT count(*) AS n FROM json_each(${list}) j JOIN sign s ON s.code = j.value`,
      )
      return row?.n ?? 0
    } catch (error) {
      if (!(error instanceof UniqueError)) throw error
    }
  }
}
