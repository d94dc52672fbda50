/** The words for a finding of `stele check`. */
import type { Finding } from '../domain/finding.ts'
import type { CheckRule } from '../domain/check-rules.ts'
import { checkEn } from './check-en.ts'
import { checkVi } from './check-vi.ts'
import { fill } from '../domain/fill.ts'

/** Vietnamese is the source; a finding needs no more languages than those who mend texts read. */
export const CHECK_CATALOGUES = { vi: checkVi, en: checkEn } satisfies Record<
  string,
  Record<CheckRule, string>
>
export type CheckLanguage = keyof typeof CHECK_CATALOGUES

/**
 * What was found, as a sentence with its cure: `{key}` is filled from the finding's values; `{{` and `}}` stand for
 * braces. A missing value throws.
 */
export function checkMessage(
  lang: CheckLanguage,
  { rule, values }: Pick<Finding<CheckRule>, 'rule' | 'values'>,
): string {
  return fill(CHECK_CATALOGUES[lang][rule], values)
}
