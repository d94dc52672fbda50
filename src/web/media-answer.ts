/** A large file, whole or the part that a player or a map asks for (RFC 9110, 14). */
import type { Context } from 'hono'
import type { ByteRange, OpenedFile } from '../store/media-port.ts'
import type { AppEnv } from './services.ts'

/** Null when there is no such file. `caching`: the Cache-Control of the answer. */
export async function answerMedia(
  c: Context<AppEnv>,
  { digest, type }: { digest: string; type: string },
  caching: string,
): Promise<Response | null> {
  const { media } = c.env.services
  const whole = await media.open(digest)
  if (!whole) return null
  let isSent = false
  const answer = await answerParts(c, {
    mark: digest,
    type,
    caching,
    size: whole.size,
    open(range) {
      if (range) return media.open(digest, range)
      isSent = true
      return Promise.resolve(whole)
    },
  })
  if (!isSent) await whole.body.cancel()
  return answer
}

interface PartialFile {
  /** Changes with the file; becomes its ETag. */
  mark: string
  type: string
  caching: string
  /** Bytes of the whole. */
  size: number
  open: (range?: ByteRange) => Promise<OpenedFile | null>
}

/**
 * 304, 416, 206 or 200, as the reader asks; null when the file went away meanwhile. A HEAD gets the length of the whole
 * and no body.
 */
export async function answerParts(c: Context<AppEnv>, file: PartialFile): Promise<Response | null> {
  const { mark, type, caching, size } = file
  const headers = new Headers({
    'Content-Type': type,
    'Cache-Control': caching,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    ETag: `"${mark}"`,
  })
  if (c.req.header('if-none-match')?.includes(`"${mark}"`) === true)
    return new Response(null, { status: 304, headers })
  const asked = c.req.method === 'GET' && isStill(c, mark) ? c.req.header('range') : undefined
  const range = asked === undefined ? null : parseRange(asked, size)
  if (range === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${size}`)
    return new Response(null, { status: 416, headers })
  }
  headers.set('Content-Length', String(range ? range.to - range.from + 1 : size))
  if (c.req.method === 'HEAD') return new Response(null, { headers })
  const part = await file.open(range ?? undefined)
  if (!part) return null
  if (range) headers.set('Content-Range', `bytes ${range.from}-${range.to}/${size}`)
  return new Response(part.body, { status: range ? 206 : 200, headers })
}

/** Whether the part asked for is of the file the player has the beginning of (If-Range). */
function isStill(c: Context<AppEnv>, mark: string): boolean {
  const wanted = c.req.header('if-range')
  return wanted === undefined || wanted === `"${mark}"`
}

/**
 * One range only, bytes both included; null where the header is to be ignored and the whole file sent, as with several
 * ranges.
 */
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
