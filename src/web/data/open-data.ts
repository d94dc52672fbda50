/** The public part of what is known, for programs: nothing here that a page would not show. */
import { publicText } from '../../content/withheld.ts'
import { citedIds } from '../../domain/citation.ts'
import { entryPath, nameIn, officialName, type EntryPath } from '../../domain/entry.ts'
import type { Locale } from '../../domain/locale.ts'
import { shownPosition } from '../../domain/position.ts'
import { inOrder, isEnded, positionOf, stateOf } from '../../domain/sign.ts'
import { inLocale, sourceLocale, type Site, localesOf } from '../../domain/site.ts'
import { csvOf } from '../../domain/table.ts'
import type { OpenEntry, OpenSign } from '../../store/public-entries.ts'

/**
 * What stands in each file, for it is passed on without its address: licence, publisher and the time of the last
 * change.
 */
function imprint(site: Site, entries: readonly OpenEntry[]) {
  const source = sourceLocale(site)
  const times = entries.flatMap(({ savedAt, texts }) => [
    savedAt,
    ...texts.map(({ publishedAt }) => publishedAt),
  ])
  return {
    publisher: inLocale(site.publisher, source, site).text,
    licence: site.licence,
    /** ISO 8601, UTC: the last change; null while nothing is public. */
    updated: times.toSorted().at(-1) ?? null,
  }
}

/**
 * Facts anybody may have. Exact days and places of living people are theirs; links to entries that are not public are
 * left out.
 */
function openFacts({ facts, texts }: OpenEntry, isPublic: (path: EntryPath) => boolean) {
  const { names, namings, extent, rank, adminUnits, review, livingPerson } = facts
  const position = livingPerson ? null : shownPosition(facts)
  const open = {
    // Where a sign breaks a name is no business of whoever reads it.
    names: names.map(({ breaks: _, ...name }) => name),
    stops: facts.stops?.filter(({ entry }) => isPublic(entry)),
    way: facts.way,
    namedAfter: facts.namedAfter?.filter(isPublic),
    namings, extent,
    ...(!livingPerson && { born: facts.born, died: facts.died }),
    rank, festivals: facts.festivals, adminUnits,
    position: position && {
      lat: Number(position.lat), lon: Number(position.lon), accuracyM: position.accuracyM,
    },
    related: facts.related?.filter(isPublic),
    isReviewed: review.state === 'approved',
  }
  // A source that only a withheld passage cites would tell what it is about.
  const said = JSON.stringify([open, position && facts.position])
  const cited = new Set(texts.flatMap(({ body }) => citedIds(publicText(body))))
  const isNamed = (id: string) => cited.has(id) || said.includes(`"source":"${id}"`)
  // Numbers that a source bears out may be those of a withheld passage.
  const sources = facts.sources.filter(({ id }) => isNamed(id))
  return { ...open, sources: sources.map(({ attests: _, ...source }) => source) }
}

/** Bodies without their withheld passages, as Markdown; entries in the order given. */
export function entriesJson(site: Site, origin: string, entries: readonly OpenEntry[]): string {
  const paths = new Set(entries.map(({ kind, slug }) => entryPath(kind, slug)))
  return JSON.stringify({
    ...imprint(site, entries),
    entries: entries.map((entry) => {
      const path = entryPath(entry.kind, entry.slug)
      return {
        path, kind: entry.kind,
        ...openFacts(entry, (other) => paths.has(other)),
        texts: entry.texts.map(({ locale, number, title, summary, body, publishedAt }) => ({
          locale, title, summary, body: publicText(body), revision: number, publishedAt,
          page: `${origin}/${locale}/${path}`,
        })),
      }
    }),
  })
}

/** One row an entry; the summary is in the source language where there is one, else in any. */
export function entriesCsv(site: Site, origin: string, entries: readonly OpenEntry[]): string {
  const source = sourceLocale(site)
  const { publisher, licence, updated } = imprint(site, entries)
  const locales = localesOf(site)
  const rows = entries.map((entry) => {
    const { kind, slug, facts, texts } = entry
    const path = entryPath(kind, slug)
    const position = facts.livingPerson ? null : shownPosition(facts)
    const summary = (texts.find(({ locale }) => locale === source) ?? texts[0])?.summary ?? ''
    return {
      path, kind, name: officialName(facts, source)?.text ?? slug,
      ...Object.fromEntries(
        locales.slice(1).map((locale) => [`name_${locale}`, nameIn(facts, locale)?.text ?? '']),
      ),
      summary,
      units: (facts.adminUnits ?? []).flatMap(({ code, to }) => (to ? [] : [code])).join(' '),
      // A number, so that a place west of Greenwich is not taken for a formula.
      lat: position ? Number(position.lat) : '',
      lon: position ? Number(position.lon) : '',
      accuracy_m: position?.accuracyM ?? '',
      rank: facts.rank?.level ?? '',
      page: `${origin}/${texts[0]?.locale ?? source}/${path}`,
      publisher, licence: `${licence.name} ${licence.url}`, updated: updated ?? '',
    }
  })
  const columns = [
    ...['path', 'kind', 'name', ...locales.slice(1).map((locale: Locale) => `name_${locale}`)],
    ...['summary', 'units', 'lat', 'lon', 'accuracy_m', 'rank', 'page'],
    ...['publisher', 'licence', 'updated'],
  ]
  return csvOf(rows, columns)
}

/**
 * Signs that hang or have hung: what is only planned is nobody's business yet. No place for one that has ended, or
 * whose entry's place is kept back.
 */
export function signsGeoJson(
  site: Site,
  origin: string,
  entries: readonly OpenEntry[],
  signs: readonly OpenSign[],
): string {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const features = signs.flatMap((sign) => {
    const entry = byId.get(sign.entry)
    const state = stateOf(sign.events)
    if (!entry || ['planned', 'ordered', 'printed'].includes(state)) return []
    const isHidden = entry.facts.restrictedLocation || entry.facts.livingPerson || isEnded(state)
    const place = isHidden ? null : positionOf(sign, sign.events)
    const installed = inOrder(sign.events).findLast(({ what }) => what === 'installed')
    return {
      type: 'Feature',
      id: sign.code,
      geometry: place && { type: 'Point', coordinates: [place.lon, place.lat] },
      properties: {
        code: sign.code, address: `${origin}/${sign.code}`,
        entry: entryPath(entry.kind, entry.slug), state,
        installedOn: installed?.on ?? null,
        placement: isHidden ? null : sign.placement,
      },
    }
  })
  return JSON.stringify({ type: 'FeatureCollection', ...imprint(site, entries), features })
}
