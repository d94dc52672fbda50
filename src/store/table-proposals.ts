/** Checked tables that editors lay before a publisher, and what became of them. */
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/** Characters of JSON in one value; a database takes 2 MB. */
const A_PART = 400_000

export interface TableProposal {
  id: number
  table: string
  file: string
  rows: number
  sentBy: string
  sentAt: string
  /** Null while it waits. */
  outcome: 'written' | 'returned' | 'withdrawn' | null
  note: string
  decidedBy: string
}

interface NewTableProposal {
  table: string
  file: string
  rows: number
  /** JSON. */
  answers: string
  grid: string
}

/** All of them in one batch. */
export function addTableProposal(
  { table, file, rows, answers, grid }: NewTableProposal,
  { by, at }: Act,
): Statement[] {
  const parts = Array.from({ length: Math.ceil(grid.length / A_PART) }, (_, i) =>
    grid.slice(i * A_PART, (i + 1) * A_PART),
  )
  return [
    sql`INSERT INTO table_proposal (table_name, file, rows, answers, sent_by, sent_at)
      VALUES (${table}, ${file}, ${rows}, ${answers}, ${by}, ${at})`,
    ...parts.map(
      (part, i) => sql`INSERT INTO table_proposal_part (proposal_id, number, part)
        VALUES ((SELECT max(id) FROM table_proposal), ${i}, ${part})`,
    ),
  ]
}

/** A proposal that has been decided meanwhile is a UniqueError. */
export function decideTableProposal(
  id: number,
  outcome: NonNullable<TableProposal['outcome']>,
  note: string,
  { by, at }: Act,
): Statement {
  return sql`INSERT INTO table_decision (proposal_id, outcome, note, decided_by, decided_at)
    VALUES (${id}, ${outcome}, ${note}, ${by}, ${at})`
}

/** A returned one is then shown to its sender no longer. */
export function putAwayTableProposal(id: number, { by, at }: Act): Statement {
  return sql`UPDATE table_decision SET put_away_at = ${at}
    WHERE proposal_id = ${id} AND put_away_at IS NULL
      AND EXISTS (SELECT 1 FROM table_proposal p WHERE p.id = ${id} AND p.sent_by = ${by})`
}

/** Those that wait, and those that were returned and not put away; the latest first. */
export function listTableProposals(db: Database): Promise<TableProposal[]> {
  return db.all<TableProposal>(
    sql`SELECT p.id, p.table_name AS "table", p.file, p.rows, p.sent_by AS sentBy, p.sent_at AS sentAt,
        d.outcome, coalesce(d.note, '') AS note, coalesce(d.decided_by, '') AS decidedBy
      FROM table_proposal p INDEXED BY table_proposal_by_time
        LEFT JOIN table_decision d ON d.proposal_id = p.id
      WHERE d.outcome IS NULL OR (d.outcome = 'returned' AND d.put_away_at IS NULL)
      ORDER BY p.sent_at DESC LIMIT 100`,
  )
}

/** With its rows and answers, as JSON; null where there is none. */
export async function findTableProposal(
  db: Database,
  id: number,
): Promise<(TableProposal & { answers: string; grid: string }) | null> {
  const row = await db.first<TableProposal & { answers: string }>(
    sql`SELECT p.id, p.table_name AS "table", p.file, p.rows, p.sent_by AS sentBy, p.sent_at AS sentAt,
        p.answers, d.outcome, coalesce(d.note, '') AS note, coalesce(d.decided_by, '') AS decidedBy
      FROM table_proposal p LEFT JOIN table_decision d ON d.proposal_id = p.id
      WHERE p.id = ${id}`,
  )
  if (!row) return null
  const parts = await db.all<{ part: string }>(
    sql`SELECT part FROM table_proposal_part WHERE proposal_id = ${id} ORDER BY number`,
  )
  return { ...row, grid: parts.map(({ part }) => part).join('') }
}
