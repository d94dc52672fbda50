import { setTimeout as wait } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { type Database, type Statement, translateError } from './database.ts'

/** A database file on Node, and the port that opens on it. */
export interface SqliteFile {
  db: Database
  /** The open file, for migrations. */
  file: BetterSqlite3.Database
  /** Changes when another connection, of this process or not, has committed. Costs about a microsecond. */
  dataVersion(): number
  close(): void
}

/** Milliseconds that a statement waits for its turn while somebody else writes, and between two looks. */
const TURN_MS = 20_000
const LOOK_MS = 20

/**
 * `path`: of a file, or the bytes of one, which are then a database in memory. `synchronous`: FULL keeps every commit
 * through a power cut; NORMAL may lose the last ones (for counts). Opening waits for the lock as SQLite does; from then
 * on nothing here keeps the thread waiting for it.
 */
export function openSqlite(
  path: string | Buffer,
  synchronous: 'FULL' | 'NORMAL' = 'FULL',
): SqliteFile {
  const file = new BetterSqlite3(path)
  file.pragma('journal_mode = WAL')
  file.pragma(`synchronous = ${synchronous}`)
  file.pragma('foreign_keys = ON') // D1 always has this on
  file.pragma('busy_timeout = 0')
  const version = file.prepare('PRAGMA data_version').pluck()
  return {
    file,
    db: sqliteDatabase(file),
    dataVersion: () => version.get() as number,
    close: () => file.close(),
  }
}

/** better-sqlite3 is synchronous; this wraps it so that both runtimes look alike. */
function sqliteDatabase(file: BetterSqlite3.Database): Database {
  const prepared = new Map<string, BetterSqlite3.Statement>()
  /** A statement is prepared at its first use and kept: the texts of statements do not vary. */
  const prepare = (text: string) => {
    const known = prepared.get(text) ?? file.prepare(text)
    prepared.set(text, known)
    return known
  }
  const change = ({ text, values }: Statement) => {
    const statement = prepare(text)
    if (statement.reader) statement.all(...values)
    else statement.run(...values)
  }
  const changeAll = file.transaction((statements: readonly Statement[]) => {
    for (const statement of statements) change(statement)
  })
  return {
    all: <Row>({ text, values }: Statement) => inTurn(() => prepare(text).all(...values) as Row[]),
    first: <Row>({ text, values }: Statement) =>
      inTurn(() => (prepare(text).get(...values) ?? null) as Row | null),
    run: (statement) => inTurn(() => change(statement)),
    batch: (statements) => inTurn(() => changeAll.immediate(statements)),
  }
}

/**
 * `work`, at once or as soon as nobody else holds the lock: whoever scans meanwhile is answered. What SQLite refuses is
 * thrown as ours; after 20 s of waiting too.
 */
export async function inTurn<Done>(work: () => Done): Promise<Done> {
  const until = performance.now() + TURN_MS
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!isLocked(error) || performance.now() > until) throw translateError(error)
    }
    await wait(LOOK_MS)
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
