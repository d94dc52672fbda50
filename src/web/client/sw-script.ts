/**
 * Answers for the network where there is none, from the packs a reader has kept. The network is asked first, so that
 * what can be counted is counted and what has changed is shown; after some seconds of silence the kept page comes.
 */
import { languageMeant, plainTag } from '../../domain/locale-tag.ts'
import { mendedPath } from '../../domain/mended-path.ts'
import { keepPack, listKept, localeOfReader, rememberLocale, sweep } from './offline/keep-pack.ts'

/** What of the worker's own world is used here; the types of a page do not know it. */
interface Extendable extends Event {
  waitUntil: (work: Promise<unknown>) => void
}
interface PageFetch extends Extendable {
  request: Request
  respondWith: (answer: Promise<Response>) => void
}
const worker = self as unknown as {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener(type: 'install' | 'activate', listen: (event: Extendable) => void): void
  addEventListener(type: 'fetch', listen: (event: PageFetch) => void): void
}

/** Milliseconds of silence after which the kept page is shown. */
const PATIENCE = 3000
/** Addresses it never answers for: the desk, files for machines, and whoever has an address of their own. */
const NOT_OURS =
  /^\/(?:admin|field|parcels|packs|basemap|data|media|static|healthz|robots\.txt|sw\.js|sitemap\.xml|manifest\.webmanifest|\.well-known)(?:\/|$)/

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([worker.clients.claim(), sweep()])),
)
worker.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (method !== 'GET' || origin !== location.origin) return
  if (mode === 'navigate' && !NOT_OURS.test(pathname)) event.respondWith(page(event, pathname))
  else if (pathname.startsWith('/static/')) event.respondWith(file(event.request))
})

/**
 * The network's page, else the kept one, else the list of what is kept; an error of the server counts as no network.
 */
async function page(event: PageFetch, path: string): Promise<Response> {
  const network = fetch(event.request).then((answer) => {
    if (answer.status >= 500) throw new Error(`${answer.status}`)
    return answer
  })
  // Goes on when the kept page was faster, so that it is counted and brings what is new.
  event.waitUntil(network.then((answer) => visited(path, answer)).catch(() => undefined))
  const kept = await keptPage(path)
  if (!kept) return network.catch(async () => (await offlinePage()) ?? fetch(event.request))
  const silence = new Promise<Response>((resolve) => setTimeout(resolve, PATIENCE, kept))
  return Promise.race([network.catch(() => kept), silence])
}

/** `/7K3QXC/vi` in its parts, whatever was typed: code in capitals, tag in canonical case; null when it is no address of a sign. */
function signIn(path: string): { code: string; locale: string } | null {
  const [, code, tag] = /^\/([0-9A-Za-z]{6})(?:\/([\w-]+))?$/.exec(mendedPath(path)) ?? []
  const locale = tag === undefined ? '' : plainTag(tag)
  return code && (tag === undefined || locale) ? { code: code.toUpperCase(), locale } : null
}

async function keptPage(path: string): Promise<Response | undefined> {
  const sign = signIn(path)
  for (const { cache } of await listKept()) {
    const pages = await caches.open(cache)
    const found = sign ? await pageOfSign(pages, sign.code, sign.locale) : await pages.match(path)
    if (found) return found
  }
  return undefined
}

/** The page in the language of the address, else the one the reader chose last, else any. */
async function pageOfSign(pages: Cache, code: string, locale: string) {
  const wished = locale || (await localeOfReader())
  const there = (await pages.keys()).flatMap(({ url }) => {
    const [, of, tag] = new URL(url).pathname.split('/')
    return of === code && tag ? [tag] : []
  })
  const meant = (wished && languageMeant(wished, there)) || (locale ? undefined : there[0])
  return meant && pages.match(`/${code}/${meant}`)
}

async function offlinePage(): Promise<Response | undefined> {
  const locale = await localeOfReader()
  for (const { cache } of await listKept()) {
    const pages = await caches.open(cache)
    const keys = (await pages.keys()).map(({ url }) => new URL(url).pathname)
    const any = keys.find((path) => path.endsWith('/offline'))
    const found = (await pages.match(`/${locale}/offline`)) ?? (any && (await pages.match(any)))
    if (found) return found
  }
  return undefined
}

/** The network first: a script changes with every release. */
async function file(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(request, { ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

let isLooking = false

/** After a page came over the network: a language that was chosen is remembered, packs are brought up to date. */
async function visited(path: string, answer: Response): Promise<void> {
  const sign = signIn(path)
  const told = signIn(answer.headers.get('Content-Location') ?? '')
  if (sign?.locale) await rememberLocale(told?.locale || sign.locale)
  if (isLooking) return
  isLooking = true
  try {
    for (const kept of await listKept()) await keepPack(kept.address, kept)
  } finally {
    isLooking = false
  }
}
