/** Entries as the table they could be imported from again. */
import {
  entryPath,
  nameIn,
  officialName,
  type EntryPath,
  type Facts,
  type Kind,
} from '../../domain/entry.ts'
import { sourceLocale, type Site, otherLocales } from '../../domain/site.ts'
import { type DeskLanguage, deskMessage } from '../../messages/desk-message.ts'
import type { TextNow } from '../../store/import-rows.ts'
import { columnsOf, TABLES, type Column } from './columns.ts'

/** An entry as a list takes it along. */
export interface ListedFacts {
  id: EntryPath
  kind: Kind
  slug: string
  facts: Facts
  /** The latest revision in the source language; null where there is none, or it was removed. */
  text: TextNow | null
}

type EntryRow = Record<string, string>

/** Columns of the kinds there are, each once, in the order of the tables; of all kinds where there is no entry. */
export function entryColumns(
  entries: readonly ListedFacts[],
  site: Site,
  language: DeskLanguage,
): Column[] {
  const kinds = new Set(entries.map(({ kind }) => kind))
  const tables = TABLES.filter(
    (table) => table !== 'sign' && (kinds.has(table) || kinds.size === 0),
  )
  const columns = new Map<string, Column>()
  for (const table of tables)
    for (const column of columnsOf(table, site, language)) {
      const isMixed = column.key === 'name' && kinds.size > 1
      const heading = isMixed ? deskMessage(language, 'import.officialName') : column.heading
      if (!columns.has(column.key)) columns.set(column.key, { ...column, heading })
    }
  return [...columns.values()]
}

/** Column key -> cell, '' for nothing; what a column cannot hold, as the second of two namings, is left out. */
export function entryRow({ kind, slug, facts, text }: ListedFacts, site: Site): EntryRow {
  const source = sourceLocale(site)
  const naming = facts.namings?.findLast(({ act }) => act === 'named')
  const document = facts.sources.find(({ title }) => title !== undefined)
  const named = (wanted: string) =>
    facts.names
      .filter((one) => one.kind === wanted && !one.text.includes(';'))
      .map((one) => (wanted === 'other-script' ? `${one.text} (${one.locale})` : one.text))
      .join('; ')
  const values: Record<string, string | number | undefined> = {
    kind,
    slug,
    name: officialName(facts, source)?.text,
    ...Object.fromEntries(
      otherLocales(site).map((locale) => {
        const name = nameIn(facts, locale)
        return [`name:${locale}`, name?.kind === 'translation' ? name.text : undefined]
      }),
    ),
    formerNames: named('former'),
    otherNames: named('other'),
    scriptNames: named('other-script'),
    namedAfter: facts.namedAfter?.join('; '),
    namingNumber: naming?.number,
    namingDate: naming?.date,
    namingBody: naming?.body,
    from: facts.extent?.from,
    to: facts.extent?.to,
    lengthM: facts.extent?.lengthM,
    widthM: facts.extent?.widthM,
    born: facts.born?.date,
    died: facts.died?.date,
    rankLevel: facts.rank?.level,
    rankYear: facts.rank?.year,
    rankDecision: facts.rank?.decision,
    unit: facts.adminUnits?.flatMap(({ code, to }) => (to ? [] : [code])).join('; '),
    lat: facts.position?.lat,
    lon: facts.position?.lon,
    accuracyM: facts.position?.accuracyM,
    sourceTitle: document?.title,
    sourcePublisher: document?.publisher,
    sourceUrl: document?.url,
    sourceDate: document?.date,
    title: text?.title,
    summary: text?.summary,
    body: text?.body,
  }
  return Object.fromEntries(Object.entries(values).map(([key, one]) => [key, String(one ?? '')]))
}

/** Everything there is of the facts, withheld things too, in the order given. */
export function entriesAsJson(entries: readonly ListedFacts[]): string {
  return JSON.stringify(
    entries.map(({ kind, slug, facts, text }) => ({
      path: entryPath(kind, slug),
      facts,
      text: text && {
        number: text.number,
        title: text.title,
        summary: text.summary,
        body: text.body,
      },
    })),
  )
}
