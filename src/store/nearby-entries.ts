import type { Kind, Position } from '../domain/entry.ts'
import type { boxAround } from '../domain/nearby.ts'
import type { Sign, SignEvent } from '../domain/sign.ts'
import { type Database, sql } from './database.ts'

/**
 * A public entry at one of the places it has: at its own position where `sign` is null. An entry with two signs comes
 * up to three times.
 */
export interface PlacedEntry {
  id: string
  kind: Kind
  slug: string
  /** Published titles by locale. */
  titles: Record<string, string>
  position: Position | null
  sign: Pick<Sign, 'lat' | 'lon' | 'accuracyM'> | null
  events: Pick<SignEvent, 'on' | 'what' | 'lat' | 'lon'>[]
}

/**
 * Entries that something places in the box: their facts, or the register or the history of one of their signs. Whether
 * they still lie there is for the caller to say. Nothing withheld or restricted.
 */
export async function listPlacedIn(
  db: Database,
  { south, north, west, east }: ReturnType<typeof boxAround>,
): Promise<PlacedEntry[]> {
  const rows = await db.all<
    Record<'id' | 'kind' | 'slug' | 'titles' | 'events', string> & {
      position: string | null
      sign: string | null
    }
  >(sql`
    WITH here (entry_id, code) AS (
      SELECT entry_id, code FROM sign
        WHERE lat BETWEEN ${south} AND ${north} AND lon BETWEEN ${west} AND ${east}
      UNION
      SELECT s.entry_id, s.code FROM sign_event v JOIN sign s USING (code)
        WHERE v.lat BETWEEN ${south} AND ${north} AND v.lon BETWEEN ${west} AND ${east}
      UNION
      SELECT entry_id, NULL FROM facts
        WHERE json_extract(facts, '$.position.lat') BETWEEN ${south} AND ${north}
    )
    SELECT e.id, e.kind, e.slug, json_extract(f.facts, '$.position') AS position,
      (SELECT json_group_object(r.locale, r.title)
        FROM publication p CROSS JOIN revision r USING (entry_id, locale, number)
        WHERE p.entry_id = e.id AND p.ended_at IS NULL) AS titles,
      (SELECT json_object('lat', s.lat, 'lon', s.lon, 'accuracyM', s.accuracy_m)
        FROM sign s WHERE s.code = l.code) AS sign,
      (SELECT json_group_array(json(ev.event)) FROM (
        SELECT json_object('on', v.happened_on, 'what', v.what, 'lat', v.lat, 'lon', v.lon) AS event
        FROM sign_event v WHERE v.code = l.code ORDER BY v.id
      ) ev) AS events
    FROM here l CROSS JOIN entry e ON e.id = l.entry_id AND e.withheld = 0
      CROSS JOIN facts f ON f.entry_id = e.id AND f.number = e.public_facts_number
    WHERE json_extract(f.facts, '$.restrictedLocation') = 0 AND e.guard NOT LIKE '%restrictedLocation%'
      AND EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = e.id AND p.ended_at IS NULL)`)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Kind,
    slug: row.slug,
    titles: JSON.parse(row.titles) as PlacedEntry['titles'],
    position: row.position === null ? null : (JSON.parse(row.position) as Position),
    sign: row.sign === null ? null : (JSON.parse(row.sign) as PlacedEntry['sign']),
    events: JSON.parse(row.events) as PlacedEntry['events'],
  }))
}
