/**
 * Asked when nothing else answers: addresses that were spelled or copied a little otherwise. A sign is answered with
 * its page, and counted if it is a scan, as if its address had come whole; any other page is redirected to.
 */
import type { Hono, NotFoundHandler } from 'hono'
import { languageMeant } from '../../domain/locale-tag.ts'
import { mendedPath } from '../../domain/mended-path.ts'
import { parseShortCode } from '../../domain/short-code.ts'
import type { Site } from '../../domain/site.ts'
import type { AppEnv } from '../services.ts'
import { notFoundPage } from './fault-pages.tsx'

const HOME = /^\/+(?:(?:index|default)\.\w+)?\/*$/i

/** Requests of our own, so that none is mended twice. */
const mending = new WeakSet<Request>()

export function mendedRoutes(app: () => Hono<AppEnv>): NotFoundHandler<AppEnv> {
  return async (c) => {
    if (mending.has(c.req.raw) || !['GET', 'HEAD'].includes(c.req.method)) return notFoundPage(c)
    const url = new URL(c.req.url)
    for (const path of pathsMeant(url.pathname, c.get('site'))) {
      const { method, headers } = c.req.raw
      const request = new Request(`${url.origin}${path}${url.search}`, { method, headers })
      mending.add(request)
      const answer = await app().fetch(request, c.env)
      if (isSign(path)) return answer
      if (answer.status === 404) continue
      return answer.status >= 300 && answer.status < 400
        ? answer
        : c.redirect(`${encodeURI(path)}${url.search}`, 301)
    }
    return notFoundPage(c)
  }
}

/** Most likely first. */
function pathsMeant(path: string, { locales, localLocales }: Site): string[] {
  const offered = [...locales, ...localLocales]
  const mended = mendedPath(path)
  if (mended === '/' && !HOME.test(path)) return []
  const [first = '', ...rest] = mended.slice(1).split('/')
  if (parseShortCode(first)) {
    const locale = rest[0] === undefined ? null : languageMeant(rest[0], offered)
    if (rest.length === 0) return [mended]
    return rest.length === 1 && locale ? [`/${first}/${locale}`] : []
  }
  const locale = languageMeant(first, offered)
  if (locale && rest.length === 0) return [`/${locale}/`]
  const start = locale ?? first
  const small = rest.map((segment) => segment.toLowerCase())
  const spelled = [
    [start, ...rest],
    [start, ...small],
    [locale ?? first.toLowerCase(), ...small],
  ].map((segments) => `/${segments.join('/')}`)
  return [...new Set(spelled)].filter((one) => one !== path)
}

function isSign(path: string): boolean {
  return parseShortCode(path.split('/')[1] ?? '') !== null
}
