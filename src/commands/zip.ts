import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

export interface ZipEntry {
  path: string
  read: () => Promise<Uint8Array>
}

/** These are compressed already, or nearly. */
const PACKED = /\.(?:pdf|png|jpg|zip)$/

/**
 * Writes a ZIP entry by entry; one entry is in memory at a time. The same entries and the same day give the same
 * bytes. `file` is there whole or not at all. `day`: YYYY-MM-DD, the date of every entry.
 */
export async function writeZip(
  file: string,
  entries: readonly ZipEntry[],
  day: string,
): Promise<void> {
  const partial = `${file}.part`
  const out = createWriteStream(partial)
  const failed = new Promise<never>((_, reject) => out.once('error', reject))
  try {
    await Promise.race([failed, writeEntries(out, entries, day)])
    await rename(partial, file)
  } catch (error) {
    out.destroy()
    await rm(partial, { force: true })
    throw error
  }
}

async function writeEntries(
  out: ReturnType<typeof createWriteStream>,
  entries: readonly ZipEntry[],
  day: string,
): Promise<void> {
  let fault: Error | null = null
  const zip = new Zip((error, chunk) => {
    if (error) fault = error
    else out.write(chunk)
  })
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number)
  // The format keeps local time without a zone, so the parts are set, not a moment.
  const mtime = new Date(year, month - 1, date, 12)
  for (const { path, read } of entries) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = mtime
    zip.add(entry)
    entry.push(await read(), true)
    if (fault) throw fault as Error
    if (out.writableNeedDrain)
      await new Promise((drained) => out.once('drain', () => drained(null)))
  }
  zip.end()
  await new Promise<void>((resolve, reject) => {
    out.once('error', reject)
    out.end(resolve)
  })
}
