/** What is said and done of a print order: notes, its parcel, addresses for contractors, its end, a sign again. */
import { Hono, type Context } from 'hono'
import { digestOf } from '../../../domain/digest.ts'
import { OvertakenError } from '../../../domain/errors.ts'
import type { IsoDate } from '../../../domain/entry.ts'
import { orderId as orderIdFor } from '../../../domain/print-order.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { mayHappen, stateOf } from '../../../domain/sign.ts'
import { PREFLIGHT_RULES } from '../../../domain/preflight.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import { addParcelLink, listParcelLinks, revokeParcelLink } from '../../../store/parcel-links.ts'
import { cancelOrder, findOrderFate, placeOrder } from '../../../store/order-acts.ts'
import { findHistories } from '../../../store/signs.ts'
import { findParcel, wantParcel } from '../../../store/parcel-requests.ts'
import { listRecipes, ORDER_NOTES, sayOfOrder } from '../../../store/print-orders.ts'
import { newToken } from '../../../domain/random.ts'
import { actOf, allow, missing } from '../desk.tsx'
import { readForm, type Form } from '../form.ts'
import { leadToShow } from '../shown-once.ts'
import { orderOf } from './order-of.ts'
import { showOrder } from './order-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

/** Characters of what is said of an order. */
const WORDS_MAX = 1000
/** Characters of a contractor's name. */
const NAME_MAX = 120
/** Days that an address for a contractor lasts; the middle one unless another is chosen. */
export const LINK_DAYS = [7, 30, 90] as const

/**
 * A note answers 422 for a sign the order does not have, or an empty one; only a receipt needs no words. An address for
 * a contractor needs a parcel that is made. Nothing more is made of a cancelled order: 409.
 */
export const orderActRoutes = new Hono<DeskEnv>()
  .post('/admin/orders/:id/notes', allow('order.write'), async (c) => {
    const order = await orderOf(c)
    if (!order) return missing(c)
    const form = await readForm(c)
    const what = ORDER_NOTES.find((kind) => kind === form.text('what'))
    const typed = form.text('text').trim()
    const rule = PREFLIGHT_RULES.find((id) => id === form.text('rule'))
    const code = parseShortCode(form.text('code'))
    const { db } = c.env.services
    const isOurs = (await listRecipes(db, order.id)).some((recipe) => recipe.code === code)
    const problems: FormProblems = {}
    if (!what || (what === 'signed-off') !== (rule !== undefined))
      problems['what'] = { key: 'orders.problem.what' }
    if (typed.length > WORDS_MAX || (typed === '' && what !== 'received'))
      problems['text'] = { key: 'orders.problem.text', values: { most: WORDS_MAX } }
    if ((form.text('code') !== '' || what === 'defect') && !isOurs)
      problems['code'] = { key: 'orders.problem.code' }
    if (!what || Object.keys(problems).length > 0)
      return showOrder(c, order, { problems, typed: typedNote(form), status: 422 })
    const text = rule ? `${rule} ${typed}` : typed
    await sayOfOrder(db, order.id, { what, code, details: { text } }, today(c), actOf(c))
    return c.redirect(`/admin/orders/${order.id}`, 303)
  })
  .post('/admin/orders/:id/parcel', allow('order.write'), async (c) => {
    const order = await orderOf(c)
    const { db, printing } = c.env.services
    if (!order || !printing) return missing(c)
    if (await isCancelled(c, order.id)) return showOrder(c, order, { status: 409 })
    const asksSite = (await readForm(c)).text('site') !== 'none'
    try {
      await wantParcel(db, order.id, asksSite, actOf(c))
    } catch (error) {
      // It is being made already: the page says how far it is.
      if (!(error instanceof OvertakenError)) throw error
    }
    printing.wake()
    return c.redirect(`/admin/orders/${order.id}`, 303)
  })
  .post('/admin/orders/:id/links', allow('order.write'), async (c) => {
    const order = await orderOf(c)
    if (!order) return missing(c)
    const form = await readForm(c)
    const givenTo = form.text('givenTo').trim()
    const days = LINK_DAYS.find((one) => String(one) === form.text('days')) ?? 30
    const { db } = c.env.services
    const problems: FormProblems = {}
    if (await isCancelled(c, order.id)) return showOrder(c, order, { status: 409 })
    if (givenTo === '' || givenTo.length > NAME_MAX) problems['givenTo'] = { key: 'problem.name' }
    else if (!(await findParcel(db, order.id)))
      problems['givenTo'] = { key: 'orders.problem.notMade' }
    if (Object.keys(problems).length > 0) return showOrder(c, order, { problems, status: 422 })
    const act = actOf(c)
    const token = newToken()
    const expires = new Date(Date.parse(act.at) + days * 86_400_000).toISOString()
    const digest = await digestOf(token)
    await addParcelLink(db, { digest, orderId: order.id, givenTo, expires }, act)
    // Shown once: nobody can read it again.
    return leadToShow(c, token, `/admin/orders/${order.id}`)
  })
  .post('/admin/orders/:id/cancellation', allow('order.write'), async (c) => {
    const order = await orderOf(c)
    if (!order) return missing(c)
    const reason = (await readForm(c)).words('reason').trim()
    const problems: FormProblems = {}
    if (reason === '' || reason.length > WORDS_MAX)
      problems['reason'] = { key: 'signs.problem.reason', values: { most: WORDS_MAX } }
    if (Object.keys(problems).length > 0) return showOrder(c, order, { problems, status: 422 })
    try {
      await cancelOrder(c.env.services.db, { id: order.id, reason, on: today(c) }, actOf(c))
    } catch (error) {
      // Fetched meanwhile, or cancelled by somebody else: the page says which.
      if (!(error instanceof OvertakenError)) throw error
      return showOrder(c, order, { status: 409 })
    }
    return c.redirect(`/admin/orders/${order.id}`, 303)
  })
  .post('/admin/orders/:id/reprints', allow('order.write'), async (c) => {
    const order = await orderOf(c)
    if (!order) return missing(c)
    const { db } = c.env.services
    const form = await readForm(c)
    const code = parseShortCode(form.text('code'))
    const recipes = (await listRecipes(db, order.id)).filter((recipe) => recipe.code === code)
    const state = code && stateOf((await findHistories(db, code)).get(code)?.events ?? [])
    const isOver = order.isDraft || (await isCancelled(c, order.id))
    if (!code || recipes.length === 0 || isOver || !state || !mayHappen(state, 'ordered'))
      return showOrder(c, order, {
        problems: { code: { key: 'orders.problem.reprint' } },
        status: 422,
      })
    const pressed = /^[0-9A-Za-z]{12,80}$/.exec(form.text('pressed'))?.[0] ?? null
    const { id: orderId, ...frozen } = order
    const act = actOf(c)
    const wanted = {
      order: { ...frozen, orderedBy: act.by, orderedAt: act.at },
      recipes,
      prefix: prefixOf(c),
      on: today(c),
      pressed,
      again: { orderId, code },
    }
    return c.redirect(`/admin/orders/${await placeOrder(db, wanted, act)}`, 303)
  })
  .post('/admin/orders/:id/links/:digest/end', allow('order.write'), async (c) => {
    const order = await orderOf(c)
    const { db } = c.env.services
    const links = order ? await listParcelLinks(db, order.id) : []
    const link = links.find(({ digest }) => digest === c.req.param('digest'))
    if (!order || !link) return missing(c)
    if (!link.revokedAt) await revokeParcelLink(db, link, actOf(c))
    return c.redirect(`/admin/orders/${order.id}`, 303)
  })

/** A note as it was typed, to be shown again. */
function typedNote(form: Form) {
  const { text } = form
  return { what: text('what'), code: text('code'), rule: text('rule'), text: text('text') }
}

/** Local day. */
function today(c: Context<DeskEnv>): IsoDate {
  return localDay(c.env.services.now(), c.get('site').timeZone)
}

async function isCancelled(c: Context<DeskEnv>, id: string): Promise<boolean> {
  return (await findOrderFate(c.env.services.db, id)).cancelled !== null
}

/** Beginning of the number of an order of today, as in `LS-2026-`. */
function prefixOf(c: Context<DeskEnv>): string {
  const site = c.get('site')
  const name = site.name[sourceLocale(site)] ?? ''
  return orderIdFor(name, Number(today(c).slice(0, 4)), 0).slice(0, -3)
}
