/** One installation on a disk: where its database, its media and its secret lie, and how they are opened. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from './settings.ts'
import { mediaInFolder } from './store/media-folder.ts'
import type { MediaStoreWithFiles } from './store/media-port.ts'
import { migrate } from './store/migrate.ts'
import { openSqlite, type SqliteFile } from './store/sqlite.ts'

type DataFolder = Pick<Settings, 'data'>

/** Beside it lie SQLite's own `-wal` and `-shm`. */
export function databasePath({ data }: DataFolder): string {
  return join(data, 'stele.sqlite')
}

/**
 * The database of this installation, made and brought up to date where needed. Throws where a migration fails, which is
 * then undone.
 */
export function openDatabase(settings: DataFolder): SqliteFile {
  mkdirSync(settings.data, { recursive: true })
  const opened = openSqlite(databasePath(settings))
  migrate(opened.file)
  return opened
}

/** Pictures, recordings and issued files, each named by its digest. */
export function mediaFolder({ data }: DataFolder): string {
  return join(data, 'media')
}

export function openMedia(settings: DataFolder): MediaStoreWithFiles {
  return mediaInFolder(mediaFolder(settings))
}

/** Characters a secret must have at least. */
const SECRET_LEAST = 32

/**
 * The secret that signs editors' cookies: from the environment, a file of the operator's, or made at the first start
 * and kept beside the database, readable by its owner only. Whoever changes it signs everybody out, and makes second
 * factors unreadable. Throws where it is shorter than 32 characters.
 */
export function secretFor(settings: Pick<Settings, 'data' | 'secret' | 'secretFile'>): string {
  if (settings.secret) return settings.secret
  const path = settings.secretFile ?? join(settings.data, 'secret')
  if (!settings.secretFile && !existsSync(path)) {
    try {
      writeFileSync(path, randomBytes(36).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process of this installation was quicker: its secret is the one.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  const secret = readFileSync(path, 'utf8').trim()
  if (secret.length < SECRET_LEAST)
    throw new Error(`${path}: a secret needs at least ${SECRET_LEAST} characters`)
  return secret
}
