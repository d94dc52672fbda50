import type { Child } from 'hono/jsx'
import type { Locale } from '../../domain/locale.ts'
import { Layout, type LanguageLink } from './page-layout.tsx'
import { sayFor, type Reading } from './reading.ts'
import { Report, SiteLinks } from './site-links.tsx'

interface Props {
  reading: Reading
  title: string
  /** The address to offer in the other languages, by locale. */
  hrefFor: (locale: Locale) => string
  main: Child
}

/** A page that is not about an entry: a sign that is gone, a wrong code, an error. Programs find nothing in it. */
export function NoticePage({ reading, title, hrefFor, main }: Props) {
  const languages: LanguageLink[] = reading.site.locales.map((locale) => ({
    locale,
    href: hrefFor(locale),
  }))
  return (
    <Layout
      reading={reading}
      title={title}
      languages={languages}
      main={<div class="summary">{main}</div>}
      aside={
        <footer class="foot">
          <div class="frame">
            <p class="promise">{sayFor(reading)('trust.never')}</p>
            <Report reading={reading} />
            <SiteLinks reading={reading} links={['search', 'home']} />
          </div>
        </footer>
      }
    />
  )
}
