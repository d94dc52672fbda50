import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from './command.ts'
import { agreeOnFolder, exportFolder } from '../exchange/folder/export-folder.ts'
import { withDatabase } from './with-database.ts'
import { sentenceInBoth } from '../messages/bilingual.ts'

/**
 * Files that are in the folder and not in the database stay there. What is written is agreed on, so that it can be
 * changed and imported.
 */
export const exportCommand: Command = {
  usage: 'DIR [--d1 local|remote]',
  does: 'Writes the whole database as a content folder in canonical form. Files that are as they should be are not touched.',
  options: { d1: { type: 'string' } },
  words: [1, 1],
  run: (called) =>
    withDatabase(called, async (db, media) => {
      const [dir = ''] = called.words
      const files = await exportFolder(db, media.find)
      let written = 0
      for (const [path, bytes] of files) {
        const target = join(dir, path)
        const there = await readFile(target).catch(() => null)
        if (there && Buffer.compare(there, bytes) === 0) continue
        await mkdir(dirname(target), { recursive: true })
        await writeFile(`${target}.part`, bytes)
        await rename(`${target}.part`, target)
        written++
      }
      await agreeOnFolder(db)
      called.note(sentenceInBoth('export.written', { written, all: files.size }))
      return 0
    }),
}
