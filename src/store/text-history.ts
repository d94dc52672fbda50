/** Everything that ever happened to the texts of one entry. */
import type { EntryPath, Kind, Name } from '../domain/entry.ts'
import type {
  ConfirmationRow,
  MinorEditRow,
  PublicationRow,
  RemovalRow,
  ReviewRow,
  RevisionRow,
  ScheduleRow,
  TextRows,
} from '../domain/text-state.ts'
import { type Database, sql } from './database.ts'

/** Who and when of each row; null where it has not happened. Times are ISO 8601, UTC. */
export interface TextHistory extends TextRows {
  id: EntryPath
  kind: Kind
  slug: string
  withheld: boolean
  /** As they are today. */
  names: Name[]
  /** Without summary and body, which findRevision gives. */
  revisions: (RevisionRow & { title: string; savedBy: string; savedAt: string })[]
  publications: (PublicationRow & {
    publishedBy: string
    publishedAt: string
    endedBy: string | null
  })[]
  minorEdits: (MinorEditRow & { markedBy: string; markedAt: string; takenBackBy: string | null })[]
  confirmations: (ConfirmationRow & { by: string; at: string })[]
  reviews: (ReviewRow & {
    askedBy: string
    askedAt: string
    decidedBy: string | null
    decidedAt: string | null
    note: string
  })[]
  schedules: (ScheduleRow & { id: number; by: string; at: string; cancelledBy: string | null })[]
  removals: (RemovalRow & { removedBy: string; removedAt: string; restoredBy: string | null })[]
}

type HistoryRow = { [K in keyof TextHistory]: string } & { withheldNow: number }

/**
 * Null when there is no such entry; withheld entries too. One query; each list in the order of writing, revisions by
 * locale and number.
 */
export async function findTextHistory(db: Database, entry: EntryPath): Promise<TextHistory | null> {
  const row = await db.first<HistoryRow>(sql`
    SELECT e.id, e.kind, e.slug, e.withheld AS withheldNow, f.facts->'$.names' AS names,
      (SELECT json_group_array(json_object('locale', locale, 'number', number, 'title', title,
          'basedOn', based_on, 'origin', origin, 'savedBy', saved_by, 'savedAt', saved_at)
          ORDER BY locale, number)
        FROM revision WHERE entry_id = e.id) AS revisions,
      (SELECT json_group_array(json_object('id', p.id, 'locale', locale, 'number', number,
          'publishedBy', published_by, 'publishedAt', published_at, 'endedBy', ended_by,
          'endedAt', ended_at) ORDER BY p.id)
        FROM publication p WHERE entry_id = e.id) AS publications,
      (SELECT json_group_array(json_object('locale', locale, 'number', number, 'markedBy', marked_by,
          'markedAt', marked_at, 'takenBackBy', taken_back_by, 'takenBackAt', taken_back_at)
          ORDER BY m.id)
        FROM minor_edit m WHERE entry_id = e.id) AS minorEdits,
      (SELECT json_group_array(json_object('locale', locale, 'number', number,
          'sourceNumber', source_number, 'by', by, 'at', at) ORDER BY at)
        FROM confirmation WHERE entry_id = e.id) AS confirmations,
      (SELECT json_group_array(json_object('id', r.id, 'locale', locale, 'number', number,
          'askedBy', asked_by, 'askedAt', asked_at, 'decision', decision, 'decidedBy', decided_by,
          'decidedAt', decided_at, 'note', note) ORDER BY r.id)
        FROM review_request r WHERE entry_id = e.id) AS reviews,
      (SELECT json_group_array(json_object('id', s.id, 'locale', locale, 'number', number, 'by', by,
          'at', at, 'due', due, 'doneAt', done_at, 'cancelledBy', cancelled_by,
          'cancelledAt', cancelled_at) ORDER BY s.id)
        FROM scheduled_publication s WHERE entry_id = e.id) AS schedules,
      (SELECT json_group_array(json_object('locale', locale, 'removedBy', removed_by,
          'removedAt', removed_at, 'restoredBy', restored_by, 'restoredAt', restored_at) ORDER BY d.id)
        FROM text_removal d WHERE entry_id = e.id) AS removals
    FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
    WHERE e.id = ${entry}`)
  if (!row) return null
  const list = <K extends keyof TextHistory>(key: K) => JSON.parse(row[key]) as TextHistory[K]
  return {
    id: row.id as EntryPath,
    kind: row.kind as Kind,
    slug: row.slug,
    withheld: row.withheldNow === 1,
    names: list('names'),
    revisions: list('revisions'),
    publications: list('publications'),
    minorEdits: list('minorEdits'),
    confirmations: list('confirmations'),
    reviews: list('reviews'),
    schedules: list('schedules'),
    removals: list('removals'),
  }
}

/** Where a kind and today's slug lead; withheld entries too. Null when there is none: former slugs are not asked. */
export async function findEntryId(
  db: Database,
  kind: Kind,
  slug: string,
): Promise<EntryPath | null> {
  const row = await db.first<{ id: string }>(
    sql`SELECT id FROM entry WHERE kind = ${kind} AND slug = ${slug}`,
  )
  return (row?.id ?? null) as EntryPath | null
}
