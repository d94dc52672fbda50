/** Facts and texts of one entry, approved in one act: all of it, or nothing. */
import type { Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { missingForPublication, needsFourEyes } from '../../../domain/publication.ts'
import { isApproved, mayApprove, textStandings, writersOf } from '../../../domain/text-state.ts'
import { localesOf, sourceLocale } from '../../../domain/site.ts'
import { addAudit, subjectOf } from '../../../store/audit-log.ts'
import type { Statement } from '../../../store/database.ts'
import { publish } from '../../../store/revisions.ts'
import { decideUnasked } from '../../../store/reviews.ts'
import { findTextHistory } from '../../../store/text-history.ts'
import { actOf } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsDesk } from '../facts/facts-desk.ts'
import { saveFacts } from '../facts/facts-saving.ts'
import { approvedBy, vouchingFor } from '../facts/facts-vouching.ts'

/** What was on the screen: the number of the facts, and of every text as in `vi 3`. */
export interface ShownNumbers {
  facts: string
  texts: readonly string[]
}

/** `held`: a point is open, or a rule says no. `own`: whoever asks wrote some of it. */
export type Approving = 'approved' | 'overtaken' | 'own' | 'held'

/**
 * Approves the facts and the latest revision of every text that was shown; whoever may publish makes those public that
 * are not. What was shown must still be what there is.
 */
export async function approveEntry(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  { shown, office }: { shown: ShownNumbers; office: string },
): Promise<Approving> {
  const { state } = desk
  const site = c.get('site')
  const { db } = c.env.services
  const latest = state.texts.map(({ locale, number }) => `${locale} ${number}`)
  const isShown = [...latest].sort().join() === [...shown.texts].sort().join()
  if (!isShown || shown.facts !== String(state.factsNumber)) return 'overtaken'
  if (state.facts.review.state === 'approved') return 'overtaken'

  const vouching = await vouchingFor(c, desk)
  const history = await findTextHistory(db, state.id)
  const editor = c.get('session')?.editor
  if (!history || !editor) return 'overtaken'
  const fourEyes = needsFourEyes(site, state.facts)
  const standings = textStandings(history, sourceLocale(site), localesOf(site)).filter(
    ({ latest, state: stands }) => latest !== null && stands !== 'removed',
  )
  const unread = standings.filter(
    ({ locale, latest }) => latest && !isApproved(history, locale, latest.number),
  )
  const wroteText = unread.some(
    ({ locale, latest }) =>
      latest && !mayApprove(fourEyes, writersOf(history, locale, latest.number), editor.email),
  )
  if (vouching.isOwn || wroteText) return 'own'
  if (vouching.open.length + vouching.blocked.length > 0) return 'held'

  const { points, settled } = vouching
  const facts = approvedBy(c, state.facts, { points, settled, office })
  const act = actOf(c)
  const mayPublish =
    may(editor, 'text.publish') && missingForPublication(site, facts, true) === null
  const also = [
    ...unread.flatMap(({ locale, latest }): Statement[] =>
      latest
        ? decideUnasked(
            { entry: state.id, locale, number: latest.number },
            { decision: 'approved', note: '' },
            act,
          )
        : [],
    ),
    ...(mayPublish ? standings : []).flatMap(({ locale, latest, published }): Statement[] => {
      if (!latest || latest.number === published?.number) return []
      const revision = { entry: state.id, locale, number: latest.number }
      const details = { number: latest.number }
      return [
        ...publish(revision, act),
        addAudit({ what: 'text.published', subject: subjectOf(revision), details }, act),
      ]
    }),
  ]
  const { slug } = state
  const saved = await saveFacts(db, desk, { facts, slug, what: 'facts.approved', also }, act)
  return saved === 'saved' ? 'approved' : 'overtaken'
}
