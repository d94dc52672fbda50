/** Addresses that programs read. */
import { Hono } from 'hono'
import { findEditionNumber } from '../../store/site.ts'
import type { AppEnv } from '../services.ts'
import { answerFile, staticFile } from './static-files.ts'

const MEDIA_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
}

/** Said in full: left to themselves, Node and Workers write the charset differently. */
const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8' }

export const machineRoutes = new Hono<AppEnv>()
  .get('/healthz', async (c) => {
    const edition = await findEditionNumber(c.env.services.db)
    return c.json({ ok: true, edition }, 200, { 'Cache-Control': 'no-store' })
  })
  .get('/robots.txt', (c) =>
    c.body(
      'User-agent: *\nDisallow: /admin/\nDisallow: /field/\nDisallow: /parcels/\n',
      200,
      PLAIN,
    ),
  )
  .get('/.well-known/security.txt', (c) => {
    const { email } = c.get('site')
    if (!email) return c.notFound()
    const expires = new Date(c.env.services.now().getTime() + 180 * 86_400_000)
    expires.setUTCHours(0, 0, 0, 0)
    return c.body(
      `Contact: mailto:${email}\nExpires: ${expires.toISOString()}\nPreferred-Languages: vi, en\n`,
      200,
      PLAIN,
    )
  })
  .get('/media/:file{[0-9a-f]{64}\\.[a-z]+}', async (c, next) => {
    const [digest = '', extension = ''] = c.req.param('file').split('.')
    const type = MEDIA_TYPES[extension]
    const bytes = type ? await c.env.services.findMedia(digest) : null
    if (!type || !bytes) return next()
    return c.body(bytes, 200, {
      'Content-Type': type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
  .get('/static/:name{[a-z0-9-]+\\.(?:woff2|js)}', async (c, next) => {
    const file = await staticFile(c.env.services.findStatic, c.req.param('name'))
    return file ? answerFile(c, file) : next()
  })
