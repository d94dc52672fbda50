/** Reading without a network: packs, the script that keeps them, and what a home screen shows. */
import { Hono } from 'hono'
import { parseLocale } from '../../domain/locale.ts'
import { inLocale } from '../../domain/site.ts'
import { answerWith } from '../reply.ts'
import type { AppEnv } from '../services.ts'
import { OfflinePage } from '../views/offline-page.tsx'
import { offered, plainOpening } from './plain-opening.ts'
import { packOpening } from './pack-opening.tsx'
import { answerFile, staticFile } from './static-files.ts'

export const packRoutes = new Hono<AppEnv>()
  .get('/packs/units/:file{[0-9A-Za-z]{1,12}\\.json}', async (c, next) => {
    const { services } = c.env
    const code = c.req.param('file').slice(0, -'.json'.length)
    if (services.withoutPacks) return next()
    const answer = await answerWith(c, `/packs/units/${code}.json`, () =>
      packOpening(services, c.get('site'), code),
    )
    return answer ?? next()
  })
  .get('/:locale/offline', async (c, next) => {
    const { services } = c.env
    const locale = offered(c.get('site'), c.req.param('locale'))
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
    const locale = (asked && offered(site, asked)) ?? c.get('wished')
    const name = inLocale(site.name, locale, site)
    const manifest = {
      ...{ name: name.text, lang: name.locale, start_url: `/${locale}/`, scope: '/' },
      // A page like any other: the phone is never asked to install anything.
      ...{ display: 'browser', theme_color: '#1f3a6e', background_color: '#fbf9f4' },
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
