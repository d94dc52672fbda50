/** The entrance on Node: one process, its database file, and a server in front of the app. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompress, constants, gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Settings } from './settings.ts'
import { migrate } from './store/migrate.ts'
import { publishDue } from './store/schedules.ts'
import type { Database } from './store/database.ts'
import { findEdition, type Edition } from './store/site.ts'
import { openSqlite, type SqliteFile } from './store/sqlite.ts'
import { basemapAt, openFile } from './web/basemap-file.ts'
import { frontHandler } from './web/front.ts'
import { Pages, type Compression } from './web/pages.ts'
import { newSummingCounter } from './web/scan-counter.ts'
import type { Printing } from './web/printing.ts'
import type { Mail, Services } from './web/services.ts'
import { newAuth } from './web/session.ts'
import { sharpCards } from './web/sharp-cards.ts'
import { sharpPictures } from './web/sharp-pictures.ts'

/** Request headers up to 16 kB are answered, whatever the browser adds to them; more is a 431. */
const MAX_HEADER_BYTES = 20 * 1024
const FLUSH_EVERY_MS = 1000
/** How late a scheduled publication may be. */
const PUBLISH_EVERY_MS = 15_000
const STATIC = new URL('./web/static/', import.meta.url)

const compression: Compression = {
  gzip: (bytes) => new Uint8Array(gzipSync(bytes, { level: 9 })),
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

export function databasePath(settings: Pick<Settings, 'data'>): string {
  return join(settings.data, 'stele.sqlite')
}

/** Opens the database of this installation, made and brought up to date where needed. */
export function openDatabase(settings: Pick<Settings, 'data'>): SqliteFile {
  mkdirSync(settings.data, { recursive: true })
  const opened = openSqlite(databasePath(settings))
  migrate(opened.file)
  return opened
}

export function mediaFolder(settings: Pick<Settings, 'data'>): string {
  return join(settings.data, 'media')
}

export interface RunningServer {
  /** As in `http://127.0.0.1:8787`. */
  address: string
  services: Services
  /** Answers what has been asked, writes every count, closes the database. */
  stop: () => Promise<void>
}

/** Opens the printing house of the desk; `stop` ends it. */
export type OpenPrinting = (
  settings: Settings,
  db: Database,
) => Printing & { stop: () => Promise<void> }

/** What a running server has that needs the commands' room. */
export interface Outside {
  openPrinting?: OpenPrinting
  mail?: Mail | null
}

export async function startServer(
  settings: Settings,
  { openPrinting, mail }: Outside = {},
): Promise<RunningServer> {
  const main = openDatabase(settings)
  // Counts may lose the last second in a power cut; they must never slow an edit down.
  const counting = openSqlite(databasePath(settings), 'NORMAL')
  // Never writes, so that its data_version changes at every commit of anybody, this process included.
  const watching = openSqlite(databasePath(settings))
  const now = () => new Date()
  const printing = settings.admin ? (openPrinting?.(settings, main.db) ?? null) : null
  const found = settings.basemap === null ? null : await basemapAt(settings.basemap)
  const basemap = typeof found === 'string' ? null : found
  const services: Services = {
    ...(printing && { printing }),
    ...(mail && { mail }),
    ...(settings.provider && { provider: settings.provider.name }),
    db: main.db,
    pages: new Pages(() => findEdition(main.db), now, compression),
    scans: newSummingCounter(counting.db, now),
    origin: settings.origin,
    withoutPacks: !settings.packs,
    practice: settings.practice,
    auth: settings.admin
      ? newAuth({ ...settings, database: main.file, secret: secretFor(settings) })
      : null,
    now,
    findMedia: (digest) => bytesAt(join(mediaFolder(settings), digest)),
    openMedia: (digest, range) => openFile(join(mediaFolder(settings), digest), range),
    ...(basemap && { findBasemap: () => Promise.resolve(basemap) }),
    putMedia: (digest, bytes) => putOnDisk(mediaFolder(settings), digest, bytes),
    pictures: sharpPictures(),
    drawCard: sharpCards((id) => readFile(join(settings.content, 'templates/fonts', `${id}.ttf`))),
    findStatic: (name) => bytesAt(new URL(name, STATIC)),
  }
  const app = createApp()
  const listener = getRequestListener((request, env) =>
    app.fetch(request, { services, client: clientOf((env as Asked).incoming, settings) }),
  )
  const answer = frontHandler({
    services,
    ...editionWatch(watching, services.pages),
    next: (request, response) => void listener(request, response),
  })
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, answer)
  // An `Expect` we do not know is no reason to keep the page back (RFC 9110, 10.1.1: MAY refuse).
  server.on('checkExpectation', (request, response) => void answer(request, response))
  const timer = setInterval(() => {
    services.scans.flush().catch((error: unknown) => console.error({ event: 'flush', error }))
  }, FLUSH_EVERY_MS)

  const publishing = setInterval(() => {
    publishDue(main.db, now()).catch((error: unknown) => console.error({ event: 'publish', error }))
  }, PUBLISH_EVERY_MS)

  const close = () => {
    clearInterval(timer)
    clearInterval(publishing)
    for (const opened of [counting, watching, main]) opened.close()
  }
  await listen(server, settings).catch(async (error: unknown) => {
    await printing?.stop()
    close()
    throw error
  })
  const { address, port } = server.address() as AddressInfo
  return {
    address: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    services,
    async stop() {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 3000).unref()
      })
      await printing?.stop()
      await services.scans.flush()
      close()
    },
  }
}

interface Asked {
  incoming: IncomingMessage
}

/** Behind a proxy that is trusted, the last address it added; else whoever is at the other end of the line. */
function clientOf({ headers, socket }: IncomingMessage, { trustProxy }: Settings): string | null {
  const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last || (socket.remoteAddress ?? null)
}

/**
 * Made at the first start and kept beside the database, readable by its owner only. Whoever changes it signs
 * everybody out, and makes second factors unreadable.
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
  if (secret.length < 32) throw new Error(`${path}: a secret needs at least 32 characters`)
  return secret
}

/** Knows without a query whether anything was committed, and with one what the edition number is. */
function editionWatch(watching: SqliteFile, pages: Pages) {
  const edition = watching.file.prepare(
    'SELECT number, (SELECT settings FROM site WHERE id = 1) AS settings FROM edition',
  )
  let seen = -1
  let number = -1
  let timeZone = 'UTC'
  return {
    isCurrent: () => {
      const version = watching.dataVersion()
      if (version !== seen) {
        seen = version
        const row = edition.get() as { number: number; settings: string | null }
        if (row.number !== number && row.settings)
          timeZone = (JSON.parse(row.settings) as NonNullable<Edition['site']>).timeZone
        number = row.number
      }
      return pages.isOf(number)
    },
    timeZone: () => timeZone,
  }
}

async function bytesAt(path: string | URL): Promise<Uint8Array<ArrayBuffer> | null> {
  return existsSync(path) ? new Uint8Array(await readFile(path)) : null
}

/** A file is there whole or not at all; two who put the same one do not meet. */
export async function putOnDisk(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name)
  if (existsSync(path)) return
  await mkdir(folder, { recursive: true })
  const part = `${path}.${randomUUID()}.part`
  await writeFile(part, bytes)
  await rename(part, path)
}

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
