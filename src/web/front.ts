/**
 * The handler in front of Hono, on Node: a page that is rendered already is answered from memory. Whatever
 * it does not know it hands on; test/web/front.test.ts holds its answers to Hono's.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import {
  bytesOf,
  counts,
  encodingFor,
  isUnchanged,
  keptPage,
  rememberLocale,
  type Asked,
  type Encoding,
} from './answer.ts'
import type { KeptOpening, Page } from './pages.ts'
import type { Services } from './services.ts'

interface Front {
  services: Services
  /** True while every page kept is of the edition in force. Asked once per turn of the event loop. */
  isCurrent: () => boolean
  timeZone: () => string
  next: RequestListener
}

export function frontHandler({ services, isCurrent, timeZone, next }: Front): RequestListener {
  const { pages, scans, origin } = services
  let current = false
  let asked = false
  const stillCurrent = () => {
    if (!asked) {
      asked = true
      current = isCurrent()
      setImmediate(() => (asked = false))
    }
    return current
  }

  return (request, response) => {
    const { url = '', method } = request
    const opening =
      method === 'GET' || method === 'HEAD'
        ? (pages.kept(url) ?? (url.length === 7 ? pages.kept(url.toUpperCase()) : undefined))
        : undefined
    if (!opening || !stillCurrent() || asksForLinkset(opening, request))
      return next(request, response)
    const headers = askedOf(request)
    const page = keptPage(opening, headers)
    if (!page) return next(request, response)
    if (opening.scanned && counts(opening, headers))
      scans.count(opening.scanned, page.locale, timeZone())
    const cookie = opening.remember ? rememberLocale(opening.remember, origin) : null
    send(response, page, headers, cookie)
  }
}

function asksForLinkset(opening: KeptOpening, { headers }: IncomingMessage): boolean {
  return opening.scanned !== null && (headers.accept ?? '').includes('linkset')
}

function askedOf({ method, headers }: IncomingMessage): Asked {
  const purpose = headers['sec-purpose'] ?? headers['purpose'] ?? headers['x-moz']
  return {
    method: method ?? '',
    acceptLanguage: headers['accept-language'] ?? '',
    acceptEncoding: (headers['accept-encoding'] as string | undefined) ?? '',
    cookie: headers.cookie ?? '',
    ifNoneMatch: headers['if-none-match'] ?? '',
    userAgent: headers['user-agent'] ?? '',
    purpose: typeof purpose === 'string' ? purpose : '',
  }
}

function send(response: ServerResponse, page: Page, asked: Asked, cookie: string | null): void {
  const unchanged = page.status === 200 && isUnchanged(asked.ifNoneMatch, page.etag)
  const encoding = unchanged ? null : encodingFor(asked.acceptEncoding, page)
  let headers = headersFor(page, encoding)
  if (cookie) headers = [...headers, 'Set-Cookie', cookie]
  response.writeHead(unchanged ? 304 : page.status, headers)
  if (encoding && asked.method === 'GET') response.end(bytesOf(page, encoding))
  else response.end()
}

const flat = new WeakMap<Page, Map<Encoding | null, string[]>>()

/** Name, value, name, value, as writeHead takes them fastest; made once for each page and encoding. */
function headersFor(page: Page, encoding: Encoding | null): string[] {
  const known = flat.get(page) ?? new Map<Encoding | null, string[]>()
  flat.set(page, known)
  let headers = known.get(encoding)
  if (!headers) {
    headers = [...Object.entries(page.headers).flat(), 'ETag', page.etag]
    if (encoding) headers.push('Content-Length', String(bytesOf(page, encoding).byteLength))
    if (encoding && encoding !== 'identity') headers.push('Content-Encoding', encoding)
    known.set(encoding, headers)
  }
  return headers
}
