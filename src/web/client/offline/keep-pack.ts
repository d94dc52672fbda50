/**
 * Packs on the phone. Each has a cache of its own with its pages; the shelf says which caches count. A pack is put on
 * the shelf when all of it is there, so that a download that broke off leaves nothing behind.
 */
import { plainTag } from '../../../domain/locale-tag.ts'
import { KEPT_ON, STYLE_GOES_HERE, type Pack } from '../../../domain/pack.ts'

export const SHELF = 'stele-packs'
/** On the shelf: the locale the reader last chose, since a page cannot read the cookie. */
const LOCALE = '/stele-locale'

export interface KeptPack extends Pick<Pack, 'names' | 'entries'> {
  /** Of the pack, as in `/packs/units/05983.json`. */
  address: string
  /** Name of its cache. */
  cache: string
  /** Of the pack as it was sent; asks later whether it has changed. */
  etag: string
  /** Milliseconds since 1970. */
  at: number
  /** Subjects it has pages for, whatever their languages. */
  pages: number
  /** Of the pages as they lie on the phone. */
  bytes: number
}

/**
 * A pack fetched and put on the shelf, or what it has become since `before`. One the site no longer has is removed.
 * Throws when it did not come whole or does not fit; then the earlier one stays.
 */
export async function keepPack(address: string, before?: KeptPack): Promise<void> {
  const answer = await fetch(address, {
    cache: 'no-store',
    headers: before ? { 'If-None-Match': before.etag } : {},
  })
  if (answer.status === 304) return
  if (answer.status === 404 && before) return removePack(before)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  const pack = (await answer.json()) as Pack
  if (pack.format !== 1) throw new Error(`${address}: format ${String(pack.format)}`)
  const at = Date.now()
  const cache = `stele ${address} ${at}`
  try {
    const bytes = await fill(await caches.open(cache), pack, at)
    const { names, entries } = pack
    const etag = answer.headers.get('ETag') ?? ''
    const pages = new Set(Object.keys(pack.pages).map(subjectOf)).size - 1
    const kept: KeptPack = { address, cache, etag, at, names, entries, pages, bytes }
    await (await caches.open(SHELF)).put(address, new Response(JSON.stringify(kept)))
  } catch (error) {
    await caches.delete(cache)
    throw error
  }
  if (before) await caches.delete(before.cache)
}

/** What an address is about, whatever its language: `streets/le-loi`, or a code. */
function subjectOf(address: string): string {
  const parts = address.split('/')
  return parts.length === 3 && /^[0-9A-Z]{6}$/.test(parts[1] ?? '')
    ? (parts[1] as string)
    : parts.slice(2).join('/')
}

/** Bytes of the pages as they are kept. */
async function fill(cache: Cache, pack: Pack, at: number): Promise<number> {
  const style = STYLE_GOES_HERE.replace('><', () => `>${pack.style}<`)
  let bytes = 0
  for (const [address, [bare, policy]] of Object.entries(pack.pages)) {
    const locale = /<html lang="([^"]+)"/.exec(bare)?.[1]
    const day = new Date(at).toLocaleDateString(locale, { dateStyle: 'long' })
    const body = new Blob([bare.replace(STYLE_GOES_HERE, () => style).replace(KEPT_ON, () => day)])
    bytes += body.size
    const headers = {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pack.policies[policy] ?? "default-src 'none'",
      'Referrer-Policy': 'no-referrer',
    }
    await cache.put(address, new Response(body, { headers }))
  }
  await cache.addAll(pack.files)
  return bytes
}

/** In the order they came; makes no shelf where there is none. */
export async function listKept(): Promise<KeptPack[]> {
  if (!(await caches.has(SHELF))) return []
  const shelf = await caches.open(SHELF)
  const kept: KeptPack[] = []
  for (const { url } of await shelf.keys())
    if (new URL(url).pathname !== LOCALE)
      kept.push((await (await shelf.match(url))?.json()) as KeptPack)
  return kept
}

/** From the shelf first: what is left behind when the phone is switched off is swept later. */
export async function removePack({ address, cache }: KeptPack): Promise<void> {
  await (await caches.open(SHELF)).delete(address)
  await caches.delete(cache)
}

export async function rememberLocale(locale: string): Promise<void> {
  await (await caches.open(SHELF)).put(LOCALE, new Response(plainTag(locale)))
}

/** '' where nothing was chosen. */
export async function localeOfReader(): Promise<string> {
  const known = await (await caches.open(SHELF)).match(LOCALE)
  return plainTag((await known?.text()) ?? '')
}

/** Drops caches of packs that never came to the shelf, as when the phone was switched off at the wrong moment. */
export async function sweep(): Promise<void> {
  const wanted = new Set((await listKept()).map(({ cache }) => cache))
  for (const name of await caches.keys())
    if (name.startsWith('stele /') && !wanted.has(name)) await caches.delete(name)
}
