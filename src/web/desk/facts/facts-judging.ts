/** What was typed into a form of facts -> facts that can be saved, or everything that is wrong with them. */
import { readFacts } from '../../../content/check-facts.ts'
import { changedContent } from '../../../content/facts-changes.ts'
import type { Facts } from '../../../domain/entry.ts'
import { factsCiting, statementsCiting } from '../../../domain/source-replacing.ts'
import type { DeskLanguage, Say } from '../../../messages/desk-message.ts'
import type { FactsProblem } from '../problem-list.tsx'
import { findingsOf, type FactsDesk } from './facts-desk.ts'
import { letterProblems, problemsOf } from './facts-problems.ts'
import { rawFacts } from './facts-raw.ts'
import { slugFault, type SlugFault } from '../../../domain/slug.ts'
import type { TypedFacts } from './facts-fields.ts'

/** What became of a form. */
export interface JudgedFacts {
  /** Null when an error keeps them from being saved. */
  facts: Facts | null
  /** Its slug as typed; today's where the field was left empty. */
  slug: string
  problems: FactsProblem[]
}

/** Language of the interface, for sentences of the rules. */
export interface JudgingWords {
  say: Say
  language: DeskLanguage
}

/**
 * `mayWithhold`: whoever may not sends no such field, and what is withheld stays as it is. Warnings do not keep facts
 * from being saved.
 */
export function judge(
  desk: FactsDesk,
  typed: TypedFacts,
  mayWithhold: boolean,
  { say, language }: JudgingWords,
): JudgedFacts {
  const { state, naming, surroundings } = desk
  const { kind } = state
  const slug = typed['slug']?.trim() || state.slug
  const { raw, fieldOf } = rawFacts(typed, kind, state.facts.review, naming)
  if (!mayWithhold) raw['withheld'] = String(state.facts.withheld)
  const read = readFacts(kind, raw)
  const shown = { typed, kind, locales: naming.locales, meant: naming }
  const facts = read.facts && withSlugAndReview(read.facts, slug, desk)
  const findings = facts ? findingsOf(desk, facts, slug) : read.findings
  const fault = slug === state.slug ? null : slugFault(slug, kind, surroundings.others)
  const problems = [
    ...keptSources(desk, facts, fieldOf, say),
    ...(fault ? [slugProblem(fault, slug, say)] : []),
    ...letterProblems(shown, say),
    ...problemsOf(findings, fieldOf, shown, say, language),
  ]
  const isGood = !problems.some(({ severity }) => severity === 'error')
  return { facts: isGood ? facts : null, slug, problems }
}

/**
 * General knowledge that is cited cannot become a document by a change of its kind: nobody has read its statements
 * there. Each is replaced by itself.
 */
function keptSources(
  { state }: FactsDesk,
  facts: Facts | null,
  fieldOf: ReturnType<typeof rawFacts>['fieldOf'],
  say: Say,
): FactsProblem[] {
  if (!facts) return []
  const general = state.facts.sources.filter(({ kind }) => kind === 'general-knowledge')
  return facts.sources.flatMap(({ id, kind }, i): FactsProblem[] => {
    if (kind === 'general-knowledge' || !general.some((one) => one.id === id)) return []
    const cited = state.texts.map(({ body }) => statementsCiting(body, id).length)
    const count = cited.reduce((sum, one) => sum + one, factsCiting(facts, id).length)
    if (count === 0) return []
    const text = say('facts.said.sourceKept', { id, count })
    return [
      { field: fieldOf(['sources', i]), place: say('facts.part.sources'), text, severity: 'error' },
    ]
  })
}

/** An old slug stays with its entry, for old addresses. What was approved and is changed waits for approval again. */
function withSlugAndReview(facts: Facts, slug: string, { state }: FactsDesk): Facts {
  const former = [...(facts.formerSlugs ?? []), ...(slug === state.slug ? [] : [state.slug])]
  const kept = slug === state.slug ? former : [...new Set(former)].filter((one) => one !== slug)
  const { formerSlugs: _, ...rest } = facts
  const named: Facts = kept.length > 0 ? { ...rest, formerSlugs: kept } : rest
  return changedContent(state.facts, named).length > 0
    ? { ...named, review: { state: 'pending' } }
    : named
}

/** `taken` names who has the address and one that is free. */
export function slugProblem(fault: SlugFault, slug: string, say: Say): FactsProblem {
  const text =
    fault.fault === 'wrong'
      ? say('facts.slug.wrong', { slug: slug.slice(0, 80) })
      : say('facts.slug.taken', { slug, owner: fault.owner, free: fault.free })
  return { field: 'slug', place: say('facts.slug'), text, severity: 'error' }
}
