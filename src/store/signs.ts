/**
 * The register of signs, what happened to each, and addresses from before Stele. No row is ever deleted: triggers
 * refuse it.
 */
import type { SignHistory } from '../domain/resolver.ts'
import type { ShortCode } from '../domain/short-code.ts'
import type { LegacyCode, Sign, SignEvent } from '../domain/sign.ts'
import { type Database, sql, type Statement } from './database.ts'

const SIGN_JSON = `json_object('code', s.code, 'entry', s.entry_id, 'issuedOn', s.issued_on,
  'placement', s.placement, 'lat', s.lat, 'lon', s.lon, 'accuracyM', s.accuracy_m, 'mount', s.mount,
  'heightMm', s.height_mm, 'readingDistanceMm', s.reading_distance_mm, 'template', s.template,
  'faces', s.faces, 'symbolVersion', s.symbol_version, 'symbolLevel', s.symbol_level,
  'symbolMask', s.symbol_mask, 'replaces', s.replaces, 'note', s.note)`
/** Columns of `sign_event v` as SignEvent has them. */
const EVENT_JSON = `json_object('code', v.code, 'on', v.happened_on, 'what', v.what, 'by', v.by,
  'lat', v.lat, 'lon', v.lon, 'successor', v.successor, 'note', v.note)`

/**
 * The sign and, when it has ended, every sign that came after it: what the resolver needs to answer. An empty map for a
 * code that was never issued; a circle of successors ends.
 */
export function findHistories(db: Database, code: ShortCode): Promise<Map<ShortCode, SignHistory>> {
  return listHistories(db, [code])
}

/** As findHistories, for several signs at once; the events of each in the order of writing. */
export async function listHistories(
  db: Database,
  codes: readonly ShortCode[],
): Promise<Map<ShortCode, SignHistory>> {
  const rows = await db.all<{ sign: string; events: string }>({
    text: `WITH RECURSIVE chain (code) AS (
        SELECT value FROM json_each(?) UNION
        SELECT v.successor FROM sign_event v JOIN chain ON v.code = chain.code
        WHERE v.successor IS NOT NULL
      )
      SELECT ${SIGN_JSON} AS sign,
        (SELECT json_group_array(json(ev.event)) FROM (
          SELECT ${EVENT_JSON} AS event FROM sign_event v WHERE v.code = s.code ORDER BY v.id
        ) ev) AS events
      FROM chain JOIN sign s ON s.code = chain.code`,
    values: [JSON.stringify(codes)],
  })
  return new Map(
    rows.map((row) => {
      const sign = JSON.parse(row.sign) as Sign
      return [sign.code, { sign, events: JSON.parse(row.events) as SignEvent[] }]
    }),
  )
}

/** Those of `codes` that were issued, in their order. */
export async function listIssued(db: Database, codes: readonly ShortCode[]): Promise<ShortCode[]> {
  const rows = await db.all<{ code: ShortCode }>(
    sql`SELECT s.code FROM json_each(${JSON.stringify(codes)}) j JOIN sign s ON s.code = j.value
      ORDER BY j.key`,
  )
  return rows.map((row) => row.code)
}

/** Codes of the signs issued for these entries, ended ones too, in the order of codes. */
export async function listCodesOf(db: Database, ids: readonly string[]): Promise<ShortCode[]> {
  const rows = await db.all<{ code: ShortCode }>(
    sql`SELECT s.code FROM sign s WHERE s.entry_id IN (SELECT j.value FROM json_each(${JSON.stringify(ids)}) j)
      ORDER BY s.code`,
  )
  return rows.map((row) => row.code)
}

/** Every sign, ended ones too, in order of issue. */
export async function listSigns(db: Database): Promise<Sign[]> {
  const rows = await db.all<{ sign: string }>({
    text: `SELECT ${SIGN_JSON} AS sign FROM sign s ORDER BY s.rowid /* every row */`,
    values: [],
  })
  return rows.map((row) => JSON.parse(row.sign) as Sign)
}

/** In the order of writing, which decides between events of one day. */
export async function listSignEvents(db: Database): Promise<SignEvent[]> {
  const rows = await db.all<{ event: string }>({
    text: `SELECT ${EVENT_JSON} AS event FROM sign_event v
      ORDER BY v.id /* every row */`,
    values: [],
  })
  return rows.map((row) => JSON.parse(row.event) as SignEvent)
}

/**
 * Adds signs, or brings what is known of them up to date. The code of a sign, its day of issue and a symbol once
 * pinned never change.
 */
export function saveSigns(signs: readonly Sign[]): Statement {
  return sql`INSERT INTO sign (code, entry_id, issued_on, placement, lat, lon, accuracy_m, mount, height_mm,
      reading_distance_mm, template, faces, symbol_version, symbol_level, symbol_mask, replaces, note)
    SELECT j.value->>'code', j.value->>'entry', j.value->>'issuedOn', j.value->>'placement',
      j.value->>'lat', j.value->>'lon', j.value->>'accuracyM', j.value->>'mount', j.value->>'heightMm',
      j.value->>'readingDistanceMm', j.value->>'template', j.value->>'faces', j.value->>'symbolVersion',
      j.value->>'symbolLevel', j.value->>'symbolMask', j.value->>'replaces', j.value->>'note'
    FROM json_each(${JSON.stringify(signs)}) j WHERE true
    ON CONFLICT (code) DO UPDATE SET entry_id = excluded.entry_id, placement = excluded.placement,
      lat = excluded.lat, lon = excluded.lon, accuracy_m = excluded.accuracy_m, mount = excluded.mount,
      height_mm = excluded.height_mm, reading_distance_mm = excluded.reading_distance_mm,
      template = excluded.template, faces = excluded.faces,
      symbol_version = coalesce(sign.symbol_version, excluded.symbol_version),
      symbol_level = coalesce(sign.symbol_level, excluded.symbol_level),
      symbol_mask = coalesce(sign.symbol_mask, excluded.symbol_mask),
      replaces = excluded.replaces, note = excluded.note`
}

/** Adds new signs only, with all that is known of them: a code that exists already is a UniqueError on `sign.code`. */
export function addSigns(signs: readonly Sign[]): Statement[] {
  return signs.map(
    (
      sign,
    ) => sql`INSERT INTO sign (code, entry_id, issued_on, placement, lat, lon, accuracy_m, mount, height_mm,
        reading_distance_mm, template, faces, symbol_version, symbol_level, symbol_mask, replaces, note)
      VALUES (${sign.code}, ${sign.entry}, ${sign.issuedOn}, ${sign.placement}, ${sign.lat}, ${sign.lon},
        ${sign.accuracyM}, ${sign.mount}, ${sign.heightMm}, ${sign.readingDistanceMm}, ${sign.template},
        ${sign.faces}, ${sign.symbolVersion}, ${sign.symbolLevel}, ${sign.symbolMask}, ${sign.replaces},
        ${sign.note})`,
  )
}

/** Append-only: an event told twice is kept twice. A code that was never issued is an error of the database. */
export function addSignEvents(events: readonly SignEvent[]): Statement {
  return sql`INSERT INTO sign_event (code, happened_on, what, by, lat, lon, successor, note)
    SELECT j.value->>'code', j.value->>'on', j.value->>'what', j.value->>'by', j.value->>'lat',
      j.value->>'lon', j.value->>'successor', j.value->>'note'
    FROM json_each(${JSON.stringify(events)}) j`
}

/** Path and query of an address as printed, whatever its scheme and host; `/` for a host alone. */
export function pathOfAddress(address: string): string {
  return address.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/'
}

/** Adds addresses, or brings up to date where they lead. None is ever taken away. */
export function saveLegacyCodes(codes: readonly LegacyCode[]): Statement {
  const rows = codes.map((code) => ({ ...code, path: pathOfAddress(code.address) }))
  return sql`INSERT INTO legacy_code (address, path, entry_id, code, note)
    SELECT j.value->>'address', j.value->>'path', j.value->>'entry', j.value->>'code', j.value->>'note'
    FROM json_each(${JSON.stringify(rows)}) j WHERE true
    ON CONFLICT (address) DO UPDATE SET entry_id = excluded.entry_id, code = excluded.code,
      note = excluded.note`
}

/** In the order of the file they came from. */
export async function listLegacyCodes(db: Database): Promise<LegacyCode[]> {
  return db.all(
    sql`SELECT address, entry_id AS entry, code, note FROM legacy_code ORDER BY rowid /* every row */`,
  )
}

/**
 * The entry (and sign, where it has one) that a legacy address leads to; `path` includes the query. Null for an address
 * nobody knows. Of two addresses that differ in their host alone, the first in the alphabet answers.
 */
export async function findLegacyCode(db: Database, path: string): Promise<LegacyCode | null> {
  return db.first(
    sql`SELECT address, entry_id AS entry, code, note FROM legacy_code WHERE path = ${path}
      ORDER BY address LIMIT 1`,
  )
}

/** A sign to try: the first one issued that has not ended and whose entry has a public text. Null when there is none. */
export async function findSampleSign(db: Database): Promise<ShortCode | null> {
  const row = await db.first<{ code: ShortCode }>(
    sql`SELECT s.code FROM sign s
      JOIN entry e ON e.id = s.entry_id AND e.withheld = 0
      JOIN publication p ON p.entry_id = s.entry_id AND p.ended_at IS NULL
      WHERE NOT EXISTS (SELECT 1 FROM sign_event v
        WHERE v.code = s.code AND v.what IN ('replaced', 'retired'))
      ORDER BY s.rowid LIMIT 1 /* every row */`,
  )
  return row?.code ?? null
}
