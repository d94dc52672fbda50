/**
 * A database file with the face of a D1 binding, for a library that speaks to either: through it, too, a statement waits
 * for its turn without keeping the thread.
 */
import type BetterSqlite3 from 'better-sqlite3'
import { inTurn } from './sqlite.ts'

interface Bound {
  all: () => Promise<{ results: unknown[]; meta: { changes?: number; last_row_id?: number } }>
}

/** As much of a binding as is used of it. */
export interface SqliteBinding {
  prepare: (text: string) => { bind: (...values: unknown[]) => Bound }
  batch: (bound: readonly Bound[]) => Promise<unknown[]>
  exec: (text: string) => Promise<void>
}

export function sqliteBinding(file: BetterSqlite3.Database): SqliteBinding {
  return {
    prepare: (text) => ({
      bind: (...values) => ({
        all: () =>
          inTurn(() => {
            const statement = file.prepare(text)
            if (statement.reader) return { results: statement.all(...values), meta: {} }
            const { changes, lastInsertRowid } = statement.run(...values)
            return { results: [], meta: { changes, last_row_id: Number(lastInsertRowid) } }
          }),
      }),
    }),
    batch: (bound) => Promise.all(bound.map((one) => one.all())),
    exec: (text) => inTurn(() => void file.exec(text)),
  }
}
