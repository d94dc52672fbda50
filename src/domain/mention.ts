/**
 * Mentions: where a text names an entry, but with other marks than its name has, as when a page about
 * Đường Lê Duẩn says "Lê Duẫn". Only runs of two or more capitalised words count, so that ordinary words
 * which happen to share letters with a name are left in peace.
 */
import type { Facts, Name } from './entry.ts'
import type { Locale } from './locale.ts'
import { differsByMarksOnly, fold, sameButTonePlacement } from './name.ts'

export interface Misspelling {
  found: string
  name: string
  /** Characters before it in the text, UTF-16. */
  index: number
  /** The tone mark only stands over another vowel ("Hoà", "Hòa"): a matter of house style. */
  tonePlacementOnly: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** `names` are spellings that are right; each counts with and without its first word ("Đường"). */
export function findMisspellings(
  text: string,
  names: readonly Pick<Name, 'text' | 'locale' | 'kind'>[],
  locale: Locale | null,
): Misspelling[] {
  // "Le Duan Street" leaves marks out for readers of another language; it does not say that they are wrong.
  const known = names
    .filter(({ kind, text }) => kind !== 'translation' || text !== stripped(text))
    .map((name) => ({ locale: name.locale, words: wordsOf(name.text) }))
  const right = known.flatMap(({ words, locale }) => {
    const shorter = words.length > 2 ? [{ words: words.slice(1), locale }] : []
    return words.length > 1 ? [{ words, locale }, ...shorter] : []
  })
  if (right.length === 0) return []
  const byFirst = new Map<string, typeof right>()
  for (const name of right) {
    const first = fold(name.words[0] ?? '')
    byFirst.set(first, [...(byFirst.get(first) ?? []), name])
  }
  const words = [...text.normalize('NFC').matchAll(WORD)].map((m) => ({ text: m[0], at: m.index }))
  const found: Misspelling[] = []
  let next = 0
  words.forEach((word, i) => {
    if (i < next) return
    const candidates = (byFirst.get(fold(word.text)) ?? []).flatMap((name) => {
      const run = words.slice(i, i + name.words.length)
      const joined = run.map((w) => w.text).join(' ')
      const same = run.length === name.words.length && fold(joined) === fold(name.words.join(' '))
      return same ? [{ ...name, joined }] : []
    })
    if (candidates.length === 0) return
    const longest = candidates.reduce((a, b) => (b.words.length > a.words.length ? b : a))
    next = i + longest.words.length
    const joined = longest.joined
    const isRight = candidates.some(
      (c) =>
        c.words.length === longest.words.length && !differsByMarksOnly(joined, c.words.join(' ')),
    )
    if (isRight || !isCapitalised(joined)) return
    // In another language a name may be written without any marks: "Le Duan Street".
    if (locale !== null && locale !== longest.locale && joined === stripped(joined)) return
    const name = longest.words.join(' ')
    const tonePlacementOnly = sameButTonePlacement(joined, name)
    found.push({ found: joined, name, index: word.at, tonePlacementOnly })
  })
  return found
}

/** All names of an entry that may be written about it, whatever their kind. */
export function spellings(facts: readonly (Pick<Facts, 'names'> | null | undefined)[]): Name[] {
  return facts.flatMap((one) => one?.names ?? [])
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(WORD) ?? []
}

/** The first word may be small: "đường Lê Duẩn". */
function isCapitalised(words: string): boolean {
  return words
    .split(' ')
    .slice(1)
    .every((word) => /^\p{N}/u.test(word) || word.charAt(0) !== word.charAt(0).toLowerCase())
}

function stripped(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}
