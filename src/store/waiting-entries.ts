/** The entries that wait to be approved, a page at a time: counted and chosen in the database, whatever their number. */
import type { EntryPath, Facts, Kind, Name } from '../domain/entry.ts'
import type { Locale } from '../domain/locale.ts'
import type { ReviewFilter } from '../domain/review-queue.ts'
import { type Database, sql } from './database.ts'

export interface WaitingEntry {
  id: EntryPath
  kind: Kind
  slug: string
  names: Name[]
  /** Its place in what the filter leaves, from 1. */
  place: number
  /** Languages in which there is no text. */
  missing: Locale[]
  /** Whoever looks wrote some of the facts, and somebody else must approve them. */
  isOwn: boolean
}

export interface WaitingAsked {
  source: Locale
  locales: readonly Locale[]
  email: string
  fourEyes: boolean
  filter: ReviewFilter
  /** Of entries some of whose points are settled: whether one that general knowledge alone bears out is still open. */
  judged: readonly { id: EntryPath; general: boolean }[]
  /** Places before the page, and how many are on it. */
  from: number
  limit: number
  /** An entry whose neighbours are asked for; '' for none. */
  beside: string
}

export interface WaitingPage {
  counts: Record<ReviewFilter, number>
  entries: WaitingEntry[]
  /** The one asked for, where it waits, and those before and after it; in their order. */
  beside: WaitingEntry[]
}

/** In the order of their slugs. One query; `general` without a judgement is told by whether anything cites it. */
export async function listWaitingPage(db: Database, asked: WaitingAsked): Promise<WaitingPage> {
  const { source, email, filter, from, limit, beside } = asked
  const locales = JSON.stringify(asked.locales)
  const judged = JSON.stringify(asked.judged.map(({ id, general }) => [id, general ? 1 : 0]))
  const row = await db.first<{ counts: string; entries: string; beside: string }>(sql`
    WITH judged AS MATERIALIZED (SELECT value->>0 AS id, value->>1 AS general FROM json_each(${judged})),
    waiting AS MATERIALIZED (
      SELECT e.id, e.kind, e.slug, e.facts_number,
        EXISTS (SELECT 1 FROM json_each(f.facts, '$.toVerify') v WHERE NOT EXISTS (
          SELECT 1 FROM settlement s WHERE s.entry_id = e.id AND s.point = v.value->>'what'
            AND s.taken_back_at IS NULL)) AS asked,
        coalesce((SELECT j.general FROM judged j WHERE j.id = e.id),
          EXISTS (SELECT 1 FROM json_each(f.facts, '$.sources') g
            WHERE g.value->>'kind' = 'general-knowledge'
              AND (instr(f.facts, '"source":"' || (g.value->>'id') || '"') > 0
                OR instr((SELECT r.body FROM revision r WHERE r.entry_id = e.id AND r.locale = ${source}
                  ORDER BY r.number DESC LIMIT 1), '[^' || (g.value->>'id') || ']') > 0))) AS general,
        (SELECT json_group_array(l.value) FROM json_each(${locales}) l
          WHERE NOT EXISTS (SELECT 1 FROM revision r WHERE r.entry_id = e.id AND r.locale = l.value)
            OR EXISTS (SELECT 1 FROM text_removal t WHERE t.entry_id = e.id AND t.locale = l.value
              AND t.restored_at IS NULL)) AS missing,
        ((${asked.fourEyes ? 1 : 0} OR coalesce(f.facts->>'$.livingPerson', 0)) AND EXISTS (
          SELECT 1 FROM facts w WHERE w.entry_id = e.id AND w.saved_by = ${email}
            AND w.number > coalesce((SELECT max(a.number) FROM facts_brief a
              WHERE a.entry_id = e.id AND a.approved), 0))) AS own
      FROM entry e JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
        JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
      WHERE b.approved = 0
    ),
    kept AS MATERIALIZED (
      SELECT waiting.*, row_number() OVER (ORDER BY slug, kind) AS place FROM waiting
      WHERE CASE ${filter} WHEN 'ready' THEN NOT asked AND NOT general AND missing = '[]' AND NOT own
        WHEN 'general' THEN general WHEN 'asked' THEN asked WHEN 'missing' THEN missing <> '[]'
        WHEN 'mine' THEN own ELSE 1 END
    ),
    shown AS MATERIALIZED (
      SELECT place, json_object('id', id, 'kind', kind, 'slug', slug, 'names', json((SELECT b.names FROM facts_brief b
          WHERE b.entry_id = kept.id AND b.number = kept.facts_number)), 'place', place,
        'missing', json(missing), 'isOwn', own) AS entry,
        place > ${from} AND place <= ${from + limit} AS on_page
      FROM kept WHERE (place > ${from} AND place <= ${from + limit})
        OR place BETWEEN (SELECT place - 1 FROM kept WHERE id = ${beside})
          AND (SELECT place + 1 FROM kept WHERE id = ${beside})
    )
    SELECT (SELECT json_object('all', count(*),
          'ready', total(NOT asked AND NOT general AND missing = '[]' AND NOT own),
          'general', total(general <> 0), 'asked', total(asked), 'missing', total(missing <> '[]'),
          'mine', total(own)) FROM waiting) AS counts,
      (SELECT json_group_array(json(entry)) FROM (
        SELECT entry FROM shown WHERE on_page ORDER BY place)) AS entries,
      (SELECT json_group_array(json(entry)) FROM (SELECT entry FROM shown
        WHERE place BETWEEN (SELECT place - 1 FROM kept WHERE id = ${beside})
          AND (SELECT place + 1 FROM kept WHERE id = ${beside})
        ORDER BY place)) AS beside /* every row */`)
  const listed = (json = '[]') =>
    (JSON.parse(json) as (WaitingEntry & { isOwn: number })[]).map(
      ({ id, kind, slug, names, place, missing, isOwn }): WaitingEntry => ({
        id,
        kind,
        slug,
        names,
        place,
        missing,
        isOwn: isOwn !== 0,
      }),
    )
  return {
    counts: JSON.parse(row?.counts ?? '{}') as WaitingPage['counts'],
    entries: listed(row?.entries),
    beside: listed(row?.beside),
  }
}

/** What points of these entries follow from; of those with a settlement in force, where none are named. */
export async function listPointsOf(
  db: Database,
  source: Locale,
  ids: readonly EntryPath[] | null,
): Promise<{ id: EntryPath; facts: Facts; body: string; settled: string[] }[]> {
  const wanted = ids && JSON.stringify(ids)
  const rows = await db.all<{ id: EntryPath; facts: string; body: string | null; settled: string }>(
    sql`WITH wanted AS MATERIALIZED (
        SELECT value AS id FROM json_each(coalesce(${wanted}, '[]'))
        UNION SELECT entry_id FROM settlement WHERE ${wanted} IS NULL AND taken_back_at IS NULL)
      SELECT e.id, f.facts,
        (SELECT body FROM revision r WHERE r.entry_id = e.id AND r.locale = ${source}
          ORDER BY number DESC LIMIT 1) AS body,
        (SELECT json_group_array(s.point) FROM settlement s
          WHERE s.entry_id = e.id AND s.taken_back_at IS NULL) AS settled
      FROM wanted w JOIN entry e ON e.id = w.id
        JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
        JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
      WHERE b.approved = 0 /* every row */`,
  )
  return rows.map(({ id, facts, body, settled }) => ({
    id,
    facts: JSON.parse(facts) as Facts,
    body: body ?? '',
    settled: JSON.parse(settled) as string[],
  }))
}
