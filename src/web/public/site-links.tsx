/** The way on, and to us: what stands last on every public page. */
import type { ShortCode } from '../../domain/short-code.ts'
import { sayFor, type Reading } from './reading.ts'
import { SearchForm } from './search-form.tsx'

interface SiteLinksProps {
  reading: Reading
  links: ('search' | 'about' | 'home' | 'map' | 'units' | 'passport')[]
  /** Code of the sign whose passport it is; needed for that link alone. */
  code?: ShortCode | undefined
}

/** The way on: a field to search by, then one line each, for a thumb, in the order of `links`. */
export function SiteLinks({ reading, links, code }: SiteLinksProps) {
  const say = sayFor(reading)
  const known = {
    units: { href: `/${reading.wished}/units`, words: say('units.title') },
    about: { href: `/${reading.wished}/about`, words: say('about.title') },
    passport: {
      href: `/${reading.wished}/signs/${code}`,
      words: say('passport.check'),
    },
    map: { href: `/${reading.wished}/map`, words: say('map.title') },
    home: { href: `/${reading.wished}/`, words: say('page.home') },
  }
  return (
    <>
      {links.includes('search') && <SearchForm reading={reading} id="search" />}
      <ul class="list links">
        {links.map((link) =>
          link === 'search' ? null : (
            <li>
              <a href={known[link].href}>{known[link].words}</a>
            </li>
          ),
        )}
      </ul>
    </>
  )
}

/** Telephone and mail, whichever site.yaml knows; nothing where it knows neither. */
export function Report({ reading }: { reading: Reading }) {
  const { hotline, email } = reading.site
  if (!hotline && !email) return null
  return (
    <>
      <p>{sayFor(reading)('trust.report')}</p>
      <ul class="list ways">
        {hotline && (
          <li>
            <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>
              {hotline.replaceAll(' ', '\u00a0')}
            </a>
          </li>
        )}
        {email && (
          <li>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        )}
      </ul>
    </>
  )
}

/** The foot of pages that are about no entry. */
export function Foot({ reading, links }: SiteLinksProps) {
  const say = sayFor(reading)
  return (
    <footer class="foot">
      <div class="frame">
        <p class="promise">{say('trust.never')}</p>
        <Report reading={reading} />
        <SiteLinks reading={reading} links={links} />
      </div>
    </footer>
  )
}
