/** Signs that somebody is to hang or to mend. */
import type { Name } from '../domain/entry.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { type Database, sql } from './database.ts'

export interface WaitingSign {
  code: ShortCode
  placement: string
  /** Official name of its entry in the source language, '' where it has none. */
  name: string
  what: 'printed' | 'damaged' | 'missing'
}

/**
 * Signs whose last event of weight says that they are printed and not hung yet, or damaged, or missing; those that have
 * waited longest come first, at most `limit`.
 */
export async function listWaitingSigns(
  db: Database,
  source: string,
  limit: number,
): Promise<WaitingSign[]> {
  const rows = await db.all<Omit<WaitingSign, 'name'> & { names: string }>(sql`
    SELECT s.code, s.placement, b.names, v.what
    FROM sign s JOIN sign_event v ON v.id = (SELECT w.id FROM sign_event w WHERE w.code = s.code
        AND w.what IN ('printed', 'installed', 'repaired', 'damaged', 'missing', 'replaced', 'retired')
        ORDER BY w.happened_on DESC, w.id DESC LIMIT 1)
      JOIN entry e ON e.id = s.entry_id
      JOIN facts_brief b ON b.entry_id = e.id AND b.number = e.facts_number
    WHERE v.what IN ('damaged', 'missing') OR (v.what = 'printed' AND NOT EXISTS (
      SELECT 1 FROM sign_event w WHERE w.code = s.code AND w.what = 'installed'))
    ORDER BY v.happened_on, v.id LIMIT ${limit} /* every row */`)
  return rows.map(({ names, ...sign }) => ({
    ...sign,
    name:
      (JSON.parse(names) as Name[]).find(
        ({ locale, kind, to }) => locale === source && kind === 'official' && !to,
      )?.text ?? '',
  }))
}
