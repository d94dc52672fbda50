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

interface RightName {
  locale: Locale
  words: string[]
  /** The words folded and joined by spaces. */
  folded: string
}

/** Right spellings by their first two words, folded. */
export type NameIndex = ReadonlyMap<string, readonly RightName[]>

/**
 * Names for finding misspelt ones. Each counts with and without its first word ("Đường"), as long as two words are
 * left; single words are left out.
 */
export function indexOfNames(names: readonly Pick<Name, 'text' | 'locale' | 'kind'>[]): NameIndex {
  const index = new Map<string, RightName[]>()
  for (const { text, locale, kind } of names) {
    // "Le Duan Street" leaves marks out for readers of another language; it does not say that they are wrong.
    if (kind === 'translation' && text === stripped(text)) continue
    const words = text.normalize('NFC').match(WORD) ?? []
    for (const some of [words, words.slice(1)]) {
      if (some.length < 2) continue
      const folded = some.map(fold)
      const start = folded.slice(0, 2).join(' ')
      const name = { words: some, folded: folded.join(' '), locale }
      index.set(start, [...(index.get(start) ?? []), name])
    }
  }
  return index
}

/**
 * Places where `text`, in `locale` if that is known, spells a name otherwise than `right` does, in the order of the
 * text.
 */
export function findMisspellings(
  text: string,
  right: NameIndex,
  locale: Locale | null,
): Misspelling[] {
  if (right.size === 0) return []
  const words = [...text.normalize('NFC').matchAll(WORD)].map((m) => ({
    text: m[0],
    folded: fold(m[0]),
    at: m.index,
  }))
  const found: Misspelling[] = []
  let next = 0
  words.forEach((word, i) => {
    if (i < next) return
    const start = `${word.folded} ${words[i + 1]?.folded ?? ''}`
    const candidates = (right.get(start) ?? []).flatMap((name) => {
      const run = words.slice(i, i + name.words.length)
      const isSame = run.map(({ folded }) => folded).join(' ') === name.folded
      return isSame ? [{ ...name, joined: run.map(({ text }) => text).join(' ') }] : []
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

/** All names of these entries, whatever their kind. */
export function spellings(facts: readonly (Pick<Facts, 'names'> | null | undefined)[]): Name[] {
  return facts.flatMap((one) => one?.names ?? [])
}

/** Names of units: a ward may be called as an entry is but for a mark, and its name is right too. */
export function unitSpellings(
  units: readonly { name: string }[],
  locale: Locale,
): Pick<Name, 'text' | 'locale' | 'kind'>[] {
  return units.map(({ name }) => ({ text: name, locale, kind: 'official' }))
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
