/** Whether a word could be a syllable of Vietnamese, which is spelled by a narrow rule: start, vowels, end, and one tone at most. */

const START = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?'
const VOWELS = '(?:uyê|uya|iê|yê|ươ|uô|oa|oă|oe|oo|uâ|uê|uơ|uy|ia|ya|ua|ưa|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)'
const END = '(?:ch|c|m|ng|nh|n|p|t|i|y|u|o)?'
/** ă and oă stand before a consonant only. */
const SYLLABLE = new RegExp(`^${START}(?!o?ă(?:[iyuo]|$))${VOWELS}${END}$`)
/** Grave, acute, tilde, hook above and dot below. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

export function isSyllable(word: string): boolean {
  const parts = word.normalize('NFD').toLowerCase()
  if ((parts.match(TONES) ?? []).length > 1) return false
  return SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'))
}
