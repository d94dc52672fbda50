/**
 * A file for programs, made once per edition and kept like a page, with its ETag and compressed forms. Open to scripts
 * of other sites (CORS). `type`: the Content-Type.
 */
import type { Context } from 'hono'
import { sourceLocale, type Site } from '../domain/site.ts'
import { answerWith } from './reply.ts'
import type { AppEnv } from './services.ts'

export async function keptFile(
  c: Context<AppEnv>,
  type: string,
  make: (site: Site, origin: string) => Promise<string>,
): Promise<Response> {
  const site = c.get('site')
  const source = sourceLocale(site)
  const answer = await answerWith(c, c.req.path, () =>
    Promise.resolve({
      offer: { site: [source], entry: [], fallback: source },
      chosen: source,
      scanned: null,
      remember: null,
      render: async () => ({
        status: 200,
        locale: source,
        html: await make(site, c.env.services.origin),
        headers: {
          'Content-Type': type,
          'Cache-Control': 'no-cache',
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Expose-Headers': 'ETag',
          'X-Content-Type-Options': 'nosniff',
          Vary: 'Accept-Encoding',
        },
      }),
    }),
  )
  return answer ?? c.notFound()
}
