/**
 * Two people started from the same revision: their texts are joined, paragraph by paragraph. Where both changed the
 * same passage a person must decide; whatever either of them wrote is in the result or in a conflict.
 */
import { diff3Merge } from 'node-diff3'
import type { Text } from '../domain/revision.ts'
import { bodyOf, paragraphsOf } from './paragraphs.ts'

/** The paragraphs of one passage as they were and as each made them; none where they were inserted or deleted. */
export interface MergeConflict {
  part: 'title' | 'summary' | 'body'
  base: string[]
  mine: string[]
  theirs: string[]
}

export interface Merge {
  /** Null where there is a conflict. */
  text: Text | null
  /** In the order of the text. */
  conflicts: MergeConflict[]
  /** The body in its order, joined paragraphs as text, so that a page can show each conflict in its place. */
  body: (string | MergeConflict)[]
}

/**
 * `basedOn` of a joined text is the lower of the two; whitespace between paragraphs becomes one blank line only where
 * bodies are joined.
 */
export function mergeTexts(base: Text, mine: Text, theirs: Text): Merge {
  const title = mergeLine('title', base, mine, theirs)
  const summary = mergeLine('summary', base, mine, theirs)
  const whole = agreed(base.body, mine.body, theirs.body)
  const body =
    whole === null
      ? mergeParagraphs(...([base, mine, theirs].map(paragraphsIn) as ThreeWays))
      : paragraphsOf(whole)
  const conflicts = [title, summary, ...body].filter((part) => typeof part !== 'string')
  if (typeof title !== 'string' || typeof summary !== 'string' || conflicts.length > 0)
    return { text: null, conflicts, body }
  const basedOn = mergeBasedOn(base.basedOn, mine.basedOn, theirs.basedOn)
  const joined = whole ?? bodyOf(body.filter((part) => typeof part === 'string'))
  return { text: { title, summary, body: joined, basedOn }, conflicts, body }
}

type ThreeWays = [base: string[], mine: string[], theirs: string[]]

const paragraphsIn = (text: Text) => paragraphsOf(text.body)

/** Null where both made something else of it. */
function agreed<T>(base: T, mine: T, theirs: T): T | null {
  if (mine === theirs || theirs === base) return mine
  return mine === base ? theirs : null
}

function mergeLine(part: 'title' | 'summary', base: Text, mine: Text, theirs: Text) {
  const line = agreed(base[part], mine[part], theirs[part])
  return line ?? { part, base: [base[part]], mine: [mine[part]], theirs: [theirs[part]] }
}

/** Where both raised it, the lower: the joined text says at least what that source revision said. */
function mergeBasedOn(base: number | null, mine: number | null, theirs: number | null) {
  if (mine === theirs || theirs === base) return mine
  if (mine === base) return theirs
  return mine === null || theirs === null ? null : Math.min(mine, theirs)
}

function mergeParagraphs(...[base, mine, theirs]: ThreeWays): (string | MergeConflict)[] {
  return diff3Merge(mine, base, theirs).flatMap(({ ok, conflict }) =>
    ok ? ok : conflict ? settled(conflict.o, conflict.a, conflict.b) : [],
  )
}

/** Changes of neighbouring paragraphs by different people come as one passage; side by side they do not collide. */
function settled(base: string[], mine: string[], theirs: string[]): (string | MergeConflict)[] {
  if (mine.length === base.length && theirs.length === base.length) {
    const each = base.map((was, i) => agreed(was, mine[i], theirs[i]) ?? null)
    if (each.every((paragraph) => paragraph !== null)) return each
  }
  return [{ part: 'body', base, mine, theirs }]
}
