/** What the room of review asks about many entries at once. */
import type { EntryPath, Facts } from '../domain/entry.ts'
import { type Database, sql } from './database.ts'

export interface FactsToReview {
  id: EntryPath
  facts: Facts
  /** Of the latest text in the source language; '' where there is none. */
  body: string
  /** Who saved facts since they were last approved. */
  writers: string[]
}

/** Every entry whose facts nobody has approved, in no order. One query. */
export async function listFactsToReview(db: Database, source: string): Promise<FactsToReview[]> {
  const rows = await db.all<{ id: string; facts: string; body: string | null; writers: string }>(
    sql`SELECT e.id, f.facts,
        (SELECT body FROM revision r WHERE r.entry_id = e.id AND r.locale = ${source}
          ORDER BY number DESC LIMIT 1) AS body,
        (SELECT json_group_array(DISTINCT w.saved_by) FROM facts w WHERE w.entry_id = e.id
          AND w.number > coalesce((SELECT max(a.number) FROM facts a WHERE a.entry_id = e.id
            AND a.facts->>'$.review.state' = 'approved'), 0)) AS writers
      FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number
      WHERE f.facts->>'$.review.state' <> 'approved' /* every row */`,
  )
  return rows.map(({ id, facts, body, writers }) => ({
    id: id as EntryPath,
    facts: JSON.parse(facts) as Facts,
    body: body ?? '',
    writers: JSON.parse(writers) as string[],
  }))
}
