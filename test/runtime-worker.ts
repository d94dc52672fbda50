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

export interface Filled<Told> {
  db: Database
  /** What the library that signs editors in opens for itself. */
  database: AuthSettings['database']
  told: Told
}

/** What `fill` makes of an empty database, and what it tells. `of` is of use where databases can be copied. */
export async function openFilled<Told>(
  _of: object,
  fill: (db: Database) => Promise<Told>,
): Promise<Filled<Told>> {
  const db = await openDatabase()
  const told = await fill(db)
  return { db, database: (env as unknown as Bindings).DB as AuthSettings['database'], told }
}
