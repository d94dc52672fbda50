/** Addresses that a contractor is given, and what was done at them. */
import { addAudit, perform } from './audit-log.ts'
import { type Database, sql, type Statement } from './database.ts'
import type { Act } from './entries.ts'
import { addOrderNote, type OrderNote } from './print-orders.ts'

/** An address by which somebody without an account fetches one order. Only the digest of its secret is kept. */
export interface ParcelLink {
  digest: string
  orderId: string
  /** Name of the contractor, as the editor wrote it; notes said at the address bear it. */
  givenTo: string
  by: string
  at: string
  /** ISO 8601, UTC. */
  expires: string
}

/** An address as the desk lists it, those over included. */
export interface ListedLink extends ParcelLink {
  revokedAt: string | null
  /** How often the parcel was fetched there, and when last (ISO 8601, UTC); null when never. */
  downloads: number
  lastDownload: string | null
}

/** Two addresses for one contractor may be in force at once; the earlier one is not ended. */
export async function addParcelLink(
  db: Database,
  { digest, orderId, givenTo, expires }: Omit<ParcelLink, 'by' | 'at'>,
  act: Act,
): Promise<void> {
  await db.batch([
    sql`INSERT INTO parcel_link (digest, order_id, given_to, by, at, expires)
      VALUES (${digest}, ${orderId}, ${givenTo}, ${act.by}, ${act.at}, ${expires})`,
    addAudit({ what: 'parcel.linked', subject: orderId, details: { givenTo, expires } }, act),
  ])
}

/** Null when there is none, or it was revoked or has run out. */
export async function findParcelLink(
  db: Database,
  digest: string,
  now: string,
): Promise<ParcelLink | null> {
  return db.first(sql`
    SELECT digest, order_id AS orderId, given_to AS givenTo, by, at, expires FROM parcel_link
    WHERE digest = ${digest} AND revoked_at IS NULL AND expires > ${now}`)
}

/** The latest first. */
export async function listParcelLinks(db: Database, orderId: string): Promise<ListedLink[]> {
  return db.all(sql`
    SELECT digest, order_id AS orderId, given_to AS givenTo, by, at, expires,
      revoked_at AS revokedAt,
      (SELECT count(*) FROM parcel_link_use u
        WHERE u.digest = l.digest AND u.what = 'downloaded') AS downloads,
      (SELECT max(u.at) FROM parcel_link_use u
        WHERE u.digest = l.digest AND u.what = 'downloaded') AS lastDownload
    FROM parcel_link l WHERE order_id = ${orderId} ORDER BY l.at DESC`)
}

/** An address of another order stays, and so does when one that is revoked already was revoked. */
export async function revokeParcelLink(
  db: Database,
  { digest, orderId }: Pick<ParcelLink, 'digest' | 'orderId'>,
  act: Act,
): Promise<void> {
  await perform(db, [
    sql`UPDATE parcel_link SET revoked_by = ${act.by}, revoked_at = ${act.at}
      WHERE digest = ${digest} AND order_id = ${orderId} AND revoked_at IS NULL`,
    addAudit({ what: 'parcel.unlinked', subject: orderId }, act),
  ])
}

/** What can be done at an address: fetch the parcel, say that it arrived, report a fault. */
type LinkUse = 'downloaded' | 'received' | 'defect'

export function addLinkUse(digest: string, what: LinkUse, at: string): Statement {
  return sql`INSERT INTO parcel_link_use (digest, what, at) VALUES (${digest}, ${what}, ${at})`
}

/**
 * How often something was said at this address after `since` (ISO 8601, UTC), downloads apart; for the limit on how
 * much a stranger may write.
 */
export async function countSaid(db: Database, digest: string, since: string): Promise<number> {
  const row = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM parcel_link_use
    WHERE digest = ${digest} AND at > ${since} AND what <> 'downloaded'`)
  return row?.n ?? 0
}

/** What a contractor says of the order: a note under the name the address was given to. */
export async function sayAtLink(
  db: Database,
  { digest, orderId, givenTo }: ParcelLink,
  note: Omit<OrderNote, 'by' | 'at' | 'what'> & { what: 'received' | 'defect' },
  at: string,
): Promise<void> {
  const act = { by: givenTo, at }
  // A contractor receives files; that signs were printed is for whoever receives the signs to say.
  const details = { ...note.details, code: note.code }
  await db.batch([
    addOrderNote(orderId, note, act),
    addLinkUse(digest, note.what, at),
    addAudit({ what: `order.${note.what}`, subject: orderId, details }, act),
  ])
}
