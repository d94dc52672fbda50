/** Two people have edited the same facts: the form of the second is joined with the state the first has saved. */
import type { Context } from 'hono'
import { listFactsSaved } from '../../../store/facts.ts'
import { dateIn } from '../dates.ts'
import { fieldName, type TypedFacts } from './facts-fields.ts'
import { changesBetween } from './facts-read.ts'
import { partsOf, type FactsPartShape } from './facts-shape.ts'
import type { FactsDesk } from './facts-desk.ts'
import { speaking, typedFor } from './facts-page.tsx'
import { typedIn } from './facts-typed.ts'
import type { DeskEnv } from '../desk-env.ts'
import type { FactsConflictShown } from './facts-conflict-view.tsx'

/**
 * The form joined part by part: mine where I have changed it since state `number`, the other's where not. Where both
 * changed a part, mine stands in the form and the page names the part. A `number` that never was makes everything
 * changed.
 */
export async function conflictWith(
  c: Context<DeskEnv>,
  desk: FactsDesk,
  mine: TypedFacts,
  number: number,
): Promise<{ typed: TypedFacts; conflict: FactsConflictShown }> {
  const { state, naming } = desk
  const { say } = speaking(c)
  const states = await listFactsSaved(c.env.services.db, state.id)
  const begun = states.find((one) => one.number === number)?.facts
  const base = begun && typedFor(desk, begun)
  const theirs = typedFor(desk)
  const both: string[] = []
  const typed: Record<string, string> = {}
  for (const part of partsOf(state.kind)) {
    const isMine = !base || !isSame(mine, base, part)
    const isTheirs = !base || !isSame(theirs, base, part)
    Object.assign(typed, typedIn(isMine ? mine : theirs, part))
    if (isMine && isTheirs && !isSame(mine, theirs, part)) both.push(say(`facts.part.${part.key}`))
  }
  // The address is the one the form was opened at.
  const isSlugMine = mine['slug'] !== c.req.param('slug')
  typed['slug'] = isSlugMine ? (mine['slug'] ?? state.slug) : state.slug
  const date = dateIn(c.get('language'), state.savedAt, c.get('site').timeZone)
  const changes = begun ? changesBetween(begun, state.facts, state.kind, say, naming) : []
  return { typed, conflict: { by: desk.nameOf(state.savedBy), date, changes, both } }
}

/** Rows that are still empty do not count: two forms with a different number of them are the same. */
function isSame(a: TypedFacts, b: TypedFacts, part: FactsPartShape): boolean {
  const filled = (typed: TypedFacts) => {
    const { [fieldName(part.key, 'rows')]: _, ...fields } = typedIn(typed, part)
    return fields
  }
  const [x, y] = [filled(a), filled(b)]
  const names = Object.keys(x)
  return names.length === Object.keys(y).length && names.every((name) => x[name] === y[name])
}
