/** The one file of a pack, as JSON: its pages and those of their signs, in every language, as they are answered. */
import { sourceLocale, type Site, localesOf } from '../../../domain/site.ts'
import { entryPath, pageAddress } from '../../../domain/entry.ts'
import { chooseLocale, type Locale } from '../../../domain/locale.ts'
import type { Point } from '../../../domain/nearby.ts'
import { KEPT_ON, STYLE_GOES_HERE, type Pack } from '../../../domain/pack.ts'
import { listEntryPages } from '../../../store/public-entry.ts'
import { listPlacedIn } from '../../../store/nearby-entries.ts'
import { listCodesOf, listHistories } from '../../../store/signs.ts'
import { pageHeaders } from '../page-headers.ts'
import type { Opening } from '../../pages.ts'
import type { Services } from '../../services.ts'
import { OfflinePage } from './offline-page.tsx'
import { readingFor, sayFor } from '../reading.ts'
import { STYLE } from '../page-style.gen.ts'
import { entryOpening } from '../entry/entry-opening.tsx'
import { nearBox, placeOf } from '../entry/nearby-search.ts'
import type { PackContents } from '../pack-contents.ts'
import { openingOfSign, publishedEntry } from '../sign/sign-opening.tsx'
import { documentOf } from '../../document.ts'
import { nameOfPack } from '../offered-packs.tsx'
import { pause } from '../../../domain/in-turns.ts'

/** Scripts and fonts that the pages ask for besides themselves. */
const FILES = [
  ...['page.js', 'nearby.js', 'offline.js', 'kept.js', 'listen.js'],
  ...['be-vietnam-pro-700-latin.woff2', 'be-vietnam-pro-700-vietnamese.woff2'],
].map((name) => `/static/${name}`)

/** One answer for everybody, rendered once an edition. */
export function packOpening(services: Services, site: Site, contents: PackContents): Opening {
  const locale = sourceLocale(site)
  return {
    // One file for everybody: it has every language in it.
    offer: { site: [locale], entry: [], fallback: locale },
    chosen: locale,
    scanned: null,
    remember: null,
    async render() {
      return {
        status: 200,
        locale,
        html: JSON.stringify(await packOf(services, site, contents)),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'no-cache',
          Vary: 'Accept-Encoding',
          'X-Content-Type-Options': 'nosniff',
          'X-Robots-Tag': 'noindex',
        },
      }
    },
  }
}

/** All pages together; what is withheld or unpublished is left out. One query for the places around all of them. */
async function packOf(services: Services, site: Site, contents: PackContents): Promise<Pack> {
  const { db, origin } = services
  const entries = (await listEntryPages(db, contents.ids)).filter(({ texts }) => texts.length > 0)
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const codes = await listCodesOf(db, [...byId.keys()])
  const histories = await listHistories(db, codes)

  const signs = [...histories.values()]
  const places = [
    ...entries.map((entry) => placeOf(entry, null, [])),
    ...signs.flatMap(({ sign, events }) => {
      const entry = byId.get(sign.entry)
      return entry ? [placeOf(entry, sign, events)] : []
    }),
  ].filter((place) => place !== null)
  const placed = places.length > 0 ? await listPlacedIn(db, boxAroundAll(places)) : []

  const pages: PackPages = { pages: {}, policies: [] }
  for (const entry of entries) {
    const shown = { services, site, entry, sign: null, note: null, placed, chosen: null }
    await addAll(pages, site, entryOpening(shown), (locale) =>
      pageAddress(entry.kind, entry.slug, locale),
    )
  }
  for (const code of codes) {
    const opening = await openingOfSign({
      services,
      site,
      code,
      chosen: null,
      histories,
      placed,
      findEntry: async (id) => byId.get(id) ?? publishedEntry(services, id),
    })
    if (opening) await addAll(pages, site, opening, (locale) => `/${code}/${locale}`)
  }
  for (const locale of site.locales) {
    const reading = readingFor(site, origin, locale)
    const html = documentOf(<OfflinePage reading={reading} />)
    add(pages, `/${locale}/offline`, html, await pageHeaders(reading.words))
  }
  return {
    format: 1,
    names: Object.fromEntries(
      localesOf(site).flatMap((locale) => {
        const { name, lang } = nameOfPack(contents.subject, readingFor(site, origin, locale))
        // A unit is called by its Vietnamese name everywhere; a walk only by titles it has.
        return contents.subject.is === 'unit' || lang === locale ? [[locale, name]] : []
      }),
    ),
    entries: entries.map(({ kind, slug, texts }) => ({
      path: entryPath(kind, slug),
      titles: Object.fromEntries(texts.map(({ locale, title }) => [locale, title])),
    })),
    style: STYLE,
    ...pages,
    files: FILES,
  }
}

type PackPages = Pick<Pack, 'pages' | 'policies'>

/**
 * Pages in every language they are offered in, each with a line about the day it was kept; what is gone is left out,
 * for its answer is no 200.
 */
async function addAll(
  pages: PackPages,
  site: Site,
  opening: Opening,
  addressIn: (locale: Locale) => string,
): Promise<void> {
  for (const locale of opening.offer.site) {
    // Whoever scans meanwhile waits for one page, not for all of them.
    await pause()
    const draft = await opening.render(chooseLocale(locale, [], opening.offer))
    const say = sayFor(readingFor(site, '', locale))
    const note = `<div class="notice"><p>${say('offline.copy', { date: KEPT_ON })}</p></div>`
    const html = draft.html.replace(/<main[^>]*>/, (main) => main + note)
    if (draft.status === 200) add(pages, addressIn(locale), html, draft.headers)
  }
}

/** The style, the same on every page, is sent once. */
function add(
  { pages, policies }: PackPages,
  address: string,
  html: string,
  headers: Record<string, string>,
): void {
  const policy = headers['Content-Security-Policy'] ?? "default-src 'none'"
  if (!policies.includes(policy)) policies.push(policy)
  const bare = html.replace(`<style>${STYLE}</style>`, () => STYLE_GOES_HERE)
  pages[address] = [bare, policies.indexOf(policy)]
}

/** One box around the boxes of all places. */
function boxAroundAll(places: readonly Point[]) {
  const boxes = places.map(nearBox)
  return {
    south: Math.min(...boxes.map(({ south }) => south)),
    north: Math.max(...boxes.map(({ north }) => north)),
    west: Math.min(...boxes.map(({ west }) => west)),
    east: Math.max(...boxes.map(({ east }) => east)),
  }
}
