/** What each import of a table wrote, and which were taken back. */
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

export interface TableImport {
  id: number
  table: string
  file: string
  rows: number
  proposedBy: string | null
  importedBy: string
  importedAt: string
  /** Null while it stands. */
  undoneBy: string | null
  undoneAt: string | null
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
  told: Pick<TableImport, 'table' | 'file' | 'rows' | 'proposedBy'>,
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

/** The latest first. */
export function listTableImports(db: Database, limit: number): Promise<TableImport[]> {
  return db.all<TableImport>(
    sql`SELECT i.id, i.table_name AS "table", i.file, i.rows, i.proposed_by AS proposedBy,
        i.imported_by AS importedBy, i.imported_at AS importedAt, u.undone_by AS undoneBy,
        u.undone_at AS undoneAt
      FROM table_import i INDEXED BY table_import_by_time
        LEFT JOIN table_undo u ON u.import_id = i.id
      ORDER BY i.imported_at DESC LIMIT ${limit}`,
  )
}

export async function findTableImport(
  db: Database,
  id: number,
): Promise<(TableImport & { wrote: ImportedRow[] }) | null> {
  const row = await db.first<TableImport>(
    sql`SELECT i.id, i.table_name AS "table", i.file, i.rows, i.proposed_by AS proposedBy,
        i.imported_by AS importedBy, i.imported_at AS importedAt, u.undone_by AS undoneBy,
        u.undone_at AS undoneAt
      FROM table_import i LEFT JOIN table_undo u ON u.import_id = i.id WHERE i.id = ${id}`,
  )
  if (!row) return null
  const wrote = await db.all<ImportedRow>(
    sql`SELECT what, subject, before, after FROM table_import_row WHERE import_id = ${id}
      ORDER BY what, subject`,
  )
  return { ...row, wrote }
}

/** An import that was taken back meanwhile is a UniqueError. */
export function addTableUndo(id: number, { by, at }: Act): Statement {
  return sql`INSERT INTO table_undo (import_id, undone_by, undone_at) VALUES (${id}, ${by}, ${at})`
}
