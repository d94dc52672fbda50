/** How a new print order is put together: ticked, looked at, asked about, frozen. */
import { Hono, type Context } from 'hono'
import { isDraftOrigin } from '../../../domain/placard.ts'
import { newToken } from '../../../domain/random.ts'
import { parseShortCode } from '../../../domain/short-code.ts'
import { isEnded, stateOf } from '../../../domain/sign.ts'
import type { Refusal } from '../../../printing/printing.ts'
import { findPressed } from '../../../store/order-acts.ts'
import { listSignsAtDesk } from '../../../store/signs-at-desk.ts'
import { actOf, allow, deskOf, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { readForm } from '../form.ts'
import type { FormProblems } from '../form-view.tsx'
import { signFilter } from '../sign-filter.ts'
import { soughtIn } from '../sought.ts'
import { readinessOf, type NamedReadiness } from './sign-needs.tsx'
import { FACES_MAX, readOrder, signsOf, worriesOf, type TypedOrder } from './new-order-of.ts'
import { NewOrderPage } from './new-order-page.tsx'
import { askedFor } from './ready-filter.ts'

/** The smallest that stands on a post, until another is chosen. */
const USUAL_TEMPLATE = 'placard-150x200'

/**
 * A refused order comes back as its form, 422, and nothing is written; 409 where something is asked first. The same form
 * sent twice leads to the one order it made.
 */
export const newOrderRoutes = new Hono<DeskEnv>()
  .get('/admin/orders/new', allow('order.write'), async (c) => {
    const asked = await signFilter(c)
    const signs = (await listSignsAtDesk(c.env.services.db, asked)).filter(({ events }) => {
      const state = stateOf(events)
      // Ended signs are not offered: nothing is printed for them.
      return !isEnded(state) && (asked.state === null || state === asked.state)
    })
    const isNarrowed = asked.entry !== null || asked.unit !== null
    const listed = signs.slice(0, FACES_MAX).map(({ code }) => code)
    const order = { ...EMPTY, listed, codes: isNarrowed ? listed : [] }
    return newOrder(c, order, { left: signs.length - listed.length })
  })
  .post('/admin/orders/new', allow('order.write'), async (c) => {
    const form = await readForm(c)
    if (form.text('take') === 'ready') {
      const narrowed = await askedFor(c, {
        words: form.text('q').trim(),
        unit: form.text('unit') || null,
      })
      const taken = await readinessOf(c, { ...narrowed, only: 'ready', limit: FACES_MAX })
      const listed = taken.signs.map(({ code }) => code)
      return newOrder(c, { ...EMPTY, listed, codes: listed }, { left: taken.found - listed.length })
    }
    const proofs = Math.max(1, Math.floor(Number(form.text('proofs')) || 1))
    return newOrder(c, readOrder(form), { proofs })
  })
  .post('/admin/orders', allow('order.write'), async (c) => {
    const { db, printing, origin } = c.env.services
    const order = readOrder(await readForm(c))
    if (!printing) return newOrder(c, order)
    const made = order.pressed && (await findPressed(db, order.pressed))
    if (made) return c.redirect(`/admin/orders/${made}`, 303)
    const problems: FormProblems = {}
    if (order.codes.length === 0) problems['more'] = { key: 'orders.problem.none' }
    if (order.codes.length > FACES_MAX)
      problems['more'] = { key: 'orders.problem.many', values: { most: FACES_MAX } }
    const known = await printing.listTemplates()
    if (!known.some(({ id }) => id === order.template))
      problems['template'] = { key: 'orders.problem.template' }
    if (Object.keys(problems).length > 0) return newOrder(c, order, { problems })
    const isDraft = order.isDraft || isDraftOrigin(origin, c.get('site').origins)
    const { worries, sure } = await worriesOf(isDraft ? [] : await signsOf(c, codesIn(order)))
    if (worries.length > 0 && order.sure !== sure) return newOrder(c, order, { worries, sure })
    const { codes, template, pressed } = order
    const wanted = { codes, template, isDraft: order.isDraft, pressed: pressed || null }
    const placed = await printing.order(wanted, actOf(c))
    if ('refusals' in placed) return newOrder(c, order, { refusals: placed.refusals })
    return c.redirect(`/admin/orders/${placed.id}`, 303)
  })

const EMPTY: TypedOrder = {
  codes: [],
  listed: [],
  template: USUAL_TEMPLATE,
  typed: '',
  isDraft: false,
  pressed: '',
  sure: '',
}

function codesIn({ codes }: TypedOrder) {
  return codes.flatMap((word) => parseShortCode(word) ?? [])
}

interface NewOrderInput {
  problems?: FormProblems
  refusals?: Refusal[]
  worries?: Awaited<ReturnType<typeof worriesOf>>['worries']
  /** What is agreed to by saying yes to `worries`. */
  sure?: string
  /** Signs that were not listed, for want of room. */
  left?: number
  /** Which page of faces is shown, from 1; null for none. */
  proofs?: number | null
}

async function newOrder(
  c: Context<DeskEnv>,
  order: TypedOrder,
  {
    problems = {},
    refusals = [],
    worries = [],
    sure = '',
    left = 0,
    proofs = null,
  }: NewOrderInput = {},
): Promise<Response> {
  const { printing } = c.env.services
  const listed = [...new Set([...order.listed, ...codesIn(order)])].slice(0, FACES_MAX)
  const signs: NamedReadiness[] = await signsOf(c, listed)
  const view = (
    <NewOrderPage
      desk={deskOf(c)}
      asked={await signFilter(c)}
      entry={await soughtIn(c, 'entries', 'entry')}
      unit={await soughtIn(c, 'units', 'unit')}
      problems={problems}
      refusals={refusals.map(({ word, why }) => {
        const code = parseShortCode(word)
        return { word, why, sign: signs.find((sign) => sign.code === code) ?? null }
      })}
      worries={worries}
      sure={sure}
      signs={signs}
      left={left}
      order={{ ...order, pressed: order.pressed || newToken() }}
      proofs={proofs}
      templates={(await printing?.listTemplates())?.map(({ id }) => id) ?? null}
    />
  )
  const isWrong = Object.keys(problems).length + refusals.length > 0
  return page(c, view, isWrong ? 422 : worries.length > 0 ? 409 : 200)
}
