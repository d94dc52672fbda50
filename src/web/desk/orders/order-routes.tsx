/** Print orders: which there are, and what one has frozen. */
import { Hono, type Context } from 'hono'
import { digestOf } from '../../../domain/digest.ts'
import { may, type Action } from '../../../domain/editor.ts'
import type { PrintOrder } from '../../../domain/print-order.ts'
import { newToken } from '../../../domain/random.ts'
import { findParcel } from '../../../store/parcel-requests.ts'
import { listParcelLinks } from '../../../store/parcel-links.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { listOrders } from '../../../store/listed-orders.ts'
import { parcelAnswer } from './parcel-answer.ts'
import { namesAtDesk } from '../editor-names.ts'
import { dateIn } from '../dates.ts'
import { OrderPage } from './order-page.tsx'
import { OrdersPage } from './orders-page.tsx'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import { orderOf, orderShown } from './order-of.ts'
import { takeToShow } from '../shown-once.ts'
import type { OrderPageProps } from './order-page-props.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

/** The parcel itself is for those who may fetch it; once a contractor has, the order is no longer cancelled. */
export const orderRoutes = new Hono<DeskEnv>()
  .get('/admin/orders', allow('order.read'), async (c) => {
    const view = (
      <OrdersPage
        desk={deskOf(c)}
        orders={await listOrders(c.env.services.db)}
        now={c.env.services.now().toISOString()}
        dateOf={dateOf(c)}
        nameOf={await namesAtDesk(c.env.services.db)}
        mayOrder={mayDo(c, 'order.write')}
      />
    )
    return page(c, view)
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
    if (!order || !answer) return missing(c)
    const isContractor = c.get('session')?.editor.role === 'contractor'
    if (isContractor && c.req.method === 'GET')
      await c.env.services.db.run(addAudit({ what: 'parcel.fetched', subject: order.id }, actOf(c)))
    return answer
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
      press={newToken()}
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

function dateOf(c: Context<DeskEnv>): (iso: string) => string {
  return (iso) => dateIn(c.get('language'), iso, c.get('site').timeZone)
}

function mayDo(c: Context<DeskEnv>, action: Action): boolean {
  const editor = c.get('session')?.editor
  return editor !== undefined && may(editor, action)
}
