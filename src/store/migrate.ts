import { readdirSync, readFileSync } from 'node:fs'
import type BetterSqlite3 from 'better-sqlite3'

/** Of the numbered SQL files; their names are the ledger. */
const FOLDER = new URL('./migrations/', import.meta.url)

/**
 * Brings a database file up to date and returns the names of the migrations it ran.
 * Reads the same files, and keeps the same ledger table, as `wrangler d1 migrations apply`.
 * A migration that fails is undone whole and not in the ledger. `upTo`: the last to run, by its number.
 */
export function migrate(file: BetterSqlite3.Database, upTo = '9999'): string[] {
  // Another process may be bringing the same file up to date.
  file.pragma('busy_timeout = 5000')
  file.exec(`CREATE TABLE IF NOT EXISTS d1_migrations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT UNIQUE,
    applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
  )`)
  const applied = new Set(file.prepare('SELECT name FROM d1_migrations').pluck().all())
  const pending = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql') && !applied.has(name) && name.slice(0, 4) <= upTo)
    .sort()

  const apply = file.transaction((name: string) => {
    file.exec(readFileSync(new URL(name, FOLDER), 'utf8'))
    file.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
  })
  for (const name of pending) apply.immediate(name)
  file.pragma('busy_timeout = 0')
  return pending
}
