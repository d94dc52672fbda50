/** The entrance on Node: one process, its database file, and a server in front of the app. */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.ts'
import { databasePath, openDatabase, secretFor } from './installation.ts'
import { publicServices, type PublicSettings } from './public-services.ts'
import type { Settings } from './settings.ts'
import { watchEdition } from './store/edition-watch.ts'
import { findEdition } from './store/site-settings.ts'
import { sendNotices } from './notices/send-notices.ts'
import { publishDue } from './store/schedules.ts'
import { openSqlite } from './store/sqlite.ts'
import { sqliteBinding } from './store/sqlite-binding.ts'
import { frontHandler } from './web/front.ts'
import { makeMissingSizes } from './web/picture-sizes.ts'
import { newSummingCounter } from './web/scan-counter.ts'
import type { Mail, Services } from './web/services.ts'
import { newAuth } from './web/session.ts'
import { sharpPictures } from './web/sharp-pictures.ts'
import { mailBy } from './web/smtp-mail.ts'
import { openWorkshop } from './workshop/workshop.ts'
import { isLarge, openAnnex, type Annex } from './web/annex.ts'
import { boundConnections } from './web/connections.ts'
import { oneATurn } from './web/one-a-turn.ts'

/**
 * Bytes of request headers that are read: up to 16 kB are answered, whatever the browser adds to them; more is a 431.
 */
const MAX_HEADER_BYTES = 20 * 1024
/** Milliseconds of counts that a killed process loses. */
const FLUSH_EVERY_MS = 1000
/** Milliseconds that a scheduled publication may be late. */
const PUBLISH_EVERY_MS = 15_000
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
  openAnnex?: (settings: Settings) => Annex
  mail?: Mail | null
}

const SELF = import.meta.url
/** From source the process needs the compiler that this one has; a build needs none. */
const ANNEX = SELF.endsWith('.ts')
  ? { url: new URL('./annex-server.ts', SELF), execArgv: ['--import', 'tsx'] }
  : { url: new URL('./annex-server.js', SELF), execArgv: [] }

/** A process that answers what is large from the same installation. */
export function annexFor(settings: Settings): Annex {
  const { data, content, origin, packs, practice, basemap } = settings
  const given: PublicSettings = { data, content, origin, packs, practice, basemap }
  return openAnnex(ANNEX.url, ANNEX.execArgv, given)
}

/** Milliseconds until pictures that were imported get their sizes. */
const SIZES_EVERY_MS = 10_000

/** Milliseconds between two looks for what is to be told by letter. */
const NOTICES_EVERY_MS = 60_000

/** What cannot be sent now is tried again at the next look. */
function noticesBy(mail: Mail, { db, origin, now }: Services): NodeJS.Timeout {
  return setInterval(() => {
    findEdition(db)
      .then(({ site }) => site && sendNotices(site, { db, origin, now: now(), send: mail.send }))
      .catch((error: unknown) => console.error({ event: 'notices', error }))
  }, NOTICES_EVERY_MS).unref()
}

/** A server with all that an office needs: the workshop, letters, and sizes for pictures that came with a folder. */
export async function startOffice(settings: Settings): Promise<RunningServer> {
  const mail = settings.mail && mailBy(settings.mail)
  const server = await startServer(settings, { openWorkshop, openAnnex: annexFor, mail })
  const writing = mail && noticesBy(mail, server.services)
  const sizing = makeMissingSizes(server.services, SIZES_EVERY_MS)
  return {
    ...server,
    async stop() {
      clearInterval(writing ?? undefined)
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
  const annex = beside.openAnnex?.(settings) ?? null
  const services: Services = {
    ...(await publicServices(settings, main.db, newSummingCounter(counting.db, now))),
    ...(workshop && { printing: workshop.printing, exchange: workshop.exchange }),
    ...(mail && { mail }),
    ...(settings.provider && { provider: settings.provider.name }),
    auth: settings.admin
      ? newAuth({
          ...settings,
          database: sqliteBinding(main.file) as never,
          secret: secretFor(settings),
        })
      : null,
    pictures: sharpPictures(),
  }
  const app = createApp()
  const client = (request: IncomingMessage) => clientOf(request, settings)
  const listener = getRequestListener((request, env) =>
    app.fetch(request, { services, client: client((env as NodeRequest).incoming) }),
  )
  const cold = oneATurn(
    (request, response) => void listener(request, response),
    (request) => client(request) ?? '',
  )
  const busy = getRequestListener((request) =>
    app.fetch(request, { services, client: null, isBusy: true }),
  )
  const edition = watchEdition(watching)
  const answer = frontHandler({
    services,
    isCurrent: () => services.pages.isOf(edition().number),
    timeZone: () => edition().timeZone,
    next(request, response) {
      if (annex && isLarge(request))
        annex.answer(request, response, (...unanswered) => void busy(...unanswered))
      else cold(request, response)
    },
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
    await Promise.all([workshop?.stop(), annex?.stop()])
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
      await Promise.all([workshop?.stop(), annex?.stop()])
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

function listen(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
