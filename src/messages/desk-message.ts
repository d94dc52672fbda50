import { deskEn } from './desk-en.ts'
import { deskVi } from './desk-vi.ts'
import type { DeskKey, DeskCatalogue } from './desk-key.ts'
import { fill, inDigitsOf, namesIn } from '../domain/fill.ts'

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

/**
 * Words for a key put together from what the database holds, which may be older or newer than these words: `raw` where
 * there is no such message, and a dash for each value that is missing. A page that lists rows never fails by one of them.
 */
export function sayOfRow(
  say: Say,
  key: string,
  raw: string,
  values: Record<string, string | number> = {},
): string {
  const known = findDeskKey(key)
  if (!known) return raw
  const dashes = Object.fromEntries(namesIn(deskVi[known]).map((name) => [name, '–']))
  return say(known, { ...dashes, ...values })
}
