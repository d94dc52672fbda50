/**
 * The picture that goes with an entry's address in a message: a PNG with title, kind and place. Nothing of an entry
 * that is withheld, or has no public text in this language.
 */
import { Hono } from 'hono'
import { unitsOn } from '../../../domain/admin-unit.ts'
import { kindOfFolder } from '../../../domain/entry.ts'
import { parseLocale } from '../../../domain/locale.ts'
import { localDay } from '../../../domain/scan.ts'
import { findEntryPage } from '../../../store/public-entry.ts'
import type { AppEnv } from '../../services.ts'
import { readingFor, sayFor, siteText } from '../reading.ts'

export const cardRoutes = new Hono<AppEnv>().get(
  '/:locale/:folder/:slug/card.png',
  async (c, next) => {
    const { db, drawCard, origin, now, pages } = c.env.services
    const site = c.get('site')
    const kind = kindOfFolder(c.req.param('folder'))
    const locale = parseLocale(c.req.param('locale'))
    const entry = kind && locale && (await findEntryPage(db, kind, c.req.param('slug')))
    const text = entry && entry.texts.find((one) => one.locale === locale)
    if (!entry || !text || !locale) return next()
    // Where nothing can be drawn, one picture stands for all.
    if (!drawCard) return c.redirect('/static/card.png', 302)
    const reading = readingFor(site, origin, locale)
    const say = sayFor(reading)
    const today = localDay(now(), site.timeZone)
    const units = unitsOn(entry.facts.adminUnits ?? [], entry.units, today)
    const line = [say(`kind.${entry.kind}`), ...units.map(({ name }) => name)].join(' · ')
    const foot = `${siteText(reading, site.name).text} · ${new URL(origin).host}`
    const { png } = await pages.once(`card ${c.req.path}`, async () => ({
      png: await drawCard({ title: text.title, line, foot }),
    }))
    return c.body(png, 200, {
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=3600',
    })
  },
)
