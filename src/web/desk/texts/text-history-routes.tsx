/** What a text was before: every revision, what it changed, and the way back to it. */
import { Hono } from 'hono'
import { differencesBetween } from '../../../content/paragraph-diff.ts'
import type { Text } from '../../../domain/revision.ts'
import { findRevision } from '../../../store/revisions.ts'
import { namesAtDesk } from '../editor-names.ts'
import { dateIn } from '../dates.ts'
import { HistoryPage, RevisionPage } from './history-pages.tsx'
import { actOf, allow, deskOf, missing, page, refuse } from '../desk.tsx'
import { textOf, factsOf, nameOfEntry } from '../entry-of.ts'
import { saveDraft } from './text-draft.ts'
import { mayWrite } from './text-routes.tsx'
import type { DeskEnv } from '../desk-env.ts'

const TEXT = '/admin/entries/:folder/:slug/:locale'
const NOTHING: Text = { title: '', summary: '', body: '', basedOn: null }

/**
 * Any revision may be read by whoever reads entries. A restoration is a draft of old words, saved as the next revision;
 * what somebody else saves at that moment may leave it undone.
 */
export const textHistoryRoutes = new Hono<DeskEnv>()
  .get(`${TEXT}/history`, allow('entry.read'), async (c) => {
    const text = await textOf(c)
    if (!text) return missing(c)
    const { history, locale, standing, path } = text
    const { timeZone } = c.get('site')
    const view = (
      <HistoryPage
        desk={deskOf(c)}
        name={nameOfEntry(await factsOf(c, text), text)}
        path={`${path}/${locale}`}
        locale={locale}
        published={standing.published?.number ?? null}
        revisions={history.revisions.filter((one) => one.locale === locale).toReversed()}
        nameOf={await namesAtDesk(c.env.services.db)}
        dateOf={(iso) => dateIn(c.get('language'), iso, timeZone)}
      />
    )
    return page(c, view)
  })
  .get(`${TEXT}/revisions/:number{[0-9]+}`, allow('entry.read'), async (c) => {
    const text = await textOf(c)
    if (!text) return missing(c)
    const { history, locale, path } = text
    const ref = { entry: history.id, locale }
    const number = Number(c.req.param('number'))
    const { db } = c.env.services
    const revision = await findRevision(db, { ...ref, number })
    if (!revision) return missing(c)
    const before = history.revisions
      .filter((one) => one.locale === locale && one.number < number)
      .at(-1)
    const earlier = before && (await findRevision(db, { ...ref, number: before.number }))
    const isLatest = history.revisions.findLast((one) => one.locale === locale)?.number === number
    const view = (
      <RevisionPage
        desk={deskOf(c)}
        name={nameOfEntry(await factsOf(c, text), text)}
        path={`${path}/${locale}`}
        locale={locale}
        number={number}
        before={earlier?.number ?? null}
        differences={differencesBetween(earlier ?? NOTHING, revision, locale)}
        mayRestore={!isLatest && mayWrite(c, text)}
      />
    )
    return page(c, view)
  })
  .post(`${TEXT}/revisions/:number{[0-9]+}/restore`, allow('text.write'), async (c) => {
    const text = await textOf(c)
    if (!text) return missing(c)
    if (!mayWrite(c, text)) return refuse(c)
    const { history, locale, path, standing } = text
    const { db } = c.env.services
    const number = Number(c.req.param('number'))
    const revision = await findRevision(db, { entry: history.id, locale, number })
    if (!revision) return missing(c)
    // As if its words had been typed into the latest: a new revision, and nothing of the history is lost.
    const draft = { ...revision, number: standing.latest?.number ?? 0 }
    const saving = await saveDraft(db, text, draft, actOf(c))
    // Somebody saved in between: whoever restores looks at what they wrote first.
    const isOvertaken = saving.outcome === 'conflict'
    return c.redirect(`${path}/${locale}${isOvertaken ? '/history' : ''}`, 303)
  })
