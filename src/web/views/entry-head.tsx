import { raw } from 'hono/html'
import { KIND_FOLDERS } from '../../domain/entry.ts'
import type { Locale } from '../../domain/locale.ts'
import type { EntryPageProps } from './entry-page.tsx'
import { coverOf } from './entry-pictures.tsx'
import { siteText } from './reading.ts'
import { structuredData } from './structured-data.ts'

/** For programs that look for the same page in another language, show it in a message, or ask what it is about. */
export function EntryHead({ reading, entry, text }: EntryPageProps) {
  const { origin, site } = reading
  const at = (locale: Locale) => `${origin}/${locale}/${KIND_FOLDERS[entry.kind]}/${entry.slug}`
  const url = at(text.locale as Locale)
  const cover = coverOf(entry)
  const image = cover && origin + cover
  const name = siteText(reading, site.name)
  return (
    <>
      {entry.texts.length > 1 &&
        entry.texts.map(({ locale }) => (
          <link rel="alternate" hreflang={locale} href={at(locale as Locale)} />
        ))}
      <meta property="og:type" content="article" />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={name.text} />
      <meta property="og:title" content={text.title} />
      <meta property="og:description" content={text.summary} />
      <meta property="og:image" content={image ?? `${at(text.locale as Locale)}/card.png`} />
      <script type="application/ld+json">
        {raw(structuredData({ reading, entry, text, url, image }))}
      </script>
    </>
  )
}
