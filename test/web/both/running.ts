/** An installation running in the test: imported into a fresh database, asked through the app. */
import { mediaInMemory } from '../../media-in-memory.ts'
import { openFilled, type Filled } from '#runtime'
import { createApp } from '../../../src/app.ts'
import { importInto, type ImportResult } from '../../../src/exchange/folder/import-folder.ts'
import type { Folder } from '../../../src/domain/folder.ts'
import type { Database } from '../../../src/store/database.ts'
import { findEdition } from '../../../src/store/site-settings.ts'
import { Pages } from '../../../src/web/pages.ts'
import { newSummingCounter } from '../../../src/web/scan-counter.ts'
import type { Services } from '../../../src/web/services.ts'

export const PHONE =
  'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36'
export const NOW = new Date('2026-11-23T02:00:00Z')
export const ORIGIN = 'https://qr.example.gov.vn'

export interface Running {
  db: Database
  services: Services
  imported: ImportResult
  ask: (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>
  text: (path: string, headers?: Record<string, string>) => Promise<string>
}

export const importOptions = {
  act: { by: 'import', at: NOW.toISOString() },
  today: '2026-12-31',
  media: { put: () => Promise.resolve() },
}

/** A database that holds `folder`. */
export function openImported(folder: Folder): Promise<Filled<ImportResult>> {
  return openFilled(folder, (db) => importInto(db, folder, importOptions))
}

export async function run(folder: Folder): Promise<Running> {
  const { db, told: imported } = await openImported(folder)
  const services: Services = {
    db,
    pages: new Pages(
      () => findEdition(db),
      () => NOW,
    ),
    scans: newSummingCounter(db, () => NOW),
    origin: ORIGIN,
    auth: null,
    practice: false,
    now: () => NOW,
    media: mediaInMemory(),
    findStatic: () => Promise.resolve(null),
  }
  const app = createApp()
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.fetch(
      new Request(`${ORIGIN}${path}`, { method, headers: { 'User-Agent': PHONE, ...headers } }),
      { services, client: null },
    )
  return {
    db,
    services,
    imported,
    ask,
    text: async (path, headers) => (await ask(path, headers)).text(),
  }
}
