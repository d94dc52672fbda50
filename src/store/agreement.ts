/** What folder and database last agreed on, item by item: the third side of the comparison that an import makes. */
import { type Database, sql, type Statement } from './database.ts'

/**
 * Item -> SHA-256, hexadecimal, of the canonical form both had. An item is a path as in `content/site.yaml`, or a row
 * as in `signs/register.csv#7K3QXC`.
 */
export async function listAgreements(db: Database): Promise<Map<string, string>> {
  const rows = await db.all<{ item: string; digest: string }>(
    sql`SELECT item, digest FROM agreement /* every row */`,
  )
  return new Map(rows.map((row) => [row.item, row.digest]))
}

/** Items not named keep what was agreed before. */
export function saveAgreements(digests: ReadonlyMap<string, string>): Statement {
  return sql`INSERT INTO agreement (item, digest)
    SELECT j.key, j.value FROM json_each(${JSON.stringify(Object.fromEntries(digests))}) j WHERE true
    ON CONFLICT (item) DO UPDATE SET digest = excluded.digest`
}
