/** What search asks of its tables, and what a result shows of the entries themselves. */
import type { Facts, Kind, Name } from '../domain/entry.ts'
import { indexedAs, type FoundKind, type Term } from '../domain/search.ts'
import { type Database, sql } from './database.ts'
import type { EntryPage } from './public-entry.ts'

/** A row of the index as it is ranked. */
export interface SearchCandidate {
  /** An entry's id, as in `streets/le-loi`, or `units/…` for an admin unit. */
  subject: string
  kind: FoundKind
  /** Of the text that was hit; '' when it was the entry's names or places. */
  locale: string
  /** Folded; none at a text. */
  names: string[]
  title: string
  summary: string
}

/**
 * Rows looked at for one query: more of them would make the commonest syllables slow. A query that finds more is told
 * as finding "more than".
 */
export const BY_NAME_MAX = 600
export const BY_TEXT_MAX = 200
/** Names that begin with what was asked, in the order of the alphabet. */
const BEGINNINGS_MAX = 60

/**
 * Rows that hold every term, in no order, and those with a name that begins with `asked`. `close`: in a text the
 * terms must stand near each other, since most syllables of Vietnamese stand somewhere in every text.
 */
export async function listCandidates(
  db: Database,
  asked: string,
  terms: readonly Term[],
  close: boolean,
): Promise<SearchCandidate[]> {
  if (terms.length === 0) return []
  const after = `${asked}\uffff`
  const words = terms.flatMap((term) =>
    indexedAs(term).map((word) => `"${word}"${term.isOpen ? ' *' : ''}`),
  )
  const all = words.join(' AND ')
  const inText = close && words.length > 1 ? `NEAR(${words.join(' ')}, ${NEAR})` : all
  const rows = await db.all<{ [K in keyof SearchCandidate]: string }>(sql`
    SELECT r.subject, r.kind, r.locale, r.names, r.title, r.summary
    FROM (SELECT rowid FROM search_names WHERE search_names MATCH ${all} LIMIT ${BY_NAME_MAX}) l
      CROSS JOIN search_row r ON r.id = l.rowid
    UNION ALL
    SELECT r.subject, r.kind, r.locale, r.names, r.title, r.summary
    FROM (SELECT rowid FROM search_words WHERE search_words MATCH ${inText} LIMIT ${BY_TEXT_MAX}) l
      CROSS JOIN search_row r ON r.id = l.rowid
    UNION ALL
    SELECT r.subject, r.kind, r.locale, r.names, r.title, r.summary
    FROM (SELECT subject FROM search_name WHERE folded >= ${asked} AND folded < ${after}
        ORDER BY folded LIMIT ${BEGINNINGS_MAX}) l
      CROSS JOIN search_row r ON r.subject = l.subject AND r.locale = ''`)
  return rows.map((row) => ({
    ...row,
    kind: row.kind as FoundKind,
    names: JSON.parse(row.names) as string[],
  }))
}

/** Words between the first and the last term that still count as near. */
const NEAR = 8

/** A name of an entry or unit, as written and folded. */
export interface NameFound {
  text: string
  locale: string
  folded: string
}

/** Every word of every name, folded: Vietnamese has some two thousand. */
export async function listSyllables(db: Database): Promise<string[]> {
  const rows = await db.all<{ word: string }>(sql`SELECT word FROM search_syllable /* every row */`)
  return rows.map((row) => row.word)
}

/** Names compared for one guess at what was meant. */
const LIKE_MAX = 300

/**
 * Names of subjects that hold, in their names together, one word of each group; for guessing what a misspelt query
 * meant. At most LIKE_MAX subjects, in no order.
 */
export async function listNamesOf(
  db: Database,
  groups: readonly (readonly string[])[],
): Promise<NameFound[]> {
  if (groups.length === 0) return []
  const match = groups.map((words) => `(${words.map((word) => `"${word}"`).join(' OR ')})`)
  return db.all<NameFound>(sql`
    SELECT n.text, n.locale, n.folded
    FROM (SELECT rowid FROM search_names WHERE search_names MATCH ${match.join(' AND ')}
        LIMIT ${LIKE_MAX}) l
      CROSS JOIN search_row r ON r.id = l.rowid
      CROSS JOIN search_name n ON n.subject = r.subject`)
}

/** What a result shows of an entry. */
export interface FoundEntry {
  id: string
  kind: Kind
  slug: string
  facts: Pick<Facts, 'names' | 'born' | 'died' | 'adminUnits'>
  /** Published titles by locale. */
  titles: Record<string, string>
  units: EntryPage['units']
}

/**
 * Those of `ids` that are not withheld, by id; the others are left out of the map. An entry whose last text was
 * unpublished has no titles.
 */
export async function listFoundEntries(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, FoundEntry>> {
  const rows = await db.all<Record<string, string | null>>(sql`
    SELECT e.id, e.kind, e.slug, f.facts->'$.names' AS names, f.facts->'$.born' AS born,
      f.facts->'$.died' AS died, f.facts->'$.adminUnits' AS adminUnits,
      (SELECT json_group_object(r.locale, r.title)
        FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
        WHERE p.entry_id = e.id AND p.ended_at IS NULL) AS titles,
      (SELECT json_group_array(json_object('code', u.code, 'name', u.name, 'kind', u.kind,
          'validFrom', u.valid_from, 'validTo', u.valid_to))
        FROM admin_unit u
        WHERE u.code IN (SELECT j.value->>'code' FROM json_each(f.facts, '$.adminUnits') j)) AS units
    FROM json_each(${JSON.stringify(ids)}) j
      CROSS JOIN entry e ON e.id = j.value AND e.withheld = 0
      JOIN facts f ON f.entry_id = e.id AND f.number = e.public_facts_number`)
  const read = <T>(text: string | null | undefined) => (text ? (JSON.parse(text) as T) : undefined)
  return new Map(
    rows.map((row) => [
      row['id'] ?? '',
      {
        id: row['id'] ?? '',
        kind: row['kind'] as Kind,
        slug: row['slug'] ?? '',
        facts: {
          names: read<Name[]>(row['names']) ?? [],
          born: read<Facts['born']>(row['born']),
          died: read<Facts['died']>(row['died']),
          adminUnits: read<Facts['adminUnits']>(row['adminUnits']),
        },
        titles: read<Record<string, string>>(row['titles']) ?? {},
        units: read<EntryPage['units']>(row['units']) ?? [],
      },
    ]),
  )
}

/** A text of a result, of which the page shows the passage that was hit; withheld passages are not in it. */
export interface FoundText {
  subject: string
  locale: string
  summary: string
  body: string
}

/**
 * Texts of the results, asked for as pairs of subject and locale, in no order; a pair the index does not have is left
 * out.
 */
export function listFoundTexts(
  db: Database,
  wanted: readonly (readonly [string, string])[],
): Promise<FoundText[]> {
  return db.all<FoundText>(sql`
    SELECT r.subject, r.locale, r.summary, r.body
    FROM json_each(${JSON.stringify(wanted)}) j
      CROSS JOIN search_row r ON r.subject = j.value->>0 AND r.locale = j.value->>1`)
}
