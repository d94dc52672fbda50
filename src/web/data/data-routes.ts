/** Open data: made once per edition and kept like a page, with its ETag and compressed forms. */
import { Hono, type Context } from 'hono'
import { sourceLocale, type Site } from '../../domain/site.ts'
import { listOpenEntries, listOpenSigns } from '../../store/open-data.ts'
import { answerWith } from '../reply.ts'
import type { AppEnv } from '../services.ts'
import { entriesCsv, entriesJson, signsGeoJson } from './open-data.ts'
import { openApi } from './openapi.ts'

export const dataRoutes = new Hono<AppEnv>()
  .get('/data/entries.json', (c) =>
    file(c, 'application/json', async (site, origin) =>
      entriesJson(site, origin, await listOpenEntries(c.env.services.db)),
    ),
  )
  .get('/data/entries.csv', (c) =>
    file(c, 'text/csv; charset=utf-8', async (site, origin) =>
      entriesCsv(site, origin, await listOpenEntries(c.env.services.db)),
    ),
  )
  .get('/data/signs.geojson', (c) =>
    file(c, 'application/geo+json', async (site, origin) => {
      const { db } = c.env.services
      return signsGeoJson(site, origin, await listOpenEntries(db), await listOpenSigns(db))
    }),
  )
  .get('/data/openapi.json', (c) =>
    file(c, 'application/json', (site, origin) => Promise.resolve(openApi(site, origin))),
  )

async function file(
  c: Context<AppEnv>,
  type: string,
  make: (site: Site, origin: string) => Promise<string>,
): Promise<Response> {
  const site = c.get('site')
  const source = sourceLocale(site)
  const answer = await answerWith(c, c.req.path, () =>
    Promise.resolve({
      offer: { site: [source], entry: [], fallback: source },
      ...{ chosen: source, scanned: null, remember: null },
      render: async () => ({
        status: 200,
        locale: source,
        html: await make(site, c.env.services.origin),
        headers: {
          'Content-Type': type,
          'Cache-Control': 'no-cache',
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Expose-Headers': 'ETag',
          'X-Content-Type-Options': 'nosniff',
          Vary: 'Accept-Encoding',
        },
      }),
    }),
  )
  return answer ?? c.notFound()
}
