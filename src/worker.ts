/** The entrance on Cloudflare Workers: D1 for the database, R2 for pictures. The network's edge compresses. */
import type { D1Database, ExecutionContext, Fetcher, R2Bucket } from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { readSettings } from './settings.ts'
import { basemapSentence } from './messages/bilingual.ts'
import { BASEMAP_OBJECT, basemapIn } from './store/basemap-bucket.ts'
import type { Basemap } from './store/basemap-source.ts'
import { d1Database } from './store/d1.ts'
import { mediaInBucket } from './store/media-bucket.ts'
import { publishDue } from './store/schedules.ts'
import { findEdition } from './store/site-settings.ts'
import { Pages } from './web/pages.ts'
import { newSummingCounter } from './web/scan-counter.ts'
import type { Services } from './web/services.ts'
import { newAuth } from './web/session.ts'

interface Bindings {
  DB: D1Database
  MEDIA: R2Bucket
  ASSETS: Fetcher
  [name: string]: unknown
}

const app = createApp()

/** Rendered pages live as long as the isolate does; their edition number comes with every request. */
let services: Services | null = null

function servicesFor(env: Bindings): Services {
  const { DB, MEDIA, ASSETS, ...variables } = env
  const settings = readSettings(
    Object.fromEntries(Object.entries(variables).filter(([, value]) => typeof value === 'string')),
  )
  if (Array.isArray(settings)) throw new Error(`wrong settings: ${settings.join('; ')}`)
  const db = d1Database(DB)
  const now = () => new Date()
  let basemap: Promise<Basemap | null> | null = null
  return {
    db,
    pages: new Pages(() => findEdition(db), now),
    scans: newSummingCounter(db, now),
    origin: settings.origin,
    withoutPacks: !settings.packs,
    practice: false,
    ...(settings.provider && { provider: settings.provider.name }),
    // Without a secret of its own a Worker serves the public site only.
    auth:
      settings.admin && settings.secret
        ? newAuth({ ...settings, database: DB as never, secret: settings.secret })
        : null,
    now,
    media: mediaInBucket(MEDIA),
    findBasemap: () => (basemap ??= openBasemap(MEDIA)),
    findStatic: async (name) => {
      const found = await ASSETS.fetch(new URL(name, settings.origin).href)
      return found.ok ? new Uint8Array(await found.arrayBuffer()) : null
    },
  }
}

/** Null where there is none, or none that can be shown: then the log says why. */
async function openBasemap(bucket: R2Bucket): Promise<Basemap | null> {
  const found = await basemapIn(bucket)
  if (typeof found !== 'string') return found
  if (found !== 'missing') console.warn(basemapSentence(BASEMAP_OBJECT, found))
  return null
}

export default {
  /** What waits for its time; the hours are in wrangler.toml. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    services ??= servicesFor(env)
    await publishDue(services.db, services.now())
  },

  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    services ??= servicesFor(env)
    const { scans } = services
    const response = await app.fetch(request, {
      services,
      client: request.headers.get('CF-Connecting-IP'),
    })
    // An isolate may end at any moment after its answer, so what was counted is written at once.
    context.waitUntil(scans.flush())
    return response
  },
}
