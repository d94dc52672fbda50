/** The room of review: what waits, one entry after another, and its approval in one act. */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { may } from '../../../domain/editor.ts'
import { allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { entryAddress } from '../entry-address.ts'
import { approvedBy, officeOf, vouchingFor } from '../facts/facts-vouching.ts'
import { openFacts, type FactsDesk } from '../facts/facts-desk.ts'
import { speaking, standingOf } from '../facts/facts-page.tsx'
import { readFactsOut } from '../facts/facts-read.ts'
import { readForm } from '../form.ts'
import { approveEntry } from './approving.ts'
import { QueuePage } from './queue-page.tsx'
import { besideOf, queuePartOf, reviewAddress } from './review-queue-of.ts'
import { ReviewPage } from './review-page.tsx'
import { textsToReview } from './texts-to-review.ts'

const ENTRY = '/admin/review/:folder/:slug'

/** 409 where somebody was faster, 403 for one's own work, 422 with what is still in the way; then nothing is written. */
export const reviewRoutes = new Hono<DeskEnv>()
  .get('/admin/review', allow('entry.read'), async (c) =>
    page(
      c,
      <QueuePage desk={deskOf(c)} queue={await queuePartOf(c)} done={c.req.query('done') ?? ''} />,
    ),
  )
  .get(ENTRY, allow('entry.read'), async (c) => {
    const desk = await openFacts(c)
    return desk ? reviewPage(c, desk) : missing(c)
  })
  .post(`${ENTRY}/approval`, allow('facts.approve'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { next, filter } = await besideOf(c, desk.state.id)
    const form = await readForm(c)
    const shown = {
      facts: form.text('number'),
      texts: form.text('texts').split(',').filter(Boolean),
    }
    const outcome = await approveEntry(c, desk, { shown, office: form.text('office') })
    if (outcome === 'approved') return c.redirect(reviewAddress(next, filter), 303)
    const now = await openFacts(c)
    if (!now) return missing(c)
    const { say } = speaking(c)
    const status = { overtaken: 409, own: 403, held: 422 } as const
    const said = { overtaken: say('review.overtaken'), own: '', held: '' }
    return reviewPage(c, now, said[outcome], status[outcome])
  })

/** The page of one entry; `notice`: of what was just tried, '' for nothing. */
export async function reviewPage(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  notice = '',
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { state, name, naming } = desk
  const { say } = speaking(c)
  const vouching = await vouchingFor(c, desk)
  const session = c.get('session')
  const { facts, kind, id } = state
  const { before, next, number, of, filter } = await besideOf(c, id)
  const mayApprove = session !== null && may(session.editor, 'facts.approve')
  const texts = await textsToReview(c, desk)
  const view = (
    <ReviewPage
      desk={deskOf(c)}
      name={name}
      at={reviewAddress(state, 'all')}
      entryAt={entryAddress(state)}
      filter={filter}
      place={{ number, of }}
      before={before && reviewAddress(before, filter)}
      next={next && reviewAddress(next, filter)}
      notice={notice}
      number={state.factsNumber}
      standing={standingOf(c, desk)}
      isApproved={facts.review.state === 'approved'}
      parts={readFactsOut(facts, kind, say, naming).filter(
        ({ key }) => key !== 'sources' && key !== 'toVerify',
      )}
      sources={
        approvedBy(c, facts, { points: vouching.points, settled: vouching.settled, office: '' })
          .sources
      }
      texts={texts}
      vouching={vouching}
      mayApprove={mayApprove}
      mayWrite={session !== null && may(session.editor, 'entry.write')}
      office={officeOf(c)}
      reader={session?.editor.name ?? ''}
      today={desk.surroundings.today}
    />
  )
  return page(c, view, status)
}
