/** The tables a department has, column by column, and the headings they are known by. */
import { nearest, slips } from '../../content/nearest-key.ts'
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
    'ten tuyen',
    'ten duong va pho',
    'ten di tich',
  ],
  lat: ['lat', 'vi do', 'toa do', 'vi tri', 'toa do gps', 'coordinates'],
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
    'ten phuong xa',
    'phuong xa thi tran',
    'xa phuong thi tran',
    'thuoc phuong xa',
  ],
  slug: ['slug'],
  from: ['diem dau', 'tu', 'diem dau tuyen'],
  to: ['diem cuoi', 'den', 'diem cuoi tuyen'],
  lengthM: ['chieu dai', 'dai m'],
  widthM: ['chieu rong', 'rong m', 'be rong'],
  namingNumber: ['so nq', 'so nghi quyet', 'nghi quyet so', 'so van ban'],
  namingDate: ['ngay ban hanh', 'ngay nq', 'ngay nghi quyet'],
  namingBody: ['co quan ban hanh', 'co quan dat ten'],
}

/** Of a clerk's own list, and not of an entry; only where the table has no column of that name. */
const PASSED_OVER = new Set('stt,so tt,so thu tu,no,tt,ghi chu,note,notes'.split(','))

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

/** What a heading of a file was taken for; `how`: `unknown` waits for an answer, and its key is a proposal or ''. */
export interface ReadColumn {
  heading: string
  /** '' where the column is passed over. */
  key: string
  how: 'known' | 'said' | 'passed' | 'unknown'
}

/** `found`: a heading of the file or, for one that is not there, of the template. */
export type HeadingFault = { fault: 'twice' | 'missing'; found: string }

/**
 * The column each heading means, by its place. Case, marks and punctuation do not matter, and headings of both languages
 * of the desk are known; what the editor said of a place comes first. Faults in the order of the file.
 */
export function columnsIn(
  headings: readonly string[],
  table: Table,
  site: Site,
  language: DeskLanguage,
  said: ReadonlyMap<number, string> = new Map(),
): { columns: ReadColumn[]; faults: HeadingFault[] } {
  const known = spellingsOf(table, site)
  const keys = new Set(known.values())
  const faults: HeadingFault[] = []
  const seen = new Set<string>()
  const read = headings.map((heading, i): ReadColumn => {
    const answer = said.get(i)
    if (answer !== undefined && (answer === '' || keys.has(answer)))
      return { heading, key: answer, how: answer === '' ? 'passed' : 'said' }
    const key = known.get(plain(heading))
    if (key) return { heading, key, how: 'known' }
    if (PASSED_OVER.has(plain(heading))) return { heading, key: '', how: 'passed' }
    return { heading, key: proposed(plain(heading), known), how: 'unknown' }
  })
  // A proposal is none where a heading has that column by right.
  const sure = new Set(read.flatMap(({ key, how }) => (how === 'unknown' ? [] : [key])))
  const columns = read.map((column): ReadColumn => {
    const isTaken = column.key !== '' && (seen.has(column.key) || sure.has(column.key))
    if (column.how === 'unknown' && isTaken)
      return { heading: column.heading, key: '', how: 'unknown' }
    if (column.key !== '' && seen.has(column.key))
      faults.push({ fault: 'twice', found: column.heading })
    seen.add(column.key)
    return column
  })
  const needed = table === 'sign' && seen.has('code') ? 'code' : REQUIRED[table]
  if (!seen.has(needed))
    faults.push({ fault: 'missing', found: headingOf(needed, table, language) })
  return { columns, faults }
}

/** How many of the headings are those of a column, or of a clerk's own list. */
export function countKnown(headings: readonly string[], table: Table, site: Site): number {
  const known = spellingsOf(table, site)
  return headings.filter((one) => known.has(plain(one)) || PASSED_OVER.has(plain(one))).length
}

/** By which the columns of a table are remembered for the next with the same headings. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(plain).join('|')
}

/** Folded spelling -> key. */
function spellingsOf(table: Table, site: Site): Map<string, string> {
  const known = new Map<string, string>()
  for (const { key } of columnsOf(table, site, 'vi'))
    for (const spelling of [
      ...DESK_LANGUAGES.map((one) => headingOf(key, table, one)),
      ...(ALIASES[key] ?? []),
      key,
    ])
      known.set(plain(spelling), key)
  return known
}

/**
 * The column a heading is near to: a slip or two of the hand in a long word, or two words and more of one that stand in
 * it. '' where nothing is near, or two are.
 */
function proposed(heading: string, known: ReadonlyMap<string, string>): string {
  if (heading.length < 4) return ''
  const near = nearest(heading, [...known.keys()])
  if (slips(heading, near) <= Math.max(1, Math.floor(heading.length / 6)))
    return known.get(near) ?? ''
  const within = [...known]
    .filter(([spelling]) => spelling.includes(' ') && ` ${heading} `.includes(` ${spelling} `))
    .sort(([a], [b]) => b.length - a.length)
  const keys = [...new Set(within.map(([, key]) => key))]
  return keys.length === 1 ? (keys[0] ?? '') : ''
}

function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
