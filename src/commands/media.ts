import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder } from '../server.ts'
import type { Settings } from '../settings.ts'

/** Pictures and issued files, by the SHA-256 of their bytes. */
export interface Media {
  /** Null when there is none. */
  find: (digest: string) => Promise<Uint8Array<ArrayBuffer> | null>
  put: (digest: string, bytes: Uint8Array) => Promise<void>
  /** As put, for files too large to hold. */
  putFile: (digest: string, path: string) => Promise<void>
}

/** A file is there whole or not at all. */
export function mediaOnDisk(settings: Pick<Settings, 'data'>): Media {
  const folder = mediaFolder(settings)
  return {
    find: (digest) => readFile(join(folder, digest)).catch(() => null),
    async put(digest, bytes) {
      const path = join(folder, digest)
      if (existsSync(path)) return
      await mkdir(folder, { recursive: true })
      await writeFile(`${path}.part`, bytes)
      await rename(`${path}.part`, path)
    },
    async putFile(digest, from) {
      const path = join(folder, digest)
      if (existsSync(path)) return
      await mkdir(folder, { recursive: true })
      await copyFile(from, `${path}.part`)
      await rename(`${path}.part`, path)
    },
  }
}
