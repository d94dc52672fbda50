/** `npm run fix` over content/ and signs/: brings files into canonical form and changes nothing else. */
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { canonicalContent } from '../../content/canonical-content.ts'
import { reportInto, type Finding } from '../../domain/finding.ts'
import type { CheckRule } from '../../domain/check-rules.ts'
import { decode, normalised, type Folder } from '../../domain/folder.ts'
import { canonicalSigns } from '../../signs/canonical-signs.ts'
import { readFolderFromDisk } from './folder-on-disk.ts'

export interface FixOptions {
  folder: string
  /** Gets one line per file that was rewritten. */
  out: { write: (text: string) => unknown }
}

/** Resolves to the exit status, always 0: what cannot be repaired is told by `stele check`. */
export async function fix({ folder, out }: FixOptions): Promise<number> {
  const changes = canonicalChanges(await readFolderFromDisk(folder))
  for (const [file, text] of changes) {
    await replaceFile(join(folder, file), text)
    out.write(`${file}\n`)
  }
  return 0
}

/**
 * New text of every file that is not in canonical form, by path; files that cannot be read, or would lose something,
 * are left alone.
 */
export function canonicalChanges(folder: Folder): Map<string, string> {
  const changes = new Map<string, string>()
  for (const [file, bytes] of folder) {
    const before = /\.(?:md|ya?ml|csv)$/.test(file) ? decode(bytes) : null
    if (before === null || before.trim() === '') continue
    const after = canonical(file, normalised(before))
    if (after !== null && after !== before) changes.set(file, after)
  }
  return changes
}

function canonical(file: string, text: string): string | null {
  const findings: Finding<CheckRule>[] = []
  const report = reportInto(findings)
  const written = canonicalContent(file, text, report) ?? canonicalSigns(file, text, report)
  return findings.length > 0 ? null : written
}

/** Either the old file or the whole new one is there, whenever the power fails. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}`)
  try {
    const handle = await open(temporary, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
