/** Approval of facts: read out with their sources, given by somebody who did not write them, and taken back. */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { changedContent } from '../../../content/facts-changes.ts'
import { may } from '../../../domain/editor.ts'
import type { Facts } from '../../../domain/entry.ts'
import { writersToApprove } from '../../../domain/facts-approval.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { needsFourEyes } from '../../../domain/publication.ts'
import { mayApprove } from '../../../domain/text-state.ts'
import { DESK_LANGUAGES, deskMessage } from '../../../messages/desk-message.ts'
import { listFactsSaved, type FactsSaved } from '../../../store/facts.ts'
import { FactsApprovalPage } from './facts-approval-page.tsx'
import { readFactsOut } from './facts-read.ts'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import { openFacts, type FactsDesk } from './facts-desk.ts'
import { problemsIn, speaking, standingOf } from './facts-page.tsx'
import { saveFacts } from './facts-saving.ts'
import { readForm } from '../form.ts'
import type { DeskEnv } from '../desk-env.ts'

const PATH = '/admin/entries/:folder/:slug/facts/approval'
/** Characters of the office of whoever approves; what is longer is cut. */
const OFFICE_MOST = 120

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
    if (await isOwnWork(c, desk)) return approvalPage(c, desk, '', 403)
    const office = form.text('office').replace(/\p{C}/gu, ' ').trim().slice(0, OFFICE_MOST)
    const facts = approved(c, state.facts, office)
    if (blockedIn(c, desk, facts).length > 0) return approvalPage(c, desk, '', 422)
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

/** An approval is a state of the facts like any other, so it has the lock of every save. */
async function settle(c: Context<DeskEnv>, desk: FactsDesk, facts: Facts, what: string) {
  const { slug } = desk.state
  const outcome = await saveFacts(c.env.services.db, desk, { facts, slug, what }, actOf(c))
  if (outcome === 'saved') return c.redirect(`${desk.at}/facts/approval`, 303)
  const now = await openFacts(c)
  if (!now) return missing(c)
  return approvalPage(c, now, speaking(c).say('facts.approval.overtaken'), 409)
}

/** The day is local. Whoever approves is named by name, for the name is shown to visitors. */
function approved(c: Context<DeskEnv>, facts: Facts, office: string): Facts {
  const name = c.get('session')?.editor.name ?? ''
  const on = localDay(c.env.services.now(), c.get('site').timeZone)
  const review = { state: 'approved' as const, by: name, ...(office && { role: office }), on }
  return { ...facts, review }
}

/** Judged as approved: some rules hold only then. */
function blockedIn(c: Context<DeskEnv>, desk: FactsDesk, facts: Facts) {
  return problemsIn(c, desk, facts)
    .filter(({ severity }) => severity === 'error')
    .map(({ field, place, text }) => ({ field, text: place === '' ? text : `${place}: ${text}` }))
}

async function isOwnWork(c: Context<DeskEnv>, { state }: FactsDesk): Promise<boolean> {
  const saved = await listFactsSaved(c.env.services.db, state.id)
  const writers = writersToApprove(saved.map(stepOf))
  const fourEyes = needsFourEyes(c.get('site'), state.facts)
  return !mayApprove(fourEyes, writers, c.get('session')?.editor.email ?? '')
}

/** One state as the rule of four eyes reads it. */
function stepOf({ facts, savedBy }: FactsSaved, i: number, saved: readonly FactsSaved[]) {
  const before = saved[i - 1]
  return {
    savedBy,
    isApproved: facts.review.state === 'approved',
    changesContent: !before || changedContent(before.facts, facts).length > 0,
  }
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
      blocked={blockedIn(c, desk, approved(c, facts, ''))}
      cannot={await whyNot(c, desk)}
      office={officeOf(c)}
    />
  )
  return page(c, view, status)
}

async function whyNot(c: Context<DeskEnv>, desk: FactsDesk): Promise<string> {
  const { say } = speaking(c)
  const session = c.get('session')
  if (!session || !may(session.editor, 'facts.approve')) return say('facts.approval.notYours')
  const isPending = desk.state.facts.review.state === 'pending'
  return isPending && (await isOwnWork(c, desk)) ? say('facts.approval.ownWork') : ''
}

/**
 * In the source language of the site, for it stands on every page; Vietnamese where the desk does not speak that
 * language.
 */
function officeOf(c: Context<DeskEnv>): string {
  const source = sourceLocale(c.get('site'))
  const language = DESK_LANGUAGES.find((one) => one === source) ?? 'vi'
  const role = c.get('session')?.editor.role
  return role ? deskMessage(language, `role.${role}`) : ''
}
