/**
 * Vietnamese spelling capitalises every word of a proper name and only the first of a common one. So a run of capitals
 * is a name, `Hoàng Văn Thụ`; a capital before small letters begins a compound, `Khởi nghĩa`; both stay whole.
 */
import type { NamePiece } from './local-text.ts'
import { FAMILY_NAMES, JOINING, KINDS_OF_THINGS, SECOND_OF_FAMILY } from './vietnamese-names.ts'

interface Word {
  /** With the spaces after it. */
  text: string
  /** Lower case, without marks of punctuation. */
  core: string
  isCapital: boolean
  /** `UNESCO` in a name that is not all capitals. */
  isAcronym: boolean
  /** After it a line may always end: a dash, a comma, a bracket that closes. */
  isLast: boolean
}

export function vietnamesePieces(name: string): NamePiece[] {
  return phrasesOf(wordsOf(name)).flatMap(piecesOfPhrase)
}

const isShouted = (text: string) => text === text.toLocaleUpperCase('vi')

function wordsOf(name: string): Word[] {
  const words: Word[] = []
  for (const text of name.match(/[^ ]+ */g) ?? []) {
    const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    const last = words.at(-1)
    // A dash stays with the word before it.
    if (bare === '' && last) {
      last.text += text
      last.isLast = true
      continue
    }
    const isAcronym = !isShouted(name) && [...bare].length > 1 && isShouted(bare)
    const isCapital = /^\p{Lu}/u.test(bare)
    const isLast = /[,;:)»”’–—/&] *$/u.test(text)
    if (/^[(«“‘]/u.test(text) && last) last.isLast = true
    words.push({ text, core: bare.toLocaleLowerCase('vi'), isCapital, isAcronym, isLast })
  }
  return words
}

/** Cut after commas, dashes and brackets, and round acronyms. */
function phrasesOf(words: readonly Word[]): Word[][] {
  const phrases: Word[][] = [[]]
  words.forEach((word, i) => {
    const before = words[i - 1]
    if (before && (before.isLast || before.isAcronym || word.isAcronym)) phrases.push([])
    phrases.at(-1)?.push(word)
  })
  return phrases
}

/** A piece as it grows; `isName` while it is a run of capitals. */
interface Group {
  words: Word[]
  isName: boolean
  /** A kind of thing, or a joining word: what follows it may stay with it, but is no part of it. */
  isKind: boolean
}

function piecesOfPhrase(words: readonly Word[]): NamePiece[] {
  const groups: Group[] = []
  for (let at = 0; at < words.length;) {
    const group = groupAt(words, at)
    groups.push(group)
    at += group.words.length
  }
  return joined(groups).flatMap(piecesOfGroup)
}

function groupAt(words: readonly Word[], at: number): Group {
  const rest = words.slice(at)
  const [first] = rest
  const group = (count: number, isName: boolean, isKind = false) => ({
    words: rest.slice(0, count),
    isName,
    isKind,
  })
  if (!first?.isCapital || at === 0) {
    const kind = kindWords(rest)
    if (kind > 0 && kind < rest.length) return group(kind, false, true)
  }
  if (first && !first.isCapital && JOINING.has(first.core)) return group(1, false, true)
  const isOther = (word: Word, i: number) => i > 0 && word.isCapital !== first?.isCapital
  const end = rest.findIndex(
    (word, i) => isOther(word, i) || (i > 0 && !word.isCapital && JOINING.has(word.core)),
  )
  const count = end < 0 ? rest.length : end
  const next = rest[count]
  // `Khởi nghĩa`, `Thanh niên`: the capital is the compound's, not a name of its own.
  if (first?.isCapital && count === 1 && next && !JOINING.has(next.core)) {
    const small = rest.slice(1).findIndex((word) => word.isCapital || JOINING.has(word.core))
    return group(small < 0 ? rest.length : 1 + small, false)
  }
  return group(count, first?.isCapital ?? false)
}

/** How many words of the beginning are a kind of thing. */
function kindWords(words: readonly Word[]): number {
  for (let count = 3; count > 0; count--) {
    const text = words.slice(0, count).map(({ core }) => core)
    if (text.length === count && KINDS_OF_THINGS.has(text.join(' '))) return count
  }
  return 0
}

/** What cannot stand alone is joined: one capital or a number with what is before it, one small word with what follows. */
function joined(groups: readonly Group[]): Group[] {
  const result: Group[] = []
  let held: Word[] = []
  groups.forEach((group, i) => {
    const { words, isName, isKind } = group
    const [word] = words
    const before = result.at(-1)
    const isNumber = words.some(({ core }) => /\d/.test(core))
    const isLast = i === groups.length - 1
    const isAlone = words.length === 1
    // `Làng đá`, `Bến đá`: of what kind the kind is.
    const isOfKind = !isName && !isKind && before?.isKind && before.words.length === 1
    if (held.length === 0 && before && (isNumber || (isAlone && (isName || isLast || isOfKind))))
      before.words.push(...words)
    else if (isAlone && !isName && !isLast && word && (!isKind || !word.isCapital) && i > 0)
      held.push(...words)
    else {
      result.push({ words: [...held, ...words], isName: isName && held.length === 0, isKind })
      held = []
    }
  })
  return result
}

function piecesOfGroup({ words, isName }: Group): NamePiece[] {
  const text = (from: number, to?: number) =>
    words
      .slice(from, to)
      .map((word) => word.text)
      .join('')
  const { length } = words
  const [first, second] = words.map(({ core }) => core)
  if (isName && length >= 3 && first && FAMILY_NAMES.has(first)) {
    const isDouble = second !== undefined && SECOND_OF_FAMILY.has(second)
    const family = isDouble && (length > 3 || first === 'tôn') ? 2 : 1
    return [{ text: text(0, family), isLoose: true }, { text: text(family) }]
  }
  // Of four words two and two belong together: `Huyền Trân | Công Chúa`, `địa chất | toàn cầu`.
  const isPaired = length === 4 && words.every((word) => word.isCapital === words[0]?.isCapital)
  return isPaired ? [{ text: text(0, 2) }, { text: text(2) }] : [{ text: text(0) }]
}
