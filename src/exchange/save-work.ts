/** A work told anew in every entry that rests on it: one batch, a new state of the facts of each. */
import { readSource } from '../content/facts-schema.ts'
import { entryPath, type EntryPath } from '../domain/entry.ts'
import { WORK_KEYS, withWork, type WorkKey } from '../domain/work.ts'
import { addAudit } from '../store/audit-log.ts'
import { UniqueError, type Database } from '../store/database.ts'
import { listSketches } from '../store/facts.ts'
import { addAudits, listFactsOf, saveEntries } from '../store/import-rows.ts'
import { findWorks, listSourcesOf, renameWork } from '../store/works.ts'
import type { ExchangeAnswer, WorkQuestion } from './exchange-question.ts'
import { FileFault } from './file-fault.ts'

/** Somebody saves one of four hundred entries at this very moment; not five times running. */
const TRIES_MAX = 5

/**
 * Approvals stay: what a statement rests on is the same work, said rightly. FileFault for a work nobody cites any more,
 * and for what is no title, no web address or no date.
 */
export async function saveWork(db: Database, question: WorkQuestion): Promise<ExchangeAnswer> {
  const { id, act } = question
  const told = toldIn(question.told)
  for (let tried = 1; ; tried++) {
    const work = (await findWorks(db, [id])).get(id)
    const sources = await listSourcesOf(db, id)
    if (!work || sources.size === 0) throw new FileFault('works.fault.none')
    const facts = await listFactsOf(db, [...sources.keys()])
    const sketches = await listSketches(db)
    const ids = new Map<EntryPath, EntryPath>(
      sketches.map((one) => [entryPath(one.kind, one.slug), one.id]),
    )
    const saved = sketches.flatMap(({ id: entry, kind, slug }) => {
      const now = facts.get(entry)
      if (!now) return []
      const next = {
        ...now.facts,
        sources: withWork(now.facts.sources, sources.get(entry) ?? new Set(), told),
      }
      return [{ id: entry, kind, slug, facts: next, factsNumber: now.number + 1 }]
    })
    try {
      await db.batch([
        renameWork(id, told),
        ...saveEntries(saved, ids, act),
        ...addAudits(
          saved.map(({ id: entry, factsNumber }) => ({
            what: 'facts.saved',
            subject: entry,
            details: { number: factsNumber, changed: ['sources'] },
          })),
          act,
        ),
        addAudit(
          {
            what: 'work.saved',
            subject: 'content',
            details: { title: told.title ?? work.title, entries: saved.length },
          },
          act,
        ),
      ])
      return { written: saved.length }
    } catch (error) {
      // Somebody saved one of them meanwhile: it is read again.
      if (tried === TRIES_MAX || !(error instanceof UniqueError)) throw error
    }
  }
}

function toldIn(typed: Partial<Record<WorkKey, string>>): Partial<Record<WorkKey, string>> {
  const filled = WORK_KEYS.flatMap((key) => (typed[key] ? [[key, typed[key]] as const] : []))
  const read = readSource({ id: 's1', ...Object.fromEntries(filled) })
  if (typeof read === 'string') throw new FileFault('works.fault.wrong', { value: read })
  if (!read.title) throw new FileFault('works.fault.noTitle')
  return Object.fromEntries(WORK_KEYS.flatMap((key) => (read[key] ? [[key, read[key]]] : [])))
}
