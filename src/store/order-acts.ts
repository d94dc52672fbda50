/** What is done to a print order as a whole: made under its next number, cancelled, one sign of it printed again. */
import type { IsoDate } from '../domain/entry.ts'
import { OvertakenError } from '../domain/errors.ts'
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import type { ShortCode } from '../domain/short-code.ts'
import { addAudit } from './audit-log.ts'
import { type Database, sql, type Statement, UniqueError } from './database.ts'
import type { Act } from './entries.ts'
import { addOrder, countOrders, pinSymbols } from './print-orders.ts'

export interface NewOrder {
  order: Omit<PrintOrder, 'id'>
  recipes: readonly Recipe[]
  /** Beginning of its number, as in `LS-2026-`. */
  prefix: string
  /** Local day from which its signs are ordered. */
  on: IsoDate
  /** The form it was sent with; null for none. */
  pressed: string | null
  /** The order and the sign that are printed again; null for an order of its own. */
  again?: { orderId: string; code: ShortCode } | null
}

/**
 * Writes the order under the next free number; where somebody takes it at the same moment, under the one after. The
 * order that this form has made before is given back as it is. Drafts leave their signs as they were.
 */
export async function placeOrder(
  db: Database,
  { order, recipes, prefix, on, pressed, again = null }: NewOrder,
  act: Act,
): Promise<string> {
  for (;;) {
    const number = String((await countOrders(db, prefix)) + 1).padStart(3, '0')
    const id = `${prefix}${number}`
    const { templateName: template, isDraft: draft } = order
    const about = { template, signs: recipes.length, draft }
    const details = again ? { ...about, reprints: again.orderId, code: again.code } : about
    try {
      await db.batch([
        ...addOrder({ ...order, id }, recipes, pressed),
        ...(order.isDraft ? [] : [pinSymbols(recipes), addOrdered(id, on, act)]),
        ...(again ? printAgain(id, again) : []),
        addAudit({ what: 'order.placed', subject: id, details }, act),
      ])
      return id
    } catch (error) {
      if (!(error instanceof UniqueError)) throw error
      const made = pressed && (await findPressed(db, pressed))
      if (made) return made
    }
  }
}

function addOrdered(id: string, on: IsoDate, act: Act): Statement {
  return sql`INSERT INTO sign_event (code, happened_on, what, by, note)
    SELECT code, ${on}, 'ordered', ${act.by}, order_id FROM print_order_item
    WHERE order_id = ${id} ORDER BY position`
}

/** Files of the sign that were made go into the new order byte by byte. */
function printAgain(id: string, { orderId, code }: { orderId: string; code: string }): Statement[] {
  const named = `/${code}__`
  return [
    sql`UPDATE print_order SET reprints = ${orderId} WHERE id = ${id}`,
    sql`INSERT INTO issued_file (order_id, path, digest, size)
      SELECT ${id}, path, digest, size FROM issued_file
      WHERE order_id = ${orderId} AND instr(path, ${named}) > 0`,
  ]
}

/** The order that a form has made; null when it has made none. */
export async function findPressed(db: Database, pressed: string): Promise<string | null> {
  const row = await db.first<{ id: string }>(
    sql`SELECT id FROM print_order WHERE pressed = ${pressed} AND pressed IS NOT NULL`,
  )
  return row?.id ?? null
}

export interface OrderFate {
  cancelled: { by: string; at: string; reason: string } | null
  /** The order whose faces this one prints again; null for an order of its own. */
  reprints: string | null
  /** Whether anything depends on the order: a contractor has fetched it, or signs of it were received. */
  isBound: boolean
}

export async function findOrderFate(db: Database, id: string): Promise<OrderFate> {
  const row = await db.first<{
    by: string | null
    at: string
    reason: string
    reprints: string | null
    bound: number
  }>(sql`SELECT x.by, x.at, x.reason, o.reprints,
      EXISTS (SELECT 1 FROM parcel_link l JOIN parcel_link_use u ON u.digest = l.digest
        WHERE l.order_id = o.id)
      OR EXISTS (SELECT 1 FROM audit a WHERE a.subject = o.id AND a.what = 'parcel.fetched')
      OR EXISTS (SELECT 1 FROM print_order_note n WHERE n.order_id = o.id AND n.what <> 'signed-off')
      AS bound
    FROM print_order o LEFT JOIN print_order_cancellation x ON x.order_id = o.id WHERE o.id = ${id}`)
  return {
    cancelled: row?.by ? { by: row.by, at: row.at, reason: row.reason } : null,
    reprints: row?.reprints ?? null,
    isBound: row?.bound === 1,
  }
}

/**
 * Takes the order back while nothing depends on it: its signs are what they were before, its addresses end. The
 * conditions are asked in the batch itself; OvertakenError where they no longer hold, or it is cancelled already.
 */
export async function cancelOrder(
  db: Database,
  { id, reason, on }: { id: string; reason: string; on: IsoDate },
  act: Act,
): Promise<void> {
  const ours = sql`SELECT 1 FROM print_order_cancellation
    WHERE order_id = ${id} AND by = ${act.by} AND at = ${act.at}`
  try {
    await db.batch([
      sql`INSERT INTO print_order_cancellation (order_id, reason, by, at)
        SELECT o.id, ${reason}, ${act.by}, ${act.at} FROM print_order o WHERE o.id = ${id}
          AND NOT EXISTS (SELECT 1 FROM parcel_link l JOIN parcel_link_use u ON u.digest = l.digest
            WHERE l.order_id = o.id)
          AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject = o.id AND a.what = 'parcel.fetched')
          AND NOT EXISTS (SELECT 1 FROM print_order_note n
            WHERE n.order_id = o.id AND n.what <> 'signed-off')`,
      sql`INSERT INTO sign_event (code, happened_on, what, by, note)
        SELECT i.code, ${on}, 'cancelled', ${act.by}, i.order_id
        FROM print_order_cancellation x JOIN print_order_item i ON i.order_id = x.order_id
        WHERE x.order_id = ${id} AND x.by = ${act.by} AND x.at = ${act.at}
          AND EXISTS (SELECT 1 FROM sign_event v
            WHERE v.code = i.code AND v.what = 'ordered' AND v.note = i.order_id)
          AND NOT EXISTS (SELECT 1 FROM sign_event v
            WHERE v.code = i.code AND v.what IN ('replaced', 'retired'))
        ORDER BY i.position`,
      sql`UPDATE parcel_link SET revoked_by = ${act.by}, revoked_at = ${act.at}
        WHERE order_id = ${id} AND revoked_at IS NULL
          AND EXISTS (SELECT 1 FROM print_order_cancellation x WHERE x.order_id = ${id})`,
      sql`INSERT INTO audit (at, by, what, subject, details)
        SELECT x.at, x.by, 'order.cancelled', x.order_id, json_object('reason', x.reason)
        FROM print_order_cancellation x
        WHERE x.order_id = ${id} AND x.by = ${act.by} AND x.at = ${act.at}`,
    ])
  } catch (error) {
    if (error instanceof UniqueError) throw new OvertakenError('print_order_cancellation', error)
    throw error
  }
  if (!(await db.first(ours))) throw new OvertakenError('print_order', null)
}
