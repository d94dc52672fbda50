import { type Site, localesOf } from '../../domain/site.ts'
import { pageHeaders } from './page-headers.ts'
import type { Opening, PageDraft } from '../pages.ts'
import type { Services } from '../services.ts'
import { readingFor, type Reading } from './reading.ts'
import { documentOf } from '../document.ts'

/**
 * A page that is about no entry and exists in every locale of the site. 200, and kept by browsers that ask again,
 * unless told.
 */
export function plainOpening(
  services: Services,
  site: Site,
  chosen: NonNullable<Opening['chosen']>,
  view: (reading: Reading) => unknown,
  { status = 200, headers = {} }: Pick<Partial<PageDraft>, 'status' | 'headers'> = {},
): Opening {
  return {
    offer: {
      site: localesOf(site),
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
