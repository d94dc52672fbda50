import { OvertakenError, StorageFullError } from '../domain/errors.ts'

/**
 * The one door to SQL. Two adapters open it: sqlite.ts (better-sqlite3, on Node) and
 * d1.ts (Cloudflare). test/store/database.test.ts holds both to the same promises.
 *
 * Writes that belong together go in one `batch`. There is no "begin … commit": D1 has
 * none, so a batch is the whole transaction and cannot read its own results halfway.
 */
export interface Database {
  /** An empty list where nothing is found. */
  all<Row>(query: Statement): Promise<Row[]>
  /** The first row, or null; rows after it are not an error. */
  first<Row>(query: Statement): Promise<Row | null>
  /** UniqueError where a key is taken, OvertakenError where a trigger refuses; any other error is a fault. */
  run(statement: Statement): Promise<void>
  /** All of the statements or none of them. */
  batch(statements: readonly Statement[]): Promise<void>
}

/** Booleans are stored as 0 or 1, times as ISO 8601 text in UTC, lists and records as JSON text. */
export type Value = string | number | null
export interface Statement {
  readonly text: string
  readonly values: readonly Value[]
}

/** Thrown by both adapters; `columns` is what SQLite reports, as in "sign.code". */
export class UniqueError extends Error {
  override name = 'UniqueError'
  constructor(
    readonly columns: string,
    cause: unknown,
  ) {
    super(`not unique: ${columns}`, { cause })
  }
}

/**
 * sql`SELECT … WHERE code = ${code}`: values are bound, never pasted in. For a list, pass JSON and write
 * `IN (SELECT value FROM json_each(${json}))`: D1 binds at most 100 values, and a text that does not vary
 * keeps its prepared statement.
 */
export function sql(parts: TemplateStringsArray, ...values: Value[]): Statement {
  return { text: parts.join('?'), values }
}

/** Whether a row could not be taken out because another one names it. */
export function isStillNeeded(error: unknown): boolean {
  return /FOREIGN KEY constraint failed/.test(String(error))
}

/**
 * Triggers that guard a row abort with `overtaken: <table>`, and a taken key is reported as `UNIQUE constraint failed`:
 * both databases use the same words. What is neither is given back as it came.
 */
export function translateError(error: unknown): unknown {
  const overtaken = /overtaken: (\w+)/.exec(String(error))?.[1]
  if (overtaken) return new OvertakenError(overtaken, error)
  if (/database or disk is full|SQLITE_(?:FULL|IOERR_WRITE)/.test(String(error)))
    return new StorageFullError(error)
  const columns = /UNIQUE constraint failed: ([\w., ]+)/.exec(String(error))?.[1]
  return columns ? new UniqueError(columns.trim(), error) : error
}
