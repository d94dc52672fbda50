/** The two-database tests, inside workerd: D1 is emptied and migrated anew for every database asked for. */
import type { D1Database } from '@cloudflare/workers-types'
import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { d1Database } from '../src/store/d1.ts'
import type { Database } from '../src/store/database.ts'
import type { AuthSettings } from '../src/web/session.ts'

export const RUNTIME = 'D1'

type Bindings = { DB: D1Database; MIGRATIONS: { name: string; queries: string[] }[] }

export async function openDatabase(): Promise<Database> {
  await reset()
  const { DB, MIGRATIONS } = env as unknown as Bindings
  await applyD1Migrations(DB as never, MIGRATIONS)
  return d1Database(DB)
}

/** As it was when migration `number` was the last, and what brings it up to date. */
export async function openOldDatabase(
  number: string,
): Promise<{ db: Database; finish: () => Promise<void> }> {
  await reset()
  const { DB, MIGRATIONS } = env as unknown as Bindings
  const old = MIGRATIONS.filter(({ name }) => name.slice(0, 4) <= number)
  await applyD1Migrations(DB as never, old)
  return { db: d1Database(DB), finish: () => applyD1Migrations(DB as never, MIGRATIONS) }
}

/** With what the library that signs editors in opens for itself. */
export async function openForEditors(): Promise<{
  db: Database
  database: AuthSettings['database']
}> {
  const db = await openDatabase()
  return { db, database: (env as unknown as Bindings).DB as AuthSettings['database'] }
}
