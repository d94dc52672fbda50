/** One entry of a folder, compared with what the database has of it. */
import { factsDigest } from '../../content/entry-file.ts'
import type { ReadEntry } from '../../content/check-content.ts'
import { writeTextFile, type ReadText } from '../../content/text-file.ts'
import { factsFileOf, pathOf } from '../../domain/entry.ts'
import { verdictOn, verdictOnText } from '../../domain/exchange.ts'
import type { Text, TextRef } from '../../domain/revision.ts'
import type { Database, Statement } from '../../store/database.ts'
import {
  listFacts,
  saveEntry,
  showUnapproved,
  type Act,
  type EntryState,
} from '../../store/entries.ts'
import { addAudit, subjectOf } from '../../store/audit-log.ts'
import { insertRevision, listRevisions, publish } from '../../store/revisions.ts'
import type { EntryIds } from './entry-ids.ts'
import { digestOf } from '../../domain/digest.ts'
import type { Comparison } from './comparison.ts'

/** What importing one entry comes to; nothing is written yet. */
export interface EntryImport {
  comparisons: Comparison[]
  statements: Statement[]
  /** Pictures and recordings to keep, by digest; put away before the statements run. */
  media: Map<string, Uint8Array>
  /** Text files that became a higher revision than they say, with its number: the folder is told. */
  raised: Map<string, number>
  /** The file says that approved facts wait for approval again. */
  isPended: boolean
}

interface ImportSurroundings {
  ids: EntryIds
  agreed: ReadonlyMap<string, string>
  /** Subjects of the texts that were removed. */
  removed: ReadonlySet<string>
  act: Act
}

/**
 * Facts and texts each get a verdict of their own; only what is taken from the file has statements. A text that is
 * taken is public at once.
 */
export async function compareEntry(
  db: Database,
  { path, kind, slug, facts, texts, images }: ReadEntry,
  states: readonly EntryState[],
  { ids, agreed, removed, act }: ImportSurroundings,
): Promise<EntryImport> {
  const folder = `content/${path}/`
  const id = ids.get(path) ?? path
  const known = states.find((state) => state.id === id) ?? null
  const result: EntryImport = {
    comparisons: [],
    statements: [],
    media: new Map(),
    raised: new Map(),
    isPended: false,
  }

  const files: Record<string, string> = {}
  for (const [name, bytes] of images) {
    const digest = await digestOf(bytes)
    files[name] = digest
    result.media.set(digest, bytes)
  }
  const file = await factsDigest(facts, files)
  const verdict = verdictOn({
    file,
    database: known && (await factsDigest(known.facts, known.files)),
    // Where it lay when both last agreed: the folder may have been renamed since.
    agreed: agreed.get(`content/${known ? pathOf(known) : path}/${factsFileOf(kind)}`) ?? null,
    earlier: known ? await earlierDigests(db, known) : [],
  })
  result.comparisons.push({ item: `${folder}${factsFileOf(kind)}`, verdict, digest: file })
  if (verdict === 'take-file') {
    result.isPended = known?.facts.review.state === 'approved' && facts.review.state === 'pending'
    result.statements.push(
      ...saveEntry(
        { id, kind, slug, facts, factsNumber: (known?.factsNumber ?? 0) + 1, files },
        ids,
        act,
      ),
      // As a text that is taken; what is approved stays in public until what is taken is approved too.
      showUnapproved(id, 'any'),
    )
  }

  for (const [locale, read] of texts) {
    const item = `${folder}${locale}.md`
    const isRemoved = removed.has(subjectOf({ entry: id, locale }))
    const compared = await compareText(db, { entry: id, locale }, read, isRemoved, act)
    result.comparisons.push({ item, verdict: compared.verdict, digest: null })
    result.statements.push(...compared.statements)
    if (compared.number > read.revision) result.raised.set(item, compared.number)
  }
  return result
}

/** `number`: that of the new revision; 0 where none is made. */
async function compareText(
  db: Database,
  text: TextRef,
  read: ReadText,
  isRemoved: boolean,
  act: Act,
) {
  const revisions = await listRevisions(db, text.entry, text.locale)
  const verdict = verdictOnText({
    file: wordsOf(read),
    startedFrom: read.revision,
    revisions: new Map(revisions.map((revision) => [revision.number, wordsOf(revision)])),
    isRemoved,
  })
  if (verdict !== 'take-file') return { verdict, statements: [], number: 0 }
  // An empty database keeps the numbers of the folder.
  const number = revisions.length > 0 ? read.revision + 1 : read.revision
  const { title, summary, body, basedOn } = read
  const revision = {
    ...text,
    number,
    title,
    summary,
    body,
    basedOn,
    origin: 'hand' as const,
    savedBy: act.by,
    savedAt: act.at,
  }
  const imported = { what: 'text.imported', subject: subjectOf(text), details: { number } }
  const statements = [insertRevision(revision), ...publish(revision, act), addAudit(imported, act)]
  return { verdict, statements, number }
}

/** The canonical form without its number: by it two states of a text are compared. */
function wordsOf({ title, summary, body, basedOn }: Text): string {
  return writeTextFile({ title, summary, body, basedOn, revision: 1 })
}

/** Digests of the states before the one that counts; pictures are taken as they are now. */
async function earlierDigests(db: Database, known: EntryState): Promise<string[]> {
  const states = await listFacts(db, known.id)
  return Promise.all(states.slice(0, -1).map((facts) => factsDigest(facts, known.files)))
}
