/** What passers-by report of a sign, until somebody at the desk settles it. */
import type { ShortCode } from '../domain/short-code.ts'
import { REPORTS_A_DAY, type Reported, type SignReport } from '../domain/sign-report.ts'
import { addAudit } from './audit-log.ts'
import { type Database, sql } from './database.ts'
import type { Act } from './entries.ts'

/** A report before it is kept; `words` may be '', `locale` is that of the page it was written on. */
export interface NewReport {
  code: ShortCode
  what: Reported
  words: string
  locale: string
}

/**
 * False where the last 24 hours have had their measure of them, of this sign or of all; in one statement, so that no
 * two slip through together. An unknown code is an error of the database.
 */
export async function addSignReport(
  db: Database,
  { code, what, words, locale }: NewReport,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - 86_400_000).toISOString()
  const row = await db.first(sql`
    INSERT INTO sign_report (code, what, words, locale, at)
    SELECT ${code}, ${what}, ${words}, ${locale}, ${now.toISOString()}
    WHERE (SELECT count(*) FROM sign_report WHERE code = ${code} AND at > ${since})
        < ${REPORTS_A_DAY.ofOneSign}
      AND (SELECT count(*) FROM sign_report WHERE at > ${since}) < ${REPORTS_A_DAY.ofAll}
    RETURNING id`)
  return row !== null
}

/** Reports nobody has settled, by sign and, of one sign, the oldest first. */
export function listOpenReports(db: Database): Promise<SignReport[]> {
  return db.all(sql`SELECT id, code, what, words, at FROM sign_report
    WHERE settled_at IS NULL ORDER BY code, id`)
}

/** The oldest first. */
export function listOpenReportsOf(db: Database, code: ShortCode): Promise<SignReport[]> {
  return db.all(sql`SELECT id, code, what, words, at FROM sign_report
    WHERE code = ${code} AND settled_at IS NULL ORDER BY id`)
}

/** A report that is settled keeps who settled it and when; the act is in the log all the same. */
export async function settleReport(
  db: Database,
  { id, code }: Pick<SignReport, 'id' | 'code'>,
  act: Act,
): Promise<void> {
  await db.batch([
    sql`UPDATE sign_report SET settled_by = ${act.by}, settled_at = ${act.at}
      WHERE id = ${id} AND code = ${code} AND settled_at IS NULL`,
    addAudit({ what: 'sign.report-settled', subject: code, details: { report: id } }, act),
  ])
}
