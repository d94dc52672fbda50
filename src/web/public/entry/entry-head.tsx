import { raw } from 'hono/html'
import type { Locale } from '../../../domain/locale.ts'
import { coverOf } from './entry-pictures.tsx'
import { siteText } from '../reading.ts'
import { structuredData } from './structured-data.ts'
import { pageAddress } from '../../../domain/entry.ts'
import type { EntryPageProps } from './entry-page-props.ts'

/**
 * For programs that look for the same page in another language, show it in a message, or ask what it is about:
 * alternates, and Open Graph (ogp.me).
 */
export function EntryHead({ reading, entry, text }: EntryPageProps) {
  const { origin, site } = reading
  const at = (locale: string) => origin + pageAddress(entry.kind, entry.slug, locale as Locale)
  const url = at(text.locale)
  const cover = coverOf(entry)
  const image = cover && origin + cover
  const name = siteText(reading, site.name)
  return (
    <>
      {entry.texts.length > 1 &&
        entry.texts.map(({ locale }) => (
          <link rel="alternate" hreflang={locale} href={at(locale)} />
        ))}
      <meta property="og:type" content="article" />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={name.text} />
      <meta property="og:title" content={text.title} />
      <meta property="og:description" content={text.summary} />
      <meta property="og:image" content={image ?? `${url}/card.png`} />
    </>
  )
}

/** The same for search engines, as JSON-LD; last in the page, for a reader need not wait for it. */
export function EntryData({ reading, entry, text, today }: EntryPageProps) {
  const cover = coverOf(entry)
  const url = reading.origin + pageAddress(entry.kind, entry.slug, text.locale as Locale)
  const image = cover && reading.origin + cover
  return (
    <script type="application/ld+json">
      {raw(structuredData({ reading, entry, text, url, image, today }))}
    </script>
  )
}
