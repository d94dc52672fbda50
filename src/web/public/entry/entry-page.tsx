import { raw } from 'hono/html'
import { pageAddress } from '../../../domain/entry.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { Connected } from './connected.tsx'
import { Cover, MorePictures, Recording } from './entry-pictures.tsx'
import { EntryData, EntryHead } from './entry-head.tsx'
import { citedWithFestivals } from './festivals.tsx'
import { Facts as FactList } from './facts-list.tsx'
import { Layout } from '../page-layout.tsx'
import { NearbyPlaces } from './nearby-places.tsx'
import { languageName, langIf, sayFor } from '../reading.ts'
import { Voice } from './voice-bar.tsx'
import { Sources } from './sources.tsx'
import { Trust } from './trust.tsx'
import { OnWalks, Stops } from '../walk/walk-stops.tsx'
import { Words } from '../words.tsx'
import { EntryLine } from '../entry-line.tsx'
import type { EntryPageProps } from './entry-page-props.ts'
import { OfferedPacks } from '../offered-packs.tsx'

/** Main column, side column and foot; in a narrow window they follow each other in this order. */
export function EntryPageView(props: EntryPageProps) {
  const { reading, entry, text, body } = props
  const lang = langIf(text.locale, reading.words)
  return (
    <Layout
      reading={reading}
      title={text.title}
      lang={text.locale}
      description={text.summary}
      canonical={`${reading.origin}${pageAddress(entry.kind, entry.slug, reading.wished)}`}
      head={<EntryHead {...props} />}
      line={<EntryLine {...props} />}
      languages={props.languages}
      main={
        <>
          <div>
            <Notices {...props} />
            <p class="summary" lang={lang}>
              <Words text={text.summary} locale={text.locale} />
            </p>
            <Cover {...props} />
            <Recording {...props} />
            <Stops reading={reading} entry={entry} today={props.today} />
            <Voice {...props} />
            <div class="body" lang={lang}>
              {raw(body)}
            </div>
            <button type="button" hidden data-share="" data-offer="">
              {sayFor(reading)('page.share')}
            </button>
            <MorePictures {...props} />
          </div>
          <div class="aside">
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

/**
 * What a reader should know before the first word: another sign's place taken, another language shown, a translation
 * that is stale.
 */
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
        <div class="notice">
          <p>{note}</p>
        </div>
      )}
      {text.locale !== reading.wished && (
        <div class="notice">
          <p>
            {say('text.missing', {
              language: languageName(reading.words, reading.wished),
              shown: languageName(reading.words, text.locale),
            })}
          </p>
        </div>
      )}
      {source && shown?.isStale && (
        <div class="notice">
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
