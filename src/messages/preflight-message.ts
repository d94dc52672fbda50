/** The words for what preflight found. */
import type { PreflightFault, Values } from '../domain/preflight.ts'
import { preflightEn } from './preflight-en.ts'
import { preflightVi } from './preflight-vi.ts'
import { fill } from '../domain/fill.ts'

export const PREFLIGHT_CATALOGUES = { vi: preflightVi, en: preflightEn }
export type PreflightLanguage = keyof typeof PREFLIGHT_CATALOGUES

/** What was found, as a sentence with its cure; throws when a value that it needs is missing. */
export function preflightMessage(
  lang: PreflightLanguage,
  { fault, values }: { fault: PreflightFault; values: Values },
): string {
  return fill(PREFLIGHT_CATALOGUES[lang][fault], values)
}
