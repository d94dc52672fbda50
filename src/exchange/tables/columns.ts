/** The tables a department has, column by column, and the headings they are known by. */
import { nearest } from '../../content/nearest-key.ts'
import type { Kind } from '../../domain/entry.ts'
import { fold } from '../../domain/name.ts'
import { type Site, otherLocales } from '../../domain/site.ts'
import { DESK_LANGUAGES, deskMessage, type DeskLanguage } from '../../messages/desk-message.ts'

/** A walk is an order of stops, which no row can hold. */
export const TABLES = ['street', 'figure', 'heritage-site', 'place', 'sign'] as const
export type Table = (typeof TABLES)[number]

const ENTRY = 'kind slug name formerNames otherNames scriptNames'.split(' ')
const WHERE = 'lat lon accuracyM'.split(' ')
const SOURCE = 'sourceTitle sourcePublisher sourceUrl sourceDate title summary body'.split(' ')
const NAMING = 'namedAfter namingNumber namingDate namingBody'.split(' ')

/** Keys of each table, in the order of its template; names in other languages follow `name`. */
const KEYS: Record<Table, readonly string[]> = {
  street: [...ENTRY, ...NAMING, 'from', 'to', 'lengthM', 'widthM', 'unit', ...WHERE, ...SOURCE],
  figure: [...ENTRY, 'born', 'died', 'unit', ...WHERE, ...SOURCE],
  'heritage-site': [
    ...ENTRY,
    ...NAMING,
    ...['rankLevel', 'rankYear', 'rankDecision', 'unit'],
    ...WHERE,
    ...SOURCE,
  ],
  place: [...ENTRY, ...NAMING, 'unit', ...WHERE, ...SOURCE],
  sign: [
    ...['code', 'entry', 'placement', ...WHERE, 'mount', 'heightMm', 'readingDistanceMm'],
    ...['template', 'note', 'state'],
  ],
}

/** The one column without which a row says nothing. */
const REQUIRED: Record<Table, string> = {
  street: 'name',
  figure: 'name',
  'heritage-site': 'name',
  place: 'name',
  sign: 'entry',
}

/** Spellings beside the headings of the templates, folded. */
const ALIASES: Record<string, string[]> = {
  name: [
    'ten',
    'ten chinh thuc',
    'name',
    'official name',
    'ten duong pho',
    'ten tuyen duong',
    'ten di tich',
  ],
  lat: ['lat', 'vi do'],
  lon: ['lon', 'lng', 'long', 'kinh do'],
  unit: [
    'ma phuong',
    'ma xa',
    'unit',
    'ward code',
    'phuong xa',
    'xa phuong',
    'dia ban',
    'phuong',
    'xa',
  ],
  slug: ['slug'],
  from: ['diem dau', 'tu'],
  to: ['diem cuoi', 'den'],
  lengthM: ['chieu dai', 'dai m'],
  widthM: ['chieu rong', 'rong m', 'be rong'],
  namingNumber: ['so nq', 'so nghi quyet', 'nghi quyet so', 'so van ban'],
  namingDate: ['ngay ban hanh', 'ngay nq', 'ngay nghi quyet'],
  namingBody: ['co quan ban hanh', 'co quan dat ten'],
}

/** Of a clerk's own list, and not of an entry; only where the table has no column of that name. */
const PASSED_OVER = new Set(['stt', 'so tt', 'no', 'tt', 'ghi chu', 'note', 'notes'])

export interface Column {
  key: string
  heading: string
}

/** In the order of the template, with one for each other language of the site behind `name`. */
export function columnsOf(table: Table, site: Site, language: DeskLanguage): Column[] {
  const keys = KEYS[table].flatMap((key) =>
    key === 'name' ? [key, ...otherLocales(site).map((locale) => `name:${locale}`)] : [key],
  )
  return keys.map((key) => ({ key, heading: headingOf(key, table, language) }))
}

/** Throws for a key that no table has. */
export function headingOf(key: string, table: Table, language: DeskLanguage): string {
  const [, locale] = key.split(':')
  if (locale !== undefined) return deskMessage(language, 'import.column.nameIn', { locale })
  const name = key === 'name' && table !== 'sign' ? `name.${table as Kind}` : key
  return deskMessage(language, `import.column.${name}` as 'import.column.slug')
}

/** `number` of a column, from 1; `nearest` is a heading that may have been meant, '' for none. */
export type HeadingFault =
  | { fault: 'blank'; number: number }
  | { fault: 'unknown'; found: string; nearest: string }
  | { fault: 'twice'; found: string }
  | { fault: 'missing'; found: string }

/**
 * The column each heading means, by its place; null for one that is none. Case, marks and punctuation do not matter,
 * and headings of both languages of the desk are known. Faults in the order of the file.
 */
export function columnsIn(
  headings: readonly string[],
  table: Table,
  site: Site,
  language: DeskLanguage,
): { keys: (string | null)[]; faults: HeadingFault[] } {
  const known = new Map<string, string>()
  for (const { key } of columnsOf(table, site, 'vi'))
    for (const spelling of [
      ...DESK_LANGUAGES.map((one) => headingOf(key, table, one)),
      ...(ALIASES[key] ?? []),
      key,
    ])
      known.set(plain(spelling), key)
  const faults: HeadingFault[] = []
  const seen = new Set<string>()
  const keys = headings.map((found, i) => {
    const key = known.get(plain(found)) ?? null
    if (!key && PASSED_OVER.has(plain(found))) return null
    if (found === '') faults.push({ fault: 'blank', number: i + 1 })
    else if (!key) {
      const meant = known.get(nearest(plain(found), [...known.keys()])) ?? ''
      faults.push({ fault: 'unknown', found, nearest: headingOf(meant, table, language) })
    } else if (seen.has(key)) faults.push({ fault: 'twice', found })
    if (key) seen.add(key)
    return key
  })
  const needed = table === 'sign' && seen.has('code') ? 'code' : REQUIRED[table]
  if (!seen.has(needed))
    faults.push({ fault: 'missing', found: headingOf(needed, table, language) })
  return { keys, faults }
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
