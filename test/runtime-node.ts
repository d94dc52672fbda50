/** The two-database tests, in Node: every database is a file of its own in memory. */
import { migrate } from '../src/store/migrate.ts'
import type { Database } from '../src/store/database.ts'
import { openSqlite, type SqliteFile } from '../src/store/sqlite.ts'
import { sqliteBinding } from '../src/store/sqlite-binding.ts'
import type { AuthSettings } from '../src/web/session.ts'

export const RUNTIME = 'better-sqlite3'

let migrated: Buffer | null = null

/** Migrated once; every other is a copy. */
function openMigrated(): SqliteFile {
  if (migrated) return openSqlite(migrated)
  const opened = openSqlite(':memory:')
  migrate(opened.file)
  migrated = opened.file.serialize()
  return opened
}

export function openDatabase(): Promise<Database> {
  return Promise.resolve(openMigrated().db)
}

/** As it was when migration `number` was the last, and what brings it up to date. */
export function openOldDatabase(
  number: string,
): Promise<{ db: Database; finish: () => Promise<void> }> {
  const { db, file } = openSqlite(':memory:')
  migrate(file, number)
  return Promise.resolve({ db, finish: () => Promise.resolve(void migrate(file)) })
}

export interface Filled<Told> {
  db: Database
  /** What the library that signs editors in opens for itself. */
  database: AuthSettings['database']
  told: Told
}

const face = (file: SqliteFile['file']) => sqliteBinding(file) as AuthSettings['database']

const filled = new WeakMap<object, { image: Buffer; told: unknown }>()

/** What `fill` makes of an empty database, and what it tells; done once for every `of`, then copied. */
export async function openFilled<Told>(
  of: object,
  fill: (db: Database) => Promise<Told>,
): Promise<Filled<Told>> {
  const kept = filled.get(of)
  if (kept) {
    const { db, file } = openSqlite(kept.image)
    return { db, database: face(file), told: kept.told as Told }
  }
  const { db, file } = openMigrated()
  const told = await fill(db)
  filled.set(of, { image: file.serialize(), told })
  return { db, database: face(file), told }
}
