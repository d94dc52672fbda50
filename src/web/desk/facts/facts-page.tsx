/** The page of the form of facts, as several routes answer with it. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { CheckRule } from '../../../domain/check-rules.ts'
import { may } from '../../../domain/editor.ts'
import { pageAddress, type Facts, type Kind } from '../../../domain/entry.ts'
import { sourceLocale } from '../../../domain/site.ts'
import { fieldName, prefixesOf, rowsIn, sourceIds, type TypedFacts } from './facts-fields.ts'
import { FactsPage } from './facts-page-view.tsx'
import type { FactsProblem } from '../problem-list.tsx'
import { partsOf, type FactsPartShape } from './facts-shape.ts'
import { dateIn } from '../dates.ts'
import { sayFor } from '../desk-layout.tsx'
import { listLivingSigns, saidOfSigns } from '../living-signs.ts'
import { deskOf, page } from '../desk.tsx'
import { choicesFor, findingsOf, type FactsDesk } from './facts-desk.ts'
import { problemsOf } from './facts-problems.ts'
import { typedFacts } from './facts-typed.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsConflictShown } from './facts-conflict-view.tsx'
import type { JudgingWords } from './facts-judging.ts'

export interface FactsPageInput {
  typed: TypedFacts
  /** What is typed may have been read from a form, or from saved facts. */
  problems: FactsProblem[]
  /** The state the form was begun from; today's unless told. */
  number?: number
  done?: string
  notice?: string
  conflict?: FactsConflictShown
}

/** 422 with problems, 409 with a conflict, as the caller says; 200 unless told. */
export async function factsPage(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  { typed, problems, number, done = '', notice = '', conflict }: FactsPageInput,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { state, name, at, naming } = desk
  const parts = partsOf(state.kind)
  const sources = parts.find(({ key }) => key === 'sources')
  const ids = sourceIds(typed, sources)
  const known = (sources ? prefixesOf(typed, sources) : []).map((prefix) => ({
    id: typed[fieldName(prefix, 'id')] ?? ids.get(prefix) ?? '',
    title: typed[fieldName(prefix, 'title')] ?? '',
  }))
  const view = (
    <FactsPage
      desk={deskOf(c)}
      name={name}
      at={at}
      done={done}
      notice={notice}
      form={{
        typed,
        problems,
        locales: naming.locales,
        sourceIds: ids,
        withholding: mayWithhold(c) ? await withholdingOf(c, desk) : [],
      }}
      parts={parts.filter((part) => isShown(c, part, state.kind, typed))}
      choices={choicesFor(
        desk,
        known.filter(({ id, title }) => id !== '' && title !== ''),
      )}
      number={number ?? state.factsNumber}
      standing={standingOf(c, desk)}
      conflict={conflict ?? null}
    />
  )
  return page(c, view, status)
}

/** What people will find at its address and its signs once the entry is withheld, and how that is undone. */
async function withholdingOf(c: Context<DeskEnv>, { state }: FactsDesk): Promise<string[]> {
  const { say } = speaking(c)
  const address = pageAddress(state.kind, state.slug, sourceLocale(c.get('site')))
  const signs = await listLivingSigns(c.env.services.db, state.id)
  return [
    say('facts.withholding.page', { address }),
    saidOfSigns(say, signs, 'act.endingLast.signs'),
    say('facts.withholding.undo'),
  ]
}

/** How the desk talks to whoever is signed in. */
export function speaking(c: Context<DeskEnv>): JudgingWords {
  return { say: sayFor(deskOf(c)), language: c.get('language') }
}

/**
 * Withholding is asked of those only who may; whether somebody lives, of figures; pictures and recordings are described
 * where there are any.
 */
function isShown(
  c: Context<DeskEnv>,
  { key }: FactsPartShape,
  kind: Kind,
  typed: TypedFacts,
): boolean {
  if (key === 'withheld') return mayWithhold(c)
  if (key === 'livingPerson') return kind === 'figure' || typed[key] !== undefined
  return (key !== 'images' && key !== 'audio') || rowsIn(typed, key) > 0
}

/** False before signing in. */
export function mayWithhold(c: Context<DeskEnv>): boolean {
  const session = c.get('session')
  return session !== null && may(session.editor, 'entry.withhold')
}

/** The form of `facts` as it stands before anybody types; the slug is today's. */
export function typedFor({ state, naming }: FactsDesk, facts: Facts = state.facts): TypedFacts {
  return { ...typedFacts(facts, state.kind, naming), slug: state.slug }
}

/**
 * What the checks say of facts that are not being typed, warnings too, each at its place in the form; `told`: a rule
 * that the page tells otherwise.
 */
export function problemsIn(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  facts: Facts,
  told: CheckRule | null = null,
): FactsProblem[] {
  const { kind } = desk.state
  const typed = typedFor(desk, facts)
  const { say, language } = speaking(c)
  const shown = { typed, kind, locales: desk.naming.locales }
  const findings = findingsOf(desk, facts).filter(({ rule }) => rule !== told)
  return problemsOf(findings, (path) => fieldName(...path), shown, say, language)
}

/** Two lines: the state and who saved it; whether it is approved, by whom, on which day. */
export function standingOf(c: Context<DeskEnv>, { state, nameOf }: FactsDesk): string[] {
  const { say } = speaking(c)
  const { review } = state.facts
  const date = dateIn(c.get('language'), state.savedAt, c.get('site').timeZone)
  return [
    say('facts.state', { number: state.factsNumber, by: nameOf(state.savedBy), date }),
    review.state === 'pending'
      ? say('facts.review.pending')
      : say('facts.review.approved', {
          by: [review.by, review.role].filter(Boolean).join(', '),
          date: review.on,
        }),
    ...(state.shown ? [say('facts.shown.until', { number: state.shown.number })] : []),
  ]
}
