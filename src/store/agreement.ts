import { type Database, sql, type Statement } from './database.ts'

/** Item -> digest of the form that folder and database last agreed on. */
export async function listAgreements(db: Database): Promise<Map<string, string>> {
  const rows = await db.all<{ item: string; digest: string }>(
    sql`SELECT item, digest FROM agreement /* every row */`,
  )
  return new Map(rows.map((row) => [row.item, row.digest]))
}

export function saveAgreements(digests: ReadonlyMap<string, string>): Statement {
  return sql`INSERT INTO agreement (item, digest)
    SELECT j.key, j.value FROM json_each(${JSON.stringify(Object.fromEntries(digests))}) j WHERE true
    ON CONFLICT (item) DO UPDATE SET digest = excluded.digest`
}
