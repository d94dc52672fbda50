import { raw } from 'hono/html'
import { plainText } from '../../../content/markdown.ts'
import { differencesBetween, type Run } from '../../../content/paragraph-diff.ts'
import { type Kind, pageAddress } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import type { Publication } from '../../../domain/publication.ts'
import { localDay } from '../../../domain/scan.ts'
import type { EntryPage } from '../../../store/public-entry.ts'
import type { OncePublic } from '../../../store/public-revisions.ts'
import { Layout, type LanguageLink } from '../page-layout.tsx'
import { NoticePage } from '../notice-page.tsx'
import { langIf, sayFor, writtenDate, type Reading } from '../reading.ts'
import { Sources } from '../entry/sources.tsx'
import { Words } from '../words.tsx'
import { Foot } from '../site-links.tsx'

interface Props {
  reading: Reading
  /** The entry as it is today. */
  entry: EntryPage
  revision: OncePublic
  /** The times in which it was public, the earliest first. */
  publications: Publication[]
  /** The revision on the page of today. */
  now: OncePublic
  /** The body rendered, with its citations numbered in the order of `cited`. */
  body: string
  /** Ids of sources, in the order of their numbers. */
  cited: string[]
}

/** The revision as it was, with sources as they are today. */
export function RevisionPage(props: Props) {
  const { reading, entry, revision, now, body, cited } = props
  const say = sayFor(reading)
  const locale = reading.wished
  const lang = langIf(locale, reading.words)
  const isToday = now.number === revision.number
  return (
    <Layout
      reading={reading}
      title={revision.title}
      lang={locale}
      canonical={`${reading.origin}${pageAddress(entry.kind, entry.slug, locale)}`}
      line={say('revision.line', {
        kind: say(`kind.${entry.kind}`),
        number: String(revision.number),
      })}
      languages={languagesOf(reading, entry)}
      main={
        <>
          <div class="notice">
            <p>
              <Periods {...props} /> <Today {...props} />
            </p>
            {!isToday && (
              <p>
                <a href="#changes">{say('revision.changes')}</a>
              </p>
            )}
          </div>
          <p class="summary" lang={lang}>
            <Words text={revision.summary} locale={locale} />
          </p>
          <div lang={lang}>{raw(body)}</div>
          {!isToday && <Changes {...props} />}
          <Sources reading={reading} cited={cited} sources={entry.facts.sources} />
        </>
      }
      aside={<Foot reading={reading} links={['about', 'home']} />}
    />
  )
}

function Periods({ reading, publications }: Props) {
  return <>{publications.map((one) => periodOf(reading, one, 'revision')).join(' ')}</>
}

function periodOf(
  reading: Reading,
  { number, publishedAt, endedAt }: Publication,
  words: 'revision' | 'revision.listed',
): string {
  const say = sayFor(reading)
  const date = (iso: string) =>
    writtenDate(reading.words, localDay(new Date(iso), reading.site.timeZone))
  const values = { number: String(number), from: date(publishedAt) }
  return endedAt === null
    ? say(`${words}.is`, values)
    : say(`${words}.was`, { ...values, to: date(endedAt) })
}

function Today({ reading, entry }: Pick<Props, 'reading' | 'entry'>) {
  return (
    <a href={pageAddress(entry.kind, entry.slug, reading.wished)}>
      {sayFor(reading)('revision.today')}
    </a>
  )
}

/**
 * What readers see differently today: words only, without citations and mark-up, and nothing withheld on either side.
 */
function Changes({ reading, revision, now }: Props) {
  const say = sayFor(reading)
  const words = ({ title, summary, body }: OncePublic) => ({
    title,
    summary,
    // A citation leaves the space before it behind.
    body: plainText(body)
      .replace(/ +(?=[.,;:!?…])/g, '')
      .replaceAll('\n', '\n\n'),
  })
  const found = differencesBetween(words(revision), words(now), reading.wished)
  const changes = [
    ...[found.title, found.summary].map((runs) => ({ what: whatOf(runs), runs })),
    ...found.body,
  ].filter(({ what }) => what !== 'same')
  const lang = langIf(reading.wished, reading.words)
  return (
    <section id="changes">
      <h2>{say('revision.changes')}</h2>
      {changes.length === 0 && <p>{say('revision.sameWords')}</p>}
      {changes.map(({ what, runs }) => (
        <p>
          <b>{what !== 'same' && say(`revision.${what}`)}</b>{' '}
          <span lang={lang}>
            <Runs runs={runs} />
          </span>
        </p>
      ))}
    </section>
  )
}

function whatOf(runs: readonly Run[]): 'same' | 'changed' {
  return runs.every(({ what }) => what === 'same') ? 'same' : 'changed'
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return (
    <>
      {runs.map(({ what, text }) =>
        what === 'added' ? <ins>{text}</ins> : what === 'removed' ? <del>{text}</del> : text,
      )}
    </>
  )
}

/** In the other languages, the page of today; null where the entry has none. */
function languagesOf(reading: Reading, entry: EntryPage): LanguageLink[] {
  const has = entry.texts.map(({ locale }) => locale)
  return [...new Set([...reading.site.locales, reading.wished])].map((locale) => ({
    locale,
    href: has.includes(locale) ? pageAddress(entry.kind, entry.slug, locale) : null,
  }))
}

interface ListProps {
  reading: Reading
  entry: EntryPage
  publications: Publication[]
}

/** Every time in which a text was public, the latest first; a revision may come more than once. */
export function RevisionListPage({ reading, entry, publications }: ListProps) {
  const say = sayFor(reading)
  const address = pageAddress(entry.kind, entry.slug, reading.wished)
  const title = entry.texts.find(({ locale }) => locale === reading.wished)?.title
  return (
    <Layout
      reading={reading}
      title={say('revision.list')}
      canonical={`${reading.origin}${address}`}
      line={
        title && (
          <a href={address} lang={langIf(reading.wished, reading.words)}>
            {title}
          </a>
        )
      }
      languages={languagesOf(reading, entry)}
      main={
        <ul class="list">
          {publications.toReversed().map((one) => (
            <li>
              <a href={`${address}/revisions/${one.number}`}>
                {periodOf(reading, one, 'revision.listed')}
              </a>
            </li>
          ))}
        </ul>
      }
      aside={<Foot reading={reading} links={['about', 'home']} />}
    />
  )
}

interface GoneProps {
  reading: Reading
  asked: { kind: Kind; slug: string; locale: Locale }
  /** Null when the entry is withheld. */
  entry: EntryPage | null
}

/** 410: says nothing of what it said, nor whether the entry or a passage is withheld. */
export function GoneRevisionPage({ reading, asked, entry }: GoneProps) {
  const say = sayFor(reading)
  const isPublic = entry?.texts.some(({ locale }) => locale === asked.locale)
  return (
    <NoticePage
      reading={reading}
      title={say('revision.gone')}
      hrefFor={(locale) =>
        entry?.texts.some((text) => text.locale === locale)
          ? pageAddress(asked.kind, asked.slug, locale)
          : `/${locale}/`
      }
      main={
        <>
          <p>{say('revision.gone.text')}</p>
          {entry && isPublic && (
            <p>
              <Today reading={reading} entry={entry} />
            </p>
          )}
        </>
      }
    />
  )
}
