import { Hono } from 'hono'
import { KIND_FOLDERS, kindOfFolder, SLUG } from '../../domain/entry.ts'
import { findEntryPage, findSlugNow, listEntryTitles } from '../../store/entry-page.ts'
import { answerWith } from '../reply.ts'
import type { AppEnv } from '../services.ts'
import { addressOf } from '../views/entry-page.tsx'
import { AboutPage, HomePage } from '../views/home-page.tsx'
import { KindPage } from '../views/kind-page.tsx'
import { entryOpening } from './entry-opening.tsx'
import { offered, plainOpening } from './plain-opening.ts'

export const entryRoutes = new Hono<AppEnv>()
  .get('/', (c) => {
    c.header('Vary', 'Accept-Language, Cookie')
    return c.redirect(`/${c.get('wished')}/`, 302)
  })
  .get('/:locale/', async (c, next) => {
    const locale = offered(c.get('site'), c.req.param('locale'))
    if (!locale) return next()
    const { services } = c.env
    return (
      (await answerWith(c, `/${locale}/`, async () => {
        const entries = await listEntryTitles(services.db)
        return plainOpening(services, c.get('site'), locale, (reading) => (
          <HomePage reading={reading} entries={entries} />
        ))
      })) ?? next()
    )
  })
  .get('/:locale', (c, next) => {
    const locale = offered(c.get('site'), c.req.param('locale'))
    return locale ? Promise.resolve(c.redirect(`/${locale}/`, 301)) : next()
  })
  .get('/:locale/about', async (c, next) => {
    const locale = offered(c.get('site'), c.req.param('locale'))
    if (!locale) return next()
    return (
      (await answerWith(c, `/${locale}/about`, async () =>
        plainOpening(c.env.services, c.get('site'), locale, (reading) => (
          <AboutPage reading={reading} />
        )),
      )) ?? next()
    )
  })
  .get('/:locale/:folder', async (c, next) => {
    const locale = offered(c.get('site'), c.req.param('locale'))
    const kind = kindOfFolder(c.req.param('folder'))
    if (!locale || !kind) return next()
    const { services } = c.env
    return (
      (await answerWith(c, `/${locale}/${KIND_FOLDERS[kind]}`, async () => {
        const entries = await listEntryTitles(services.db)
        return plainOpening(services, c.get('site'), locale, (reading) => (
          <KindPage
            reading={reading}
            kind={kind}
            entries={entries.filter((entry) => entry.kind === kind)}
          />
        ))
      })) ?? next()
    )
  })
  .get('/about', (c) => c.redirect(`/${c.get('wished')}/about`, 302))
  .get('/:locale/:folder/:slug', async (c, next) => {
    const { services } = c.env
    const site = c.get('site')
    const locale = offered(site, c.req.param('locale'))
    const kind = kindOfFolder(c.req.param('folder'))
    const slug = c.req.param('slug')
    if (!locale || !kind || !SLUG.test(slug)) return next()
    const opened = await answerWith(c, addressOf(kind, slug, locale), async () => {
      const entry = await findEntryPage(services.db, kind, slug)
      if (!entry || entry.texts.length === 0) return null
      return entryOpening({ services, site, entry, sign: null, note: null, chosen: locale })
    })
    if (opened) return opened
    const now = await findSlugNow(services.db, kind, slug)
    return now && now !== slug ? c.redirect(addressOf(kind, now, locale), 301) : next()
  })
