import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder, putOnDisk } from '../server.ts'
import type { Settings } from '../settings.ts'

/** Pictures and issued files, by the SHA-256 of their bytes. */
export interface Media {
  /** Null when there is none. */
  find: (digest: string) => Promise<Uint8Array<ArrayBuffer> | null>
  put: (digest: string, bytes: Uint8Array) => Promise<void>
}

export function mediaOnDisk(settings: Pick<Settings, 'data'>): Media {
  const folder = mediaFolder(settings)
  return {
    find: (digest) => readFile(join(folder, digest)).catch(() => null),
    put: (digest, bytes) => putOnDisk(folder, digest, bytes),
  }
}
