/**
 * Where a reader begins: the home page, the list of a kind, and who runs this. Addresses without a language lead to the
 * reader's own.
 */
import { Hono } from 'hono'
import { KIND_FOLDERS, kindOfFolder } from '../../../domain/entry.ts'
import { listEntryTitles } from '../../../store/public-entry.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { plainOpening } from '../plain-opening.ts'
import { AboutPage, HomePage } from './home-page.tsx'
import { KindPage } from './kind-page.tsx'
import { offeredLocale } from '../../../domain/site.ts'

export const homeRoutes = new Hono<AppEnv>()
  .get('/', (c) => {
    c.header('Vary', 'Accept-Language, Cookie')
    return c.redirect(`/${c.get('wished')}/`, 302)
  })
  .get('/:locale/', async (c, next) => {
    const locale = offeredLocale(c.get('site'), c.req.param('locale'))
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
    const locale = offeredLocale(c.get('site'), c.req.param('locale'))
    return locale ? Promise.resolve(c.redirect(`/${locale}/`, 301)) : next()
  })
  .get('/:locale/about', async (c, next) => {
    const locale = offeredLocale(c.get('site'), c.req.param('locale'))
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
    const locale = offeredLocale(c.get('site'), c.req.param('locale'))
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
