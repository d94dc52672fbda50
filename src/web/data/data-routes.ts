/**
 * Open data: what the pages show, as files for programs, made once per edition. Anybody may fetch them, from any site.
 */
import { Hono } from 'hono'
import { listOpenEntries, listOpenSigns } from '../../store/public-entries.ts'
import { keptFile } from '../kept-file.ts'
import type { AppEnv } from '../services.ts'
import { entriesCsv, entriesJson, signsGeoJson } from './open-data.ts'
import { openApi } from './openapi.ts'

export const dataRoutes = new Hono<AppEnv>()
  .get('/data/entries.json', (c) =>
    keptFile(c, 'application/json', async (site, origin) =>
      entriesJson(site, origin, await listOpenEntries(c.env.services.db)),
    ),
  )
  .get('/data/entries.csv', (c) =>
    keptFile(c, 'text/csv; charset=utf-8', async (site, origin) =>
      entriesCsv(site, origin, await listOpenEntries(c.env.services.db)),
    ),
  )
  .get('/data/signs.geojson', (c) =>
    keptFile(c, 'application/geo+json', async (site, origin) => {
      const { db } = c.env.services
      return signsGeoJson(site, origin, await listOpenEntries(db), await listOpenSigns(db))
    }),
  )
  .get('/data/openapi.json', (c) =>
    keptFile(c, 'application/json', (site, origin) => Promise.resolve(openApi(site, origin))),
  )
