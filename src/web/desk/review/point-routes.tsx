/** Points to verify: settled one by one at their entry, or many at once by the document they stand in. */
import { Hono, type Context } from 'hono'
import * as z from 'zod'
import { isWholeDate } from '../../../domain/date.ts'
import { OvertakenError } from '../../../domain/errors.ts'
import {
  DOCUMENT_MAX,
  PLACE_MAX,
  READER_MAX,
  type Settlement,
} from '../../../domain/review-point.ts'
import { pointsByDocument } from '../../../domain/review-queue.ts'
import { readTypedDate } from '../../../domain/typed-date.ts'
import { localDay } from '../../../domain/scan.ts'
import { paragraphsOf } from '../../../content/paragraphs.ts'
import { NOTE_MAX } from '../../../domain/revision.ts'
import { settlePoints, takeBackSettlement } from '../../../store/settlements.ts'
import { returnText } from '../../../store/reviews.ts'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { openFacts } from '../facts/facts-desk.ts'
import { speaking } from '../facts/facts-page.tsx'
import { vouchingFor } from '../facts/facts-vouching.ts'
import { readForm, type Form } from '../form.ts'
import { PointsPage } from './points-page.tsx'
import { casesOf, filterAsked, reviewAddress } from './review-queue-of.ts'
import { reviewPage } from './review-routes.tsx'

const ENTRY = '/admin/review/:folder/:slug'
const line = (most: number) =>
  z.string().transform((text) => [...text.replace(/\p{C}/gu, ' ').trim()].slice(0, most).join(''))
/** The day, as people write it; what is no day stays as it is. */
function dayTyped(text: string): string {
  const read = readTypedDate(text)
  return read && 'value' in read ? read.value : text
}

/** Where something was read. A day that has not come yet is none. */
const read = (today: string) =>
  z.object({
    document: line(DOCUMENT_MAX).pipe(z.string().min(1)),
    place: line(PLACE_MAX),
    by: line(READER_MAX).pipe(z.string().min(1)),
    on: z
      .string()
      .transform(dayTyped)
      .refine((day) => isWholeDate(day) && day <= today),
  })

function readingOf(c: Context<DeskEnv>, form: Form) {
  const today = localDay(c.env.services.now(), c.get('site').timeZone)
  return read(today).safeParse({
    document: form.words('document'),
    place: form.words('place'),
    by: form.words('by'),
    on: form.text('on'),
  }).data
}

/** A point that was settled, or reopened, meanwhile is told with 409; a field that is missing with 422. */
export const pointRoutes = new Hono<DeskEnv>()
  .get('/admin/review/points', allow('entry.read'), async (c) => pointsPage(c))
  .post('/admin/review/points', allow('text.review'), async (c) => {
    const { say } = speaking(c)
    const form = await readForm(c)
    const reading = readingOf(c, form)
    const ticked = new Set(form.all('point'))
    if (!reading || ticked.size === 0) return pointsPage(c, say('review.readingMissing'), 422, form)
    const all = await casesOf(c)
    const settlements = all.flatMap(({ entry, open }) =>
      open
        .filter(({ words }) => ticked.has(`${entry.id} ${words}`))
        .map(({ words }): Settlement => {
          const place = form.words(`place ${entry.id} ${words}`).trim() || reading.place
          return { ...reading, entry: entry.id, point: words, place: place.slice(0, PLACE_MAX) }
        }),
    )
    if (settlements.length < ticked.size) return pointsPage(c, say('review.overtaken'), 409, form)
    await settlePoints(c.env.services.db, settlements, actOf(c))
    const back = new URLSearchParams({ document: form.text('asked'), done: String(ticked.size) })
    return c.redirect(`/admin/review/points?${back}`, 303)
  })
  .post(`${ENTRY}/points`, allow('text.review'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { say } = speaking(c)
    const form = await readForm(c)
    const point = form.text('point')
    const reading = readingOf(c, form)
    const { open } = await vouchingFor(c, desk)
    if (!reading) return reviewPage(c, desk, say('review.readingMissing'), 422)
    if (!open.some(({ words }) => words === point))
      return reviewPage(c, desk, say('review.overtaken'), 409)
    const act = actOf(c)
    try {
      await settlePoints(c.env.services.db, [{ ...reading, entry: desk.state.id, point }], act)
    } catch (error) {
      if (!(error instanceof OvertakenError)) throw error
      return reviewPage(c, desk, say('review.overtaken'), 409)
    }
    return c.redirect(`${reviewAddress(desk.state, filterAsked(c))}#points`, 303)
  })
  .post(`${ENTRY}/points/end`, allow('text.review'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const point = (await readForm(c)).text('point')
    await takeBackSettlement(c.env.services.db, { entry: desk.state.id, point }, actOf(c))
    return c.redirect(`${reviewAddress(desk.state, filterAsked(c))}#points`, 303)
  })
  .post(`${ENTRY}/return`, allow('text.review'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { say } = speaking(c)
    const form = await readForm(c)
    const [locale = '', paragraph = ''] = form.text('place').split(' ')
    const text = desk.state.texts.find((one) => one.locale === locale)
    const words = [...form.words('note').trim()].slice(0, NOTE_MAX).join('')
    const isThere = text && Number(paragraph) < paragraphsOf(text.body).length
    if (!text || !isThere || words === '')
      return reviewPage(c, desk, say('review.noteMissing'), 422)
    const revision = { entry: desk.state.id, locale: text.locale, number: text.number }
    const note = { paragraph: Number(paragraph), text: words }
    await returnText(c.env.services.db, revision, note, actOf(c))
    return c.redirect(reviewAddress(desk.state, filterAsked(c)), 303)
  })

async function pointsPage(
  c: Context<DeskEnv>,
  notice = '',
  status: 200 | 409 | 422 = 200,
  typed: Form | null = null,
): Promise<Response> {
  const documents = pointsByDocument(await casesOf(c))
  const asked = typed?.text('asked') ?? c.req.query('document')
  const session = c.get('session')
  const view = (
    <PointsPage
      desk={deskOf(c)}
      documents={documents}
      chosen={documents.find(({ document }) => document === asked) ?? null}
      notice={notice}
      done={Number(c.req.query('done')) || 0}
      typed={(name) => typed?.text(name) ?? ''}
      ticked={typed?.all('point') ?? []}
      reader={session?.editor.name ?? ''}
      today={localDay(c.env.services.now(), c.get('site').timeZone)}
    />
  )
  return page(c, view, status)
}
