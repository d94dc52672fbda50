import type { Locale } from '../../../domain/locale.ts'
import { statementsCiting } from '../../../domain/source-replacing.ts'

/** One statement of one text: the how-manieth that cites the source. */
export interface Statement {
  locale: Locale
  index: number
  words: string
}

/**
 * What is decided together: the same statement in every language, where every text has as many of them; otherwise each
 * statement by itself.
 */
export function groupsOf(
  texts: readonly { locale: Locale; body: string }[],
  id: string,
): Statement[][] {
  const all = texts.map(({ locale, body }) =>
    statementsCiting(body, id).map((words, index): Statement => ({ locale, index, words })),
  )
  const cited = all.filter((one) => one.length > 0)
  const isAligned = new Set(cited.map((one) => one.length)).size === 1
  return isAligned
    ? (cited[0] ?? []).map((_, i) => cited.flatMap((one) => one[i] ?? []))
    : cited.flat().map((one) => [one])
}
