/**
 * What differs between two revisions of a text: by paragraph, and within a paragraph by word. Plain data for a view.
 */
import { diffArrays } from 'diff'
import type { Locale } from '../domain/locale.ts'
import type { Text } from '../domain/revision.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A run of words. The runs that are not `added` give the text before, those not `removed` the text after. */
export interface Run {
  what: 'same' | 'added' | 'removed'
  text: string
}

export interface ParagraphChange {
  what: 'same' | 'changed' | 'added' | 'removed'
  /** Its place in the body after, from 0; for a removed one the place it would have. */
  position: number
  runs: Run[]
}

/** Between two states of a text; nothing changed is `same` all through. */
export interface Differences {
  title: Run[]
  summary: Run[]
  body: ParagraphChange[]
}

type ParagraphWords = Pick<Text, 'title' | 'summary' | 'body'>

/** `locale`: of the texts, for where words end. */
export function differencesBetween(
  before: ParagraphWords,
  after: ParagraphWords,
  locale: Locale,
): Differences {
  return {
    title: wordRuns(before.title, after.title, locale),
    summary: wordRuns(before.summary, after.summary, locale),
    body: paragraphChanges(paragraphsOf(before.body), paragraphsOf(after.body), locale),
  }
}

/** In the order of reading; removed words before those that took their place. */
export function wordRuns(before: string, after: string, locale: Locale): Run[] {
  return diffArrays(wordsIn(before, locale), wordsIn(after, locale)).map(
    ({ value, added, removed }) => ({
      what: added ? 'added' : removed ? 'removed' : 'same',
      text: value.join(''),
    }),
  )
}

/**
 * Characters of a word; a longer one is a run of a script whose dictionary the runtime lacks, and is taken by
 * character.
 */
const WORD_MAX = 24

/** Words, and what stands between them, by UAX #29; Chinese, Khmer and their like by the runtime's dictionaries. */
function wordsIn(text: string, locale: Locale): string[] {
  const byWord = new Intl.Segmenter(locale, { granularity: 'word' })
  const byCharacter = new Intl.Segmenter(locale, { granularity: 'grapheme' })
  return [...byWord.segment(text)].flatMap(({ segment }) =>
    segment.length <= WORD_MAX
      ? [segment]
      : [...byCharacter.segment(segment)].map((s) => s.segment),
  )
}

/** Neighbours that were taken out and put in are looked at together. */
function paragraphChanges(before: string[], after: string[], locale: Locale): ParagraphChange[] {
  const changes: ParagraphChange[] = []
  let position = 0
  const add = (what: ParagraphChange['what'], runs: Run[]) => {
    changes.push({ what, position, runs })
    if (what !== 'removed') position++
  }
  const whole = (what: Run['what'], text: string) => add(what, [{ what, text }])
  let gone: string[] = []
  for (const { value, added, removed } of diffArrays(before, after)) {
    if (removed) {
      gone = value
      continue
    }
    for (const [old, now] of added ? pairs(gone, value, locale) : pairs(gone, [], locale)) {
      if (old === null) whole('added', now)
      else if (now === null) whole('removed', old)
      else add('changed', wordRuns(old, now, locale))
    }
    gone = []
    if (!added) for (const text of value) whole('same', text)
  }
  for (const text of gone) whole('removed', text)
  return changes
}

type ParagraphPair = [string, string] | [string, null] | [null, string]

/** From this share of common words on, one paragraph counts as the other one changed. */
const ALIKE = 0.4

/** Removed and added paragraphs side by side: those alike as pairs, so that the sum of likeness is greatest. */
function pairs(gone: readonly string[], come: readonly string[], locale: Locale): ParagraphPair[] {
  const bags = [gone, come].map((texts) => texts.map((text) => bagOf(text, locale)))
  const common = (i: number, j: number) => alike(bags[0]?.[i], bags[1]?.[j])
  // best[i][j]: the greatest sum for the paragraphs from i and j on.
  const best = Array.from({ length: gone.length + 1 }, () => Array<number>(come.length + 1).fill(0))
  const bestAt = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(
        bestAt(i + 1, j),
        bestAt(i, j + 1),
        common(i, j) + bestAt(i + 1, j + 1),
      )

  const found: ParagraphPair[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const isPair = i < gone.length && j < come.length && common(i, j) > 0
    if (isPair && bestAt(i, j) === common(i, j) + bestAt(i + 1, j + 1))
      found.push([gone[i++]!, come[j++]!])
    else if (i < gone.length && bestAt(i, j) === bestAt(i + 1, j)) found.push([gone[i++]!, null])
    else found.push([null, come[j++]!])
  }
  return found
}

/** How alike two paragraphs are, by their words: from 0 to 1; 0 where one is not the other one changed. */
export function likeness(one: string, other: string, locale: Locale): number {
  return alike(bagOf(one, locale), bagOf(other, locale))
}

/** Each word once: how often it stands does not matter. */
function bagOf(text: string, locale: Locale): Set<string> {
  return new Set(wordsIn(text, locale).filter((word) => /[\p{L}\p{N}]/u.test(word)))
}

/** Share of common words among those of the longer (0 to 1); 0 below ALIKE. */
function alike(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const common = [...a].filter((word) => b.has(word)).length
  const share = common / Math.max(a.size, b.size, 1)
  return share >= ALIKE ? share : 0
}
