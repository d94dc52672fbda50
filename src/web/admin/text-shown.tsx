/** Gathers what the page of one text shows, for whoever looks at it. */
import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { differencesBetween } from '../../content/paragraph-diff.ts'
import { may } from '../../domain/editor.ts'
import { officialName, type Facts } from '../../domain/entry.ts'
import type { Revision, Text } from '../../domain/revision.ts'
import { missingForPublication, needsFourEyes } from '../../domain/publication.ts'
import { localDay } from '../../domain/scan.ts'
import { isApproved, mayApprove, writersOf } from '../../domain/text-state.ts'
import { listFacts } from '../../store/entries.ts'
import { findRevision } from '../../store/revisions.ts'
import { dateIn } from '../views/desk/dates.ts'
import type { Problems } from '../views/desk/form.tsx'
import { sayFor } from '../views/desk/layout.tsx'
import type { SourceShown } from '../views/desk/source-column.tsx'
import type { TextActsProps } from '../views/desk/text-acts.tsx'
import { TextPage } from '../views/desk/text-page.tsx'
import { deskOf, page, type DeskEnv } from './desk.tsx'
import type { TextAtDesk } from './entry-of.ts'
import type { Draft } from './text-draft.ts'
import { textFindings } from './text-findings.ts'

export interface Shown {
  /** What was typed; null shows the latest revision. */
  draft?: Draft | null
  problems?: Problems
  said?: string | null
  conflict?: Child
  outcome?: 'saved' | 'conflict' | null
  status?: 200 | 409 | 422
}

export async function showText(
  c: Context<DeskEnv>,
  text: TextAtDesk,
  { draft = null, problems = {}, said = null, conflict, outcome = null, status = 200 }: Shown = {},
): Promise<Response> {
  const { db, now } = c.env.services
  const { history, locale, standing, isSource, path } = text
  const site = c.get('site')
  const facts = await factsOf(c, text)
  const latest =
    standing.latest &&
    (await findRevision(db, { entry: history.id, locale, number: standing.latest.number }))
  const source = isSource ? null : await sourceRevision(c, text)
  const shown = draft ?? {
    ...(latest ?? { title: nameOf(facts, text), summary: '', body: '' }),
    number: latest?.number ?? 0,
    basedOn: isSource ? null : (standing.latest?.answersTo ?? null),
  }
  const today = localDay(now(), site.timeZone)
  const findings =
    latest || draft ? await textFindings(db, text, shown, { site, facts, source, today }) : []
  const editor = c.get('session')?.editor
  const view = (
    <TextPage
      desk={deskOf(c)}
      name={nameOf(facts, text)}
      path={`${path}/${locale}`}
      entryPath={path}
      {...{ locale, standing, problems, said, findings, conflict, outcome }}
      draft={shown}
      source={source && (await sourceShown(c, text, source))}
      mayWrite={editor !== undefined && may(editor, 'text.write', locale)}
      sources={facts.sources}
      acts={actsFor(c, text, facts)}
    />
  )
  return page(c, view, status)
}

export async function factsOf(
  c: Context<DeskEnv>,
  { history }: Pick<TextAtDesk, 'history'>,
): Promise<Facts> {
  const facts = (await listFacts(c.env.services.db, history.id)).at(-1)
  if (!facts) throw new Error(`${history.id} has no facts`)
  return facts
}

export function nameOf(
  facts: Pick<Facts, 'names'>,
  { source, history }: Pick<TextAtDesk, 'source' | 'history'>,
): string {
  return officialName(facts, source)?.text ?? history.slug
}

/** The source revision a translator works from: the public one, or the latest where none is public. */
async function sourceRevision(
  c: Context<DeskEnv>,
  { standings, source, history }: TextAtDesk,
): Promise<Revision | null> {
  const standing = standings.find(({ locale }) => locale === source)
  const number = (standing?.published ?? standing?.latest)?.number
  return number === undefined
    ? null
    : findRevision(c.env.services.db, { entry: history.id, locale: source, number })
}

async function sourceShown(
  c: Context<DeskEnv>,
  { standing, source, history }: TextAtDesk,
  to: Revision,
): Promise<SourceShown> {
  const since = standing.latest?.answersTo ?? null
  const from =
    since !== null && since < to.number
      ? await findRevision(c.env.services.db, { entry: history.id, locale: source, number: since })
      : null
  const before: Text = from ?? to
  return {
    locale: source,
    number: to.number,
    since: from ? since : null,
    differences: differencesBetween(before, to, source),
  }
}

function actsFor(
  c: Context<DeskEnv>,
  { history, standing, locale, isSource, standings, source }: TextAtDesk,
  facts: Facts,
): Omit<TextActsProps, 'say' | 'path'> {
  const editor = c.get('session')?.editor
  const none = {
    said: [],
    ask: null,
    decide: null,
    publish: null,
    waiting: null,
    unpublish: false,
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
  const said = [
    ...(waiting ? [say('act.scheduled', { date: date(waiting.due) })] : []),
    ...(isOpen ? [say('act.asked', { by: review.askedBy, date: date(review.askedAt) })] : []),
    ...(review?.decision === 'returned' && review.number === latest?.number
      ? [say('act.returned', { by: review.decidedBy ?? '', note: review.note })]
      : []),
    ...(approved && review?.decidedAt
      ? [say('act.approved', { by: review.decidedBy ?? '', date: date(review.decidedAt) })]
      : []),
    ...(minor
      ? [
          say('act.minorMarked', {
            by: minor.markedBy,
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
        ? { request: review.id, ownWords: !mayApprove(fourEyes, writers, editor.email) }
        : null,
    publish:
      mayPublish && isNew && !waiting
        ? { number: latest.number, missing: missingForPublication(c.get('site'), facts, approved) }
        : null,
    waiting: mayPublish && waiting ? { id: waiting.id } : null,
    unpublish: mayPublish && published !== null,
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
