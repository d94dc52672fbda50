/** Answers inside Hono; on Node the handler in front (front.ts) gives the same answers for kept pages. */
import type { Context } from 'hono'
import {
  bytesOf,
  choiceAsked,
  counts,
  encodingFor,
  isUnchanged,
  localeFromCookie,
  rememberLocale,
  type PageRequest,
} from './answer.ts'
import { chooseLocale, parseWishes, type Locale } from '../domain/locale.ts'
import { sameLanguage } from '../domain/locale-tag.ts'
import type { Site } from '../domain/site.ts'
import type { Opening, Page, PageDraft } from './pages.ts'
import type { AppEnv } from './services.ts'

/** As the handler in front reads them: the two must agree. */
export function askedOf(c: Context<AppEnv>): PageRequest {
  const header = (name: string) => c.req.header(name) ?? ''
  return {
    method: c.req.method,
    accept: header('accept'),
    acceptLanguage: header('accept-language'),
    acceptEncoding: header('accept-encoding'),
    cookie: header('cookie'),
    ifNoneMatch: header('if-none-match'),
    userAgent: header('user-agent'),
    purpose: header('sec-purpose') || header('purpose') || header('x-moz'),
  }
}

/**
 * The page that `path` opens, in the reader's language, counted where it is a scan; undefined when it opens none.
 * `path` is the kept form of the address.
 */
export async function answerWith(
  c: Context<AppEnv>,
  path: string,
  make: () => Promise<Opening | null>,
): Promise<Response | undefined> {
  const { pages, scans, origin } = c.env.services
  const opening = await pages.open(path, make)
  if (!opening) return undefined
  const asked = askedOf(c)
  const page = await pages.page(opening, choiceAsked(opening, asked))
  if (opening.scanned && counts(opening, asked))
    scans.count(opening.scanned, page.locale, c.get('site').timeZone)

  return send(page, asked, opening.remember ? rememberLocale(opening.remember, origin) : null)
}

/** A page that is made for this answer and not kept, with its ETag all the same. */
export async function answerOnce(c: Context<AppEnv>, draft: PageDraft): Promise<Response> {
  return send(await c.env.services.pages.unkept(draft), askedOf(c), null)
}

function send(page: Page, asked: PageRequest, cookie: string | null): Response {
  const headers = new Headers(page.headers)
  headers.set('ETag', page.etag)
  if (cookie) headers.append('Set-Cookie', cookie)
  if (page.status === 200 && isUnchanged(asked.ifNoneMatch, page.etag))
    return new Response(null, { status: 304, headers })
  const encoding = encodingFor(asked.acceptEncoding, page)
  const bytes = bytesOf(page, encoding)
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  headers.set('Content-Length', String(bytes.byteLength))
  return new Response(asked.method === 'HEAD' ? null : bytes, { status: page.status, headers })
}

/**
 * The locale of a reader for whom there is no entry to choose by: picked once, else the phone's wishes, else the
 * fallback.
 */
export function wishedLocale(site: Site, acceptLanguage: string, cookie: string): Locale {
  const remembered = localeFromCookie(cookie)
  const chosen = remembered ? sameLanguage(remembered, site.locales) : null
  return chooseLocale(chosen, parseWishes(acceptLanguage), {
    site: site.locales,
    entry: [],
    fallback: site.fallbackLocale,
  }).wished
}
