/** The facts of an entry, edited as one form. */
import { Hono, type Context } from 'hono'
import { changedKeys } from '../../../content/facts-changes.ts'
import { sayFor } from '../desk-layout.tsx'
import { actOf, allow, deskOf, missing } from '../desk.tsx'
import { conflictWith } from './facts-conflict.ts'
import { openFacts, type FactsDesk } from './facts-desk.ts'
import { judge, slugProblem } from './facts-judging.ts'
import { factsPage, mayWithhold, problemsIn, speaking, typedFor } from './facts-page.tsx'
import { listNamed } from './facts-problems.ts'
import { saveFacts } from './facts-saving.ts'
import { readTyped, withMoreRows } from './facts-typed.ts'
import { readForm } from '../form.ts'
import { sourceRows, withKnownWorks } from '../known-works.ts'
import { entryAddress } from '../entry-address.ts'
import type { DeskEnv } from '../desk-env.ts'
import { slugFault } from '../../../domain/slug.ts'
import type { TypedFacts } from './facts-fields.ts'

const PATH = '/admin/entries/:folder/:slug/facts'

/**
 * 422 with the problems, 409 with the form joined where somebody saved meanwhile. Another row of a list is a form sent
 * and answered, saving nothing.
 */
export const factsRoutes = new Hono<DeskEnv>()
  .get(PATH, allow('entry.write'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const problems = problemsIn(c, desk, desk.state.facts)
    return factsPage(c, desk, { typed: typedFor(desk), problems, done: doneIn(c, desk) })
  })
  .post(PATH, allow('entry.write'), async (c) => {
    const desk = await openFacts(c)
    if (!desk) return missing(c)
    const { kind, factsNumber } = desk.state
    const form = await readForm(c)
    const sent = readTyped(form, kind, desk.naming.locales)
    const typed: TypedFacts = {
      ...(await withKnownWorks(c.env.services.db, sent, sourceRows(sent))),
      slug: form.text('slug'),
    }
    const number = Number(form.text('number'))
    const more = listNamed(form.text('do'), kind)
    if (more) return factsPage(c, desk, { typed: withMoreRows(typed, more), problems: [], number })
    // What a device has kept, with more rows than the page has.
    if (form.text('do') === 'rows') return factsPage(c, desk, { typed, problems: [], number })
    if (number !== factsNumber) return conflictPage(c, desk, typed, number)
    return save(c, desk, typed, form.isRighted())
  })

async function save(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  typed: TypedFacts,
  isRighted: boolean,
): Promise<Response> {
  const { state } = desk
  const righted = isRighted ? '&righted=1' : ''
  const { facts, slug, problems } = judge(desk, typed, mayWithhold(c), speaking(c))
  if (!facts) return factsPage(c, desk, { typed, problems }, 422)
  const changed = changedKeys(state.facts, facts)
  if (changed.length === 0) return c.redirect(`${desk.at}/facts?unchanged=1${righted}`, 303)
  const saving = { facts, slug, what: 'facts.saved', details: { changed } }
  const outcome = await saveFacts(c.env.services.db, desk, saving, actOf(c))
  if (outcome === 'saved')
    return c.redirect(`${entryAddress({ kind: state.kind, slug })}/facts?saved=1${righted}`, 303)
  const now = await openFacts(c)
  if (!now) return missing(c)
  if (outcome === 'stale') return conflictPage(c, now, typed, state.factsNumber)
  // Another entry took the address between judging and saving.
  const fault = slugFault(slug, state.kind, now.surroundings.others) ?? { fault: 'wrong' as const }
  const taken = slugProblem(fault, slug, speaking(c).say)
  return factsPage(c, now, { typed, problems: [taken] }, 422)
}

/** Nothing is saved; what only the other has changed is taken over into the form. */
async function conflictPage(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  mine: TypedFacts,
  number: number,
): Promise<Response> {
  const { typed, conflict } = await conflictWith(c, desk, mine, number)
  const { problems } = judge(desk, typed, mayWithhold(c), speaking(c))
  return factsPage(c, desk, { typed, problems, conflict }, 409)
}

function doneIn(c: Context<DeskEnv>, { state }: FactsDesk): string {
  const say = sayFor(deskOf(c))
  const righted = c.req.query('righted') ? ` ${say('letters.righted')}` : ''
  if (c.req.query('saved')) return say('facts.saved', { number: state.factsNumber }) + righted
  if (c.req.query('unchanged')) return say('facts.unchanged') + righted
  return c.req.query('created') ? say('facts.created') + righted : ''
}
