import { createMiddleware } from 'hono/factory'
import { wishedLocale } from '../reply.ts'
import type { AppEnv } from '../services.ts'
import { EMPTY_SITE, ErrorPage } from './error-page.tsx'
import { notice } from './notice.ts'

/** The only addresses that take more than reading – the desk, parcels, reports – and only where there is a desk. */
const DESK = /^\/(?:admin(?:\/|$)|parcels\/)|^\/[\w-]+\/signs\/\w+\/reports$/
const ALLOWED = ['GET', 'HEAD', 'OPTIONS']

/**
 * Before every route: which installation this is, which language the reader wishes, and that they only read. 405 for
 * anything else, 503 before the first import, and where
 * too much waits to be answered.
 */
export const readerAndMethod = createMiddleware<AppEnv>(async (c, next) => {
  const site = await c.env.services.pages.refresh()
  c.set('site', site ?? EMPTY_SITE)
  c.set(
    'wished',
    wishedLocale(
      c.get('site'),
      c.req.header('accept-language') ?? '',
      c.req.header('cookie') ?? '',
    ),
  )
  const isDesk = c.env.services.auth !== null && DESK.test(c.req.path)
  if (isDesk && site) return next()
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: ALLOWED.join(', ') })
  if (!ALLOWED.includes(c.req.method)) {
    const refused = await notice(c, 405, (reading) => (
      <ErrorPage reading={reading} error="method-not-allowed" />
    ))
    refused.headers.set('Allow', ALLOWED.join(', '))
    return refused
  }
  if (!site && c.req.path !== '/healthz')
    return notice(c, 503, (reading) => <ErrorPage reading={reading} error="empty" />)
  if (c.env.isBusy) {
    const busy = await notice(c, 503, (reading) => <ErrorPage reading={reading} error="busy" />)
    busy.headers.set('Retry-After', '5')
    return busy
  }
  return next()
})
