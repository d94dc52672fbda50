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
  type Encoding,
  type PageRequest,
} from './answer.ts'
import type { Page } from './pages.ts'
import type { Services } from './services.ts'

interface FrontInput {
  services: Services
  /** True while every page kept is of the edition in force. Asked once per turn of the event loop. */
  isCurrent: () => boolean
  /** Of the installation, for the day of a scan. */
  timeZone: () => string
  /** Hono, for whatever is not kept. */
  next: RequestListener
}

export function frontHandler({ services, isCurrent, timeZone, next }: FrontInput): RequestListener {
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

  // A code in small letters is the same page; only addresses of seven characters can be one.
  return (request, response) => {
    const { url = '', method } = request
    const opening =
      method === 'GET' || method === 'HEAD'
        ? (pages.kept(url) ?? pages.kept(signAddressIn(url)))
        : undefined
    if (!opening || !stillCurrent()) return next(request, response)
    const headers = askedOf(request)
    if (opening.scanned && headers.accept.includes('linkset')) return next(request, response)
    const page = keptPage(opening, headers)
    if (!page) return next(request, response)
    if (opening.scanned && counts(opening, headers))
      scans.count(opening.scanned, page.locale, timeZone())
    const cookie = opening.remember ? rememberLocale(opening.remember, origin) : null
    send(response, page, headers, cookie)
  }
}

/** A sign's address as people type it and messengers send it on: small letters, slashes around it, a query behind it. */
const SIGN_ADDRESS = /^\/{1,3}([0-9A-Za-z]{6})\/?(?:\?(.{0,1000}))?$/

function signAddressIn(url: string): string {
  const [, code = '', query = ''] = SIGN_ADDRESS.exec(url) ?? []
  return query.includes('linkType') ? '' : `/${code.toUpperCase()}`
}

/** The request headers an answer depends on, by the spellings seen so far; any other spelling costs a lower-casing. */
/** Names of request headers an answer depends on -> where they are kept; of `purpose` the last one counts. */
const FIELDS: Record<string, keyof PageRequest> = {
  accept: 'accept',
  'accept-language': 'acceptLanguage',
  'accept-encoding': 'acceptEncoding',
  cookie: 'cookie',
  'if-none-match': 'ifNoneMatch',
  'user-agent': 'userAgent',
  'sec-purpose': 'purpose',
  purpose: 'purpose',
  'x-moz': 'purpose',
}
const spellings = new Map<string, keyof PageRequest | null>()

/** Reads the raw list: building Node's object of all headers costs as much as the rest of an answer. */
function askedOf({ method, rawHeaders }: IncomingMessage): PageRequest {
  const asked: PageRequest = { ...NOTHING_ASKED, method: method ?? '' }
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] as string
    let field = spellings.get(name)
    if (field === undefined) {
      field = FIELDS[name.toLowerCase()] ?? null
      if (spellings.size < 500) spellings.set(name, field)
    }
    if (field) asked[field] = rawHeaders[i + 1] as string
  }
  return asked
}

const NOTHING_ASKED: PageRequest = {
  method: '',
  accept: '',
  acceptLanguage: '',
  acceptEncoding: '',
  cookie: '',
  ifNoneMatch: '',
  userAgent: '',
  purpose: '',
}

function send(
  response: ServerResponse,
  page: Page,
  asked: PageRequest,
  cookie: string | null,
): void {
  const unchanged = page.status === 200 && isUnchanged(asked.ifNoneMatch, page.etag)
  const { headers, body } = wireFor(
    page,
    unchanged ? null : encodingFor(asked.acceptEncoding, page),
  )
  const all = cookie ? [...headers, 'Set-Cookie', cookie] : headers
  response.writeHead(unchanged ? 304 : page.status, all)
  if (asked.method === 'GET' && !unchanged) response.end(body, 'latin1')
  else response.end()
}

interface Wire {
  /** Name, value, name, value, as writeHead takes them fastest. */
  headers: string[]
  /** The bytes as Latin-1: Node sends a string in one piece with its headers, a Buffer in two. */
  body: string
}

/** Let go with the page they belong to. */
const wires = new WeakMap<Page, Map<Encoding | null, Wire>>()

/** Made once for each page and encoding; null is a 304. */
function wireFor(page: Page, encoding: Encoding | null): Wire {
  let known = wires.get(page)
  if (!known) wires.set(page, (known = new Map()))
  let wire = known.get(encoding)
  if (!wire) {
    const headers = [...Object.entries(page.headers).flat(), 'ETag', page.etag]
    const bytes = encoding ? bytesOf(page, encoding) : null
    if (bytes) headers.push('Content-Length', String(bytes.byteLength))
    if (encoding && encoding !== 'identity') headers.push('Content-Encoding', encoding)
    wire = { headers, body: bytes ? Buffer.from(bytes).toString('latin1') : '' }
    known.set(encoding, wire)
  }
  return wire
}
