/** What the address of a print order names, and all that its page shows. */
import type { Context } from 'hono'
import { preflightReports, rulesNotSignedOff } from '../../../domain/preflight.ts'
import type { SignNeed } from '../../../domain/sign-readiness.ts'
import type { PrintOrder, Recipe } from '../../../domain/print-order.ts'
import { findOrderFate } from '../../../store/order-acts.ts'
import { listParcelLinks } from '../../../store/parcel-links.ts'
import { listParcelRequests } from '../../../store/parcel-requests.ts'
import {
  findOrder,
  listIssuedFiles,
  listOrderNotes,
  listRecipes,
} from '../../../store/print-orders.ts'
import type { DeskEnv } from '../desk-env.ts'
import { signsOf } from './new-order-of.ts'

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
  const [recipes, notes, files, requests, links, fate] = await Promise.all([
    listRecipes(db, id),
    listOrderNotes(db, id),
    listIssuedFiles(db, id),
    listParcelRequests(db, id),
    listParcelLinks(db, id),
    findOrderFate(db, id),
  ])
  const reports = await preflightReports(files, media.find)
  const open = order.isDraft ? [] : rulesNotSignedOff(reports, notes)
  const isOver = order.isDraft || fate.cancelled !== null
  const worries = isOver ? [] : await worriesAbout(c, id, recipes)
  return { order, recipes, notes, requests, links, reports, open, fate, worries }
}

/** What has happened to signs of the order since it was frozen, or was so already; another order of the same sign too. */
async function worriesAbout(c: Context<DeskEnv>, id: string, recipes: readonly Recipe[]) {
  const signs = await signsOf(
    c,
    recipes.map(({ code }) => code),
  )
  return signs.flatMap((listed) => {
    const sign = { ...listed, openOrders: listed.openOrders.filter((other) => other !== id) }
    // A sign whose part of the order is done is nobody's worry here.
    if (sign.openOrders.length === listed.openOrders.length && !listed.needs.includes('ended'))
      return []
    const needs = sign.needs.filter(
      (need) => WORRYING.includes(need) && (need !== 'ordered' || sign.openOrders.length > 0),
    )
    return needs.length > 0 ? [{ sign, needs }] : []
  })
}

const WORRYING: readonly SignNeed[] = ['ended', 'ordered', 'withheld', 'unapproved', 'unplaced']
