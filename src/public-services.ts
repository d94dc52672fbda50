/** What every process that answers readers on Node hands to the app: the server, and the annex beside it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'
import { openMedia } from './installation.ts'
import type { Settings } from './settings.ts'
import { basemapAt } from './store/basemap-file.ts'
import type { Database } from './store/database.ts'
import { bytesAt } from './store/media-folder.ts'
import { findEdition } from './store/site-settings.ts'
import { Pages, type Compression } from './web/pages.ts'
import type { ScanCounter } from './web/scan-counter.ts'
import type { Services } from './web/services.ts'
import { sharpCards } from './web/sharp-cards.ts'

const STATIC = new URL('./web/static/', import.meta.url)

const compression: Compression = {
  gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
  gzipLarge: (bytes) =>
    new Promise((resolve, reject) => {
      gzip(bytes, { level: 9 }, (error, packed) =>
        error ? reject(error) : resolve(new Uint8Array(packed)),
      )
    }),
  brotli: (bytes) =>
    new Promise((resolve, reject) => {
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      }
      brotliCompress(bytes, { params }, (error, packed) =>
        error ? reject(error) : resolve(new Uint8Array(packed)),
      )
    }),
}

/** Of these settings; the origin is that of the public address, whoever answers. */
export type PublicSettings = Pick<
  Settings,
  'data' | 'content' | 'origin' | 'packs' | 'practice' | 'basemap'
>

/** Without a desk: nobody can sign in, nothing is printed or imported. `scans` counts what this process answers. */
export async function publicServices(
  settings: PublicSettings,
  db: Database,
  scans: ScanCounter,
): Promise<Services> {
  const now = () => new Date()
  const found = settings.basemap === null ? null : await basemapAt(settings.basemap)
  const basemap = typeof found === 'string' ? null : found
  return {
    db,
    pages: new Pages(() => findEdition(db), now, compression),
    scans,
    origin: settings.origin,
    withoutPacks: !settings.packs,
    practice: settings.practice,
    auth: null,
    now,
    media: openMedia(settings),
    ...(basemap && { findBasemap: () => Promise.resolve(basemap) }),
    drawCard: oneCardAtATime(settings),
    findStatic: (name) => bytesAt(new URL(name, STATIC)),
  }
}

/** A flood of wrong or rare addresses draws no more than one picture at a moment. */
function oneCardAtATime(settings: PublicSettings): NonNullable<Services['drawCard']> {
  const draw = sharpCards((id) => readFile(join(settings.content, 'templates/fonts', `${id}.ttf`)))
  let last: Promise<unknown> = Promise.resolve()
  return (words) => {
    const drawn = last.then(() => draw(words))
    last = drawn.catch(() => undefined)
    return drawn
  }
}
