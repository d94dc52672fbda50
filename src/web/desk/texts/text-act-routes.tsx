/** What is done with a text once it is written. Each act is one row with who and when. */
import { Hono, type Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as z from 'zod'
import type { Action } from '../../../domain/editor.ts'
import { OvertakenError } from '../../../domain/errors.ts'
import { parseLocalTime } from '../../../domain/local-time.ts'
import { missingForPublication, needsFourEyes } from '../../../domain/publication.ts'
import type { RevisionRef } from '../../../domain/revision.ts'
import { isApproved, mayApprove, writersOf } from '../../../domain/text-state.ts'
import { askReview, decideReview } from '../../../store/reviews.ts'
import { cancelPublication, schedulePublication } from '../../../store/schedules.ts'
import { confirmStillRight, markMinor, takeBackMinor } from '../../../store/still-right.ts'
import { publishText, removeText, restoreText, unpublishText } from '../../../store/texts.ts'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing, refuse } from '../desk.tsx'
import { textOf, type TextAtDesk, factsOf } from '../entry-of.ts'
import { readForm, type Form } from '../form.ts'
import { showText } from './show-text.tsx'
import { mayWrite } from './text-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'
import type { FormProblems } from '../form-view.tsx'

const TEXT = '/admin/entries/:folder/:slug/:locale'
/** A number from a form; null when it is none. */
const count = z.coerce.number().int().positive().nullable().catch(null)

/**
 * What is done with one text. False refuses: this person may not do this to this text. FormProblems are shown at their
 * fields.
 */
type TextAct = (
  c: Context<DeskEnv>,
  text: TextAtDesk,
  form: Form,
) => Promise<boolean | FormProblems>

/**
 * The route of one act: 404 without such a text, 403 where the act refuses, 422 with its problems, 409 with the page as
 * it is now where somebody was faster. `place`: on the page that is shown afterwards.
 */
export function doing(action: Action, work: TextAct, place = '') {
  return [
    allow(action),
    createMiddleware<DeskEnv>(async (c) => {
      const text = await textOf(c)
      if (!text) return missing(c)
      const path = `${text.path}/${text.locale}`
      try {
        const done = await work(c, text, await readForm(c))
        if (typeof done === 'object') return showText(c, text, { problems: done, status: 422 })
        return done ? c.redirect(path + place, 303) : refuse(c)
      } catch (error) {
        if (!(error instanceof OvertakenError)) throw error
        const now = (await textOf(c)) as TextAtDesk
        const said = sayFor(deskOf(c))('act.overtaken')
        return showText(c, now, { said, status: 409 })
      }
    }),
  ] as const
}

/**
 * Four eyes and the approval of the facts, as the site asks for them. Asked when a publication is scheduled, and not
 * again when it is due.
 */
async function mayPublish(c: Context<DeskEnv>, text: TextAtDesk, number: number): Promise<boolean> {
  const approved = isApproved(text.history, text.locale, number)
  return missingForPublication(c.get('site'), await factsOf(c, text), approved) === null
}

/** The revision the form names; null when the text has none of that number. */
function named({ history, locale }: TextAtDesk, form: Form): RevisionRef | null {
  const number = count.parse(form.text('number'))
  const isKnown = history.revisions.some((one) => one.locale === locale && one.number === number)
  return number !== null && isKnown ? { entry: history.id, locale, number } : null
}

/**
 * A translation whose source has moved on is neither sent nor published before its writer said whether it follows:
 * FormProblems where that was not said, false where the source has moved on once more. What was said stands at once.
 */
async function followsSource(
  c: Context<DeskEnv>,
  text: TextAtDesk,
  revision: RevisionRef,
  form: Form,
): Promise<boolean | FormProblems> {
  const source = text.standings.find(({ locale }) => locale === text.source)?.published
  if (text.isSource || !text.standing.latest?.isStale || !source) return true
  if (form.text('answers') === 'behind') return true
  const answered = count.parse(form.text('answers'))
  if (answered === null) return { answers: { key: 'act.answers.missing' } }
  if (answered !== source.number || !mayWrite(c, text)) return false
  await confirmStillRight(c.env.services.db, revision, source.number, actOf(c))
  return true
}

/** Whoever may write a language may ask, confirm and mark; publishers publish, schedule, remove and restore. */
export const textActRoutes = new Hono<DeskEnv>()
  .post(
    `${TEXT}/review`,
    ...doing('text.write', async (c, text, form) => {
      const revision = named(text, form)
      if (!revision || !mayWrite(c, text)) return false
      const follows = await followsSource(c, text, revision, form)
      if (follows !== true) return follows
      await askReview(c.env.services.db, revision, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/review/:request`,
    ...doing('text.review', async (c, text, form) => {
      const { history, locale } = text
      const request = count.parse(c.req.param('request'))
      const review = history.reviews.find((one) => one.id === request && one.locale === locale)
      if (!review) return false
      const approves = form.text('decision') === 'approved'
      const writers = writersOf(history, locale, review.number)
      const act = actOf(c)
      const fourEyes = needsFourEyes(c.get('site'), await factsOf(c, text))
      if (approves && !mayApprove(fourEyes, writers, act.by)) return false
      const decision = approves ? 'approved' : 'returned'
      const note = form.text('note').trim().slice(0, 2000)
      await decideReview(c.env.services.db, review.id, { decision, note }, act)
      return true
    }),
  )
  .post(
    `${TEXT}/publication`,
    ...doing('text.publish', async (c, text, form) => {
      const revision = named(text, form)
      if (!revision) return false
      if (!(await mayPublish(c, text, revision.number))) return false
      const follows = await followsSource(c, text, revision, form)
      if (follows !== true) return follows
      await publishText(c.env.services.db, revision, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/schedule`,
    ...doing('text.publish', async (c, text, form) => {
      const revision = named(text, form)
      if (!revision || !(await mayPublish(c, text, revision.number))) return false
      const due = parseLocalTime(form.text('due'), c.get('site').timeZone)
      if (!due || due <= c.env.services.now()) return { due: { key: 'problem.due' } }
      const follows = await followsSource(c, text, revision, form)
      if (follows !== true) return follows
      await schedulePublication(c.env.services.db, revision, due, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/schedule/:id/end`,
    ...doing('text.publish', async (c, { history, locale }) => {
      const id = count.parse(c.req.param('id'))
      const schedule = history.schedules.find((one) => one.id === id && one.locale === locale)
      if (!schedule) return false
      await cancelPublication(c.env.services.db, schedule.id, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/publication/end`,
    ...doing('text.publish', async (c, { history, locale }) => {
      await unpublishText(c.env.services.db, { entry: history.id, locale }, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/confirmation`,
    ...doing('text.write', async (c, text, form) => {
      const revision = named(text, form)
      const source = text.standings.find(({ locale }) => locale === text.source)?.published
      // A signed act about what the writer saw: had the source moved on since, they would have to look again.
      if (!revision || !mayWrite(c, text) || source?.number !== count.parse(form.text('source')))
        return false
      await confirmStillRight(c.env.services.db, revision, source?.number ?? 0, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/minor-edit`,
    ...doing('text.write', async (c, text, form) => {
      const revision = named(text, form)
      if (!revision || !text.isSource || !mayWrite(c, text)) return false
      await markMinor(c.env.services.db, revision, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/minor-edit/end`,
    ...doing('text.write', async (c, text, form) => {
      const revision = named(text, form)
      if (!revision || !text.isSource || !mayWrite(c, text)) return false
      await takeBackMinor(c.env.services.db, revision, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/removal`,
    ...doing('text.publish', async (c, { history, locale }) => {
      await removeText(c.env.services.db, { entry: history.id, locale }, actOf(c))
      return true
    }),
  )
  .post(
    `${TEXT}/removal/end`,
    ...doing('text.publish', async (c, { history, locale }) => {
      await restoreText(c.env.services.db, { entry: history.id, locale }, actOf(c))
      return true
    }),
  )
