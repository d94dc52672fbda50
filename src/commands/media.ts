import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder, putOnDisk } from '../server.ts'
import type { Settings } from '../settings.ts'

/** Pictures and issued files, by the SHA-256 of their bytes. */
export interface Media {
  /** Null when there is none. */
  find: (digest: string) => Promise<Uint8Array<ArrayBuffer> | null>
  put: (digest: string, bytes: Uint8Array) => Promise<void>
  /** As put, for files too large to hold. */
  putFile: (digest: string, path: string) => Promise<void>
}

export function mediaOnDisk(settings: Pick<Settings, 'data'>): Media {
  const folder = mediaFolder(settings)
  return {
    find: (digest) => readFile(join(folder, digest)).catch(() => null),
    put: (digest, bytes) => putOnDisk(folder, digest, bytes),
    async putFile(digest, from) {
      const path = join(folder, digest)
      if (existsSync(path)) return
      await mkdir(folder, { recursive: true })
      await copyFile(from, `${path}.part`)
      await rename(`${path}.part`, path)
    },
  }
}
