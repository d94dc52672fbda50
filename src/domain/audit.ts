/** The audit log (nhật ký): every act at the desk, one line each, never changed. */
import { csvOf } from './table.ts'

export interface AuditLine {
  /** Rises with the order of writing. */
  id: number
  /** ISO 8601, UTC. */
  at: string
  /** E-mail address of the editor, or the name of a command. */
  by: string
  /** Stable, as in `text.published`. */
  what: string
  /** As in `streets/le-loi/en` for a text. */
  subject: string
  details: Record<string, unknown>
}

/** For a spreadsheet; details stay JSON. */
export function auditCsv(
  stringify: Parameters<typeof csvOf>[0],
  lines: readonly AuditLine[],
): string {
  return csvOf(
    stringify,
    lines.map((line) => ({ ...line, details: JSON.stringify(line.details) })),
    ['id', 'at', 'by', 'what', 'subject', 'details'],
  )
}
