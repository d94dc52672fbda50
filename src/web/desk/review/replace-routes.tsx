/** One source replaced by others, statement by statement, in every language and in the facts: one act. */
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Source } from '../../../domain/entry.ts'
import type { Locale } from '../../../domain/locale.ts'
import { sourceLocale } from '../../../domain/site.ts'
import {
  factsCiting,
  sourcesAfter,
  statementsCiting,
  withFactSources,
  withReplaced,
  type Replacing,
} from '../../../domain/source-replacing.ts'
import { addAudit, subjectOf } from '../../../store/audit-log.ts'
import { insertRevision } from '../../../store/revisions.ts'
import { actOf, allow, deskOf, missing, page } from '../desk.tsx'
import type { DeskEnv } from '../desk-env.ts'
import { openFacts, type FactsDesk } from '../facts/facts-desk.ts'
import { speaking } from '../facts/facts-page.tsx'
import { saveFacts } from '../facts/facts-saving.ts'
import { readForm, type Form } from '../form.ts'
import { withKnownWorks } from '../known-works.ts'
import { ReplacePage } from './replace-page.tsx'
import { reviewAddress } from './review-queue-of.ts'
import { groupsOf, type Statement } from './statement-groups.ts'

const PATH = '/admin/review/:folder/:slug/sources/:id'
/** Characters of a title. */
const TITLE_MAX = 300

/** 404 without such a source; 409 when the entry has moved on; 422 when nothing was chosen. */
export const replaceRoutes = new Hono<DeskEnv>()
  .get(PATH, allow('entry.write'), async (c) => {
    const desk = await openFacts(c)
    return desk && sourceOf(c, desk) ? replacePage(c, desk) : missing(c)
  })
  .post(PATH, allow('entry.write'), async (c) => {
    const desk = await openFacts(c)
    if (!desk || !sourceOf(c, desk)) return missing(c)
    const { say } = speaking(c)
    const form = await readForm(c)
    if (form.text('numbers') !== numbersOf(desk))
      return replacePage(c, desk, say('review.overtaken'), 409)
    const outcome = await replace(c, desk, form)
    if (outcome === 'nothing') return replacePage(c, desk, say('replace.nothing'), 422)
    if (outcome !== 'saved') return replacePage(c, desk, say('review.overtaken'), 409)
    return c.redirect(reviewAddress(desk.state, 'all'), 303)
  })

function sourceOf(c: Context<DeskEnv>, { state }: FactsDesk): Source | undefined {
  return state.facts.sources.find(({ id }) => id === c.req.param('id'))
}

/** What was on the screen: of the facts and of every text. */
function numbersOf({ state }: FactsDesk): string {
  return [state.factsNumber, ...state.texts.map((one) => `${one.locale} ${one.number}`)].join('|')
}

async function replace(c: Context<DeskEnv>, desk: FactsDesk, form: Form) {
  const { state } = desk
  const old = c.req.param('id') ?? ''
  const source = sourceLocale(c.get('site'))
  const fresh = await newSource(c, form, state.facts.sources)
  const known = new Set([...state.facts.sources, ...(fresh ? [fresh] : [])].map(({ id }) => id))
  const choice = (name: string): Replacing => {
    const chosen = form.text(name)
    const id = chosen === 'new' ? (fresh?.id ?? 'stays') : chosen
    return id === 'out' || known.has(id) ? id : 'stays'
  }
  const groups = groupsOf(state.texts, old)
  const facts = factsCiting(state.facts, old).map(({ path, said }) => ({
    path,
    said,
    what: choice(`fact ${path}`),
  }))
  const moved = facts.flatMap(({ path, said, what }) =>
    what === 'stays' || what === 'out' ? [] : [{ path, said, source: what }],
  )
  const texts = state.texts.map((text) => {
    const replaced = statementsCiting(text.body, old).map((_, i) =>
      choice(
        `statement ${groups.findIndex((group) => group.some((one) => one.locale === text.locale && one.index === i))}`,
      ),
    )
    return { text, replaced, body: withReplaced(text.body, old, replaced) }
  })
  const changed = texts.filter(({ text, body }) => body !== text.body)
  if (changed.length + moved.length === 0) return 'nothing'

  const isStillCited =
    moved.length < facts.length || texts.some(({ body }) => statementsCiting(body, old).length > 0)
  const words = [
    ...moved.map(({ said, source }) => ({ source, words: said })),
    ...texts.flatMap(({ text, replaced }) =>
      statementsCiting(text.body, old).map((said, i) => ({
        source: replaced[i] ?? '',
        words: said,
      })),
    ),
  ]
  const listed = { ...state.facts, sources: [...state.facts.sources, ...(fresh ? [fresh] : [])] }
  const sources = sourcesAfter(listed, old, words, isStillCited).filter(
    ({ id }) => id !== fresh?.id || words.some((one) => one.source === id),
  )
  const act = actOf(c)
  const isSourceChanged = changed.some(({ text }) => text.locale === source)
  const sourceNumber = state.texts.find(({ locale }) => locale === source)?.number ?? null
  const also = changed.flatMap(({ text, body }) => {
    // A translation that answered to what stood here answers to what stands here now: the same statements moved.
    const answers = isSourceChanged && text.basedOn === sourceNumber && sourceNumber !== null
    const revision = {
      ...text,
      entry: state.id,
      number: text.number + 1,
      body,
      basedOn: answers ? sourceNumber + 1 : text.basedOn,
      origin: 'hand' as const,
      savedBy: act.by,
      savedAt: act.at,
    }
    const { number, basedOn, origin } = revision
    return [
      insertRevision(revision),
      addAudit(
        { what: 'text.saved', subject: subjectOf(revision), details: { number, basedOn, origin } },
        act,
      ),
    ]
  })
  const next = {
    ...withFactSources(state.facts, new Map(moved.map(({ path, source: to }) => [path, to]))),
    sources,
    review: { state: 'pending' as const },
  }
  return saveFacts(
    c.env.services.db,
    desk,
    { facts: next, slug: state.slug, what: 'facts.saved', also },
    act,
  )
}

/** As the site offers its languages. */
function sourceFirst(group: readonly Statement[], locales: readonly Locale[]): Statement[] {
  return [...group].sort((a, b) => locales.indexOf(a.locale) - locales.indexOf(b.locale))
}

/** Null where no title is typed; its id is one that is free. */
async function newSource(
  c: Context<DeskEnv>,
  form: Form,
  sources: readonly Source[],
): Promise<Source | null> {
  const line = (name: string) =>
    [...form.words(name).replace(/\p{C}/gu, ' ').trim()].slice(0, TITLE_MAX).join('')
  const sent = { title: line('title'), publisher: line('publisher'), at: line('at') }
  if (sent.title === '') return null
  let n = 1
  while (sources.some(({ id }) => id === `s${n}`)) n++
  const known = await withKnownWorks(c.env.services.db, sent, [['title', '']])
  const filled = Object.entries(known).filter(([, value]) => value !== '')
  return Object.fromEntries([['id', `s${n}`], ...filled]) as unknown as Source
}

function replacePage(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  notice = '',
  status: ContentfulStatusCode = 200,
): Response {
  const { state, name } = desk
  const id = c.req.param('id') ?? ''
  const view = (
    <ReplacePage
      desk={deskOf(c)}
      name={name}
      at={reviewAddress(state, 'all')}
      id={id}
      numbers={numbersOf(desk)}
      notice={notice}
      groups={groupsOf(state.texts, id).map((group) => sourceFirst(group, c.get('site').locales))}
      facts={factsCiting(state.facts, id)}
      sources={state.facts.sources.filter(
        (one) => one.id !== id && one.kind !== 'general-knowledge',
      )}
    />
  )
  return page(c, view, status)
}
