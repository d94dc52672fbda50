/** The entrance on Node: one process, its database file, and a server in front of the app. */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { databasePath, openDatabase, openMedia, secretFor } from './installation.ts'
import type { Settings } from './settings.ts'
import { basemapAt } from './store/basemap-file.ts'
import { bytesAt } from './store/media-folder.ts'
import { watchEdition } from './store/edition-watch.ts'
import { publishDue } from './store/schedules.ts'
import { findEdition } from './store/site-settings.ts'
import { openSqlite } from './store/sqlite.ts'
import { frontHandler } from './web/front.ts'
import { Pages, type Compression } from './web/pages.ts'
import { makeMissingSizes } from './web/picture-sizes.ts'
import { newSummingCounter } from './web/scan-counter.ts'
import type { Mail, Services } from './web/services.ts'
import { newAuth } from './web/session.ts'
import { sharpCards } from './web/sharp-cards.ts'
import { sharpPictures } from './web/sharp-pictures.ts'
import { mailBy } from './web/smtp-mail.ts'
import { openWorkshop } from './workshop/workshop.ts'
import { boundConnections } from './web/connections.ts'

/**
 * Bytes of request headers that are read: up to 16 kB are answered, whatever the browser adds to them; more is a 431.
 */
const MAX_HEADER_BYTES = 20 * 1024
/** Milliseconds of counts that a killed process loses. */
const FLUSH_EVERY_MS = 1000
/** Milliseconds that a scheduled publication may be late. */
const PUBLISH_EVERY_MS = 15_000
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

export interface RunningServer {
  /** As in `http://127.0.0.1:8787`. */
  address: string
  services: Services
  /** Answers what has been asked, writes every count, closes the database. */
  stop: () => Promise<void>
}

/** What a server has that a test of its answers does without. */
export interface Beside {
  openWorkshop?: typeof openWorkshop
  mail?: Mail | null
}

/** Milliseconds until pictures that were imported get their sizes. */
const SIZES_EVERY_MS = 10_000

/** A server with all that an office needs: the workshop, letters, and sizes for pictures that came with a folder. */
export async function startOffice(settings: Settings): Promise<RunningServer> {
  const mail = settings.mail && mailBy(settings.mail)
  const server = await startServer(settings, { openWorkshop, mail })
  const sizing = makeMissingSizes(server.services, SIZES_EVERY_MS)
  return {
    ...server,
    async stop() {
      await sizing.stop()
      await server.stop()
    },
  }
}

/**
 * Throws when the address is taken, a setting cannot be used, or the database cannot be brought up to date. Several
 * servers may share one database file.
 */
export async function startServer(settings: Settings, beside: Beside = {}): Promise<RunningServer> {
  const main = openDatabase(settings)
  // Counts may lose the last second in a power cut; they must never slow an edit down.
  const counting = openSqlite(databasePath(settings), 'NORMAL')
  // Never writes, so that its data_version changes at every commit of anybody, this process included.
  const watching = openSqlite(databasePath(settings))
  const now = () => new Date()
  const { mail } = beside
  const workshop = settings.admin ? (beside.openWorkshop?.(settings, main.db) ?? null) : null
  const found = settings.basemap === null ? null : await basemapAt(settings.basemap)
  const basemap = typeof found === 'string' ? null : found
  const services: Services = {
    ...(workshop && { printing: workshop.printing, exchange: workshop.exchange }),
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
    media: openMedia(settings),
    ...(basemap && { findBasemap: () => Promise.resolve(basemap) }),
    pictures: sharpPictures(),
    drawCard: oneCardAtATime(settings),
    findStatic: (name) => bytesAt(new URL(name, STATIC)),
  }
  const app = createApp()
  const listener = getRequestListener((request, env) =>
    app.fetch(request, { services, client: clientOf((env as NodeRequest).incoming, settings) }),
  )
  const edition = watchEdition(watching)
  const answer = frontHandler({
    services,
    isCurrent: () => services.pages.isOf(edition().number),
    timeZone: () => edition().timeZone,
    next: (request, response) => void listener(request, response),
  })
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, answer)
  boundConnections(server)
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
    await workshop?.stop()
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
      await workshop?.stop()
      await services.scans.flush()
      close()
    },
  }
}

interface NodeRequest {
  incoming: IncomingMessage
}

/**
 * The address that limits count by: behind a proxy that is trusted, the last one it added; else whoever is at the other
 * end of the line.
 */
function clientOf({ headers, socket }: IncomingMessage, { trustProxy }: Settings): string | null {
  const forwarded = trustProxy ? headers['x-forwarded-for'] : undefined
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return last || (socket.remoteAddress ?? null)
}

/** A flood of wrong or rare addresses draws no more than one picture at a moment. */
function oneCardAtATime(settings: Settings): NonNullable<Services['drawCard']> {
  const draw = sharpCards((id) => readFile(join(settings.content, 'templates/fonts', `${id}.ttf`)))
  let last: Promise<unknown> = Promise.resolve()
  return (words) => {
    const drawn = last.then(() => draw(words))
    last = drawn.catch(() => undefined)
    return drawn
  }
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
