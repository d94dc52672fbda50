/** The edition on Node, where other processes write to the same file. */
import type { SqliteFile } from './sqlite.ts'
import type { Edition } from './site-settings.ts'

export interface EditionNow {
  number: number
  /** Of the installation, as in `Asia/Ho_Chi_Minh`; UTC while the database is empty. */
  timeZone: string
}

/**
 * The edition as it is at each call: without a query whether anything was committed, by any process, and with one only
 * where something was. `watching` must never write.
 */
export function watchEdition(watching: SqliteFile): () => EditionNow {
  // A reader waits for nobody but whoever just recovers the file.
  watching.file.pragma('busy_timeout = 1000')
  // Prepared once: this runs before every answer.
  const edition = watching.file.prepare(
    'SELECT number, (SELECT settings FROM site WHERE id = 1) AS settings FROM edition',
  )
  let seen = -1
  let now: EditionNow = { number: -1, timeZone: 'UTC' }
  return () => {
    const version = watching.dataVersion()
    if (version === seen) return now
    seen = version
    const { number, settings } = edition.get() as { number: number; settings: string | null }
    if (number === now.number) return now
    const site = settings === null ? null : (JSON.parse(settings) as NonNullable<Edition['site']>)
    now = { number, timeZone: site?.timeZone ?? now.timeZone }
    return now
  }
}
