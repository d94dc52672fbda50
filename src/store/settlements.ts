/** Where points to verify were read. Nothing is changed or removed: one that was taken back stays, and says so. */
import type { EntryPath } from '../domain/entry.ts'
import type { Settlement } from '../domain/review-point.ts'
import { addAudit, perform } from './audit-log.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'

/** In force, by entry and in the order of recording; of one entry, or of all. */
export function listSettlements(
  db: Database,
  entry: EntryPath | null = null,
): Promise<Settlement[]> {
  return db.all<Settlement>(
    sql`SELECT entry_id AS entry, point, document, place, read_by AS by, read_on AS "on" FROM settlement
      WHERE taken_back_at IS NULL AND (${entry} IS NULL OR entry_id = ${entry})
      ORDER BY entry_id, id /* every row */`,
  )
}

/** All of them or none: OvertakenError where one of the points is settled already. */
export async function settlePoints(
  db: Database,
  settlements: readonly Settlement[],
  act: Act,
): Promise<void> {
  await perform(
    db,
    settlements.flatMap((one) => {
      const { entry, point, document, place } = one
      const details = { point, document, place }
      return [
        insertSettlement(one, act),
        addAudit({ what: 'point.settled', subject: entry, details }, act),
      ]
    }),
  )
}

/** As settlePoints, without lines in the log: for a folder that is imported. Those in force already are left alone. */
export function takeSettlements(settlements: readonly Settlement[], act: Act): Statement[] {
  return [
    sql`INSERT INTO settlement (entry_id, point, document, place, read_by, read_on, recorded_by, recorded_at)
      SELECT j.value->>'entry', j.value->>'point', j.value->>'document', j.value->>'place',
        j.value->>'by', j.value->>'on', ${act.by}, ${act.at}
      FROM json_each(${JSON.stringify(settlements)}) j WHERE true
      ON CONFLICT DO NOTHING`,
  ]
}

/** The point is open again. Nothing happens to one that is. */
export async function takeBackSettlement(
  db: Database,
  { entry, point }: Pick<Settlement, 'entry' | 'point'>,
  act: Act,
): Promise<void> {
  await perform(db, [
    sql`INSERT INTO audit (at, by, what, subject, details)
      SELECT ${act.at}, ${act.by}, 'point.reopened', entry_id,
        json_object('point', point, 'document', document, 'place', place)
      FROM settlement WHERE entry_id = ${entry} AND point = ${point} AND taken_back_at IS NULL`,
    sql`UPDATE settlement SET taken_back_by = ${act.by}, taken_back_at = ${act.at}
      WHERE entry_id = ${entry} AND point = ${point} AND taken_back_at IS NULL`,
  ])
}

function insertSettlement(
  { entry, point, document, place, by, on }: Settlement,
  act: Act,
): Statement {
  return sql`INSERT INTO settlement (entry_id, point, document, place, read_by, read_on, recorded_by, recorded_at)
    VALUES (${entry}, ${point}, ${document}, ${place}, ${by}, ${on}, ${act.by}, ${act.at})`
}
