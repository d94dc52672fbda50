import type { AuditLine } from '../domain/audit.ts'
import { OvertakenError } from '../domain/errors.ts'
import type { TextRef } from '../domain/revision.ts'
import { type Database, sql, type Statement, UniqueError } from './database.ts'
import type { Act } from './entries.ts'

/** To be written in the batch of what it tells. */
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

/** A page of the log, the latest first. The next one begins `before` the last id of this one. */
export async function listAudit(
  db: Database,
  { before = Number.MAX_SAFE_INTEGER, limit = 100 }: { before?: number; limit?: number } = {},
): Promise<AuditLine[]> {
  const rows = await db.all<AuditRow>(
    sql`SELECT id, at, by, what, subject, details FROM audit
      WHERE id < ${before} ORDER BY id DESC LIMIT ${limit}`,
  )
  return rows.map(auditLine)
}

/** As listAudit, of one subject. */
export async function listAuditOf(
  db: Database,
  subject: string,
  { before = Number.MAX_SAFE_INTEGER, limit = 100 }: { before?: number; limit?: number } = {},
): Promise<AuditLine[]> {
  const rows = await db.all<AuditRow>(
    sql`SELECT id, at, by, what, subject, details FROM audit
      WHERE subject = ${subject} AND id < ${before} ORDER BY id DESC LIMIT ${limit}`,
  )
  return rows.map(auditLine)
}

type AuditRow = Omit<AuditLine, 'details'> & { details: string }

function auditLine(row: AuditRow): AuditLine {
  return { ...row, details: JSON.parse(row.details) as Record<string, unknown> }
}
