/** What the page of a ward or commune lists. */
import type { EntryUnit } from '../domain/entry.ts'
import type { SignEvent } from '../domain/sign.ts'
import { type Database, sql } from './database.ts'
import type { EntryTitle } from './public-entry.ts'

export interface EntryInUnit extends EntryTitle {
  /** When it lay in a unit of this code. */
  spans: EntryUnit[]
  /** What happened to each of its signs. */
  signs: Pick<SignEvent, 'on' | 'what'>[][]
}

/**
 * Every published entry that lies, or lay, in a unit of this code, by kind and slug. Codes are given again: whether it
 * lay in the unit that is meant follows from `spans`.
 */
export async function listEntriesInUnit(db: Database, code: string): Promise<EntryInUnit[]> {
  const rows = await db.all<{ [K in keyof EntryInUnit]: string }>(sql`
    SELECT e.kind, e.slug,
      (SELECT json_group_object(r.locale, r.title)
        FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
        WHERE p.entry_id = e.id AND p.ended_at IS NULL) AS titles,
      (SELECT json_group_array(json_object('code', code, 'from', valid_from, 'to', valid_to))
        FROM entry_unit WHERE code = ${code} AND entry_id = e.id) AS spans,
      (SELECT json_group_array(json((
          SELECT json_group_array(json_object('on', happened_on, 'what', what) ORDER BY id)
          FROM sign_event v WHERE v.code = s.code)))
        FROM sign s WHERE s.entry_id = e.id) AS signs
    FROM entry e
    WHERE e.withheld = 0 AND e.id IN (SELECT entry_id FROM entry_unit WHERE code = ${code})
    ORDER BY e.kind, e.slug`)
  return rows
    .map((row) => ({
      kind: row.kind as EntryInUnit['kind'],
      slug: row.slug,
      titles: JSON.parse(row.titles) as EntryInUnit['titles'],
      spans: JSON.parse(row.spans) as EntryUnit[],
      signs: JSON.parse(row.signs) as EntryInUnit['signs'],
    }))
    .filter(({ titles }) => Object.keys(titles).length > 0)
}
