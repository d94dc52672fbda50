import { KIND_FOLDERS, type Kind, pageAddress } from '../../../domain/entry.ts'
import { isLatin } from '../../../domain/locale.ts'
import { sourceLocale } from '../../../domain/site.ts'
import type { EntryTitle } from '../../../store/public-entry.ts'
import { Layout, languagesAt } from '../page-layout.tsx'
import { langIf, sayFor, siteText, type Reading } from '../reading.ts'
import { titleFor } from '../entry-titles.tsx'
import { Foot } from '../site-links.tsx'

interface Props {
  reading: Reading
  kind: Kind
  entries: EntryTitle[]
}

/** Entries from which a list is cut by first letters; fewer are seen at a glance. */
const LETTERED_FROM = 20

/** Every entry of one kind, in the order of their addresses: the same in every language, as on the boards. */
export function KindPage({ reading, kind, entries }: Props) {
  const say = sayFor(reading)
  const place = siteText(reading, reading.site.name)
  const title = say(`kinds.${kind}`)
  const sorted = entries.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  const isLettered = sorted.length >= LETTERED_FROM
  const letters = [
    ...new Set(sorted.map((entry) => (isLettered ? entry.slug.charAt(0).toUpperCase() : ''))),
  ]
  return (
    <Layout
      reading={reading}
      title={title}
      canonical={`${reading.origin}/${reading.wished}/${KIND_FOLDERS[kind]}`}
      line={<span lang={langIf(place.locale, reading.words)}>{place.text}</span>}
      languages={languagesAt(reading, KIND_FOLDERS[kind])}
      main={
        <>
          {entries.length === 0 && <p class="summary">{say('kinds.none')}</p>}
          {letters.map((letter) => (
            <section class="group">
              {letter && <h2 class="letter">{letter}</h2>}
              <ul class="list columns">
                {sorted
                  .filter(({ slug }) => slug.startsWith(letter.toLowerCase()))
                  .map((entry) => (
                    <Entry entry={entry} reading={reading} />
                  ))}
              </ul>
            </section>
          ))}
        </>
      }
      aside={<Foot reading={reading} links={['search', 'map', 'home']} />}
    />
  )
}

/** A title with the name as it stands on the board, for whoever cannot read it off their own. */
function Entry({ entry, reading }: { entry: EntryTitle; reading: Reading }) {
  const { title, locale } = titleFor(entry, reading)
  const source = sourceLocale(reading.site)
  const original = entry.titles[source]
  return (
    <li>
      <a href={pageAddress(entry.kind, entry.slug, reading.wished)}>
        <span lang={langIf(locale, reading.words)}>{title}</span>
        {original && !isLatin(locale) && isLatin(source) && (
          <small lang={langIf(source, reading.words)}>{original}</small>
        )}
      </a>
    </li>
  )
}
