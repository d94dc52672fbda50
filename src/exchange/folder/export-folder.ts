/**
 * Database -> folder, in canonical form: what was imported comes back byte for byte. Withheld things are
 * written too; the folder is the province's own copy.
 */
import { UNITS_FILE, writeUnits } from '../../content/admin-units-file.ts'
import { factsDigest, writeEntryFile } from '../../content/entry-file.ts'
import { SITE_FILE, writeSiteFile } from '../../content/site-file.ts'
import { SHAPES_FILE, writeShapes } from '../../content/unit-shapes-file.ts'
import { SETTLEMENTS_FILE, writeSettlements } from '../../content/settlements-file.ts'
import { writeTextFile } from '../../content/text-file.ts'
import { factsFileOf, pathOf, type EntryPath } from '../../domain/entry.ts'
import {
  EVENTS_FILE,
  LEGACY_FILE,
  REGISTER_FILE,
  writeEvents,
  writeLegacyCodes,
  writeRegister,
} from '../../signs/register-file.ts'
import { saveAgreements } from '../../store/agreement.ts'
import { listShapes } from '../../store/unit-shapes.ts'
import type { Database } from '../../store/database.ts'
import { listEntries } from '../../store/entries.ts'
import { listSettlements } from '../../store/settlements.ts'
import { listLatestRevisions } from '../../store/revisions.ts'
import { findEdition, listUnits } from '../../store/site-settings.ts'
import { listLegacyCodes, listSignEvents, listSigns } from '../../store/signs.ts'
import { settlementItem } from './import-settlements.ts'
import { digestOf } from '../../domain/digest.ts'

export interface FolderFile {
  /** As in `content/streets/le-loi/vi.md`. */
  path: string
  bytes: Uint8Array<ArrayBuffer>
}

type FindMedia = (digest: string) => Promise<Uint8Array<ArrayBuffer> | null>

/**
 * Path -> bytes, all in memory at once. `findMedia` gives the bytes of a picture by its digest; throws when it has
 * none.
 */
export async function exportFolder(
  db: Database,
  findMedia: FindMedia,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for await (const { path, bytes } of folderFiles(db, findMedia)) files.set(path, bytes)
  return files
}

/**
 * One file after another, so that no more than one picture is in memory. In the order site, units, entries, texts,
 * signs; throws at a picture that is missing.
 */
export async function* folderFiles(db: Database, findMedia: FindMedia): AsyncGenerator<FolderFile> {
  const written = (path: string, text: string): FolderFile => ({
    path,
    bytes: new TextEncoder().encode(text),
  })
  const { site } = await findEdition(db)
  if (site) yield written(SITE_FILE, writeSiteFile(site))
  yield written(UNITS_FILE, writeUnits(await listUnits(db)))
  const shapes = await listShapes(db)
  if (shapes.length > 0) yield written(SHAPES_FILE, writeShapes(shapes))

  const folders = new Map<string, string>()
  for (const entry of await listEntries(db)) {
    const folder = `content/${pathOf(entry)}`
    folders.set(entry.id, folder)
    yield written(`${folder}/${factsFileOf(entry.kind)}`, writeEntryFile(entry.facts))
    for (const [name, digest] of Object.entries(entry.files)) {
      const bytes = await findMedia(digest)
      if (!bytes)
        throw new Error(`${folder}/${name}: its picture ${digest} is not in the media folder`)
      yield { path: `${folder}/${name}`, bytes }
    }
  }
  for (const revision of await listLatestRevisions(db)) {
    const { number, locale, title, summary, body, basedOn } = revision
    const text = { title, summary, body, basedOn, revision: number }
    yield written(`${folders.get(revision.entry)}/${locale}.md`, writeTextFile(text))
  }
  const settlements = await settlementRows(db)
  if (settlements.length > 0) yield written(SETTLEMENTS_FILE, writeSettlements(settlements))
  const { signs, events, legacy } = await signRows(db)
  yield written(REGISTER_FILE, writeRegister(signs))
  yield written(EVENTS_FILE, writeEvents(events))
  yield written(LEGACY_FILE, writeLegacyCodes(legacy))
}

async function settlementRows(db: Database) {
  const paths = new Map((await listEntries(db)).map((state) => [state.id, pathOf(state)]))
  return (await listSettlements(db)).map((one) => ({
    ...one,
    entry: paths.get(one.entry) ?? one.entry,
  }))
}

/** With entries named by their paths of today, as files name them. */
async function signRows(db: Database) {
  const paths = new Map((await listEntries(db)).map((state) => [state.id, pathOf(state)]))
  const named = <Row extends { entry: EntryPath }>(row: Row): Row => ({
    ...row,
    entry: paths.get(row.entry) ?? row.entry,
  })
  return {
    signs: (await listSigns(db)).map(named),
    events: await listSignEvents(db),
    legacy: (await listLegacyCodes(db)).map(named),
  }
}

/**
 * What a folder that was just written holds becomes what both agree on, so that what is changed in it can be imported.
 * Texts need none: they carry their own number; site and units change by import alone.
 */
export async function agreeOnFolder(db: Database): Promise<void> {
  const digests = new Map<string, string>()
  for (const state of await listEntries(db))
    digests.set(
      `content/${pathOf(state)}/${factsFileOf(state.kind)}`,
      await factsDigest(state.facts, state.files),
    )
  for (const one of await settlementRows(db))
    digests.set(settlementItem(one), await digestOf(writeSettlements([one])))
  const { signs, legacy } = await signRows(db)
  for (const sign of signs)
    digests.set(`${REGISTER_FILE}#${sign.code}`, await digestOf(writeRegister([sign])))
  for (const one of legacy)
    digests.set(`${LEGACY_FILE}#${one.address}`, await digestOf(writeLegacyCodes([one])))
  if (digests.size > 0) await db.run(saveAgreements(digests))
}
