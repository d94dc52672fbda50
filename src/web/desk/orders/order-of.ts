/** What the address of a print order names, and all that its page shows. */
import type { Context } from 'hono'
import { preflightReports, rulesNotSignedOff } from '../../../domain/preflight.ts'
import type { PrintOrder } from '../../../domain/print-order.ts'
import { listParcelLinks } from '../../../store/parcel-links.ts'
import { listParcelRequests } from '../../../store/parcel-requests.ts'
import {
  findOrder,
  listIssuedFiles,
  listOrderNotes,
  listRecipes,
} from '../../../store/print-orders.ts'
import type { DeskEnv } from '../desk-env.ts'

/** The order of the address; null when there is none. */
export function orderOf(c: Context<DeskEnv>): Promise<PrintOrder | null> {
  return findOrder(c.env.services.db, c.req.param('id') ?? '')
}

/**
 * All that the page shows, in the orders of the store. `open` are rules whose warnings nobody has signed off; a draft
 * has none, for it is never printed in earnest.
 */
export async function orderShown(c: Context<DeskEnv>, order: PrintOrder) {
  const { db, media } = c.env.services
  const { id } = order
  const [recipes, notes, files, requests, links] = await Promise.all([
    listRecipes(db, id),
    listOrderNotes(db, id),
    listIssuedFiles(db, id),
    listParcelRequests(db, id),
    listParcelLinks(db, id),
  ])
  const reports = await preflightReports(files, media.find)
  const open = order.isDraft ? [] : rulesNotSignedOff(reports, notes)
  return { order, recipes, notes, requests, links, reports, open }
}
