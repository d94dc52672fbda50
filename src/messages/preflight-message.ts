/** The words for what preflight found. */
import type { PreflightFault, Values } from '../domain/preflight.ts'
import { preflightEn } from './preflight-en.ts'
import { preflightVi } from './preflight-vi.ts'
import { fill } from '../domain/fill.ts'

export const PREFLIGHT_CATALOGUES = { vi: preflightVi, en: preflightEn }
export type PreflightLanguage = keyof typeof PREFLIGHT_CATALOGUES

/** Throws when a value that the words need is missing. */
export function preflightMessage(
  lang: PreflightLanguage,
  { fault, values }: { fault: PreflightFault; values: Values },
): string {
  return fill(PREFLIGHT_CATALOGUES[lang][fault], values)
}
