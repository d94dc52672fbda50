/** The queue of parcels that are wanted. */
import { addAudit, perform } from './audit-log.ts'
import { type Database, sql } from './database.ts'
import type { Act } from './entries.ts'

/** One wish for a parcel, from asking to its end: done, failed, or neither while it waits or is made. */
export interface ParcelRequest {
  id: number
  /** Whether preflight asks the running site what it answers at each address; it is never asked about a draft. */
  asksSite: boolean
  wantedBy: string
  wantedAt: string
  startedAt: string | null
  /** Pieces made so far, and how many there are; null before somebody has begun. */
  made: number
  pieces: number | null
  doneAt: string | null
  /** SHA-256 of the ZIP, hexadecimal, and its bytes; null until it is done. */
  digest: string | null
  size: number | null
  /** Set when nobody will try again; `reason` is then in words for the desk. */
  failedAt: string | null
  reason: string | null
}

/** OvertakenError when the parcel of this order is waiting or being made already. */
export async function wantParcel(
  db: Database,
  orderId: string,
  asksSite: boolean,
  act: Act,
): Promise<void> {
  await perform(db, [
    sql`INSERT INTO parcel_request (order_id, asks_site, wanted_by, wanted_at)
      VALUES (${orderId}, ${asksSite ? 1 : 0}, ${act.by}, ${act.at})`,
    addAudit({ what: 'parcel.wanted', subject: orderId, details: { asksSite } }, act),
  ])
}

/** The latest first. */
export async function listParcelRequests(db: Database, orderId: string): Promise<ParcelRequest[]> {
  const rows = await db.all<Omit<ParcelRequest, 'asksSite'> & { asksSite: number }>(sql`
    SELECT id, asks_site AS asksSite, wanted_by AS wantedBy, wanted_at AS wantedAt,
      started_at AS startedAt, made, pieces, done_at AS doneAt, digest, size, failed_at AS failedAt,
      reason
    FROM parcel_request WHERE order_id = ${orderId} ORDER BY id DESC`)
  return rows.map((row) => ({ ...row, asksSite: row.asksSite === 1 }))
}

/** The ZIP that was made last; null when there is none. */
export async function findParcel(
  db: Database,
  orderId: string,
): Promise<{ digest: string; size: number } | null> {
  return db.first(sql`SELECT digest, size FROM parcel_request
    WHERE order_id = ${orderId} AND done_at IS NOT NULL ORDER BY id DESC LIMIT 1`)
}

/** A request that this process has taken, and must tell of until it ends it. */
export interface ClaimedParcel {
  id: number
  orderId: string
  asksSite: number
  /** This one included. */
  attempts: number
}

/**
 * Takes the request that waits longest; null when none does. One statement, so that no two take the same.
 * `silentSince`: what was begun and not heard of from then on was interrupted, and waits again.
 */
export async function claimParcel(
  db: Database,
  now: string,
  silentSince: string,
): Promise<ClaimedParcel | null> {
  return db.first(sql`
    UPDATE parcel_request SET started_at = ${now}, alive_at = ${now}, attempts = attempts + 1,
      made = 0, pieces = NULL
    WHERE id = (SELECT min(id) FROM parcel_request
      WHERE done_at IS NULL AND failed_at IS NULL AND (alive_at IS NULL OR alive_at < ${silentSince}))
    RETURNING id, order_id AS orderId, asks_site AS asksSite, attempts /* every row */`)
}

/** Whether claimParcel would find one. */
export async function isParcelWaiting(db: Database, silentSince: string): Promise<boolean> {
  const row = await db.first(sql`SELECT id FROM parcel_request
    WHERE done_at IS NULL AND failed_at IS NULL AND (alive_at IS NULL OR alive_at < ${silentSince})
    LIMIT 1 /* every row */`)
  return row !== null
}

/**
 * Also says that this process is alive: a request not heard of for a while is taken by another. Nothing happens to one
 * that has ended.
 */
export async function tellProgress(
  db: Database,
  { id, made, pieces }: { id: number; made: number; pieces: number | null },
  now: string,
): Promise<void> {
  await db.run(sql`UPDATE parcel_request SET alive_at = ${now}, made = ${made}, pieces = ${pieces}
    WHERE id = ${id} AND done_at IS NULL AND failed_at IS NULL`)
}

/** Gives a request back, to be taken up at once by whoever comes next. */
export async function giveBackParcel(db: Database, id: number): Promise<void> {
  await db.run(sql`UPDATE parcel_request SET alive_at = NULL, attempts = attempts - 1
    WHERE id = ${id} AND done_at IS NULL AND failed_at IS NULL`)
}

/** Nothing happens to one that has ended already, so a slow process cannot overwrite what a faster one made. */
export async function finishParcel(
  db: Database,
  id: number,
  { digest, size }: { digest: string; size: number },
  now: string,
): Promise<void> {
  await db.run(sql`UPDATE parcel_request SET done_at = ${now}, digest = ${digest}, size = ${size}
    WHERE id = ${id} AND done_at IS NULL AND failed_at IS NULL`)
}

/** A parcel that was made elsewhere, by the command line: it is there for the desk and its contractors. */
export async function keepParcel(
  db: Database,
  orderId: string,
  { digest, size }: { digest: string; size: number },
  act: Act,
): Promise<void> {
  await db.batch([
    sql`INSERT INTO parcel_request
        (order_id, asks_site, wanted_by, wanted_at, started_at, done_at, digest, size)
      SELECT ${orderId}, 0, ${act.by}, ${act.at}, ${act.at}, ${act.at}, ${digest}, ${size}
      WHERE NOT EXISTS (SELECT 1 FROM parcel_request WHERE order_id = ${orderId} AND digest = ${digest})`,
    addAudit({ what: 'parcel.kept', subject: orderId, details: { digest } }, act),
  ])
}

/** For good: the queue does not try this request again. Nothing happens to one that has ended. */
export async function failParcel(
  db: Database,
  id: number,
  reason: string,
  now: string,
): Promise<void> {
  await db.run(sql`UPDATE parcel_request SET failed_at = ${now}, reason = ${reason}
    WHERE id = ${id} AND done_at IS NULL AND failed_at IS NULL`)
}
