/** The audit log (nhật ký): every act at the desk, one line each, never changed. */
import { parseEntryPath, type EntryPath } from './entry.ts'
import { parseLocale, type Locale } from './locale.ts'
import { csvOf, csvRowsOf } from './table.ts'

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

const COLUMNS = ['id', 'at', 'by', 'what', 'subject', 'details']

/** For a spreadsheet; details stay JSON. */
export function auditCsv(lines: readonly AuditLine[]): string {
  return csvOf(lines.map(plain), COLUMNS)
}

/** More lines of the same file. */
export function moreAuditCsv(lines: readonly AuditLine[]): string {
  return csvRowsOf(lines.map(plain), COLUMNS)
}

function plain(line: AuditLine): object {
  return { ...line, details: JSON.stringify(line.details) }
}

/** The text or the entry that a line is about; null when it is about something else. */
export function entryOfSubject(
  subject: string,
): { entry: EntryPath; locale: Locale | null } | null {
  const [folder = '', slug = '', locale = null, ...rest] = subject.split('/')
  const entry = parseEntryPath(`${folder}/${slug}`)
  if (!entry || rest.length > 0) return null
  return { entry: entry.path, locale: locale === null ? null : parseLocale(locale) }
}
