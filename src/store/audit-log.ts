/** The audit log: every act at the desk and at the command line, append-only. A line is never changed or removed. */
import type { AuditLine } from '../domain/audit.ts'
import { OvertakenError } from '../domain/errors.ts'
import type { TextRef } from '../domain/revision.ts'
import { type Database, sql, type Statement, UniqueError } from './database.ts'
import type { Act } from './entries.ts'

/**
 * To be written in the batch of what it tells. `subject` is what was acted on: a path as in `streets/le-loi`, a text, a
 * short code, an order's id, an e-mail address.
 */
export function addAudit(
  { what, subject, details = {} }: Pick<AuditLine, 'what' | 'subject'> & Partial<AuditLine>,
  act: Act,
): Statement {
  return sql`INSERT INTO audit (at, by, what, subject, details)
    VALUES (${act.at}, ${act.by}, ${what}, ${subject}, ${JSON.stringify(details)})`
}

/** `streets/le-loi/en`: how the audit log names a text. */
export function subjectOf({ entry, locale }: TextRef): string {
  return `${entry}/${locale}`
}

/** All of an act or nothing of it; OvertakenError when somebody else has done it, or undone it, before. */
export async function perform(db: Database, statements: readonly Statement[]): Promise<void> {
  try {
    await db.batch(statements)
  } catch (error) {
    if (!(error instanceof UniqueError)) throw error
    throw new OvertakenError(error.columns.split('.')[0] ?? '', error)
  }
}

export interface AuditPage {
  /** The id of the last line of the page before. */
  before?: number
  limit?: number
}

/** A page of the log, the latest first. */
export function listAudit(
  db: Database,
  { before = Number.MAX_SAFE_INTEGER, limit = 100 }: AuditPage = {},
): Promise<AuditLine[]> {
  return linesOf(
    db,
    sql`SELECT id, at, by, what, subject, details FROM audit
      WHERE id < ${before} ORDER BY id DESC LIMIT ${limit}`,
  )
}

/** As listAudit, of what one editor did. */
export function listAuditBy(
  db: Database,
  by: string,
  { before = Number.MAX_SAFE_INTEGER, limit = 100 }: AuditPage = {},
): Promise<AuditLine[]> {
  return linesOf(
    db,
    sql`SELECT id, at, by, what, subject, details FROM audit
      WHERE by = ${by} AND id < ${before} ORDER BY id DESC LIMIT ${limit}`,
  )
}

/**
 * As listAudit, of one subject and of all that lies below it, as texts do below their entry; by one editor or by any.
 */
export function listAuditOf(
  db: Database,
  subject: string,
  {
    before = Number.MAX_SAFE_INTEGER,
    limit = 100,
    by = null,
  }: AuditPage & { by?: string | null } = {},
): Promise<AuditLine[]> {
  // '0' is the character after '/'.
  return linesOf(
    db,
    sql`SELECT id, at, by, what, subject, details FROM audit
      WHERE (subject = ${subject} OR (subject > ${subject} || '/' AND subject < ${subject} || '0'))
        AND id < ${before} AND (${by} IS NULL OR by = ${by})
      ORDER BY id DESC LIMIT ${limit}`,
  )
}

async function linesOf(db: Database, query: Statement): Promise<AuditLine[]> {
  return (await db.all<AuditRow>(query)).map(auditLine)
}

type AuditRow = Omit<AuditLine, 'details'> & { details: string }

/** Details were written by addAudit or by json_object in SQL, so they are always a JSON object. */
function auditLine(row: AuditRow): AuditLine {
  return { ...row, details: JSON.parse(row.details) as Record<string, unknown> }
}
