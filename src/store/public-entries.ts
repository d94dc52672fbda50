/** What programs may read: entries that have a public text and are not withheld, and the signs that lead to them. */
import type { EntryPath, Facts, Kind } from '../domain/entry.ts'
import type { Sign, SignEvent } from '../domain/sign.ts'
import { type Database, sql } from './database.ts'

/** An entry with all its public texts; nothing withheld. */
export interface OpenEntry {
  id: EntryPath
  kind: Kind
  slug: string
  facts: Facts
  /** When the facts were saved; ISO 8601, UTC. */
  savedAt: string
  texts: {
    locale: string
    number: number
    title: string
    summary: string
    body: string
    /** ISO 8601, UTC. */
    publishedAt: string
  }[]
}

/**
 * In the order of kind and slug; the texts of an entry in none. Withheld passages are still in the bodies: the caller
 * takes them out.
 */
export async function listOpenEntries(db: Database): Promise<OpenEntry[]> {
  const rows = await db.all<Omit<OpenEntry, 'facts' | 'texts'> & { facts: string; texts: string }>(
    sql`SELECT e.id, e.kind, e.slug, json_patch(f.facts, e.guard) AS facts, f.saved_at AS savedAt,
        json_group_array(json_object('locale', r.locale, 'number', r.number, 'title', r.title,
          'summary', r.summary, 'body', r.body, 'publishedAt', p.published_at)) AS texts
      FROM entry e
        JOIN facts f ON f.entry_id = e.id AND f.number = e.public_facts_number
        JOIN publication p ON p.entry_id = e.id AND p.ended_at IS NULL
        JOIN revision r ON r.entry_id = p.entry_id AND r.locale = p.locale AND r.number = p.number
      WHERE e.withheld = 0
      GROUP BY e.id ORDER BY e.kind, e.slug /* every row */`,
  )
  return rows.map((row) => ({
    ...row,
    facts: JSON.parse(row.facts) as Facts,
    texts: JSON.parse(row.texts) as OpenEntry['texts'],
  }))
}

/** A sign with what its state and position follow from; `events` in the order of writing. */
export type OpenSign = Pick<Sign, 'code' | 'entry' | 'placement' | 'lat' | 'lon'> & {
  events: Pick<SignEvent, 'on' | 'what' | 'lat' | 'lon'>[]
}

/**
 * Signs of those entries, ended ones too, in order of issue; notes, and who did what, stay inside. A restricted
 * location is for the caller to keep back.
 */
export async function listOpenSigns(db: Database): Promise<OpenSign[]> {
  const rows = await db.all<Omit<OpenSign, 'events'> & { events: string }>(
    sql`SELECT s.code, s.entry_id AS entry, s.placement, s.lat, s.lon,
        (SELECT json_group_array(json(ev.event)) FROM (
          SELECT json_object('on', v.happened_on, 'what', v.what, 'lat', v.lat, 'lon', v.lon) AS event
          FROM sign_event v WHERE v.code = s.code ORDER BY v.id) ev) AS events
      FROM sign s JOIN entry e ON e.id = s.entry_id AND e.withheld = 0
      WHERE EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = e.id AND p.ended_at IS NULL)
      ORDER BY s.rowid /* every row */`,
  )
  return rows.map((row) => ({ ...row, events: JSON.parse(row.events) as OpenSign['events'] }))
}
