/** What each import of a table wrote. */
import { type Database, sql, type Statement } from './database.ts'
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

/** As the desk lists it. */
export interface DoneTableImport extends TableImport {
  id: number
  importedBy: string
  importedAt: string
  /** Null while it has not been taken back. */
  undone: { by: string; at: string; stayed: number } | null
}

type ImportRecord = Omit<DoneTableImport, 'undone'> & {
  undoneBy: string | null
  undoneAt: string | null
  stayed: number | null
}

/** The latest `most`, the last one first. */
export async function listTableImports(db: Database, most: number): Promise<DoneTableImport[]> {
  const rows = await db.all<ImportRecord>(
    sql`SELECT i.id, i.table_name AS "table", i.file, i.rows, i.proposed_by AS proposedBy,
        i.imported_by AS importedBy, i.imported_at AS importedAt,
        u.undone_by AS undoneBy, u.undone_at AS undoneAt, u.stayed
      FROM table_import i INDEXED BY table_import_by_time LEFT JOIN table_undo u ON u.import_id = i.id
      ORDER BY i.imported_at DESC LIMIT ${most}`,
  )
  return rows.map(doneImport)
}

/** Null where there is none. */
export async function findTableImport(db: Database, id: number): Promise<DoneTableImport | null> {
  const row = await db.first<ImportRecord>(
    sql`SELECT i.id, i.table_name AS "table", i.file, i.rows, i.proposed_by AS proposedBy,
        i.imported_by AS importedBy, i.imported_at AS importedAt,
        u.undone_by AS undoneBy, u.undone_at AS undoneAt, u.stayed
      FROM table_import i LEFT JOIN table_undo u ON u.import_id = i.id WHERE i.id = ${id}`,
  )
  return row && doneImport(row)
}

function doneImport({ undoneBy, undoneAt, stayed, ...one }: ImportRecord): DoneTableImport {
  const isUndone = undoneBy !== null && undoneAt !== null
  return { ...one, undone: isUndone ? { by: undoneBy, at: undoneAt, stayed: stayed ?? 0 } : null }
}

/** An import that was taken back meanwhile is a UniqueError. */
export function addTableUndo(id: number, stayed: number, { by, at }: Act): Statement {
  return sql`INSERT INTO table_undo (import_id, stayed, undone_by, undone_at)
    VALUES (${id}, ${stayed}, ${by}, ${at})`
}
