/**
 * A point to verify: something a reviewer still has to look up before an entry can be approved. It is settled by a row
 * that says where it was read, by whom and when; neither facts nor text change by it.
 */
import type { EntryPath, Facts, IsoDate, Source } from './entry.ts'
import { valuesIn } from './source-replacing.ts'
import { statementsOf } from './statement.ts'

export interface ReviewPoint {
  /** As it stands in facts or text, without marks; what settles it names it by these words. */
  words: string
  /** Asked for in the facts, or a fact or a statement that general knowledge alone bears out. */
  about: 'asked' | 'fact' | 'statement'
  /** Where it would stand; '' where nobody said. */
  document: string
}

/** Where a point was read: the document, the place in it, by whom, on which day. */
export interface Settlement {
  entry: EntryPath
  /** The words of the point. */
  point: string
  document: string
  /** Page, article, sheet; '' for a document of one page. */
  place: string
  /** Name of whoever read it there. */
  by: string
  on: IsoDate
}

/** Characters of a document's name, a place in it, and a name. */
export const DOCUMENT_MAX = 300
export const PLACE_MAX = 120
export const READER_MAX = 120

type PointFacts = Pick<Facts, 'toVerify' | 'sources'> & Partial<Facts>

/** All points of one entry, each once: those asked for first, then facts, then statements in the order of the text. */
export function reviewPoints(facts: PointFacts, body: string): ReviewPoint[] {
  const asked = (facts.toVerify ?? []).map(({ what, document = '' }): ReviewPoint => ({
    words: what,
    about: 'asked',
    document,
  }))
  const general = generalIn(facts.sources)
  const unborne = [...factsWithout(facts, general), ...statementsWithout(general, body)]
  const points = [...asked, ...unborne]
  return points.filter(({ words }, i) => points.findIndex((one) => one.words === words) === i)
}

/** Points without a settlement of theirs, in their order. */
export function openPoints(
  points: readonly ReviewPoint[],
  settled: readonly Pick<Settlement, 'point'>[],
): ReviewPoint[] {
  const known = new Set(settled.map(({ point }) => point))
  return points.filter(({ words }) => !known.has(words))
}

/**
 * The facts with the documents in which every point was read, in place of general knowledge; as they are where there is
 * none, or where a point is open.
 */
export function withReadSources(
  facts: Facts,
  points: readonly ReviewPoint[],
  settled: readonly Settlement[],
): Facts {
  const general = generalIn(facts.sources)
  if (general.size === 0 || openPoints(points, settled).length > 0) return facts
  const unborne = new Set(points.filter(({ about }) => about !== 'asked').map(({ words }) => words))
  const read = settled.filter(({ point }) => unborne.has(point))
  const days = read.map(({ on }) => on).sort()
  const title = [
    ...new Set(read.map(({ document, place }) => [document, place].filter(Boolean).join(', '))),
  ]
  const borne = (source: Source): Source => ({
    id: source.id,
    title: title.join('; '),
    accessed: days.at(-1),
    ...(source.attests && { attests: source.attests }),
  })
  if (read.length === 0) return facts
  return {
    ...facts,
    sources: facts.sources.map((source) => (general.has(source.id) ? borne(source) : source)),
  }
}

function generalIn(sources: readonly Source[]): ReadonlySet<string> {
  return new Set(sources.filter(({ kind }) => kind === 'general-knowledge').map(({ id }) => id))
}

/** Facts that name general knowledge as their source: the key, then what they say. */
function factsWithout(facts: PointFacts, general: ReadonlySet<string>): ReviewPoint[] {
  return Object.entries(facts).flatMap(([key, value]) =>
    [value].flat().flatMap((fact): ReviewPoint[] => {
      const { source, ...said } = (fact ?? {}) as Record<string, unknown>
      if (typeof source !== 'string' || !general.has(source)) return []
      return [{ words: `${key}: ${valuesIn(said).join(', ')}`, about: 'fact', document: '' }]
    }),
  )
}

const MARK = /\s*\[\^([\w-]+)\]/g

/**
 * Sentences whose every citation is of general knowledge; where there are none, those that cite it beside another. Each
 * without its marks.
 */
function statementsWithout(general: ReadonlySet<string>, body: string): ReviewPoint[] {
  const sentences = statementsOf(body)
    .map((sentence) => ({
      sentence,
      cited: [...sentence.matchAll(MARK)].map(([, id]) => id ?? ''),
    }))
    .filter(({ cited }) => cited.some((id) => general.has(id)))
  const alone = sentences.filter(({ cited }) => cited.every((id) => general.has(id)))
  return (alone.length > 0 ? alone : sentences).map(({ sentence }) => ({
    words: sentence.replace(MARK, '').replace(/[*_#]/g, '').trim(),
    about: 'statement',
    document: '',
  }))
}
