import { Hono } from 'hono'
import { kindOfFolder, SLUG, pageAddress } from '../../../domain/entry.ts'
import { findEntryPage, findSlugNow } from '../../../store/public-entry.ts'
import { answerWith } from '../../reply.ts'
import type { AppEnv } from '../../services.ts'
import { entryOpening } from './entry-opening.tsx'
import { offeredLocale } from '../../../domain/site.ts'

/** The page of an entry. A former slug answers 301 to today's; what is withheld or has no public text is not there. */
export const entryRoutes = new Hono<AppEnv>().get('/:locale/:folder/:slug', async (c, next) => {
  const { services } = c.env
  const site = c.get('site')
  const locale = offeredLocale(site, c.req.param('locale'))
  const kind = kindOfFolder(c.req.param('folder'))
  const slug = c.req.param('slug')
  if (!locale || !kind || !SLUG.test(slug)) return next()
  const opened = await answerWith(c, pageAddress(kind, slug, locale), async () => {
    const entry = await findEntryPage(services.db, kind, slug)
    if (!entry || entry.texts.length === 0) return null
    return entryOpening({ services, site, entry, sign: null, note: null, chosen: locale })
  })
  if (opened) return opened
  const now = await findSlugNow(services.db, kind, slug)
  return now && now !== slug ? c.redirect(pageAddress(kind, now, locale), 301) : next()
})
