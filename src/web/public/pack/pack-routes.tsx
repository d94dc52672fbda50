/** Reading without a network: packs, the script that keeps them, and what a home screen shows. */
import { Hono, type Handler } from 'hono'
import { parseLocale } from '../../../domain/locale.ts'
import { localDay } from '../../../domain/scan.ts'
import { inLocale, offeredLocale } from '../../../domain/site.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv, Services } from '../../services.ts'
import { OfflinePage } from './offline-page.tsx'
import { plainOpening } from '../plain-opening.ts'
import { unitContents, walkContents, type PackContents } from '../pack-contents.ts'
import { packOpening } from './pack-opening.tsx'
import { answerFile, staticFile } from '../static-files.ts'

/** 404 for packs where the operator keeps none; the script then takes its place away from phones that have it. */
export const packRoutes = new Hono<AppEnv>()
  .get('/packs/units/:file{[0-9A-Za-z]{1,12}\\.json}', answerPack('units', unitContents))
  .get('/packs/walks/:file{[a-z0-9-]{1,100}\\.json}', answerPack('walks', walkContents))
  .get('/:locale/offline', async (c, next) => {
    const { services } = c.env
    const locale = offeredLocale(c.get('site'), c.req.param('locale'))
    if (!locale) return next()
    const answer = await answerWith(c, `/${locale}/offline`, () =>
      Promise.resolve(
        plainOpening(services, c.get('site'), locale, (reading) => (
          <OfflinePage reading={reading} />
        )),
      ),
    )
    return answer ?? next()
  })
  .get('/sw.js', async (c, next) => {
    const { services } = c.env
    const file = await staticFile(services, services.withoutPacks ? 'sw-off.js' : 'sw.js')
    return file ? answerFile(c, file) : next()
  })
  .get('/manifest.webmanifest', (c) => {
    const site = c.get('site')
    const asked = parseLocale(c.req.query('locale') ?? '')
    const locale = (asked && offeredLocale(site, asked)) ?? c.get('wished')
    const name = inLocale(site.name, locale, site)
    const manifest = {
      name: name.text,
      lang: name.locale,
      start_url: `/${locale}/`,
      scope: '/',
      // A page like any other: the phone is never asked to install anything.
      display: 'browser',
      theme_color: '#1f3a6e',
      background_color: '#fbf9f4',
      icons: [
        { src: '/static/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/static/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/static/icon-512.png', sizes: '512x512', type: 'image/png' },
      ],
    }
    return c.body(JSON.stringify(manifest), 200, {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'public, max-age=86400',
      Vary: 'Accept-Language, Cookie',
    })
  })

function answerPack(
  folder: 'units' | 'walks',
  contentsFor: (services: Services, name: string, today: string) => Promise<PackContents | null>,
): Handler<AppEnv> {
  return async (c, next) => {
    const { services } = c.env
    const site = c.get('site')
    if (services.withoutPacks) return next()
    const name = (c.req.param('file') ?? '').slice(0, -'.json'.length)
    const answer = await answerWith(c, `/packs/${folder}/${name}.json`, async () => {
      const contents = await contentsFor(services, name, localDay(services.now(), site.timeZone))
      return contents && packOpening(services, site, contents)
    })
    return answer ?? next()
  }
}
