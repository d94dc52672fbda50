/** Every entry with what its state follows from, for lists of work. */
import type { EntryPath, EntryUnit, Kind, Name, Review } from '../domain/entry.ts'
import type { EntryRows } from '../domain/entry-list.ts'
import type { TextRows } from '../domain/text-state.ts'
import { type Database, sql } from './database.ts'

type EntryStateRow = { [K in keyof Omit<EntryRows, 'rows'> | keyof TextRows]: string } & {
  withheldNow: number
  factsNumberNow: number
  sources: number
  images: number
}

/**
 * One row an entry, withheld ones too; one query, whatever their number. Of each text only what its state follows from:
 * the latest and the public revision, the last request for review, and marks still in force.
 */
export async function listEntryStates(db: Database): Promise<EntryRows[]> {
  const rows = await db.all<EntryStateRow>(sql`
    SELECT e.id, e.kind, e.slug, e.withheld AS withheldNow,
      e.facts_number AS factsNumberNow, f.facts->'$.names' AS names,
      f.facts->'$.review' AS review,
      coalesce(f.facts->'$.adminUnits', '[]') AS units,
      (SELECT count(*) FROM json_each(f.facts, '$.sources') j
        WHERE coalesce(j.value->>'kind', 'document') <> 'general-knowledge') AS sources,
      coalesce(json_array_length(f.facts, '$.images'), 0) AS images,
      (SELECT json_group_array(json_object('locale', locale, 'number', number, 'basedOn', based_on,
          'origin', origin, 'savedBy', saved_by))
        FROM revision r
        WHERE entry_id = e.id AND (
          number = (SELECT max(number) FROM revision m
            WHERE m.entry_id = r.entry_id AND m.locale = r.locale)
          OR number = (SELECT number FROM publication p
            WHERE p.entry_id = r.entry_id AND p.locale = r.locale AND p.ended_at IS NULL)
        )) AS revisions,
      (SELECT json_group_array(json_object('id', p.id, 'locale', locale, 'number', number,
          'endedAt', NULL))
        FROM publication p WHERE entry_id = e.id AND ended_at IS NULL) AS publications,
      (SELECT json_group_array(json_object('locale', locale, 'number', number, 'takenBackAt', NULL))
        FROM minor_edit WHERE entry_id = e.id AND taken_back_at IS NULL) AS minorEdits,
      (SELECT json_group_array(json_object('locale', locale, 'number', number,
          'sourceNumber', source_number))
        FROM confirmation WHERE entry_id = e.id) AS confirmations,
      (SELECT json_group_array(json_object('id', q.id, 'locale', locale, 'number', number,
          'decision', decision, 'askedBy', asked_by, 'decidedBy', decided_by, 'note', note))
        FROM review_request q
        WHERE entry_id = e.id AND id = (SELECT max(id) FROM review_request m
          WHERE m.entry_id = q.entry_id AND m.locale = q.locale)) AS reviews,
      (SELECT json_group_array(json_object('locale', locale, 'number', number, 'due', due,
          'doneAt', NULL, 'cancelledAt', NULL))
        FROM scheduled_publication
        WHERE entry_id = e.id AND done_at IS NULL AND cancelled_at IS NULL) AS schedules,
      (SELECT json_group_array(json_object('locale', locale, 'restoredAt', NULL))
        FROM text_removal WHERE entry_id = e.id AND restored_at IS NULL) AS removals
    FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
    ORDER BY e.kind, e.slug /* every row */`)
  return rows.map((row) => {
    const list = <K extends keyof TextRows>(key: K) => JSON.parse(row[key]) as EntryRows['rows'][K]
    return {
      id: row.id as EntryPath,
      kind: row.kind as Kind,
      slug: row.slug,
      withheld: row.withheldNow === 1,
      factsNumber: row.factsNumberNow,
      names: JSON.parse(row.names) as Name[],
      review: JSON.parse(row.review) as Review,
      units: JSON.parse(row.units) as EntryUnit[],
      hasSource: row.sources > 0,
      hasImage: row.images > 0,
      rows: {
        revisions: list('revisions'),
        publications: list('publications'),
        minorEdits: list('minorEdits'),
        confirmations: list('confirmations'),
        reviews: list('reviews'),
        schedules: list('schedules'),
        removals: list('removals'),
      },
    }
  })
}
