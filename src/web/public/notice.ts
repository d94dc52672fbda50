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
  return answer(c, status, await made(c, view, locale))
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
  const kept = await c.env.services.pages.once(`notice ${what} ${wished}`, () =>
    made(c, view, wished),
  )
  let { html } = kept
  for (const [mark, text] of Object.entries(marks)) html = html.replaceAll(mark, text)
  return answer(c, status, { html, headers: kept.headers })
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
  { html, headers }: MadeNotice,
): Response {
  return new Response(c.req.method === 'HEAD' ? null : html, {
    status,
    headers: { ...headers, 'Cache-Control': 'no-store' },
  })
}
