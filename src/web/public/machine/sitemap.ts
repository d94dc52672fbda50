/** Every public page, with its languages beside it (sitemaps.org 0.9), in one file. */
import type { AdminUnit } from '../../../domain/admin-unit.ts'
import { KIND_FOLDERS, KINDS, pageAddress } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import type { Site } from '../../../domain/site.ts'
import type { EntryTitle } from '../../../store/public-entry.ts'

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'

/**
 * Lists in every locale of the site; entries in those they have a public text in. `units`: the wards and communes that
 * have a page of today. The protocol allows 50,000 addresses in one file.
 */
export function sitemap(
  site: Site,
  origin: string,
  entries: readonly EntryTitle[],
  units: readonly Pick<AdminUnit, 'code'>[],
): string {
  const kinds = KINDS.filter((kind) => entries.some((entry) => entry.kind === kind))
  const lists = [
    ...['', 'about', 'map', ...kinds.map((kind) => KIND_FOLDERS[kind])],
    ...['units', ...units.map(({ code }) => `units/${code}`)],
  ]
  const pages = lists.map((rest) =>
    site.locales.map((locale) => ({ locale, path: `/${locale}/${rest}` })),
  )
  const texts = entries.map(({ kind, slug, titles }) =>
    (Object.keys(titles) as Locale[]).map((locale) => ({
      locale,
      path: pageAddress(kind, slug, locale),
    })),
  )
  const urls = [...pages, ...texts].flatMap((versions) =>
    versions.map(({ path }) => {
      const others = versions.map(
        (one) =>
          `<xhtml:link rel="alternate" hreflang="${one.locale}" href="${origin}${one.path}"/>`,
      )
      return `<url><loc>${origin}${path}</loc>${versions.length > 1 ? others.join('') : ''}</url>\n`
    }),
  )
  return `${HEAD}${urls.join('')}</urlset>\n`
}
