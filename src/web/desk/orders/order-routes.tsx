/** Print orders: which there are, what one has frozen, and how a new one is put together. */
import { Hono, type Context } from 'hono'
import { digestOf } from '../../../domain/digest.ts'
import { may, type Action } from '../../../domain/editor.ts'
import { localDay } from '../../../domain/scan.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import type { PrintOrder } from '../../../domain/print-order.ts'
import { isEnded, stateOf } from '../../../domain/sign.ts'
import { findParcel } from '../../../store/parcel-requests.ts'
import { listParcelLinks } from '../../../store/parcel-links.ts'
import { listOrders } from '../../../store/print-orders.ts'
import { listSignsAtDesk, listUnitChoices } from '../../../store/signs-at-desk.ts'
import type { Refusal } from '../../../printing/printing.ts'
import { parcelAnswer } from './parcel-answer.ts'
import { namesAtDesk } from '../editor-names.ts'
import { dateIn } from '../dates.ts'
import { NewOrderPage } from './new-order-page.tsx'
import { OrderPage } from './order-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import { readForm } from '../form.ts'
import { orderOf, orderShown } from './order-of.ts'
import { takeToShow } from '../shown-once.ts'
import type { OrderPageProps } from './order-page-props.ts'
import type { DeskEnv } from '../desk-env.ts'
import { entryChoices, signFilter, nameFor } from '../sign-filter.ts'
import type { FormProblems } from '../form-view.tsx'

/** Faces of one order that is put together at the desk; the page shows no more signs than that. */
const FACES_MAX = 500

/**
 * A refused order comes back as its form, 422, and nothing is written. The parcel itself is for those who may fetch it.
 */
export const orderRoutes = new Hono<DeskEnv>()
  .get('/admin/orders', allow('order.read'), async (c) => {
    const view = (
      <OrdersPage
        desk={deskOf(c)}
        orders={await listOrders(c.env.services.db)}
        dateOf={dateOf(c)}
        nameOf={await namesAtDesk(c.env.services.db)}
        mayOrder={mayDo(c, 'order.write')}
      />
    )
    return page(c, view)
  })
  .get('/admin/orders/new', allow('order.write'), (c) => newOrder(c))
  .post('/admin/orders', allow('order.write'), async (c) => {
    const { printing } = c.env.services
    if (!printing) return newOrder(c)
    const form = await readForm(c)
    const typed = form.text('more')
    const words = [...form.all('codes'), ...typed.split(/[\n,;]+/)].filter((word) => word.trim())
    const codes = [...new Set(words.map((word) => parseShortCode(word) ?? word.trim()))]
    const problems: FormProblems = {}
    if (codes.length === 0) problems['more'] = { key: 'orders.problem.none' }
    if (codes.length > FACES_MAX)
      problems['more'] = { key: 'orders.problem.many', values: { most: FACES_MAX } }
    const template = form.text('template')
    const known = await printing.listTemplates()
    if (!known.some(({ id }) => id === template))
      problems['template'] = { key: 'orders.problem.template' }
    const ticked = { codes, template, typed, isDraft: form.text('draft') === '1' }
    if (Object.keys(problems).length > 0) return newOrder(c, { problems, ticked })
    const made = await printing.order(ticked, actOf(c))
    if ('refusals' in made) return newOrder(c, { refusals: made.refusals, ticked })
    return c.redirect(`/admin/orders/${made.id}`, 303)
  })
  .get('/admin/orders/:id', allow('order.read'), async (c) => {
    const order = await orderOf(c)
    return order ? showOrder(c, order, { link: await linkJustMade(c, order) }) : missing(c)
  })
  .get('/admin/orders/:id/parcel.zip', allow('parcel.read'), async (c) => {
    const order = await orderOf(c)
    const parcel = order && (await findParcel(c.env.services.db, order.id))
    const answer =
      parcel && (await parcelAnswer(c.env.services, c.req.method, order.id, parcel.digest))
    return answer ?? missing(c)
  })

interface OrderPageInput {
  problems?: FormProblems
  /** A note that was refused, as it was typed. */
  typed?: OrderPageProps['typed']
  /** An address that was just made. */
  link?: { address: string; givenTo: string; expires: string } | null
  /** Of the answer; 200 unless told. */
  status?: 200 | 409 | 422
}

/**
 * The page of an order, as several routes answer with it. Never kept, for an address made for a contractor stands on it
 * once.
 */
export async function showOrder(
  c: Context<DeskEnv>,
  order: PrintOrder,
  { problems = {}, typed = null, link = null, status = 200 }: OrderPageInput = {},
): Promise<Response> {
  const view = (
    <OrderPage
      desk={deskOf(c)}
      {...await orderShown(c, order)}
      problems={problems}
      typed={typed}
      link={link}
      nameOf={await namesAtDesk(c.env.services.db)}
      now={c.env.services.now().toISOString()}
      dateOf={dateOf(c)}
      mayWrite={mayDo(c, 'order.write')}
      mayFetch={mayDo(c, 'parcel.read')}
      isMadeHere={c.env.services.printing !== undefined}
    />
  )
  return page(c, view, status)
}

/** Found again by its digest; null when none was made for this page, or it was shown. */
async function linkJustMade(c: Context<DeskEnv>, { id }: PrintOrder) {
  const token = takeToShow(c, `/admin/orders/${id}`)
  if (!token) return null
  const { db, origin } = c.env.services
  const digest = await digestOf(token)
  const link = (await listParcelLinks(db, id)).find((one) => one.digest === digest)
  if (!link) return null
  return { address: `${origin}/parcels/${token}`, givenTo: link.givenTo, expires: link.expires }
}

interface NewOrderInput {
  problems?: FormProblems
  refusals?: Refusal[]
  /** What was sent, to be shown again. */
  ticked?: { codes: string[]; template: string; typed: string; isDraft: boolean }
}

async function newOrder(
  c: Context<DeskEnv>,
  { problems = {}, refusals = [], ticked }: NewOrderInput = {},
): Promise<Response> {
  const { db, now, printing } = c.env.services
  const asked = signFilter(c)
  const signs = (await listSignsAtDesk(db, asked)).flatMap((sign) => {
    const state = stateOf(sign.events)
    const isAsked = asked.state === null || state === asked.state
    const name = nameFor(c, sign.names, sign.entry)
    return isEnded(state) || !isAsked ? [] : [{ ...sign, name, state }]
  })
  // Ended signs are not offered: nothing is printed for them.
  const isNarrowed = asked.entry !== null || asked.unit !== null
  const view = (
    <NewOrderPage
      desk={deskOf(c)}
      asked={asked}
      problems={problems}
      refusals={refusals}
      signs={signs.slice(0, FACES_MAX)}
      left={Math.max(0, signs.length - FACES_MAX)}
      isTicked={(code) => (ticked ? ticked.codes.includes(code) : isNarrowed)}
      typed={ticked?.typed ?? ''}
      template={ticked?.template ?? 'placard-150x200'}
      isDraft={ticked?.isDraft ?? false}
      templates={(await printing?.listTemplates())?.map(({ id }) => id) ?? null}
      entries={await entryChoices(c)}
      units={await listUnitChoices(db, localDay(now(), c.get('site').timeZone))}
    />
  )
  const isWrong = Object.keys(problems).length + refusals.length > 0
  return page(c, view, isWrong ? 422 : 200)
}

function dateOf(c: Context<DeskEnv>): (iso: string) => string {
  return (iso) => dateIn(c.get('language'), iso, c.get('site').timeZone)
}

function mayDo(c: Context<DeskEnv>, action: Action): boolean {
  const editor = c.get('session')?.editor
  return editor !== undefined && may(editor, action)
}
