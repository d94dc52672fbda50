/**
 * One source in place of another, statement by statement: read there, still open, or taken out. Texts keep every other
 * letter as it was.
 */
import type { Facts } from './entry.ts'
import { statementsAndGaps, statementsOf } from './statement.ts'
import { writtenNumbers } from './written-number.ts'

/** What becomes of one statement. `stays`: nothing was found. `out`: it goes. Otherwise the id of the source it was read in. */
export type Replacing = 'stays' | 'out' | (string & {})

function cites(sentence: string, id: string): boolean {
  return sentence.includes(`[^${id}]`)
}

/** The sentences of a body that cite `id`, in the order of reading, as they stand in it. */
export function statementsCiting(body: string, id: string): string[] {
  return statementsOf(body).filter((statement) => cites(statement, id))
}

/** The body with its statements replaced in the order of statementsCiting; those without a word stay. */
export function withReplaced(text: string, id: string, replaced: readonly Replacing[]): string {
  let at = 0
  const pieces = statementsAndGaps(text).map((piece): string | null => {
    if (!cites(piece, id)) return piece
    const what = replaced[at++] ?? 'stays'
    if (what === 'stays') return piece
    return what === 'out' ? null : withMark(piece, id, what)
  })
  if (!pieces.includes(null)) return pieces.join('')
  return pieces
    .map((piece, i) => {
      // What divided it from the sentence after it goes along, but for the end of a line.
      const isGap = i % 2 === 1
      return isGap && pieces[i - 1] === null && !piece?.includes('\n') ? '' : piece
    })
    .join('')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
}

/** Cited twice over in one place, it stands there once. */
function withMark(sentence: string, id: string, source: string): string {
  return sentence.includes(`[^${source}]`)
    ? sentence.replaceAll(new RegExp(`\\s*\\[\\^${id}\\]`, 'g'), '')
    : sentence.replaceAll(`[^${id}]`, `[^${source}]`)
}

/** Facts that name `id` as their source: where they stand, and what they say. */
export function factsCiting(facts: Facts, id: string): { path: string; said: string }[] {
  return Object.entries(facts).flatMap(([key, value]) =>
    [value].flat().flatMap((fact: unknown, i) => {
      const { source, ...rest } = (fact ?? {}) as Record<string, unknown>
      if (source !== id) return []
      return [{ path: Array.isArray(value) ? `${key}.${i}` : key, said: valuesIn(rest).join(', ') }]
    }),
  )
}

/** Texts and numbers, however deep. */
export function valuesIn(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(valuesIn) : []
}

/** The facts at `paths` name their new sources; a fact cannot be taken out here, for it may be needed. */
export function withFactSources(facts: Facts, sources: ReadonlyMap<string, string>): Facts {
  const changed = Object.entries(facts).map(([key, value]) => {
    const of = (fact: unknown, path: string) => {
      const source = sources.get(path)
      return source === undefined ? fact : Object.assign({}, fact, { source })
    }
    const now = Array.isArray(value)
      ? value.map((fact: unknown, i) => of(fact, `${key}.${i}`))
      : of(value, key)
    return [key, now] as const
  })
  return Object.fromEntries(changed) as unknown as Facts
}

/**
 * Sources once statements of `id` have moved: it goes where nothing cites it any more; each that took statements over
 * bears out their numbers too, as far as the old one did. `moved`: the words of each, and the source it now rests on.
 */
export function sourcesAfter(
  facts: Facts,
  id: string,
  moved: readonly { source: string; words: string }[],
  isStillCited: boolean,
): Facts['sources'] {
  const borne = new Set(facts.sources.find((one) => one.id === id)?.attests ?? [])
  return facts.sources
    .filter((source) => source.id !== id || isStillCited)
    .map((source) => {
      const taken = moved.filter((one) => one.source === source.id)
      const numbers = taken.flatMap(({ words }) => writtenNumbers(words).map(({ value }) => value))
      const attests = [
        ...new Set([...(source.attests ?? []), ...numbers.filter((value) => borne.has(value))]),
      ]
      return attests.length === (source.attests ?? []).length
        ? source
        : Object.assign({}, source, { attests })
    })
}
