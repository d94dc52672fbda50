/** What a pack is made of: which entries lie in a unit, and how much there is of them. */
import type { AdminUnit } from '../domain/admin-unit.ts'
import type { EntryPath, EntryUnit } from '../domain/entry.ts'
import { type Database, sql } from './database.ts'

/** A unit as the page of a pack names it. */
export type UnitOfPack = Pick<AdminUnit, 'code' | 'name' | 'kind' | 'validFrom' | 'validTo'>

/**
 * Every unit that ever had this code, the earliest first: codes are given again to other units. An empty list for a
 * code nobody had.
 */
export async function listUnitsWith(db: Database, code: string): Promise<UnitOfPack[]> {
  return db.all(
    sql`SELECT code, name, kind, valid_from AS validFrom, valid_to AS validTo FROM admin_unit
      WHERE code = ${code} ORDER BY valid_from`,
  )
}

/** An entry of a unit, with the figures its page names. */
export interface EntryOfUnit {
  id: EntryPath
  adminUnits: EntryUnit[]
  namedAfter: EntryPath[]
}

/**
 * Published entries that lie, or once lay, in a unit with this code, in the order of ids; which of them lie there on a
 * day is for the caller to say.
 */
export async function listEntriesOfUnit(db: Database, code: string): Promise<EntryOfUnit[]> {
  const rows = await db.all<{ id: string; units: string; namedAfter: string }>(sql`
    SELECT e.id, json_extract(f.facts, '$.adminUnits') AS units,
      coalesce(json_extract(f.facts, '$.namedAfter'), '[]') AS namedAfter
    FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.public_facts_number
    WHERE e.withheld = 0
      AND EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = e.id AND p.ended_at IS NULL)
      AND EXISTS (SELECT 1 FROM json_each(f.facts, '$.adminUnits') j
        WHERE j.value->>'code' = ${code})
    ORDER BY e.id /* every row */`)
  return rows.map((row) => ({
    id: row.id as EntryPath,
    adminUnits: JSON.parse(row.units) as EntryUnit[],
    namedAfter: JSON.parse(row.namedAfter) as EntryPath[],
  }))
}

/** How large a pack becomes, before it is made. */
export interface PackFigures {
  /** Published entries among those asked about, and the signs that lead to them. */
  entries: number
  signs: number
  /** Of the bodies of all public texts, in all languages. */
  characters: number
}

/**
 * Zeros where nothing is public. Signs are counted of all of `ids`, so only published entries should be asked about.
 */
export async function countForPack(db: Database, ids: readonly string[]): Promise<PackFigures> {
  const json = JSON.stringify(ids)
  const row = await db.first<PackFigures>(sql`
    SELECT count(DISTINCT e.id) AS entries, coalesce(sum(length(r.body)), 0) AS characters,
      (SELECT count(*) FROM sign s WHERE s.entry_id IN (SELECT j.value FROM json_each(${json}) j)) AS signs
    FROM json_each(${json}) j CROSS JOIN entry e ON e.id = j.value AND e.withheld = 0
      CROSS JOIN publication p ON p.entry_id = e.id AND p.ended_at IS NULL
      CROSS JOIN revision r USING (entry_id, locale, number)`)
  return row ?? { entries: 0, signs: 0, characters: 0 }
}
