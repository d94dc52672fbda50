import { KIND_FOLDERS, KINDS, type Kind } from '../../../domain/entry.ts'
import { spaced } from '../../../domain/short-code.ts'
import type { EntryTitle } from '../../../store/public-entry.ts'
import { Layout, languagesAt } from '../page-layout.tsx'
import { langIf, sayFor, siteText, type Reading } from '../reading.ts'
import { SearchForm } from '../search-form.tsx'
import { EntryList } from '../entry-titles.tsx'
import { Foot } from '../site-links.tsx'

/** Where to begin: the search, the walks, and every kind of entry with how many there are. */
export function HomePage({ reading, entries }: { reading: Reading; entries: EntryTitle[] }) {
  const say = sayFor(reading)
  const place = siteText(reading, reading.site.name)
  const walks = entries.filter((entry) => entry.kind === 'walk')
  return (
    <Layout
      reading={reading}
      title={say('home.title')}
      description={say('home.intro')}
      canonical={`${reading.origin}/${reading.wished}/`}
      line={<span lang={langIf(place.locale, reading.words)}>{place.text}</span>}
      languages={languagesAt(reading, '')}
      main={
        <>
          <p class="summary">{say('home.intro')}</p>
          <SearchForm reading={reading} id="q" />
          <Kinds reading={reading} entries={entries} />
          {walks.length > 0 && (
            <section>
              <h2>{say('kinds.walk')}</h2>
              <EntryList reading={reading} entries={walks} />
            </section>
          )}
        </>
      }
      aside={<Foot reading={reading} links={['about']} />}
    />
  )
}

/** Kinds without an entry are left out; the map and the units always stand there. */
function Kinds({ reading, entries }: { reading: Reading; entries: EntryTitle[] }) {
  const say = sayFor(reading)
  const count = (kind: Kind) => entries.filter((entry) => entry.kind === kind).length
  const ways = [
    ...KINDS.filter((kind) => kind !== 'walk' && count(kind) > 0).map((kind) => ({
      href: KIND_FOLDERS[kind],
      words: say(`kinds.${kind}`),
      count: count(kind),
    })),
    { href: 'map', words: say('map.title'), count: null },
    { href: 'units', words: say('units.title'), count: null },
  ]
  return (
    <ul class="kinds">
      {ways.map((way) => (
        <li>
          <a href={`/${reading.wished}/${way.href}`}>
            {way.words}
            {way.count !== null && <b>{way.count}</b>}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Who runs the site, in the words of site.yaml, and what a genuine address looks like. */
export function AboutPage({ reading }: { reading: Reading }) {
  const say = sayFor(reading)
  const trust = siteText(reading, reading.site.trust)
  const publisher = siteText(reading, reading.site.publisher)
  const sample = '7K3QXC' as Parameters<typeof spaced>[0]
  return (
    <Layout
      reading={reading}
      title={say('about.title')}
      canonical={`${reading.origin}/${reading.wished}/about`}
      line={<span lang={langIf(publisher.locale, reading.words)}>{publisher.text}</span>}
      languages={languagesAt(reading, 'about')}
      main={
        <>
          {trust.text
            .split(/\n\s*\n/)
            .filter((paragraph) => paragraph.trim())
            .map((paragraph) => (
              <p class="summary" lang={langIf(trust.locale, reading.words)}>
                {paragraph}
              </p>
            ))}
          <h2>{say('about.check')}</h2>
          <p>{say('sign.unknown.check', { host: new URL(reading.origin).host })}</p>
          <p>
            <span class="code">
              {new URL(reading.origin).host}/{spaced(sample)}
            </span>
          </p>
        </>
      }
      aside={<Foot reading={reading} links={['search', 'home']} />}
    />
  )
}
