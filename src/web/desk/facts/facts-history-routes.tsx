/** Every state the facts of an entry have had, what changed between them, and the way back to one. */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { changedContent } from '../../../content/facts-changes.ts'
import { may } from '../../../domain/editor.ts'
import type { Facts } from '../../../domain/entry.ts'
import { listFactsSaved, type FactsSaved } from '../../../store/facts.ts'
import { listUploads } from '../../../store/media.ts'
import { dateIn } from '../dates.ts'
import { FactsHistoryPage, type StateLine } from './facts-history-page.tsx'
import { changesBetween } from './facts-read.ts'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import { openFacts, type FactsDesk } from './facts-desk.ts'
import { factsPage, problemsIn, speaking, typedFor } from './facts-page.tsx'
import { saveFacts } from './facts-saving.ts'
import { readForm } from '../form.ts'
import { knownFiles, settleFiles } from './media-files.ts'
import type { DeskEnv } from '../desk-env.ts'

const PATH = '/admin/entries/:folder/:slug/facts/history'

/**
 * A restoration is a new state with old facts; 409 when somebody saved meanwhile, 422 with the form when the old facts
 * would not pass today's rules.
 */
export const factsHistoryRoutes = new Hono<DeskEnv>()
  .get(PATH, allow('entry.read'), async (c) => {
    const desk = await openFacts(c)
    return desk ? historyPage(c, desk) : missing(c)
  })
  .post(`${PATH}/:number/restoration`, allow('entry.write'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { say } = speaking(c)
    const wanted = Number(c.req.param('number'))
    const saved = await listFactsSaved(c.env.services.db, desk.state.id)
    const state = saved.find(({ number }) => number === wanted)
    if (!state) return missing(c)
    if (Number((await readForm(c)).text('number')) !== desk.state.factsNumber)
      return historyPage(c, desk, say('facts.history.overtaken'), 409)
    const facts = restored(state.facts, desk.state.facts)
    // Pictures that were taken out since lie on the desk.
    const uploads = await listUploads(c.env.services.db, desk.state.id)
    const files = knownFiles(desk.state, uploads)
    const problems = problemsIn(c, { ...desk, state: { ...desk.state, files } }, facts)
    if (problems.some(({ severity }) => severity === 'error')) {
      const notice = say('facts.history.restored', { number: wanted })
      return factsPage(c, desk, { typed: typedFor(desk, facts), problems, notice }, 422)
    }
    if (changedContent(desk.state.facts, facts).length > 0) {
      const { slug } = desk.state
      const settled = settleFiles(desk.state, uploads, facts, actOf(c))
      const saving = { facts, slug, what: 'facts.restored', details: { restored: wanted } }
      const all = { ...saving, ...settled }
      const outcome = await saveFacts(c.env.services.db, desk, all, actOf(c))
      const now = outcome === 'saved' ? null : await openFacts(c)
      if (now) return historyPage(c, now, say('facts.history.overtaken'), 409)
    }
    return c.redirect(`${desk.at}/facts/history`, 303)
  })

/** Old addresses go on leading here, what is withheld today stays so, and nobody has approved this yet. */
function restored(then: Facts, { formerSlugs, withheld }: Facts): Facts {
  const { formerSlugs: _, ...rest } = then
  const review = { state: 'pending' as const }
  return { ...rest, ...(formerSlugs && { formerSlugs }), withheld, review }
}

async function historyPage(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  notice = '',
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { state, name, at, naming } = desk
  const { say } = speaking(c)
  const saved = await listFactsSaved(c.env.services.db, state.id)
  const changes = (before: Facts, after: Facts) =>
    changesBetween(before, after, state.kind, say, naming)
  const states = saved.map((one, i): StateLine => {
    const before = saved[i - 1]
    return {
      number: one.number,
      by: desk.nameOf(one.savedBy),
      approval: approvalIn(c, before, one),
      date: dateIn(c.get('language'), one.savedAt, c.get('site').timeZone),
      changes: before ? changes(before.facts, one.facts) : null,
    }
  })
  const asked = (end: string) => saved.find(({ number }) => number === Number(c.req.query(end)))
  const [from, to] = [asked('from'), asked('to')]
  const session = c.get('session')
  const view = (
    <FactsHistoryPage
      desk={deskOf(c)}
      name={name}
      at={at}
      notice={notice}
      states={states.reverse()}
      compared={
        from && to
          ? { from: from.number, to: to.number, changes: changes(from.facts, to.facts) }
          : null
      }
      canRestore={session !== null && may(session.editor, 'entry.write')}
    />
  )
  return page(c, view, status)
}

/** Nobody is named for taking back: it may have been an edit that did it. */
function approvalIn(c: Context<DeskEnv>, before: FactsSaved | undefined, now: FactsSaved): string {
  const { say } = speaking(c)
  const { review } = now.facts
  if (review.state === 'approved')
    return before?.facts.review.state === 'approved'
      ? ''
      : say('facts.history.approved', { by: review.by, date: review.on })
  return before?.facts.review.state === 'approved' ? say('facts.history.pending') : ''
}
