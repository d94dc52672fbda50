/** What an approval of facts rests on: every point settled, nothing wrong, and somebody who did not write them. */
import type { Context } from 'hono'
import { changedContent } from '../../../content/facts-changes.ts'
import type { Facts } from '../../../domain/entry.ts'
import { writersToApprove } from '../../../domain/facts-approval.ts'
import { needsFourEyes } from '../../../domain/publication.ts'
import {
  openPoints,
  reviewPoints,
  withReadSources,
  type ReviewPoint,
  type Settlement,
} from '../../../domain/review-point.ts'
import { localDay } from '../../../domain/scan.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { mayApprove } from '../../../domain/text-state.ts'
import { DESK_LANGUAGES, deskMessage } from '../../../messages/desk-message.ts'
import { listFactsSaved, type FactsSaved } from '../../../store/facts.ts'
import { listSettlements } from '../../../store/settlements.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsDesk } from './facts-desk.ts'
import { problemsIn } from './facts-page.tsx'

/** Characters of the office of whoever approves; what is longer is cut. */
const OFFICE_MAX = 120

export interface Vouching {
  points: ReviewPoint[]
  settled: Settlement[]
  open: ReviewPoint[]
  /** What else keeps the facts from being approved, with the field of the form that mends it. */
  blocked: { text: string; field: string }[]
  /** Whoever is signed in wrote some of it, where four eyes are asked for. */
  isOwn: boolean
}

export async function vouchingFor(c: Context<DeskEnv>, desk: FactsDesk): Promise<Vouching> {
  const { state } = desk
  const source = sourceLocale(c.get('site'))
  const body = state.texts.find(({ locale }) => locale === source)?.body ?? ''
  const points = reviewPoints(state.facts, body)
  const settled = await listSettlements(c.env.services.db, state.id)
  const open = openPoints(points, settled)
  const facts = approvedBy(c, state.facts, { points, settled, office: '' })
  return {
    points,
    settled,
    open,
    // General knowledge is told point by point.
    blocked: problemsIn(c, desk, facts, open.length > 0 ? 'source.general-knowledge' : null)
      .filter(({ severity }) => severity === 'error')
      .map(({ field, place, text }) => ({
        field,
        text: place === '' ? text : `${place}: ${text}`,
      })),
    isOwn: await isOwnWork(c, desk),
  }
}

/**
 * The facts approved today by whoever is signed in, who is named by name, for it is shown to visitors; general knowledge
 * has given way to where it was read.
 */
export function approvedBy(
  c: Context<DeskEnv>,
  facts: Facts,
  { points, settled, office }: Pick<Vouching, 'points' | 'settled'> & { office: string },
): Facts {
  const by = c.get('session')?.editor.name ?? ''
  const on = localDay(c.env.services.now(), c.get('site').timeZone)
  const role = office.replace(/\p{C}/gu, ' ').trim().slice(0, OFFICE_MAX)
  const review = { state: 'approved' as const, by, ...(role && { role }), on }
  return { ...withReadSources(facts, points, settled), review }
}

async function isOwnWork(c: Context<DeskEnv>, { state }: FactsDesk): Promise<boolean> {
  const saved = await listFactsSaved(c.env.services.db, state.id)
  const writers = writersToApprove(saved.map(stepOf))
  const fourEyes = needsFourEyes(c.get('site'), state.facts)
  return !mayApprove(fourEyes, writers, c.get('session')?.editor.email ?? '')
}

/**
 * One state as the rule of four eyes reads it. An approval that names where things were read writes nothing of its own.
 */
function stepOf({ facts, savedBy }: FactsSaved, i: number, saved: readonly FactsSaved[]) {
  const before = saved[i - 1]
  const isApproved = facts.review.state === 'approved'
  const vouches = isApproved && before?.facts.review.state === 'pending'
  const changed = before ? changedContent(before.facts, facts) : null
  const changesContent = !changed || changed.some((key) => !vouches || key !== 'sources')
  return { savedBy, isApproved, changesContent }
}

/**
 * In the source language of the site, for it stands on every page; Vietnamese where the desk does not speak that
 * language.
 */
export function officeOf(c: Context<DeskEnv>): string {
  const source = sourceLocale(c.get('site'))
  const language = DESK_LANGUAGES.find((one) => one === source) ?? 'vi'
  const role = c.get('session')?.editor.role
  return role ? deskMessage(language, `role.${role}`) : ''
}
