import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Locale } from '../../domain/locale.ts'
import { documentOf } from '../document.ts'
import type { AppEnv } from '../services.ts'
import { pageHeaders } from './page-headers.ts'
import { readingFor, type Reading } from './reading.ts'

type View = (reading: Reading) => unknown

/** A page that is not kept: a fault, an empty database. `locale` overrules what the reader's phone asks for. */
export async function notice(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  view: View,
  locale?: Locale,
): Promise<Response> {
  const { html, headers } = await made(c, view, locale)
  return answer(c, status, html, headers)
}

/**
 * As notice, rendered once for all readers of a language while the edition lasts, so that wrong addresses by the
 * thousand cost no more than right ones. `what`: all that tells this page from others, but for `marks`: words of the
 * page, each safe in HTML as it is, and what they give way to in this answer.
 */
export async function keptNotice(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  { what, marks = {} }: { what: string; marks?: Record<string, string> },
  view: View,
  locale?: Locale,
): Promise<Response> {
  const wished = locale ?? c.get('wished')
  const kept = await c.env.services.pages.once(`notice ${what} ${wished}`, async () => {
    const { html, headers } = await made(c, view, wished)
    return { parts: partsAt(html, Object.keys(marks)), headers }
  })
  return answer(c, status, joined(kept.parts, marks), kept.headers)
}

/** The bytes between the marks, and each mark by its name. */
type Part = { bytes: Uint8Array<ArrayBuffer> } | { mark: string }

const utf8 = new TextEncoder()

/** A mark that begins another is looked for after it. */
function partsAt(html: string, marks: readonly string[]): Part[] {
  if (marks.length === 0) return [{ bytes: utf8.encode(html) }]
  const [mark = '', ...others] = marks
  return html
    .split(mark)
    .flatMap((text, i): Part[] => [...(i > 0 ? [{ mark }] : []), ...partsAt(text, others)])
}

function joined(parts: readonly Part[], marks: Record<string, string>): Uint8Array<ArrayBuffer> {
  const all = parts.map((part) => ('bytes' in part ? part.bytes : utf8.encode(marks[part.mark])))
  const whole = new Uint8Array(all.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const bytes of all) {
    whole.set(bytes, at)
    at += bytes.byteLength
  }
  return whole
}

interface MadeNotice {
  html: string
  headers: Record<string, string>
}

async function made(c: Context<AppEnv>, view: View, locale?: Locale): Promise<MadeNotice> {
  const reading = readingFor(c.get('site'), c.env.services.origin, locale ?? c.get('wished'))
  return { html: documentOf(view(reading)), headers: await pageHeaders(reading.words) }
}

function answer(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Response {
  return new Response(c.req.method === 'HEAD' ? null : body, {
    status,
    headers: { ...headers, 'Cache-Control': 'no-store' },
  })
}
