/** The next state of an entry's facts, in one batch with its line in the log and with those who name the entry. */
import { entryPath, type EntryPath, type Facts } from '../../../domain/entry.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { UniqueError, type Database, type Statement } from '../../../store/database.ts'
import { saveEntry, showUnapproved, type Act, type EntryState } from '../../../store/entries.ts'
import { listEntriesNaming } from '../../../store/facts.ts'
import type { FactsDesk } from './facts-desk.ts'

/** What a save writes beside the facts themselves. */
export interface FactsToSave {
  facts: Facts
  slug: string
  /** Name of the act in the log, as in `facts.saved`. */
  what: string
  details?: Record<string, unknown>
  /** File name -> digest of the files the entry has from now on; those of before unless told. */
  files?: Record<string, string>
  /** Statements for the same batch: all of it is written, or nothing. */
  also?: Statement[]
}

/**
 * `stale`: somebody else has saved this state's successor; `slug-taken`: the address went meanwhile. Then nothing is
 * written.
 */
export type FactsSaved = 'saved' | 'stale' | 'slug-taken'

/**
 * Renaming writes a new state of every entry that names this one. A batch of any size is one transaction on both
 * databases.
 */
export async function saveFacts(
  db: Database,
  { state, ids }: Pick<FactsDesk, 'state' | 'ids'>,
  { facts, slug, what, details, files = state.files, also = [] }: FactsToSave,
  act: Act,
): Promise<FactsSaved> {
  const { id, kind } = state
  const number = state.factsNumber + 1
  const [old, path] = [entryPath(kind, state.slug), entryPath(kind, slug)]
  const naming = path === old ? [] : await listEntriesNaming(db, id)
  const known = new Map([...ids, [path, id]])
  return attempt(db, [
    ...saveEntry({ id, kind, slug, facts, factsNumber: number, files }, known, act),
    ...naming
      .filter((other) => other.id !== id)
      .flatMap((other) => relink(other, old, path, known, act)),
    ...also,
    addAudit({ what, subject: id, details: { number, ...details } }, act),
  ])
}

/** For a new entry, or one whose facts go on. Only a taken key is an answer; every other error is thrown. */
export async function attempt(db: Database, statements: Statement[]): Promise<FactsSaved> {
  try {
    await db.batch(statements)
    return 'saved'
  } catch (error) {
    if (!(error instanceof UniqueError)) throw error
    return error.columns.startsWith('facts.') ? 'stale' : 'slug-taken'
  }
}

/** Facts name entries by path, so those that name a renamed entry follow it; their approval is not touched. */
function relink(
  other: EntryState,
  old: EntryPath,
  path: EntryPath,
  ids: ReadonlyMap<EntryPath, EntryPath>,
  act: Act,
): Statement[] {
  const moved = (paths: EntryPath[]) => paths.map((one) => (one === old ? path : one))
  const { stops, namedAfter, related } = other.facts
  const facts: Facts = {
    ...other.facts,
    ...(stops && {
      stops: stops.map((stop) => (stop.entry === old ? { ...stop, entry: path } : stop)),
    }),
    ...(namedAfter && { namedAfter: moved(namedAfter) }),
    ...(related && { related: moved(related) }),
  }
  const factsNumber = other.factsNumber + 1
  return [
    ...saveEntry({ ...other, facts, factsNumber }, ids, act),
    showUnapproved(other.id, 'the-one-before'),
    addAudit(
      { what: 'facts.relinked', subject: other.id, details: { number: factsNumber, path } },
      act,
    ),
  ]
}
