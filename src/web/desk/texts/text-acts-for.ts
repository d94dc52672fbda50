/**
 * What whoever looks at a text may do with it now, and what was done. Null and false are not offered; each act asks
 * again when it is done.
 */
import type { Context } from 'hono'
import { may } from '../../../domain/editor.ts'
import { pageAddress, type Facts } from '../../../domain/entry.ts'
import { ownName } from '../../../domain/locale.ts'
import { missingForPublication, needsFourEyes } from '../../../domain/publication.ts'
import type { ShortCode } from '../../../domain/short-code.ts'
import { isApproved, mayApprove, writersOf } from '../../../domain/text-state.ts'
import { dateIn } from '../dates.ts'
import { sayFor } from '../desk-layout.tsx'
import type { TextActsProps } from './text-acts.tsx'
import { deskOf } from '../desk.tsx'
import type { TextAtDesk } from '../entry-of.ts'
import type { DeskEnv } from '../desk-env.ts'

export function actsFor(
  c: Context<DeskEnv>,
  { history, standing, locale, isSource, standings, source }: TextAtDesk,
  facts: Facts,
  { names, signs }: { names: (by: string) => string; signs: readonly ShortCode[] },
): Omit<TextActsProps, 'say' | 'path' | 'openNotes'> {
  const editor = c.get('session')?.editor
  const none = {
    said: [],
    ask: null,
    decide: null,
    publish: null,
    waiting: null,
    unpublish: false,
    ending: null,
    confirm: null,
    minor: null,
    remove: false,
    restore: false,
  }
  if (!editor) return none
  const { timeZone } = c.get('site')
  const fourEyes = needsFourEyes(c.get('site'), facts)
  const say = sayFor(deskOf(c))
  const date = (iso: string) => dateIn(c.get('language'), iso, timeZone)
  const { state, latest, published } = standing
  const mayWrite = may(editor, 'text.write', locale)
  const mayPublish = may(editor, 'text.publish')
  const review = history.reviews.filter((one) => one.locale === locale).at(-1)
  const isOpen = state === 'in-review' && review !== undefined && review.decision === null
  const approved = latest !== null && isApproved(history, locale, latest.number)
  const writers = latest ? writersOf(history, locale, latest.number) : []
  const sourceNow = standings.find((one) => one.locale === source)?.published?.number ?? null
  const minor = history.minorEdits.findLast(
    (one) => one.locale === locale && one.number === published?.number && one.takenBackAt === null,
  )
  const waiting = history.schedules.find(
    (one) => one.locale === locale && one.doneAt === null && one.cancelledAt === null,
  )
  // In the order of the page.
  const said = [
    ...(waiting ? [say('act.scheduled', { date: date(waiting.due) })] : []),
    ...(isOpen
      ? [say('act.asked', { by: names(review.askedBy), date: date(review.askedAt) })]
      : []),
    ...(review?.decision === 'returned' && review.number === latest?.number
      ? [say('act.returned', { by: names(review.decidedBy ?? ''), note: review.note })]
      : []),
    ...(approved && review?.decidedAt
      ? [say('act.approved', { by: names(review.decidedBy ?? ''), date: date(review.decidedAt) })]
      : []),
    ...(minor
      ? [
          say('act.minorMarked', {
            by: names(minor.markedBy),
            number: minor.number,
            date: date(minor.markedAt),
          }),
        ]
      : []),
  ]
  const isRemoved = state === 'removed'
  const isNew = latest !== null && latest.number !== published?.number && !isRemoved
  return {
    said,
    ask: mayWrite && isNew && !isOpen && !approved ? latest.number : null,
    decide:
      isOpen && may(editor, 'text.review')
        ? {
            request: review.id,
            number: review.number,
            ownWords: !mayApprove(fourEyes, writers, editor.email),
          }
        : null,
    publish:
      mayPublish && isNew && !waiting
        ? { number: latest.number, missing: missingForPublication(c.get('site'), facts, approved) }
        : null,
    waiting: mayPublish && waiting ? { id: waiting.id } : null,
    unpublish: mayPublish && published !== null,
    ending: mayPublish
      ? {
          address:
            published && !history.withheld ? pageAddress(history.kind, history.slug, locale) : null,
          others: standings
            .filter((one) => one.locale !== locale && one.published !== null)
            .map((one) => ownName(one.locale)),
          signs,
          number: published?.number ?? null,
        }
      : null,
    confirm:
      mayWrite && !isSource && latest?.isStale && sourceNow !== null && !isRemoved
        ? { number: latest.number, source: sourceNow }
        : null,
    minor:
      isSource && mayWrite && published !== null && published.number > 1
        ? { number: published.number, marked: minor !== undefined }
        : null,
    remove: mayPublish && latest !== null && !isRemoved,
    restore: mayPublish && isRemoved,
  }
}
