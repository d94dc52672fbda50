/** What holds for the whole installation: site.yaml, the edition, the wards and communes. */
import type { AdminUnit } from '../domain/admin-unit.ts'
import type { Site } from '../domain/site.ts'
import { type Database, sql, type Statement } from './database.ts'

export interface Edition {
  /** Raised by every committed change that a page can show. */
  number: number
  /** Null before the first import. */
  site: Site | null
}

/** One query. Throws when the migrations have not run. */
export async function findEdition(db: Database): Promise<Edition> {
  const row = await db.first<{ number: number; settings: string | null }>(
    sql`SELECT number, (SELECT settings FROM site WHERE id = 1) AS settings FROM edition WHERE id = 1`,
  )
  if (!row) throw new Error('the database has no edition row: its migrations have not run')
  return { number: row.number, site: row.settings ? (JSON.parse(row.settings) as Site) : null }
}

/** Zero, which no edition ever is, when the migrations have not run. */
export async function findEditionNumber(db: Database): Promise<number> {
  const row = await db.first<{ number: number }>(sql`SELECT number FROM edition WHERE id = 1`)
  return row?.number ?? 0
}

/** There is one row: another site takes its place. */
export function saveSite(site: Site): Statement {
  return sql`INSERT INTO site (id, settings) VALUES (1, ${JSON.stringify(site)})
    ON CONFLICT (id) DO UPDATE SET settings = excluded.settings`
}

/** Makes the table hold exactly these units, in this order. */
export function saveUnits(units: readonly AdminUnit[]): Statement[] {
  const json = JSON.stringify(units)
  return [
    sql`DELETE FROM admin_unit WHERE NOT EXISTS (
        SELECT 1 FROM json_each(${json}) j
        WHERE j.value->>'code' = admin_unit.code AND j.value->>'validFrom' = admin_unit.valid_from
      ) /* every row */`,
    sql`INSERT INTO admin_unit (code, valid_from, name, kind, valid_to, successors, position)
      SELECT j.value->>'code', j.value->>'validFrom', j.value->>'name', j.value->>'kind',
        j.value->>'validTo', j.value->'successors', j.key
      FROM json_each(${json}) j WHERE true
      ON CONFLICT (code, valid_from) DO UPDATE SET name = excluded.name, kind = excluded.kind,
        valid_to = excluded.valid_to, successors = excluded.successors, position = excluded.position`,
  ]
}

/** In the order of the file they came from, those abolished too. */
export async function listUnits(db: Database): Promise<AdminUnit[]> {
  const rows = await db.all<Record<string, string>>(
    sql`SELECT code, valid_from, name, kind, valid_to, successors FROM admin_unit
      ORDER BY position /* every row */`,
  )
  return rows.map(
    (row) =>
      ({
        code: row['code'],
        name: row['name'],
        kind: row['kind'],
        validFrom: row['valid_from'],
        validTo: row['valid_to'],
        successors: JSON.parse(row['successors'] ?? '[]') as string[],
      }) as AdminUnit,
  )
}
