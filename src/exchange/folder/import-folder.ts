/**
 * Folder -> database. First everything is compared, then, when nobody's change would be lost, everything is
 * written, entry by entry: an entry and its texts are taken whole or not at all.
 */
import { UNITS_FILE, writeUnits } from '../../content/admin-units-file.ts'
import { SITE_FILE, writeSiteFile } from '../../content/site-file.ts'
import { filesWithErrors, type Finding } from '../../domain/finding.ts'
import type { CheckRule } from '../../domain/check-rules.ts'
import { digestOf } from '../../domain/digest.ts'
import { verdictOn, type Verdict } from '../../domain/exchange.ts'
import type { Folder } from '../../domain/folder.ts'
import { saveAgreements, listAgreements } from '../../store/agreement.ts'
import type { Database, Statement } from '../../store/database.ts'
import { listEntries, type Act } from '../../store/entries.ts'
import { listRemovedTexts } from '../../store/texts.ts'
import { findEdition, listUnits, saveSite, saveUnits } from '../../store/site-settings.ts'
import { readFolder, type ReadFolder } from './check-folder.ts'
import { compareEntry, type EntryImport } from './import-entry.ts'
import { SHAPES_FILE, writeShapes } from '../../content/unit-shapes-file.ts'
import { listShapes, saveShapes } from '../../store/unit-shapes.ts'
import { idsFor, movedAway } from './entry-ids.ts'
import { compareSettlements } from './import-settlements.ts'
import { compareSigns } from './import-signs.ts'
import { refreshSearch } from '../../search/search-index.ts'
import type { MediaStore } from '../../store/media-port.ts'
import type { Comparison } from './comparison.ts'
import { factsFileOf, parseEntryPath, type EntryPath } from '../../domain/entry.ts'

export interface ImportResult {
  findings: Finding<CheckRule>[]
  /** Items the database took, as in `content/streets/le-loi/vi.md`. */
  taken: string[]
  /** Items where the database is newer than the file. */
  kept: string[]
  /** Items changed on both sides. When there is one, nothing was written. */
  conflicts: string[]
  /** Files with errors: left as the database has them. */
  left: string[]
  /** Text files whose revision has a higher number in the database than in the folder now. */
  raised: Map<string, number>
  /** Entries whose approved facts wait for approval again, since the folder says so. */
  pended: string[]
}

export interface ImportOptions {
  act: Act
  /** YYYY-MM-DD, local. */
  today: string
  media: Pick<MediaStore, 'put'>
  /** `total`: entries to be written. */
  progress?: (total: number) => { step: () => void }
}

/**
 * A conflict anywhere writes nothing at all. What has errors is left as the database has it, and so is what the folder
 * no longer holds: an import never deletes.
 */
export async function importInto(
  db: Database,
  folder: Folder,
  { act, today, media, progress }: ImportOptions,
): Promise<ImportResult> {
  const read = readFolder(folder, today)
  const bad = filesWithErrors(read.findings)
  const agreed = await listAgreements(db)
  const place = await comparePlace(db, read, bad, agreed)
  const known = await listEntries(db)
  const ids = idsFor(read.entries.values(), known)
  const removed = await listRemovedTexts(db)
  const entries: EntryImport[] = []
  for (const entry of read.entries.values())
    entries.push(await compareEntry(db, entry, known, { ids, agreed, removed, act }))
  const settled = await compareSettlements(db, read.settlements, agreed, { ids, act })
  const signs = await compareSigns(db, read, agreed, ids)

  const all = [place, ...entries, settled, signs].flatMap((part) => part.comparisons)
  const having = (verdict: Verdict) =>
    all.filter((one) => one.verdict === verdict).map((one) => one.item)
  const result: ImportResult = {
    findings: read.findings,
    taken: having('take-file'),
    kept: having('keep-database'),
    conflicts: [
      ...movedAway(read.entries.values(), known).map((path) => factsPathOf(path)),
      ...having('conflict'),
    ],
    left: [...bad].sort(),
    raised: new Map(entries.flatMap((entry) => [...entry.raised])),
    pended: entries.flatMap(({ isPended, comparisons: [facts] }) =>
      isPended && facts ? [facts.item] : [],
    ),
  }
  if (result.conflicts.length > 0) return { ...result, taken: [], raised: new Map(), pended: [] }

  const bar = progress?.(entries.length)
  await db.batch([...place.statements, ...agreements(place.comparisons)])
  for (const entry of entries) {
    for (const [digest, bytes] of entry.media) await media.put(digest, bytes)
    await db.batch([...entry.statements, ...agreements(entry.comparisons)])
    bar?.step()
  }
  await db.batch([...settled.statements, ...agreements(settled.comparisons)])
  await db.batch([...signs.statements, ...agreements(signs.comparisons)])
  await refreshSearch(db)
  return result
}

function agreements(comparisons: readonly Comparison[]): Statement[] {
  const settled = comparisons.flatMap(({ item, verdict, digest }) =>
    digest !== null && (verdict === 'take-file' || verdict === 'same')
      ? [[item, digest] as const]
      : [],
  )
  return settled.length > 0 ? [saveAgreements(new Map(settled))] : []
}

/** Site.yaml, the units and their outlines, each whole. An empty list of units takes nothing away. */
async function comparePlace(
  db: Database,
  { site, units, shapes }: ReadFolder,
  bad: ReadonlySet<string>,
  agreed: ReadonlyMap<string, string>,
): Promise<{ comparisons: Comparison[]; statements: Statement[] }> {
  const comparisons: Comparison[] = []
  const statements: Statement[] = []
  const compare = async (item: string, file: string, database: string | null) => {
    const states = { file: await digestOf(file), database: database && (await digestOf(database)) }
    const verdict = verdictOn({ ...states, agreed: agreed.get(item) ?? null })
    comparisons.push({ item, verdict, digest: states.file })
    return verdict === 'take-file'
  }
  if (site) {
    const now = (await findEdition(db)).site
    if (await compare(SITE_FILE, writeSiteFile(site), now && writeSiteFile(now)))
      statements.push(saveSite(site))
  }
  if (units.length > 0 && !bad.has(UNITS_FILE)) {
    const now = await listUnits(db)
    if (await compare(UNITS_FILE, writeUnits(units), now.length > 0 ? writeUnits(now) : null))
      statements.push(...saveUnits(units))
  }
  if (shapes.length > 0 && !bad.has(SHAPES_FILE)) {
    const now = await listShapes(db)
    const written = now.length > 0 ? writeShapes(now) : null
    if (await compare(SHAPES_FILE, writeShapes(shapes), written))
      statements.push(...saveShapes(shapes))
  }
  return { comparisons, statements }
}

function factsPathOf(path: EntryPath): string {
  const kind = parseEntryPath(path)?.kind
  return `content/${path}/${kind ? factsFileOf(kind) : 'entry.yaml'}`
}
