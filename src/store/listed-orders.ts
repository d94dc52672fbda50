/** Print orders as lists show them: how far each is, and what waits for whom. */
import { type Database, sql } from './database.ts'

/** An order as the desk lists it. */
export interface ListedOrder {
  id: string
  templateName: string
  isDraft: boolean
  orderedBy: string
  orderedAt: string
  signs: number
  /** Whether a parcel of it was ever finished. */
  isMade: boolean
  isCancelled: boolean
  /** How many of its signs were received. */
  printed: number
  /** When somebody last reported a defect; what is said afterwards by whoever ordered, a receipt included, answers it. */
  defects: number
  /** When a contractor first fetched the parcel, ISO 8601, UTC; null when none has. */
  fetchedAt: string | null
  /** When the parcel was first given to a contractor; null when it was not. */
  givenAt: string | null
  /** Why the last wish for a parcel came to nothing; null where none did, or a later one did better. */
  failed: string | null
}

/** The latest first. */
export async function listOrders(db: Database): Promise<ListedOrder[]> {
  const rows = await db.all<
    ListedOrder & { draft: number; parcels: number; cancelled: number }
  >(sql`
    SELECT o.id, o.template_name AS templateName, o.is_draft AS draft, o.ordered_by AS orderedBy,
      o.ordered_at AS orderedAt,
      (SELECT count(*) FROM print_order_item i WHERE i.order_id = o.id) AS signs,
      (SELECT count(*) FROM parcel_request p
        WHERE p.order_id = o.id AND p.done_at IS NOT NULL) AS parcels,
      EXISTS (SELECT 1 FROM print_order_cancellation x WHERE x.order_id = o.id) AS cancelled,
      (SELECT count(*) FROM print_order_item i WHERE i.order_id = o.id AND EXISTS (
        SELECT 1 FROM sign_event v WHERE v.code = i.code AND v.what = 'printed' AND v.note = o.id)) AS printed,
      (SELECT count(*) FROM print_order_note n WHERE n.order_id = o.id AND n.what = 'defect'
        AND NOT EXISTS (SELECT 1 FROM print_order_note m WHERE m.order_id = o.id AND m.id > n.id
          AND m.what = 'received' AND (m.code IS NULL OR m.code = n.code))
        AND NOT EXISTS (SELECT 1 FROM print_order_item i JOIN print_order r ON r.id = i.order_id
          WHERE r.reprints = o.id AND i.code = n.code)) AS defects,
      (SELECT min(u.at) FROM parcel_link l JOIN parcel_link_use u ON u.digest = l.digest
        WHERE l.order_id = o.id AND u.what = 'downloaded') AS fetchedAt,
      (SELECT min(l.at) FROM parcel_link l WHERE l.order_id = o.id) AS givenAt,
      (SELECT p.reason FROM parcel_request p WHERE p.order_id = o.id ORDER BY p.id DESC LIMIT 1) AS failed
    FROM print_order o ORDER BY o.ordered_at DESC, o.id DESC /* every row */`)
  return rows.map(({ draft, parcels, cancelled, ...order }) => ({
    ...order,
    isDraft: draft === 1,
    isMade: parcels > 0,
    isCancelled: cancelled === 1,
  }))
}
