/** A file of an entry, whole or the part that a player asks for (RFC 9110, 14). */
import type { Context } from 'hono'
import type { AppEnv, ByteRange, Media, Services } from './services.ts'

/** Null when there is no such file. `caching`: the Cache-Control of the answer. */
export async function answerMedia(
  c: Context<AppEnv>,
  { digest, type }: { digest: string; type: string },
  caching: string,
): Promise<Response | null> {
  const headers = new Headers({
    'Content-Type': type,
    'Cache-Control': caching,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    ETag: `"${digest}"`,
  })
  const asked = c.req.method === 'GET' && isStill(c, digest) ? c.req.header('range') : undefined
  const whole = await open(c.env.services, digest)
  if (!whole) return null
  const { size } = whole
  const range = asked === undefined ? null : parseRange(asked, size)
  const isKnown = c.req.header('if-none-match')?.includes(`"${digest}"`) === true
  if (isKnown || range || c.req.method === 'HEAD') await whole.body.cancel()
  if (isKnown) return new Response(null, { status: 304, headers })
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Length', String(range ? range.to - range.from + 1 : size))
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  if (!range) return new Response(whole.body, { headers })
  const part = await open(c.env.services, digest, range)
  if (!part) return null
  headers.set('Content-Range', `bytes ${range.from}-${range.to}/${size}`)
  return new Response(part.body, { status: 206, headers })
}

/** The part asked for is of the file the player has the beginning of. */
function isStill(c: Context<AppEnv>, digest: string): boolean {
  const wanted = c.req.header('if-range')
  return wanted === undefined || wanted === `"${digest}"`
}

/** One range only; null where the header is to be ignored and the whole file sent. */
export function parseRange(text: string, size: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(text.trim()) ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length > 0 ? { from: size - length, to: size - 1 } : 'unsatisfiable'
  }
  const from = Number(first)
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < from) return null
  return from < size ? { from, to } : 'unsatisfiable'
}

async function open(
  { openMedia, findMedia }: Services,
  digest: string,
  range?: ByteRange,
): Promise<Media | null> {
  if (openMedia) return openMedia(digest, range)
  const bytes = await findMedia(digest)
  if (!bytes) return null
  const part = range ? bytes.slice(range.from, range.to + 1) : bytes
  return { size: bytes.byteLength, body: new Blob([part]).stream() }
}
