import { parseLocale } from '../../domain/locale.ts'
import type { Site } from '../../domain/site.ts'
import { pageHeaders } from './page-headers.ts'
import type { Draft, Opening } from '../pages.ts'
import type { Services } from '../services.ts'
import { readingFor, type Reading } from './reading.ts'
import { documentOf } from '../document.ts'

/** The locale of an address, where this installation has it. */
export function offered(site: Site, text: string) {
  const locale = parseLocale(text)
  return [...site.locales, ...site.localLocales].find((known) => known === locale) ?? null
}

/** A page that is about no entry and exists in every locale of the site. */
export function plainOpening(
  services: Services,
  site: Site,
  chosen: NonNullable<Opening['chosen']>,
  view: (reading: Reading) => unknown,
  { status = 200, headers = {} }: Pick<Partial<Draft>, 'status' | 'headers'> = {},
): Opening {
  return {
    offer: {
      site: [...site.locales, ...site.localLocales],
      entry: [],
      fallback: site.fallbackLocale,
    },
    chosen,
    scanned: null,
    remember: null,
    async render({ wished }) {
      const reading = readingFor(site, services.origin, wished)
      return {
        status,
        locale: wished,
        html: documentOf(view(reading)),
        headers: { ...(await pageHeaders(reading.words)), 'Cache-Control': 'no-cache', ...headers },
      }
    },
  }
}
