/**
 * What a page is about, for programs: JSON-LD with the words of schema.org. Nothing in it that the page does not show;
 * of the living no dates.
 */
import type { Festival, IsoDate, Kind } from '../../../domain/entry.ts'
import { nextFestival } from '../../../domain/lunar.ts'
import { shownPosition } from '../../../domain/position.ts'
import type { EntryPage, PublishedText } from '../../../store/public-entry.ts'
import { festivalName } from './festivals.tsx'
import { sayFor, siteText, type Reading } from '../reading.ts'

/** Types of schema.org, by kind. */
const TYPES: Record<Kind, string> = {
  street: 'Place',
  place: 'Place',
  figure: 'Person',
  'heritage-site': 'LandmarksOrHistoricalBuildings',
  walk: 'TouristTrip',
}

interface StructuredDataInput {
  reading: Reading
  entry: EntryPage
  text: PublishedText
  /** Whole address of the page in this language. */
  url: string
  /** Whole address of its first picture; null where it has none. */
  image: string | null
  /** YYYY-MM-DD, local. */
  today: IsoDate
}

/** JSON that may stand in a script element. */
export function structuredData({
  reading,
  entry,
  text,
  url,
  image,
  today,
}: StructuredDataInput): string {
  const { facts, kind } = entry
  const { origin, site } = reading
  const position = kind === 'figure' ? null : shownPosition(facts)
  const isDead = kind === 'figure' && !facts.livingPerson
  const others = facts.names.map((name) => name.text).filter((name) => name !== text.title)
  const publisher = siteText(reading, site.publisher)
  const data = {
    '@context': 'https://schema.org',
    '@type': TYPES[kind],
    '@id': `${origin}/${entry.id}`,
    url,
    name: text.title,
    ...(others.length > 0 && { alternateName: [...new Set(others)] }),
    description: text.summary,
    ...(image && { image }),
    ...(position && {
      geo: { '@type': 'GeoCoordinates', latitude: position.lat, longitude: position.lon },
    }),
    ...(kind !== 'figure' &&
      entry.units.length > 0 && {
        containedInPlace: entry.units.map(({ code, name }) => ({
          '@type': 'AdministrativeArea',
          identifier: code,
          name,
        })),
      }),
    ...(facts.festivals && {
      event: facts.festivals.flatMap((one) => festivalData(one, { reading, text, url, today })),
    }),
    ...(isDead && facts.born && !facts.born.circa && { birthDate: facts.born.date }),
    ...(isDead && facts.died && !facts.died.circa && { deathDate: facts.died.date }),
    mainEntityOfPage: {
      '@type': 'WebPage',
      '@id': url,
      inLanguage: text.locale,
      dateModified: text.publishedAt,
      license: site.licence.url,
      publisher: { '@type': 'GovernmentOrganization', name: publisher.text },
    },
  }
  // No word of it can end the element it stands in.
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

/** The one held today, or the next; nothing where no more of them are reckoned. */
function festivalData(
  festival: Festival,
  { reading, text, url, today }: Pick<StructuredDataInput, 'reading' | 'text' | 'url' | 'today'>,
) {
  const next = nextFestival(festival, today)
  if (!next) return []
  const name =
    festivalName(festival, reading)?.text ??
    [sayFor(reading)('entry.festival'), text.title].join(sayFor(reading)('text.colon'))
  return [
    {
      '@type': 'Festival',
      name,
      startDate: next.first,
      endDate: next.last,
      location: { '@type': 'Place', name: text.title, url },
    },
  ]
}
