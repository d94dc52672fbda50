/** Turns an opening into an HTTP answer: language, condition, encoding, and whether it counts as a scan. */
import { LRUCache } from 'lru-cache'
import { choiceFor, pageKey, type KeptOpening, type Page } from './pages.ts'
import { isScan } from './scan-rule.ts'

/** The request headers an answer depends on, each '' when absent. */
export interface PageRequest {
  method: string
  accept: string
  acceptLanguage: string
  acceptEncoding: string
  cookie: string
  ifNoneMatch: string
  userAgent: string
  purpose: string
}

/** Name of the one cookie that readers get: a language they picked at a sign. */
export const LOCALE_COOKIE = 'stele-locale'

/**
 * The locale remembered in the one functional cookie, as it was sent; '' where there is none, or it has no likely form.
 */
export function localeFromCookie(cookie: string): string {
  if (!cookie.includes(LOCALE_COOKIE)) return ''
  return /(?:^|;\s*)stele-locale=([A-Za-z0-9-]{2,35})(?:;|$)/.exec(cookie)?.[1] ?? ''
}

/** The language for this reader, by what they picked once and what their phone asks for. */
export function choiceAsked(opening: KeptOpening, asked: PageRequest) {
  return choiceFor(opening, asked.acceptLanguage, localeFromCookie(asked.cookie))
}

/** The page in this reader's language; undefined while nobody has asked for it in this edition. */
export function keptPage(opening: KeptOpening, asked: PageRequest): Page | undefined {
  return opening.pages.get(pageKey(choiceAsked(opening, asked)))
}

/** True when this answer is to be counted as a scan of `opening.scanned`. */
export function counts(opening: KeptOpening, asked: PageRequest): boolean {
  return opening.scanned !== null && isScan(asked)
}

/** RFC 9110, 13.1.2: weak comparison, as If-None-Match asks for. */
export function isUnchanged(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === '') return false
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === opaque)
}

export type Encoding = 'br' | 'gzip' | 'identity'

/** The best encoding the client takes and the page has by now (brotli follows some milliseconds later). */
export function encodingFor(acceptEncoding: string, page: Page): Encoding {
  const { br, gzip } = takenBy(acceptEncoding)
  if (br) page.makeBrotli?.()
  if (br && page.brotli) return 'br'
  return gzip && page.gzip ? 'gzip' : 'identity'
}

const taken = new LRUCache<string, { br: boolean; gzip: boolean }>({ max: 500 })

function takenBy(header: string): { br: boolean; gzip: boolean } {
  const known = taken.get(header)
  if (known) return known
  const read = { br: takes(header, 'br'), gzip: takes(header, 'gzip') }
  if (header.length < 200) taken.set(header, read)
  return read
}

/** RFC 9110, 12.5.3. */
function takes(header: string, coding: string): boolean {
  const ranges = header.split(',', 30).map((range) => range.split(';').map((part) => part.trim()))
  const range =
    ranges.find(([name = '']) => name.toLowerCase() === coding) ??
    ranges.find(([name]) => name === '*')
  return range !== undefined && !range.slice(1).some((part) => /^q\s*=\s*0(?:\.0*)?$/i.test(part))
}

/** The bytes in this encoding, or as they are where the page does not have it. */
export function bytesOf(page: Page, encoding: Encoding): Uint8Array<ArrayBuffer> {
  return (
    (encoding === 'br' ? page.brotli : encoding === 'gzip' ? page.gzip : undefined) ?? page.plain
  )
}

/** A Set-Cookie value: kept a year, readable by no script, sent back to this host only. */
export function rememberLocale(locale: string, origin: string): string {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  return `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly${secure}`
}
