/** A ZIP that is written while it is made, the same bytes for the same files. */
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

export interface ZipEntry {
  path: string
  read: () => Promise<Uint8Array<ArrayBuffer>>
}

/** Names of files that are compressed already, or nearly. */
const PACKED = /\.(?:pdf|png|jpg|zip)$/
/** Entries read and compressed ahead of the one that is written, by the threads of Node itself. */
const AHEAD = 4

/**
 * Writes a ZIP entry by entry; a few entries are in memory at a time. The same entries and the same day give the same
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
  const packing: Promise<PackedEntry>[] = []
  for (const [i, { path }] of entries.entries()) {
    while (packing.length < Math.min(entries.length, i + AHEAD)) {
      const next = packed(entries[packing.length] as ZipEntry)
      // It is awaited below; until then a fault is no fault of the process.
      next.catch(() => null)
      packing.push(next)
    }
    const { data, ...facts } = await (packing[i] as Promise<PackedEntry>)
    delete packing[i]
    const entry: ZipInputFile = { filename: path, mtime, ...facts }
    zip.add(entry)
    entry.ondata?.(null, data, true)
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

interface PackedEntry {
  data: Uint8Array<ArrayBuffer>
  /** Bytes before packing. */
  size: number
  crc: number
  /** 0 stored, 8 deflated. */
  compression: number
}

const deflated = promisify(deflateRaw)

async function packed({ path, read }: ZipEntry): Promise<PackedEntry> {
  const bytes = await read()
  const facts = { size: bytes.byteLength, crc: crc32(bytes) }
  return PACKED.test(path)
    ? { ...facts, data: bytes, compression: 0 }
    : { ...facts, data: await deflated(bytes, { level: 6 }), compression: 8 }
}
