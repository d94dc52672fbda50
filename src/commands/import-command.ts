import { join } from 'node:path'
import { withRevision } from '../content/text-file.ts'
import { checkMessage } from '../messages/check-message.ts'
import { localDay } from '../domain/scan.ts'
import type { Database } from '../store/database.ts'
import { findEdition } from '../store/site-settings.ts'
import type { Called, Command } from './command.ts'
import { replaceFile } from '../exchange/folder/fix.ts'
import { readFolderFromDisk } from '../exchange/folder/folder-on-disk.ts'
import { importInto, type ImportResult } from '../exchange/folder/import-folder.ts'
import type { MediaStoreWithFiles } from '../store/media-port.ts'
import { progress } from './progress.ts'
import { withDatabase } from './with-database.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

export const importCommand: Command = {
  usage: '[DIR] [--d1 local|remote]',
  does: 'Takes what changed in a content folder into the database and publishes it. Files with errors are left out and named; a text changed on both sides is refused.',
  options: { d1: { type: 'string' } },
  words: [0, 1],
  run: (called) =>
    withDatabase(called, (db, media) =>
      importFolder(called, db, media, called.words[0] ?? called.settings.content),
    ),
}

/**
 * Takes a folder in, and tells what it left out. Resolves to the exit status: 1 where a file had an error or a conflict
 * stopped everything. Texts that became a new revision get its number in the folder too.
 */
export async function importFolder(
  called: Called,
  db: Database,
  media: MediaStoreWithFiles,
  dir = called.settings.content,
): Promise<number> {
  const folder = await readFolderFromDisk(dir)
  const timeZone = (await findEdition(db)).site?.timeZone ?? 'UTC'
  const now = new Date()
  const result = await importInto(db, folder, {
    act: { by: 'import', at: now.toISOString() },
    today: localDay(now, timeZone),
    media,
    progress: (total) => progress('import', total),
  })
  for (const [file, number] of result.raised) {
    const text = new TextDecoder().decode(folder.get(file))
    await replaceFile(join(dir, file), withRevision(text, number))
  }
  return report(called, result)
}

/** Findings and conflicts on stdout, tab-separated; the rest on stderr. */
function report({ out, note }: Called, result: ImportResult): number {
  for (const finding of result.findings)
    if (finding.severity === 'error')
      out(
        ['error', finding.file, finding.line, finding.rule, checkMessage('vi', finding)].join('\t'),
      )
  for (const item of result.conflicts)
    out(
      ['conflict', item, 0, 'import.both-changed', sentenceInBoth('import.bothChanged')].join('\t'),
    )
  for (const item of result.kept) note(sentenceInBoth('import.kept', { item }))
  if (result.conflicts.length > 0) {
    note(sentenceInBoth('import.nothingWritten'))
    return 1
  }
  for (const item of result.pended) note(sentenceInBoth('import.pended', { item }))
  note(sentenceInBoth('import.taken', { taken: result.taken.length, left: result.left.length }))
  return result.left.length > 0 ? 1 : 0
}
