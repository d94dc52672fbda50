/** Fonts, pictures and scripts of the site itself: read once, compressed once, told apart by their digest. */
import type { Context } from 'hono'
import { digestOf } from '../../domain/digest.ts'
import type { Compression } from '../pages.ts'
import type { AppEnv, Services } from '../services.ts'

interface StaticFile {
  headers: Record<string, string>
  bytes: Uint8Array<ArrayBuffer>
  /** Null for what is compressed already, and where the network's edge compresses. */
  gzip: Uint8Array<ArrayBuffer> | null
}

/** Files read already, for each function that finds them: one runtime, one set of files. */
const kept = new WeakMap<Services['findStatic'], Map<string, StaticFile>>()

/** Null when there is no file of this name. A file is read once as long as the process lives. */
export async function staticFile(
  { findStatic: find, pages }: Services,
  name: string,
): Promise<StaticFile | null> {
  const files = kept.get(find) ?? new Map<string, StaticFile>()
  kept.set(find, files)
  const before = files.get(name)
  if (before) return before
  const bytes = await find(name)
  if (!bytes) return null
  const file = await fileOf(name, bytes, pages.compression)
  files.set(name, file)
  return file
}

/** 304 where the browser has this very file. */
export function answerFile(c: Context<AppEnv>, { headers, bytes, gzip }: StaticFile): Response {
  if (c.req.header('if-none-match') === headers['ETag'])
    return new Response(null, { status: 304, headers })
  const packed = gzip && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') ? gzip : null
  return c.body(packed ?? bytes, 200, { ...headers, ...(packed && { 'Content-Encoding': 'gzip' }) })
}

const TYPES: Record<string, string> = {
  woff2: 'font/woff2',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
}

async function fileOf(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  compression: Compression | null,
): Promise<StaticFile> {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const headers = {
    ETag: `W/"${(await digestOf(bytes)).slice(0, 16)}"`,
    'Content-Type': TYPES[ending] ?? 'application/octet-stream',
    // A script changes with every release under its name; nothing else does.
    'Cache-Control': ending === 'js' ? 'no-cache' : 'public, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  }
  return ending === 'js'
    ? {
        bytes,
        gzip: compression && compression.gzip(bytes),
        headers: { ...headers, Vary: 'Accept-Encoding' },
      }
    : { bytes, gzip: null, headers }
}
