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
}

/**
 * One batch, with its lines in the log. `overtaken`: somebody else saved one of these meanwhile, and nothing was
 * written; of placements the later save wins.
 */
export async function writeTable(
  plan: TablePlan,
  writing: TableWriting,
): Promise<'written' | 'overtaken'> {
  const statements = writing.table === 'sign' ? signRows(plan, writing) : entryRows(plan, writing)
  const { file, table, act } = writing
  const details = { file: file.slice(0, 200), table, rows: plan.rows.length }
  await pause()
  try {
    await writing.db.batch([
      ...statements,
      addAudit({ what: 'table.imported', subject: 'content', details }, act),
    ])
    return 'written'
  } catch (error) {
    if (!(error instanceof UniqueError)) throw error
    return 'overtaken'
  }
}

function entryRows({ entries }: TablePlan, { site, sketches, act }: TableWriting): Statement[] {
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
  return [...saveEntries(saved, ids, act), ...insertRevisions(revisions), ...addAudits(lines, act)]
}

function signRows(
  { newSigns, placedSigns }: TablePlan,
  { act, random }: TableWriting,
): Statement[] {
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
  return [...insertSigns(issued), ...placeSigns(placedSigns), ...addAudits(lines, act)]
}
