/** Which column of a table made by hand is which, as it was said the last time. */
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/** `columns`: place, from 0, and key. The later save wins. */
export function saveTableColumns(
  table: string,
  headings: string,
  columns: readonly (readonly [number, string])[],
  { by, at }: Act,
): Statement {
  return sql`INSERT INTO table_columns (table_name, headings, columns, saved_by, saved_at)
    VALUES (${table}, ${headings}, ${JSON.stringify(columns)}, ${by}, ${at})
    ON CONFLICT (table_name, headings) DO UPDATE SET columns = excluded.columns,
      saved_by = excluded.saved_by, saved_at = excluded.saved_at`
}

/** Empty where nobody has said anything. */
export async function findTableColumns(
  db: Database,
  table: string,
  headings: string,
): Promise<[number, string][]> {
  const row = await db.first<{ columns: string }>(
    sql`SELECT columns FROM table_columns WHERE table_name = ${table} AND headings = ${headings}`,
  )
  return row ? (JSON.parse(row.columns) as [number, string][]) : []
}
