import type { Locale } from '../../../domain/locale.ts'
import { publicOn } from '../../../domain/publication.ts'
import { localDay } from '../../../domain/scan.ts'
import { spaced } from '../../../domain/short-code.ts'
import { langIf, sayFor, siteText, writtenDate } from '../reading.ts'
import { Said } from '../said.tsx'
import { pageAddress } from '../../../domain/entry.ts'
import type { EntryPageProps } from './entry-page-props.ts'
import { Report, SiteLinks } from '../site-links.tsx'
import { Placement } from '../placement.tsx'

type Props = Pick<EntryPageProps, 'reading' | 'entry' | 'text' | 'sign' | 'printedOn'>

/**
 * Last on the page: which sign this is, who answers for the words, what has changed since it was printed, and how to
 * tell us.
 */
export function Trust(props: Props) {
  const { reading, entry, sign } = props
  const say = sayFor(reading)
  const { words } = reading
  const { review } = entry.facts
  const publisher = siteText(reading, reading.site.publisher)
  return (
    <footer class="foot">
      <div class="frame">
        <h2>{say('trust.title')}</h2>
        {sign && (
          <p>
            <Said
              reading={reading}
              message="trust.sign"
              values={{ code: <b class="code">{spaced(sign.code)}</b> }}
            />
            {`${say('text.stop')} `}
            {sign.placement && <Placement reading={reading} sign={sign} />}
          </p>
        )}
        <SincePrinted {...props} />
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
          <Published {...props} />
          {say('text.stop')}
        </p>
        <p class="promise">{say('trust.never')}</p>
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
        <SiteLinks
          reading={reading}
          links={sign ? ['search', 'passport', 'about', 'home'] : ['search', 'about', 'home']}
          code={sign?.code}
        />
      </div>
    </footer>
  )
}

/** The day of publication with the way to this very revision and, once there are others, to all that were public. */
function Published({ reading, entry, text }: Props) {
  const say = sayFor(reading)
  const { locale, number, publishedAt } = text
  const address = revisionsAt(entry, locale)
  const words = say('trust.published', {
    date: writtenDate(reading.words, localDay(new Date(publishedAt), reading.site.timeZone)),
    number,
  })
  const own = entry.publications.filter((one) => one.locale === locale)
  if (!own.some((one) => one.number === number)) return <>{words}</>
  return (
    <>
      <a href={`${address}/${number}`}>{words}</a>
      {own.length > 1 && (
        <>
          {say('text.comma')}
          <a href={address}>{say('trust.earlier')}</a>
        </>
      )}
    </>
  )
}

/**
 * A sentence and a link where the page says something else than on the day the sign was printed; nothing where it says
 * the same, or nothing was public that day.
 */
function SincePrinted({ reading, entry, text, printedOn }: Props) {
  const then =
    printedOn && publicOn(entry.publications, text.locale, printedOn, reading.site.timeZone)
  if (!then || then.number === text.number) return null
  const say = sayFor(reading)
  return (
    <p>
      {say('trust.sincePrinted', { date: writtenDate(reading.words, printedOn) })}{' '}
      <a href={`${revisionsAt(entry, text.locale)}/${then.number}#changes`}>
        {say('trust.seeChanges')}
      </a>
    </p>
  )
}

function revisionsAt({ kind, slug }: Props['entry'], locale: string): string {
  return `${pageAddress(kind, slug, locale as Locale)}/revisions`
}
