/** The two-database tests, in Node: every database is a file of its own in memory. */
import { migrate } from '../src/store/migrate.ts'
import { openSqlite } from '../src/store/sqlite.ts'
import type { Database } from '../src/store/database.ts'

export const RUNTIME = 'better-sqlite3'

export function openDatabase(): Promise<Database> {
  const { db, file } = openSqlite(':memory:')
  migrate(file)
  return Promise.resolve(db)
}
