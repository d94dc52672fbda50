/** Addresses that programs read. `/healthz` answers on an empty site too, with the number of the edition. */
import { Hono } from 'hono'
import { parseMediaFile } from '../../../domain/media-file.ts'
import { isPublicMedia } from '../../../store/media.ts'
import { isCommuneLevel, isValidOn } from '../../../domain/admin-unit.ts'
import { localDay } from '../../../domain/scan.ts'
import { listEntryTitles } from '../../../store/public-entry.ts'
import { findEditionNumber, listUnits } from '../../../store/site-settings.ts'
import { answerMedia } from '../../media-answer.ts'
import { keptFile } from '../../kept-file.ts'
import type { AppEnv } from '../../services.ts'
import { sitemap } from './sitemap.ts'
import { answerFile, staticFile } from '../static-files.ts'

/**
 * A day: long enough for a visit, short enough that a picture of an entry that was withheld is soon gone from the
 * caches on the way. Asking again costs a 304.
 */
const MEDIA_CACHING = 'public, max-age=86400'

/** Said in full: left to themselves, Node and Workers write the charset differently. */
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' }

export const machineRoutes = new Hono<AppEnv>()
  .get('/healthz', async (c) => {
    const edition = await findEditionNumber(c.env.services.db)
    return c.json({ ok: true, edition }, 200, { 'Cache-Control': 'no-store' })
  })
  .get('/robots.txt', (c) =>
    c.body(
      `User-agent: *\nDisallow: /admin/\nDisallow: /field/\nDisallow: /parcels/\n\nSitemap: ${c.env.services.origin}/sitemap.xml\n`,
      200,
      PLAIN,
    ),
  )
  .get('/sitemap.xml', (c) =>
    keptFile(c, 'application/xml; charset=utf-8', async (site, origin) => {
      const { db, now } = c.env.services
      const today = localDay(now(), site.timeZone)
      const units = (await listUnits(db)).filter(
        (unit) => isCommuneLevel(unit) && isValidOn(unit, today),
      )
      return sitemap(site, origin, await listEntryTitles(db), units)
    }),
  )
  .get('/.well-known/security.txt', (c) => {
    const { email } = c.get('site')
    if (!email) return c.notFound()
    // RFC 9116 wants a date within a year.
    const expires = new Date(c.env.services.now().getTime() + 180 * 86_400_000)
    expires.setUTCHours(0, 0, 0, 0)
    return c.body(
      `Contact: mailto:${email}\nExpires: ${expires.toISOString()}\nPreferred-Languages: vi, en\n`,
      200,
      PLAIN,
    )
  })
  .get('/media/:file', async (c, next) => {
    const file = parseMediaFile(c.req.param('file'))
    if (!file || !(await isPublicMedia(c.env.services.db, file.digest))) return next()
    return (await answerMedia(c, file, MEDIA_CACHING)) ?? next()
  })
  .get('/static/:name{[a-z0-9-]+\\.(?:woff2|js|svg|png)}', async (c, next) => {
    const file = await staticFile(c.env.services, c.req.param('name'))
    return file ? answerFile(c, file) : next()
  })
