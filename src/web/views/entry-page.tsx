import { raw } from 'hono/html'
import { unitsOn } from '../../domain/admin-unit.ts'
import type { Facts, Kind, KindFolder } from '../../domain/entry.ts'
import { KIND_FOLDERS } from '../../domain/entry.ts'
import type { Locale } from '../../domain/locale.ts'
import type { Sign } from '../../domain/sign.ts'
import { sourceLocale } from '../../domain/site.ts'
import type { TextStanding } from '../../domain/text-state.ts'
import type { EntryPage, EntryTitle, PublishedText } from '../../store/entry-page.ts'
import type { Nearby } from '../public/nearby.ts'
import type { PackOffer } from '../public/pack-contents.ts'
import { Connected } from './connected.tsx'
import { Cover, MorePictures, Recording } from './entry-pictures.tsx'
import { EntryData, EntryHead } from './entry-head.tsx'
import { citedWithFestivals } from './festivals.tsx'
import { Facts as FactList } from './facts.tsx'
import { Layout, type LanguageLink } from './layout.tsx'
import { NearbyPlaces } from './nearby.tsx'
import { OfferedPacks } from './offline-page.tsx'
import { languageName, langIf, sayFor, type Reading } from './reading.ts'
import { Voice } from './voice.tsx'
import { Sources } from './sources.tsx'
import { Trust } from './trust.tsx'
import { Units } from './unit-name.tsx'
import { OnWalks, Stops } from './walk.tsx'
import { Words } from './words.tsx'

export interface EntryPageProps {
  reading: Reading
  entry: EntryPage
  text: PublishedText
  standings: TextStanding[]
  /** `text.body` rendered, with its citations numbered in the order of `cited`. */
  body: string
  cited: string[]
  languages: LanguageLink[]
  /** The sign that was scanned, when one was. */
  sign: Sign | null
  /** The day on which that sign was printed, YYYY-MM-DD. */
  printedOn: string | null
  /** Said above the text, as after the scan of a replaced sign. */
  note: string | null
  /** YYYY-MM-DD, local. */
  today: string
  nearby: Nearby | null
  /** Offered to be read without a network; often none. */
  packs: PackOffer[]
}

export function EntryPageView(props: EntryPageProps) {
  const { reading, entry, text, body } = props
  const lang = langIf(text.locale, reading.words)
  return (
    <Layout
      reading={reading}
      title={text.title}
      lang={text.locale}
      description={text.summary}
      canonical={`${reading.origin}${addressOf(entry.kind, entry.slug, reading.wished)}`}
      head={<EntryHead {...props} />}
      line={<EntryLine {...props} />}
      languages={props.languages}
      main={
        <>
          <div>
            <Notices {...props} />
            <p class="tom" lang={lang}>
              <Words text={text.summary} locale={text.locale} />
            </p>
            <Cover {...props} />
            <Recording {...props} />
            <Stops reading={reading} entry={entry} today={props.today} />
            <Voice {...props} />
            <div class="bai" lang={lang}>
              {raw(body)}
            </div>
            <button type="button" hidden data-share="" data-offer="">
              {sayFor(reading)('page.share')}
            </button>
            <MorePictures {...props} />
          </div>
          <div class="ben">
            <FactList reading={reading} entry={entry} cited={props.cited} today={props.today} />
            <OnWalks reading={reading} entry={entry} />
            <Connected reading={reading} entry={entry} today={props.today} />
            {props.nearby && (
              <NearbyPlaces reading={reading} nearby={props.nearby} title={text.title} />
            )}
            <OfferedPacks reading={reading} packs={props.packs} />
            <Sources
              reading={reading}
              cited={citedWithFestivals(props.cited, entry.facts)}
              sources={entry.facts.sources}
            />
          </div>
        </>
      }
      aside={
        <>
          <Trust {...props} />
          <EntryData {...props} />
        </>
      }
    />
  )
}

interface LineProps {
  reading: Reading
  entry: Pick<EntryPage, 'kind' | 'units'> & { facts: Pick<Facts, 'born' | 'died' | 'adminUnits'> }
  /** YYYY-MM-DD, local. */
  today: string
}

/** What this is, where or when: "Đường phố · Phường Tam Thanh", "Danh nhân · 1909–1944". */
export function EntryLine({ reading, entry, today }: LineProps) {
  const kind = sayFor(reading)(`kind.${entry.kind}`)
  const { born, died } = entry.facts
  if (entry.kind === 'figure') {
    const year = (life: typeof born) =>
      life ? (life.circa ? '~' : '') + life.date.slice(0, 4).replace(/^0+/, '') : ''
    return born || died ? `${kind} · ${year(born) || '?'}–${year(died) || '?'}` : kind
  }
  const units = unitsOn(entry.facts.adminUnits ?? [], entry.units, today)
  if (units.length === 0) return kind
  return (
    <>
      {kind} · <Units units={units} reading={reading} today={today} />
    </>
  )
}

function Notices({ reading, text, standings, note, languages }: EntryPageProps) {
  const say = sayFor(reading)
  const publishedIn = (locale: string) =>
    standings.find((standing) => standing.locale === locale)?.published
  const locale = sourceLocale(reading.site)
  const source = publishedIn(locale)
  const shown = publishedIn(text.locale)
  const sourceLink = languages.find((link) => link.locale === locale)
  return (
    <>
      {note && (
        <div class="nhac">
          <p>{note}</p>
        </div>
      )}
      {text.locale !== reading.wished && (
        <div class="nhac">
          <p>
            {say('text.missing', {
              language: languageName(reading.words, reading.wished),
              shown: languageName(reading.words, text.locale),
            })}
          </p>
        </div>
      )}
      {source && shown?.isStale && (
        <div class="nhac">
          <p>
            {say('text.stale', { basedOn: shown.answersTo ?? 0, source: source.number })}{' '}
            {sourceLink?.href && (
              <a href={sourceLink.href}>
                {say('text.readSource', { language: languageName(reading.words, locale) })}
              </a>
            )}
          </p>
        </div>
      )}
    </>
  )
}

export function EntryList({
  reading,
  entries,
}: {
  reading: Reading
  entries: readonly EntryTitle[]
}) {
  return (
    <ul class="ds">
      {entries.map((entry) => {
        const { title, locale } = titleFor(entry, reading)
        return (
          <li>
            <a href={addressOf(entry.kind, entry.slug, reading.wished)}>
              <span lang={langIf(locale, reading.words)}>{title}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** The title a reader is shown, and its locale: their own, or the nearest to it. */
export function titleFor({ titles }: Pick<EntryTitle, 'titles'>, { wished, site }: Reading) {
  const order = [wished, site.fallbackLocale, sourceLocale(site), ...Object.keys(titles)]
  const locale = order.find((candidate) => titles[candidate]) ?? wished
  return { title: titles[locale] ?? '', locale }
}

/** `/vi/streets/le-loi` */
export function addressOf(kind: Kind, slug: string, locale: Locale): string {
  const folder: KindFolder = KIND_FOLDERS[kind]
  return `/${locale}/${folder}/${slug}`
}
