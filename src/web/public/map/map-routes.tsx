/**
 * The map of the province, or of one ward: drawn by us, with no script and nobody else's server. A code without a shape
 * is not there.
 */
import { Hono, type Context } from 'hono'
import { unitsOn } from '../../../domain/admin-unit.ts'
import type { Kind } from '../../../domain/entry.ts'
import { parseLocale, type Locale } from '../../../domain/locale.ts'
import { shownPosition } from '../../../domain/position.ts'
import { localDay } from '../../../domain/scan.ts'
import { listOpenEntries } from '../../../store/public-entries.ts'
import { listUnits } from '../../../store/site-settings.ts'
import { listShapes } from '../../../store/unit-shapes.ts'
import { addressOfBasemap } from '../../../store/basemap-source.ts'
import { pageHeaders } from '../page-headers.ts'
import { answerParts } from '../../media-answer.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { MapPage, type MapPoint } from './map-page.tsx'
import { readingFor } from '../reading.ts'
import { documentOf } from '../../document.ts'

export const mapRoutes = new Hono<AppEnv>()
  .get('/map', (c) => c.redirect(`/${c.get('wished')}/map`, 302))
  .get('/basemap/:file{[0-9a-f]{16}\\.pmtiles}', basemap)
  .get('/:locale/map', (c, next) => map(c, null, next))
  .get('/:locale/map/:unit{[0-9A-Za-z-]{1,20}}', (c, next) => map(c, c.req.param('unit'), next))

/**
 * The operator's base map, asked for in parts by the map's script; kept for good, for another file has another address.
 */
async function basemap(c: Context<AppEnv>, next: () => Promise<void>) {
  const found = await c.env.services.findBasemap?.()
  if (!found || addressOfBasemap(found) !== c.req.path) return next()
  const answer = await answerParts(c, {
    mark: found.version,
    size: found.size,
    open: found.open,
    type: 'application/vnd.pmtiles',
    caching: 'public, max-age=31536000, immutable',
  })
  return answer ?? next()
}

/** Whether entries of this kind lie in one spot: people and walks do not. */
function isSomewhere(kind: Kind): boolean {
  return kind !== 'figure' && kind !== 'walk'
}

async function map(c: Context<AppEnv>, code: string | null, next: () => Promise<void>) {
  const site = c.get('site')
  const locale = site.locales.find((one) => one === parseLocale(c.req.param('locale') ?? ''))
  if (!locale) return next()
  const { services } = c.env
  const path = `/${locale}/map${code === null ? '' : `/${code}`}`
  const opened = await answerWith(c, path, async () => {
    const shapes = await listShapes(services.db)
    const unit = code === null ? null : shapes.find((one) => one.code === code)
    if (unit === undefined) return null
    const today = localDay(services.now(), site.timeZone)
    const units = (await listUnits(services.db)).filter((one) => one.validTo === '')
    const entries = await listOpenEntries(services.db)
    const file = await services.findBasemap?.()
    const basemap = file ? addressOfBasemap(file) : null
    const points = entries.flatMap((entry): MapPoint[] => {
      const position = shownPosition(entry.facts)
      const [home] = unitsOn(entry.facts.adminUnits ?? [], units, today)
      const titles = Object.fromEntries(entry.texts.map((text) => [text.locale, text.title]))
      if (!isSomewhere(entry.kind) || (code !== null && home?.code !== code)) return []
      return [{ kind: entry.kind, slug: entry.slug, titles, position, unit: home?.code ?? null }]
    })
    return {
      offer: { site: site.locales, entry: [], fallback: site.fallbackLocale },
      chosen: locale as Locale,
      scanned: null,
      remember: null,
      async render({ wished }) {
        const reading = readingFor(site, services.origin, wished)
        const view = (
          <MapPage
            reading={reading}
            shapes={shapes}
            unit={unit}
            units={units}
            points={points}
            basemap={basemap}
          />
        )
        return {
          status: 200,
          locale: wished,
          html: documentOf(view),
          headers: {
            ...(await pageHeaders(reading.words)),
            'Cache-Control': 'private, no-cache',
          },
        }
      },
    }
  })
  return opened ?? next()
}
