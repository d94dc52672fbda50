import { spaced } from '../../domain/short-code.ts'
import type { Sign } from '../../domain/sign.ts'
import { sourceLocale } from '../../domain/site.ts'
import type { EntryPageProps } from './entry-page.tsx'
import { langIf, sayFor, siteText, writtenDate, type Reading } from './reading.ts'
import { Said } from './said.tsx'

type Props = Pick<EntryPageProps, 'reading' | 'entry' | 'text' | 'sign'>

/** Last on the page: which sign this is, who answers for the words, and how to tell us. */
export function Trust({ reading, entry, text, sign }: Props) {
  const say = sayFor(reading)
  const { words } = reading
  const { review } = entry.facts
  const publisher = siteText(reading, reading.site.publisher)
  return (
    <footer class="tin">
      <div class="khung">
        <h2>{say('trust.title')}</h2>
        {sign && (
          <p>
            <Said
              reading={reading}
              message="trust.sign"
              values={{ code: <b class="ma">{spaced(sign.code)}</b> }}
            />
            {`${say('text.stop')} `}
            {sign.placement && <Placement reading={reading} sign={sign} />}
          </p>
        )}
        <p>
          <Said
            reading={reading}
            message="trust.publisher"
            values={{
              publisher: <span lang={langIf(publisher.locale, words)}>{publisher.text}</span>,
            }}
          />
        </p>
        <p>
          {review.state === 'approved'
            ? say('trust.approved', { by: review.by, date: writtenDate(words, review.on) })
            : say('trust.pending')}{' '}
          {say('trust.published', {
            date: writtenDate(words, text.publishedAt.slice(0, 10)),
            number: text.number,
          })}
          {say('text.stop')}
        </p>
        <p class="chan">{say('trust.never')}</p>
        <Report reading={reading} />
        <p>
          <Said
            reading={reading}
            message="trust.licence"
            values={{
              licence: (
                <a href={reading.site.licence.url} rel="license">
                  {reading.site.licence.name}
                </a>
              ),
            }}
          />
        </p>
        <SiteLinks reading={reading} links={['about', 'home']} />
      </div>
    </footer>
  )
}

/** Placements are written in the source language, for the people who hang signs. */
export function Placement({ reading, sign }: { reading: Reading; sign: Sign }) {
  const lang = langIf(sourceLocale(reading.site), reading.words)
  return (
    <Said
      reading={reading}
      message="trust.placement"
      values={{ placement: <span lang={lang}>{sign.placement}</span> }}
    />
  )
}

interface SiteLinksProps {
  reading: Reading
  links: ('units' | 'about' | 'home')[]
}

/** The way on, one line each: a thumb finds it. */
export function SiteLinks({ reading, links }: SiteLinksProps) {
  const say = sayFor(reading)
  const known = {
    units: { href: `/${reading.wished}/units`, words: say('units.title') },
    about: { href: `/${reading.wished}/about`, words: say('about.title') },
    home: { href: `/${reading.wished}/`, words: say('page.home') },
  }
  return (
    <ul class="ds loi">
      {links.map((link) => (
        <li>
          <a href={known[link].href}>{known[link].words}</a>
        </li>
      ))}
    </ul>
  )
}

/** Telephone and mail, whichever site.yaml knows. */
export function Report({ reading }: { reading: Reading }) {
  const { hotline, email } = reading.site
  if (!hotline && !email) return null
  return (
    <>
      <p>{sayFor(reading)('trust.report')}</p>
      <ul class="ds bao">
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
