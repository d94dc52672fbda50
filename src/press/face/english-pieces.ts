/** An English name is a Vietnamese one among English words: the Vietnamese words that stand together stay whole. */
import type { NamePiece } from './local-text.ts'

/** They begin a line rather than end one; so do titles before a name. */
const LEADING =
  /^(?:of|and|in|at|to|for|with|by|on|near|[Ff]rom|[Tt]hrough|[Tt]he|[Ii]ts|Lady|Kings?|Queen|Prince|Princess|Emperor|General|Saint|Mrs?|Dr)$/

/** A word of Vietnamese, or of Chinese in Latin letters, without its marks; of English only a few short ones look like it. */
const SYLLABLE =
  /^(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|sh|zh|[bcdfghjklmnprstvwxz])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/

const ENDS_PHRASE = /[,;:)–—&/] *$/u

interface Group {
  text: string
  isName: boolean
  /** Ends with a word that begins a line. */
  isOpen: boolean
}

export function englishPieces(name: string): NamePiece[] {
  const groups: Group[] = []
  for (const text of name.match(/[^ ]+ */g) ?? []) {
    const last = groups.at(-1)
    const word = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    const [isName, isOpen] = [isVietnamese(word), LEADING.test(word)]
    if (last && staysWith(last, word, isName)) {
      last.text += text
      last.isName = isName || (last.isName && !isOpen)
      last.isOpen = isOpen
    } else groups.push({ text, isName, isOpen })
  }
  return groups.map((group, i): NamePiece => {
    const next = groups[i + 1]
    const isLoose =
      next && !group.isName && !next.isName && !ENDS_PHRASE.test(group.text) && !begins(next.text)
    return isLoose ? { text: group.text, isLoose } : { text: group.text }
  })
}

function staysWith(last: Group, word: string, isName: boolean): boolean {
  // A dash, and a number, stay with what is before them.
  if (word === '' || /^(?:no|\d.*)$/.test(word) || last.isOpen) return true
  const isMarked = !isName && isSyllable(word) && /[^a-z]/.test(word)
  const isLetter = /^\p{Lu}$/u.test(word)
  return last.isName && (isName || isMarked || isLetter) && !ENDS_PHRASE.test(last.text)
}

const begins = (text: string) => /^[(«“‘]/u.test(text) || LEADING.test(text.split(' ')[0] ?? '')

function isVietnamese(word: string): boolean {
  return /^\p{Lu}/u.test(word) && isSyllable(word)
}

function isSyllable(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd')
  return SYLLABLE.test(plain.toLowerCase())
}
