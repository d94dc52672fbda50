/** What the address of an entry, or of a sign that leads to one, opens. */
import { renderBody } from '../../../content/markdown.ts'
import { type IsoDate, pageAddress } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import { localDay } from '../../../domain/scan.ts'
import type { Sign, SignEvent } from '../../../domain/sign.ts'
import { sourceLocale, type Site } from '../../../domain/site.ts'
import { textStandings } from '../../../domain/text-state.ts'
import type { EntryPage } from '../../../store/public-entry.ts'
import { listPlacedIn, type PlacedEntry } from '../../../store/nearby-entries.ts'
import { pageHeaders } from '../page-headers.ts'
import type { Opening } from '../../pages.ts'
import type { Services } from '../../services.ts'
import { EntryPageView } from './entry-page.tsx'
import { addressOfPicture } from './entry-pictures.tsx'
import type { LanguageLink } from '../page-layout.tsx'
import { readingFor, type Reading } from '../reading.ts'
import { nearBox, nearbyOf, placeOf, type Nearby } from './nearby-search.ts'
import { packOffers } from '../pack-contents.ts'
import { documentOf } from '../../document.ts'

interface EntryOpeningInput {
  services: Services
  site: Site
  entry: EntryPage
  /**
   * The sign that was scanned, when one was; its code is part of the page's own addresses. Null on the page of the
   * entry itself.
   */
  sign: Sign | null
  /** What happened to `sign`, in any order. */
  events?: readonly SignEvent[]
  /** At least all that lies near, where it is known already, as for the pages of a pack; else it is asked for. */
  placed?: readonly PlacedEntry[] | undefined
  /** Day on which the sign's face was printed, for what has changed since. */
  printedOn?: IsoDate | null
  /** A sentence above the text, in the reader's words; null for none. */
  note: ((reading: Reading) => string) | null
  /** The language that the address names; null where the reader's wishes decide. */
  chosen: Locale | null
}

/** An entry without a public text has no such opening: rendering it throws. */
export function entryOpening(about: EntryOpeningInput): Opening {
  const { services, site, entry, sign, note, chosen } = about
  let found: Promise<Nearby | null> | null = null
  const nearby = () => (found ??= nearbyFor(about))
  const addressIn = (locale: Locale) =>
    sign ? `/${sign.code}/${locale}` : pageAddress(entry.kind, entry.slug, locale)
  return {
    offer: offerOf(site, entry),
    chosen,
    scanned: sign && !chosen ? sign.code : null,
    remember: sign ? chosen : null,
    async render({ wished, shown }) {
      const text = entry.texts.find((found) => found.locale === shown)
      if (!text) throw new Error(`${entry.id} has no published text in ${shown}`)
      const reading = readingFor(site, services.origin, wished)
      const { html, cited } = renderBody(text.body, {
        place: { entry: entry.id, locale: shown },
        imageAddress: (file) => addressOfPicture(entry, file),
      })
      const today = localDay(services.now(), site.timeZone)
      const view = (
        <EntryPageView
          reading={reading}
          entry={entry}
          text={text}
          standings={textStandings(entry.rows, sourceLocale(site), [])}
          body={html}
          cited={cited}
          languages={languagesOf(site, entry, wished, addressIn)}
          sign={sign}
          printedOn={about.printedOn ?? null}
          note={note && note(reading)}
          today={today}
          nearby={await nearby()}
          packs={await packOffers({ services, site, entry, isScanned: sign !== null, today })}
        />
      )
      const canonical = `${services.origin}${pageAddress(entry.kind, entry.slug, wished)}`
      return {
        status: 200,
        locale: shown,
        html: documentOf(view),
        headers: {
          ...(await pageHeaders(shown)),
          'Cache-Control': 'private, no-cache',
          'Content-Location': addressIn(wished),
          Link: `<${canonical}>; rel="canonical"`,
        },
      }
    },
  }
}

/** Null where the place of the page is not known exactly, or must not be told. */
async function nearbyFor({ services, entry, sign, events = [], placed }: EntryOpeningInput) {
  const here = placeOf(entry, sign, events)
  if (!here) return null
  return nearbyOf(here, entry.id, placed ?? (await listPlacedIn(services.db, nearBox(here))))
}

/** Local languages are offered only where the entry has them. */
function offerOf(site: Site, entry: EntryPage) {
  const entryLocales = entry.texts.map((text) => text.locale as Locale)
  const local = site.localLocales.filter((locale) => entryLocales.includes(locale))
  return {
    site: [...new Set([...site.locales, ...local])],
    entry: entryLocales,
    fallback: site.fallbackLocale,
  }
}

/** Local languages the entry has come first; a locale of the site that it lacks is shown as missing. */
function languagesOf(
  site: Site,
  entry: EntryPage,
  wished: Locale,
  addressIn: (locale: Locale) => string,
): LanguageLink[] {
  const { site: offered, entry: has } = offerOf(site, entry)
  const local = site.localLocales.filter((locale) => has.includes(locale))
  const order = [...local, ...offered.filter((locale) => !local.includes(locale))]
  return order.map((locale) => ({
    locale,
    href: has.includes(locale) || locale === wished ? addressIn(locale) : null,
  }))
}
