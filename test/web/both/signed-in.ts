/** Editors who signed in once: their rows and cookies, for the same editor of the next database. Hashing a password is slow. */
import type { Editor } from '../../../src/domain/editor.ts'
import type { Database, Statement, Value } from '../../../src/store/database.ts'

interface SignedIn {
  rows: Statement[]
  cookies: ReadonlyMap<string, string>
}

const kept = new Map<string, SignedIn>()

export function findSignedIn(editor: Editor): SignedIn | null {
  return kept.get(JSON.stringify(editor)) ?? null
}

export async function keepSignedIn(
  db: Database,
  editor: Editor,
  cookies: ReadonlyMap<string, string>,
): Promise<void> {
  const of = `(SELECT id FROM editor WHERE email = ?)`
  const rows = [
    ...(await copiesOf(db, 'editor', `id = ${of}`, editor.email)),
    ...(await copiesOf(db, 'editor_account', `userId = ${of}`, editor.email)),
    ...(await copiesOf(db, 'editor_session', `userId = ${of}`, editor.email)),
  ]
  kept.set(JSON.stringify(editor), { rows, cookies: new Map(cookies) })
}

async function copiesOf(
  db: Database,
  table: string,
  where: string,
  email: string,
): Promise<Statement[]> {
  const rows = await db.all<Record<string, Value>>({
    text: `SELECT * FROM ${table} WHERE ${where}`,
    values: [email],
  })
  return rows.map((row) => {
    const columns = Object.keys(row)
    const marks = columns.map(() => '?').join(', ')
    return {
      text: `INSERT INTO ${table} ("${columns.join('", "')}") VALUES (${marks})`,
      values: Object.values(row),
    }
  })
}
