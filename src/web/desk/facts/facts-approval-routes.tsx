/**
 * Approval of facts: read out with their sources, given by somebody who did not write them, and taken back. What is not
 * approved yet may be shown to visitors all the same, by whoever publishes.
 */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { changedContent } from '../../../content/facts-changes.ts'
import { may } from '../../../domain/editor.ts'
import type { Facts } from '../../../domain/entry.ts'
import { FactsApprovalPage, type FactsShown } from './facts-approval-page.tsx'
import { readFactsOut } from './facts-read.ts'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import { openFacts, type FactsDesk } from './facts-desk.ts'
import { speaking, standingOf } from './facts-page.tsx'
import { approvedBy, officeOf, vouchingFor } from './facts-vouching.ts'
import { saveFacts } from './facts-saving.ts'
import { addAudit } from '../../../store/audit-log.ts'
import { showFacts } from '../../../store/entries.ts'
import { readForm } from '../form.ts'
import type { DeskEnv } from '../desk-env.ts'

const PATH = '/admin/entries/:folder/:slug/facts/approval'
/**
 * Refusals are the same page with its sentence: 409 when the facts have moved on or the approval has, 403 for one's own
 * work, 422 while something is wrong.
 */
export const factsApprovalRoutes = new Hono<DeskEnv>()
  .get(PATH, allow('entry.read'), async (c) => {
    const desk = await openFacts(c)
    return desk ? approvalPage(c, desk) : missing(c)
  })
  .post(PATH, allow('facts.approve'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { say } = speaking(c)
    const form = await readForm(c)
    const { state } = desk
    if (Number(form.text('number')) !== state.factsNumber)
      return approvalPage(c, desk, say('facts.approval.overtaken'), 409)
    if (state.facts.review.state === 'approved')
      return approvalPage(c, desk, say('facts.approval.already'), 409)
    const vouching = await vouchingFor(c, desk)
    if (vouching.isOwn) return approvalPage(c, desk, '', 403)
    if (vouching.open.length + vouching.blocked.length > 0) return approvalPage(c, desk, '', 422)
    const facts = approvedBy(c, state.facts, {
      points: vouching.points,
      settled: vouching.settled,
      office: form.text('office'),
    })
    return settle(c, desk, facts, 'facts.approved')
  })
  .post(`${PATH}/end`, allow('facts.approve'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { say } = speaking(c)
    const { state } = desk
    if (Number((await readForm(c)).text('number')) !== state.factsNumber)
      return approvalPage(c, desk, say('facts.approval.overtaken'), 409)
    if (state.facts.review.state === 'pending')
      return approvalPage(c, desk, say('facts.approval.notApproved'), 409)
    const facts: Facts = { ...state.facts, review: { state: 'pending' } }
    return settle(c, desk, facts, 'facts.approval-ended')
  })

/** Facts nobody has approved, for visitors: as a text may be published before the facts beside it are approved. */
factsApprovalRoutes.post(`${PATH}/show`, allow('text.publish'), async (c) => {
  const desk = await openFacts(c)
  if (!desk) return missing(c)
  const { say } = speaking(c)
  const { state } = desk
  if (Number((await readForm(c)).text('number')) !== state.factsNumber || !state.shown)
    return approvalPage(c, desk, say('facts.approval.overtaken'), 409)
  if ((await vouchingFor(c, desk)).isOwn) return approvalPage(c, desk, '', 403)
  const details = { number: state.factsNumber }
  await c.env.services.db.batch([
    showFacts(state.id),
    addAudit({ what: 'facts.shown', subject: state.id, details }, actOf(c)),
  ])
  return c.redirect(`${desk.at}/facts/approval`, 303)
})

/** An approval is a state of the facts like any other, so it has the lock of every save. */
async function settle(c: Context<DeskEnv>, desk: FactsDesk, facts: Facts, what: string) {
  const { slug } = desk.state
  const outcome = await saveFacts(c.env.services.db, desk, { facts, slug, what }, actOf(c))
  if (outcome === 'saved') return c.redirect(`${desk.at}/facts/approval`, 303)
  const now = await openFacts(c)
  if (!now) return missing(c)
  return approvalPage(c, now, speaking(c).say('facts.approval.overtaken'), 409)
}

async function approvalPage(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  notice = '',
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { state, name, at, naming } = desk
  const { say } = speaking(c)
  const { facts, kind } = state
  const isApproved = facts.review.state === 'approved'
  const vouching = await vouchingFor(c, desk)
  const view = (
    <FactsApprovalPage
      desk={deskOf(c)}
      name={name}
      at={at}
      notice={notice}
      isApproved={isApproved}
      number={state.factsNumber}
      standing={standingOf(c, desk)}
      parts={readFactsOut(facts, kind, say, naming).filter(({ key }) => key !== 'sources')}
      sources={facts.sources}
      open={isApproved ? [] : vouching.open.map(({ words }) => words)}
      blocked={vouching.blocked}
      cannot={whyNot(c, desk, vouching.isOwn)}
      office={officeOf(c)}
      shown={shownIn(c, desk)}
      mayShow={mayShow(c, vouching.isOwn)}
    />
  )
  return page(c, view, status)
}

/** What visitors read otherwise until this state is approved: the number of theirs, and the parts that differ. */
function shownIn(c: Context<DeskEnv>, { state }: FactsDesk): FactsShown | null {
  const { say } = speaking(c)
  if (!state.shown) return null
  const changed = changedContent(state.shown.facts, state.facts)
  const parts = changed.flatMap((key) => (key === 'review' ? [] : [say(`facts.part.${key}`)]))
  return { number: state.shown.number, parts }
}

function mayShow(c: Context<DeskEnv>, isOwn: boolean): boolean {
  const session = c.get('session')
  return session !== null && may(session.editor, 'text.publish') && !isOwn
}

function whyNot(c: Context<DeskEnv>, desk: FactsDesk, isOwn: boolean): string {
  const { say } = speaking(c)
  const session = c.get('session')
  if (!session || !may(session.editor, 'facts.approve')) return say('facts.approval.notYours')
  const isPending = desk.state.facts.review.state === 'pending'
  return isPending && isOwn ? say('facts.approval.ownWork') : ''
}
