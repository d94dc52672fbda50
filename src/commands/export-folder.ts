/**
 * Database -> folder, in canonical form: what was imported comes back byte for byte. Withheld things are
 * written too; the folder is the province's own copy.
 */
import { UNITS_FILE, writeUnits } from '../content/admin-units-file.ts'
import { writeEntryFile } from '../content/entry-file.ts'
import { SITE_FILE, writeSiteFile } from '../content/site-file.ts'
import { writeTextFile } from '../content/text-file.ts'
import { entryPath } from '../domain/entry.ts'
import {
  EVENTS_FILE,
  LEGACY_FILE,
  REGISTER_FILE,
  writeEvents,
  writeLegacyCodes,
  writeRegister,
} from '../signs/register-file.ts'
import { saveAgreements } from '../store/agreement.ts'
import type { Database } from '../store/database.ts'
import { listEntries } from '../store/entries.ts'
import { listLatestRevisions } from '../store/revisions.ts'
import { findEdition, listUnits } from '../store/site.ts'
import { listLegacyCodes, listSignEvents, listSigns } from '../store/signs.ts'
import { factsDigest } from './import-entry.ts'

/** Path -> bytes. `findMedia` gives the bytes of a picture by its digest. */
export async function exportFolder(
  db: Database,
  findMedia: (digest: string) => Promise<Uint8Array | null>,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const write = (path: string, text: string) => files.set(path, new TextEncoder().encode(text))
  const { site } = await findEdition(db)
  if (site) write(SITE_FILE, writeSiteFile(site))
  write(UNITS_FILE, writeUnits(await listUnits(db)))

  const folders = new Map<string, string>()
  for (const entry of await listEntries(db)) {
    const folder = `content/${entryPath(entry.kind, entry.slug)}`
    folders.set(entry.id, folder)
    write(`${folder}/entry.yaml`, writeEntryFile(entry.facts))
    for (const [name, digest] of Object.entries(entry.files)) {
      const bytes = await findMedia(digest)
      if (!bytes)
        throw new Error(`${folder}/${name}: its picture ${digest} is not in the media folder`)
      files.set(`${folder}/${name}`, bytes)
    }
  }
  for (const revision of await listLatestRevisions(db)) {
    const { number, locale, title, summary, body, basedOn } = revision
    const text = { title, summary, body, basedOn, revision: number }
    write(`${folders.get(revision.entry)}/${locale}.md`, writeTextFile(text))
  }
  write(REGISTER_FILE, writeRegister(await listSigns(db)))
  write(EVENTS_FILE, writeEvents(await listSignEvents(db)))
  write(LEGACY_FILE, writeLegacyCodes(await listLegacyCodes(db)))
  return files
}

/**
 * To be called once a folder was written: what it holds is what both now agree on, so that facts changed in it
 * can be imported. Texts carry their own number, and the rest is changed by import alone.
 */
export async function agreeOnFacts(db: Database): Promise<void> {
  const digests = new Map<string, string>()
  for (const { kind, slug, facts, files } of await listEntries(db))
    digests.set(`content/${entryPath(kind, slug)}/entry.yaml`, await factsDigest(facts, files))
  if (digests.size > 0) await db.run(saveAgreements(digests))
}
