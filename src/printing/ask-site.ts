/** Asks a running site about the address of one sign, as preflight does before a sign is printed. */
import type { PageAnswer, PromisedLocale, SiteAnswers } from '../press/preflight/preflight-site.ts'

/** Calls itself as the rule of scans knows it: whatever it asks for is never counted. */
const USER_AGENT = 'stele-preflight'
/** Milliseconds for each request, body included. */
const WAIT_MS = 5000
/** Bytes read of a page; one of ours has some 20,000. */
const PAGE_MAX = 1_000_000

export const SITE_USAGE = '[--site URL|none]'
export const SITE_WRONG =
  '--site is scheme and host of the running site, as in http://127.0.0.1:8787, or none'

/** Scheme and host with nothing behind, or the word `none`. */
export function isSite(word: string): boolean {
  const url = URL.parse(word)
  return (
    word === 'none' || (/^https?:$/.test(url?.protocol ?? '') && url?.href === `${url?.origin}/`)
  )
}

/** The origin to ask; null for asking nobody. `printed`: the origin in the symbol, where nothing else is said. */
export function siteToAsk(option: unknown, printed: string | null): string | null {
  if (typeof option !== 'string') return printed
  return option === 'none' ? null : new URL(option).origin
}

/**
 * What a site says of one sign: HEAD of its address, and its page in each promised language. At most four requests at
 * once; never rejects, for silence is an answer. `site`: an origin.
 */
export async function askSite(
  site: string,
  code: string,
  promised: readonly PromisedLocale[],
): Promise<SiteAnswers> {
  const address = `${site}/${code}`
  const [sign, ...pages] = await Promise.all([
    ask(address, 'HEAD'),
    ...promised.map(({ locale }) => ask(`${address}/${locale}`, 'GET')),
  ])
  return {
    address,
    status: sign.status,
    pages: pages.map((page, i) => ({ locale: promised[i]?.locale ?? '', ...page })),
  }
}

type PageAsked = Omit<PageAnswer, 'locale'>

async function ask(address: string, method: 'HEAD' | 'GET'): Promise<PageAsked> {
  try {
    const response = await fetch(address, {
      method,
      redirect: 'manual',
      headers: { 'User-Agent': USER_AGENT, Accept: 'text/html', 'Accept-Encoding': 'identity' },
      signal: AbortSignal.timeout(WAIT_MS),
    })
    const html = await textOf(response)
    return {
      status: response.status,
      language: response.headers.get('content-language') ?? languageOf(html),
      heading: headingOf(html),
    }
  } catch {
    return { status: null, language: null, heading: '' }
  }
}

/** As much of the body as is looked at, as text. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true })
    bytes += part.byteLength
    if (bytes >= PAGE_MAX) break
  }
  return text
}

function languageOf(html: string): string | null {
  return /<html\b[^>]*?\slang\s*=\s*["']?([A-Za-z0-9-]+)/i.exec(html)?.[1] ?? null
}

function headingOf(html: string): string {
  return [...html.matchAll(/<h1\b[^>]*>(.*?)<\/h1>/gis)]
    .map(([, words = '']) => plain(words))
    .join(' ')
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]{1,5})|#(\d{1,6})|([a-z]+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name)] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(String(hex), 16))
    })
}
