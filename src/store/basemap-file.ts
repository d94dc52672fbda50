/** The base map on Node: a file that its operator names. */
import { open, stat } from 'node:fs/promises'
import { BASEMAP_HEADER, basemapFault, type BasemapFault } from '../domain/basemap.ts'
import { digestOf } from '../domain/digest.ts'
import type { Basemap } from './basemap-source.ts'
import { openFile } from './media-folder.ts'

/**
 * What an operator's path names: the map, or what is wrong with it. A path that is no regular file is `missing`; only
 * the header is read, so a large file costs nothing.
 */
export async function basemapAt(path: string): Promise<Basemap | BasemapFault> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return 'missing'
  const { size, mtimeMs } = found
  const head = await headOf(path)
  const fault = basemapFault(head, size)
  if (fault) return fault
  return {
    version: (await digestOf(`${[...head].join()} ${size} ${mtimeMs}`)).slice(0, 16),
    size,
    // A file that was replaced under the same path is not served under the address of the old one.
    async open(range) {
      const now = await stat(path).catch(() => null)
      return now?.size === size && now.mtimeMs === mtimeMs ? openFile(path, range) : null
    },
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(BASEMAP_HEADER))
    return buffer.slice(0, bytesRead)
  } finally {
    await file.close()
  }
}
