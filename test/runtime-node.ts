/** The two-database tests, in Node: every database is a file of its own in memory. */
import { migrate } from '../src/store/migrate.ts'
import type { Database } from '../src/store/database.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import type { AuthSettings } from '../src/web/session.ts'

export const RUNTIME = 'better-sqlite3'

export function openDatabase(): Promise<Database> {
  const { db, file } = openSqlite(':memory:')
  migrate(file)
  return Promise.resolve(db)
}

/** As it was when migration `number` was the last, and what brings it up to date. */
export function openOldDatabase(
  number: string,
): Promise<{ db: Database; finish: () => Promise<void> }> {
  const { db, file } = openSqlite(':memory:')
  migrate(file, number)
  return Promise.resolve({ db, finish: () => Promise.resolve(void migrate(file)) })
}

/** With what the library that signs editors in opens for itself. */
export function openForEditors(): Promise<{ db: Database; database: AuthSettings['database'] }> {
  const { db, file } = openSqlite(':memory:')
  migrate(file)
  return Promise.resolve({ db, database: file })
}
