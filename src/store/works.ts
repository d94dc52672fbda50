/** The works that entries rest on: a derived list, kept by triggers beside the facts. */
import type { EntryPath, Kind, Name } from '../domain/entry.ts'
import { foldInPlace } from '../domain/search.ts'
import type { Work, WorkKey } from '../domain/work.ts'
import { type Database, sql, type Statement } from './database.ts'

/** Words looked for at once. */
const WORDS_MAX = 12

/** Those that some entry rests on, mostly cited first; with `words`, those that hold every one of them. */
export function listWorks(
  db: Database,
  { words, from, most }: { words: string; from: number; most: number },
): Promise<Work[]> {
  const asked = matching(words)
  return asked === null
    ? db.all<Work>(
        sql`SELECT id, title, author, publisher, url, date, copy, uses FROM work
          WHERE uses > 0 ORDER BY uses DESC, id LIMIT ${most} OFFSET ${from}`,
      )
    : db.all<Work>(
        sql`SELECT w.id, w.title, w.author, w.publisher, w.url, w.date, w.copy, w.uses
          FROM work_words s JOIN work w ON w.id = s.rowid
          WHERE work_words MATCH ${asked} AND w.uses > 0
          ORDER BY w.uses DESC, w.id LIMIT ${most} OFFSET ${from}`,
      )
}

/** As the index of full text asks: each word, or its beginning; null where nothing is asked. */
function matching(typed: string): string | null {
  const words = foldInPlace(typed.normalize('NFC'))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX)
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ')
}

/** Those of `ids` that there are, by number; also such as nobody cites any more. */
export async function findWorks(db: Database, ids: readonly number[]): Promise<Map<number, Work>> {
  const rows = await db.all<Work>(
    sql`SELECT w.id, w.title, w.author, w.publisher, w.url, w.date, w.copy, w.uses
      FROM json_each(${JSON.stringify(ids)}) j JOIN work w ON w.id = j.value`,
  )
  return new Map(rows.map((work) => [work.id, work]))
}

/**
 * Keeps the number of a work whose address or title is told anew, before its entries are saved. Where another work is
 * told so already, its entries come to rest on that one.
 */
export function renameWork(id: number, told: Partial<Record<WorkKey, string>>): Statement {
  const { title = '', author = '', publisher = '', url = '', date = '', copy = '' } = told
  return sql`UPDATE OR IGNORE work
    SET identity = ${identityOf(told)}, title = ${title},
      author = ${author}, publisher = ${publisher}, url = ${url}, date = ${date}, copy = ${copy}
    WHERE id = ${id}`
}

/** The number of the work that is told so; null where none is. */
export async function findWorkTold(
  db: Database,
  told: Partial<Record<WorkKey, string>>,
): Promise<number | null> {
  const row = await db.first<{ id: number }>(
    sql`SELECT id FROM work WHERE identity = ${identityOf(told)}`,
  )
  return row && row.id
}

/** As the triggers of 0029_list_works.sql reckon it. */
function identityOf({
  author = '',
  title = '',
  publisher = '',
  url = '',
  date = '',
}: Partial<Record<WorkKey, string>>): string {
  return url || [author, title, publisher, date].join('|')
}

/** An entry that rests on a work. */
export interface WorkUse {
  id: EntryPath
  kind: Kind
  slug: string
  names: Name[]
  source: string
  /** Page, article or leaf. */
  at: string
  /** Times its texts cite it, in all languages, in the latest revision of each. */
  cited: number
}

/** In the order of entries. */
export async function listWorkUses(
  db: Database,
  id: number,
  { from, most }: { from: number; most: number },
): Promise<WorkUse[]> {
  const rows = await db.all<Omit<WorkUse, 'names'> & { names: string }>(
    sql`SELECT e.id, e.kind, e.slug, b.names, u.source_id AS source, u.at,
        (SELECT coalesce(sum((length(r.body) - length(replace(r.body, '[^' || u.source_id || ']', '')))
            / length('[^' || u.source_id || ']')), 0)
          FROM revision r WHERE r.entry_id = e.id AND r.number = (SELECT max(number) FROM revision m
            WHERE m.entry_id = r.entry_id AND m.locale = r.locale)) AS cited
      FROM work_use u JOIN entry e ON e.id = u.entry_id
        JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
      WHERE u.work_id = ${id} ORDER BY u.entry_id, u.source_id LIMIT ${most} OFFSET ${from}`,
  )
  return rows.map((row) => ({ ...row, names: JSON.parse(row.names) as Name[] }))
}

/** Entries that rest on one work alone, whatever general knowledge they cite besides; in the order of entries. */
export async function listRestingOnOne(
  db: Database,
  { from, most }: { from: number; most: number },
): Promise<{ kind: Kind; slug: string; names: Name[]; work: number; title: string }[]> {
  const rows = await db.all<{
    kind: Kind
    slug: string
    names: string
    work: number
    title: string
  }>(
    sql`SELECT e.kind, e.slug, b.names, w.id AS work, w.title
      FROM (SELECT entry_id, min(work_id) AS work_id FROM work_use GROUP BY entry_id
          HAVING count(DISTINCT work_id) = 1 ORDER BY entry_id LIMIT ${most} OFFSET ${from}) u
        JOIN entry e ON e.id = u.entry_id
        JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
        JOIN work w ON w.id = u.work_id
      ORDER BY e.id /* every row */`,
  )
  return rows.map((row) => ({ ...row, names: JSON.parse(row.names) as Name[] }))
}

/** Every source that is this work, by its entry. */
export async function listSourcesOf(
  db: Database,
  id: number,
): Promise<Map<EntryPath, Set<string>>> {
  const rows = await db.all<{ entry: EntryPath; source: string }>(
    sql`SELECT entry_id AS entry, source_id AS source FROM work_use WHERE work_id = ${id}`,
  )
  const found = new Map<EntryPath, Set<string>>()
  for (const { entry, source } of rows)
    found.set(entry, (found.get(entry) ?? new Set()).add(source))
  return found
}
