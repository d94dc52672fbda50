/** What each import of a table wrote. */
import { sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

export interface TableImport {
  table: string
  file: string
  rows: number
  /** Null where whoever wrote it sent it in. */
  proposedBy: string | null
}

/** `before` and `after`: number of the facts or of the text, or the sign as JSON; null where there was none. */
export interface ImportedRow {
  what: 'facts' | 'text' | 'sign'
  subject: string
  before: string | null
  after: string
}

/** Characters of JSON bound at once. */
const A_PART = 400_000

export function addTableImport(
  told: TableImport,
  rows: readonly ImportedRow[],
  { by, at }: Act,
): Statement[] {
  const parts: ImportedRow[][] = [[]]
  let length = 0
  for (const row of rows) {
    const size = row.after.length + (row.before?.length ?? 0) + row.subject.length + 60
    if (length + size > A_PART) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(row)
    length += size
  }
  return [
    sql`INSERT INTO table_import (table_name, file, rows, proposed_by, imported_by, imported_at)
      VALUES (${told.table}, ${told.file}, ${told.rows}, ${told.proposedBy}, ${by}, ${at})`,
    ...parts.map(
      (part) => sql`INSERT INTO table_import_row (import_id, what, subject, before, after)
        SELECT (SELECT max(id) FROM table_import), j.value->>'what', j.value->>'subject',
          j.value->>'before', j.value->>'after'
        FROM json_each(${JSON.stringify(part)}) j`,
    ),
  ]
}
