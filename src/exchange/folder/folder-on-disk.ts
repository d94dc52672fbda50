/** The folder on disk (STELE_CONTENT) as a `Folder` in memory. Node only. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Folder } from '../../domain/folder.ts'
import { sentenceInBoth } from '../../messages/bilingual.ts'

/** The parts of the folder; of templates/ only the templates, not their fonts and profiles. */
const PARTS = ['content', 'signs', 'templates']

/**
 * Everything in content/ and signs/ below `directory`, and the templates; paths with forward slashes, sorted within
 * each folder. Dotfiles are skipped, and so are symbolic links: nothing outside of the folder is ever read. Throws when
 * none of the parts is there or a file cannot be read.
 */
export async function readFolderFromDisk(directory: string): Promise<Folder> {
  const files = new Map<string, Uint8Array>()
  const visit = async (path: string): Promise<void> => {
    const entries = await readdir(join(directory, path), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const child = `${path}/${entry.name}`
      if (path === 'templates' && !child.endsWith('.json')) continue
      if (entry.isDirectory()) await visit(child)
      else if (entry.isFile()) files.set(child, await readFile(join(directory, child)))
    }
  }
  const top = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
    throw new Error(sentenceInBoth('folder.unreadable', { folder: directory }), {
      cause: error,
    })
  })
  const parts = top.filter((entry) => entry.isDirectory() && PARTS.includes(entry.name))
  if (parts.length === 0)
    throw new RangeError(sentenceInBoth('folder.empty', { folder: directory }))
  for (const { name } of parts) await visit(name)
  return files
}
