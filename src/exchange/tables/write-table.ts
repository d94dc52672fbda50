/** A plan without problems -> one batch: all of it or nothing. */
import type { EntryPath } from '../../domain/entry.ts'
import { entryPath } from '../../domain/entry.ts'
import { newShortCode, type ShortCode } from '../../domain/short-code.ts'
import type { Sign } from '../../domain/sign.ts'
import { sourceLocale, type Site } from '../../domain/site.ts'
import { addAudit, subjectOf } from '../../store/audit-log.ts'
import { UniqueError, type Database, type Statement } from '../../store/database.ts'
import type { Act } from '../../store/entries.ts'
import type { EntrySketch } from '../../store/facts.ts'
import {
  addAudits,
  insertRevisions,
  insertSigns,
  placeSigns,
  saveEntries,
} from '../../store/import-rows.ts'
import { addTableImport, type ImportedRow } from '../../store/table-imports.ts'
import type { Table } from './columns.ts'
import { pause } from '../../domain/in-turns.ts'
import type { TablePlan } from './plan.ts'

interface TableWriting {
  db: Database
  site: Site
  sketches: readonly EntrySketch[]
  act: Act
  /** In [0, limit). */
  random: (limit: number) => number
  /** Name of the file, for the log. */
  file: string
  table: Table
  /** Who laid it before the publisher; null where nobody did. */
  proposedBy: string | null
  /** Written with it, or not at all. */
  also: readonly Statement[]
}

/**
 * One batch, with its lines in the log. `overtaken`: somebody else saved one of these meanwhile, and nothing was
 * written; of placements the later save wins.
 */
export async function writeTable(
  plan: TablePlan,
  writing: TableWriting,
): Promise<'written' | 'overtaken'> {
  const { statements, wrote } =
    writing.table === 'sign' ? signRows(plan, writing) : entryRows(plan, writing)
  const { table, act, proposedBy, also } = writing
  const file = writing.file.slice(0, 200)
  const rows = plan.rows.length
  const details = { file, table, rows, ...(proposedBy && { proposedBy }) }
  await pause()
  try {
    await writing.db.batch([
      ...statements,
      ...also,
      ...addTableImport({ table, file, rows, proposedBy }, wrote, act),
      addAudit({ what: 'table.imported', subject: 'content', details }, act),
    ])
    return 'written'
  } catch (error) {
    if (!(error instanceof UniqueError)) throw error
    return 'overtaken'
  }
}

/** What is written, and what stood there before. */
interface TableRows {
  statements: Statement[]
  wrote: ImportedRow[]
}

function entryRows({ entries }: TablePlan, { site, sketches, act }: TableWriting): TableRows {
  const ids = new Map<EntryPath, EntryPath>([
    ...sketches.map(({ id, kind, slug }) => [entryPath(kind, slug), id] as const),
    ...entries.map(({ id, kind, slug }) => [entryPath(kind, slug), id] as const),
  ])
  const locale = sourceLocale(site)
  const saved = entries.flatMap(({ facts, ...entry }) => (facts ? [{ ...entry, facts }] : []))
  const texts = entries.flatMap(({ id, text }) => (text ? [{ entry: id, locale, ...text }] : []))
  const lines = [
    ...saved.map(({ id, kind, slug, factsNumber }) =>
      factsNumber === 1
        ? { what: 'entry.created', subject: id, details: { kind, slug } }
        : { what: 'facts.saved', subject: id, details: { number: factsNumber } },
    ),
    ...texts.map((text) => ({
      what: 'text.saved',
      subject: subjectOf(text),
      details: { number: text.number, basedOn: null, origin: 'hand' },
    })),
  ]
  const revisions = texts.map((text) => ({
    ...text,
    basedOn: null,
    origin: 'hand' as const,
    savedBy: act.by,
    savedAt: act.at,
  }))
  const before = (number: number) => (number === 1 ? null : String(number - 1))
  return {
    statements: [
      ...saveEntries(saved, ids, act),
      ...insertRevisions(revisions),
      ...addAudits(lines, act),
    ],
    wrote: [
      ...saved.map(({ id, factsNumber: number }) => ({
        what: 'facts' as const,
        subject: id,
        before: before(number),
        after: String(number),
      })),
      ...texts.map(({ entry, number }) => ({
        what: 'text' as const,
        subject: entry,
        before: before(number),
        after: String(number),
      })),
    ],
  }
}

function signRows(
  { newSigns, placedSigns, rows }: TablePlan,
  { act, random }: TableWriting,
): TableRows {
  const codes = new Set<ShortCode>()
  while (codes.size < newSigns.length) codes.add(newShortCode(random))
  const issued = [...codes].map((code, i): Sign => ({ ...(newSigns[i] as Sign), code }))
  const byEntry = new Map<EntryPath, ShortCode[]>()
  for (const { entry, code } of issued) byEntry.set(entry, [...(byEntry.get(entry) ?? []), code])
  const lines = [
    ...[...byEntry].map(([subject, some]) => ({
      what: 'sign.issued',
      subject,
      details: { codes: some },
    })),
    ...placedSigns.map((sign) => ({
      what: 'sign.placed',
      subject: sign.code,
      details: { after: sign },
    })),
  ]
  const before = new Map(rows.map(({ subject, seen }) => [subject, seen]))
  const wroteSign = (sign: Sign, old: string | null) => ({
    what: 'sign' as const,
    subject: sign.code,
    before: old,
    after: JSON.stringify(sign),
  })
  return {
    statements: [...insertSigns(issued), ...placeSigns(placedSigns), ...addAudits(lines, act)],
    wrote: [
      ...issued.map((sign) => wroteSign(sign, null)),
      ...placedSigns.map((sign) => wroteSign(sign, before.get(sign.code) ?? null)),
    ],
  }
}
