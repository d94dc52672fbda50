import type { EntryPath, Kind } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { Publication } from '../domain/publication.ts'
import { type Database, sql } from './database.ts'

/** A revision that was public at some time. */
export interface OncePublic {
  number: number
  title: string
  summary: string
  body: string
}

/** All of one text that was ever public, for the page of what was public on a date. */
export interface PublicHistory {
  id: EntryPath
  /** The entry is withheld, or the text has no publication in force: then nothing of it may be shown. */
  isWithheld: boolean
  /** The earliest first, those in force too. */
  publications: Publication[]
  /** Each revision once, by number. */
  revisions: OncePublic[]
}

type PublicRevisionRow = Record<'id' | 'publications' | 'revisions', string> & {
  isWithheld: number
}

/** Null when there is no such entry. One query. */
export async function findPublicHistory(
  db: Database,
  kind: Kind,
  slug: string,
  locale: Locale,
): Promise<PublicHistory | null> {
  const row = await db.first<PublicRevisionRow>(sql`
    SELECT e.id,
      (e.withheld OR NOT EXISTS (SELECT 1 FROM publication p
        WHERE p.entry_id = e.id AND p.locale = ${locale} AND p.ended_at IS NULL)) AS isWithheld,
      (SELECT json_group_array(json_object('locale', locale, 'number', number,
          'publishedAt', published_at, 'endedAt', ended_at) ORDER BY id)
        FROM publication WHERE entry_id = e.id AND locale = ${locale}) AS publications,
      (SELECT json_group_array(json_object('number', number, 'title', title, 'summary', summary,
          'body', body) ORDER BY number)
        FROM revision r WHERE entry_id = e.id AND locale = ${locale} AND EXISTS (
          SELECT 1 FROM publication p
          WHERE p.entry_id = r.entry_id AND p.locale = r.locale AND p.number = r.number)) AS revisions
    FROM entry e WHERE e.kind = ${kind} AND e.slug = ${slug}`)
  if (!row) return null
  return {
    id: row.id as EntryPath,
    isWithheld: row.isWithheld === 1,
    publications: JSON.parse(row.publications) as Publication[],
    revisions: JSON.parse(row.revisions) as OncePublic[],
  }
}
