import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { ownName, type Locale } from '../../domain/locale.ts'
import { langIf, sayFor, type Reading } from './reading.ts'
import { Said } from './said.tsx'
import { STYLE } from './page-style.gen.ts'
import { Words } from './words.tsx'

/** One language of a page. */
export interface LanguageLink {
  locale: Locale
  /** Null when the entry has no text in it; the page then says so. */
  href: string | null
}

interface Props {
  reading: Reading
  title: string
  description?: string | undefined
  /** Language of the title and main text, when it is not the interface's own. */
  lang?: string | undefined
  /** The small line above the title, which says what this is. */
  line?: Child
  languages: LanguageLink[]
  canonical?: string | undefined
  /** What programs read; after everything a reader needs. */
  head?: Child
  main: Child
  aside?: Child
}

/**
 * Every public page. It works without its script, which only improves what is there. Without `canonical` and
 * `description` a page is not meant to be found.
 */
export function Layout(props: Props) {
  const { reading, title, lang, languages } = props
  const say = sayFor(reading)
  return (
    <html lang={reading.words}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title lang={lang && langIf(lang, reading.words)}>{title}</title>
        {props.description && <meta name="description" content={props.description} />}
        <meta name="theme-color" content="#1f3a6e" />
        <link rel="icon" href="data:," />
        <link rel="manifest" href={`/manifest.webmanifest?locale=${reading.wished}`} />
        {props.canonical && <link rel="canonical" href={props.canonical} />}
        {props.head}
        <style>{raw(STYLE)}</style>
        <script type="module" src="/static/page.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">
          {say('page.skip')}
        </a>
        <header class="head">
          <div class="frame">
            <StarAnise />
            <nav aria-label={say('page.languages')}>
              <ul class="languages">
                {languages.map((link) => (
                  <Language link={link} reading={reading} />
                ))}
              </ul>
            </nav>
            {props.line && <p class="line">{props.line}</p>}
            <h1 lang={lang && langIf(lang, reading.words)}>
              <Words text={title} locale={lang ?? reading.words} />
            </h1>
          </div>
        </header>
        <main id="content" class="frame">
          {props.main}
        </main>
        {props.aside}
      </body>
    </html>
  )
}

function Language({ link, reading }: { link: LanguageLink; reading: Reading }) {
  const name = ownName(link.locale)
  if (link.href === null)
    return (
      <li>
        <i>
          <Said
            reading={reading}
            message="page.languageMissing"
            values={{ language: <span lang={langIf(link.locale, reading.words)}>{name}</span> }}
          />
        </i>
      </li>
    )
  if (link.locale === reading.wished)
    return (
      <li>
        <b aria-current="true" lang={langIf(link.locale, reading.words)}>
          {name}
        </b>
      </li>
    )
  return (
    <li>
      <a href={link.href} hreflang={link.locale} lang={link.locale}>
        {name}
      </a>
    </li>
  )
}

/** The eight-pointed star of the spice Lạng Sơn is known for: the drawn cover. */
function StarAnise() {
  return (
    <svg viewBox="-50 -50 100 100" aria-hidden="true">
      {[0, 45, 90, 135, 180, 225, 270, 315].map((turn) => (
        <path transform={`rotate(${turn})`} d="M0-8C9-16 11-30 0-48C-11-30-9-16 0-8Z" />
      ))}
      <circle r="6" />
    </svg>
  )
}

/** One link for each locale of the site, to an address that exists in all of them; `rest` without a slash before it. */
export function languagesAt(reading: Reading, rest: string): LanguageLink[] {
  return reading.site.locales.map((locale) => ({ locale, href: `/${locale}/${rest}` }))
}
