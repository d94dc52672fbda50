/** Media on Node: files in a folder, each named by its digest. */
import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ByteRange, MediaStoreWithFiles, OpenedFile } from './media-port.ts'

export function mediaInFolder(folder: string): MediaStoreWithFiles {
  return {
    find: (digest) => bytesAt(join(folder, digest)),
    open: (digest, range) => openFile(join(folder, digest), range),
    put: (digest, bytes) => keepFile(folder, digest, (part) => writeFile(part, bytes)),
    putFile: (digest, from) => keepFile(folder, digest, (part) => copyFile(from, part)),
  }
}

/**
 * A file too large to hold, or a part of it; null when there is none. The file stays open until the body is read or
 * cancelled.
 */
export async function openFile(path: string, range?: ByteRange): Promise<OpenedFile | null> {
  if (!existsSync(path)) return null
  const { size } = await stat(path)
  const stream = createReadStream(path, range && { start: range.from, end: range.to })
  return { size, body: Readable.toWeb(stream) as ReadableStream<Uint8Array> }
}

/** Null when there is none. */
export async function bytesAt(path: string | URL): Promise<Uint8Array<ArrayBuffer> | null> {
  return existsSync(path) ? new Uint8Array(await readFile(path)) : null
}

/**
 * A file is there whole or not at all: written beside its place under a name of its own and then renamed, so that two
 * processes that put the same one do not meet.
 */
async function keepFile(
  folder: string,
  name: string,
  write: (part: string) => Promise<void>,
): Promise<void> {
  const path = join(folder, name)
  if (existsSync(path)) return
  await mkdir(folder, { recursive: true })
  const part = `${path}.${randomUUID()}.part`
  await write(part)
  await rename(part, path)
}
