/**
 * Words of another language inside a text, told by their script, so that screen readers pronounce them and
 * browsers pick the right font: Chinese characters in a Vietnamese text, Vietnamese names in a Chinese one.
 */
export interface LanguageRun {
  text: string
  /** Null where it is the language of the text itself. */
  lang: 'zh' | 'vi' | null
}

const WRITTEN_IN_HAN = /^(?:zh|ja|ko|yue|wuu|nan|lzh|hak|gan)\b/

const HAN = /\p{Script=Han}+(?:[\s，。、；：！？《》（）·]*\p{Script=Han}+)*/gu

/** One or more words in Latin letters; Vietnamese when a letter of them is. */
const LATIN = /\p{Script=Latin}+(?:[ ’'-]\p{Script=Latin}+)*/gu
const VIETNAMESE = /[đăâêôơưáàãéèíìĩóòõúùũý\u1ea0-\u1ef9]/i

/** The text in NFC, cut where the language changes; joined again it is the text. */
export function languageRuns(text: string, locale: string): LanguageRun[] {
  const inHan = WRITTEN_IN_HAN.test(locale)
  const runs: LanguageRun[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(inHan ? LATIN : HAN)) {
    if (inHan && !VIETNAMESE.test(found)) continue
    if (index > end) runs.push({ text: text.slice(end, index), lang: null })
    runs.push({ text: found, lang: inHan ? 'vi' : 'zh' })
    end = index + found.length
  }
  if (end < text.length) runs.push({ text: text.slice(end), lang: null })
  return runs
}
