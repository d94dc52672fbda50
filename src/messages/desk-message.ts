import { deskEn } from './desk-en.ts'
import { deskVi } from './desk-vi.ts'
import type { DeskKey, DeskCatalogue } from './desk-key.ts'
import { fill, inDigitsOf } from '../domain/fill.ts'

/** Languages the desk speaks; those who read know theirs from the texts they write. */
export const DESK_LANGUAGES = ['vi', 'en'] as const
export type DeskLanguage = (typeof DESK_LANGUAGES)[number]

const CATALOGUES: Record<DeskLanguage, DeskCatalogue> = { vi: deskVi, en: deskEn }

/** Words for `key`, numbers in the digits of the language; throws when a value that they need is missing. */
export function deskMessage(
  language: DeskLanguage,
  key: DeskKey,
  values: Record<string, string | number> = {},
): string {
  return fill(CATALOGUES[language][key], values, inDigitsOf(language))
}

/** For keys put together while running: null when there is no such message. */
export function findDeskKey(text: string): DeskKey | null {
  return Object.hasOwn(deskVi, text) ? (text as DeskKey) : null
}

/** Words of the desk in one language. */
export type Say = (key: DeskKey, values?: Record<string, string | number>) => string
