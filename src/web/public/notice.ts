import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Locale } from '../../domain/locale.ts'
import { documentOf } from '../document.ts'
import type { AppEnv } from '../services.ts'
import { pageHeaders } from './page-headers.ts'
import { readingFor, type Reading } from './reading.ts'

/**
 * A page that is not kept: an error, a wrong code. `locale` overrules what the reader's phone asks for. A HEAD gets no
 * body.
 */
export async function notice(
  c: Context<AppEnv>,
  status: ContentfulStatusCode,
  view: (reading: Reading) => unknown,
  locale?: Locale,
): Promise<Response> {
  const wished = locale ?? c.get('wished')
  const reading = readingFor(c.get('site'), c.env.services.origin, wished)
  return new Response(c.req.method === 'HEAD' ? null : documentOf(view(reading)), {
    status,
    headers: { ...(await pageHeaders(reading.words)), 'Cache-Control': 'no-store' },
  })
}
