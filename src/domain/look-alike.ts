/**
 * Letters that look like the right ones and are others: Ð of Iceland for Đ, А of Russia for A, ǎ of pinyin for ă, wide
 * forms, ligatures, and spaces without width within words. A search for the right word would not find them.
 */
import { isSyllable } from './vietnamese-syllable.ts'

const pairs = (from: string, to: string) =>
  new Map([...from].map((char, i) => [char, [...to][i] ?? '']))

/** Taken for Vietnamese where the word then is a syllable, so that Guðrún stays who she is. */
const VIETNAMESE = pairs('ÐƉƊƋĎðɖɗƌďıɑ', 'ĐĐĐĐĐđđđđđia')
/** Pinyin has it rightly. */
const BESIDE_VIETNAMESE = pairs('Ǎǎ', 'Ăă')
const HAS_VIETNAMESE = /[ăđơưạ-ỹ]/iu
/** Of Russian and Greek, in a word that has Latin letters too. */
const LATIN = pairs(
  'АВСЕНІЈКМОРЅТХУаеіјорсѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧοινα',
  'ABCEHIJKMOPSTXYaeijopcsxyABEZHIKMNOPTYXoiva',
)

const WORD = /[\p{L}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu
const MAY_BE_WRONG =
  /[ÐƉƊƋĎðɖɗƌďǍǎıɑ\p{Script=Cyrillic}\p{Script=Greek}\u00ad\u200b-\u200d\u2060\ufeffﬀ-ﬄ\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/u

/** The text with the right letters; the same text where all are right. The text must be in NFC. */
export function withRightLetters(text: string): string {
  if (!MAY_BE_WRONG.test(text)) return text
  const isVietnamese = HAS_VIETNAMESE.test(text)
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (char) => char.normalize('NFKC'))
    .replace(/[ﬀ-ﬄ]/g, (char) => char.normalize('NFKC'))
    .replace(WORD, (word) => rightWord(word, isVietnamese))
}

/** As it stood, and as it is right: the first word that is not. */
export function wrongLettersIn(text: string): { found: string; right: string } | null {
  const right = withRightLetters(text)
  if (right === text) return null
  const [words, mended] = [text.split(/\s+/), right.split(/\s+/)]
  const at = words.findIndex((word, i) => word !== mended[i])
  return { found: words[at] ?? text, right: mended[at] ?? right }
}

function rightWord(word: string, isVietnamese: boolean): string {
  if (!MAY_BE_WRONG.test(word)) return word
  // Khmer and its kin part their words by them, and families of emoji are joined by them.
  const seen = word
    .replace(/(?<=[\p{Script=Latin}\p{M}])[\u00ad\u200b\u2060\ufeff]+/gu, '')
    .replace(/[\u00ad\u200b\u2060\ufeff]+(?=\p{Script=Latin})/gu, '')
    .replace(/(?<=[\p{Script=Latin}])[\u200c\u200d]+(?=\p{Script=Latin})/gu, '')
  const latin = /\p{Script=Latin}/u.test(seen) ? mapped(seen, LATIN) : seen
  const isLatin = /^[\p{Script=Latin}\p{M}]+$/u.test(latin)
  const letters = isVietnamese ? new Map([...VIETNAMESE, ...BESIDE_VIETNAMESE]) : VIETNAMESE
  const vietnamese = mapped(isLatin ? latin : seen, letters).normalize('NFC')
  return isSyllable(vietnamese) ? vietnamese : isLatin ? latin : seen
}

function mapped(word: string, letters: ReadonlyMap<string, string>): string {
  return [...word].map((char) => letters.get(char) ?? char).join('')
}
