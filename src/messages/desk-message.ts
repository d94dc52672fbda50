import { deskEn } from './desk-en.ts'
import { deskVi } from './desk-vi.ts'
import type { DeskKey, DeskCatalogue } from './desk-key.ts'

/** Languages the desk speaks; those who read know theirs from the texts they write. */
export const DESK_LANGUAGES = ['vi', 'en'] as const
export type DeskLanguage = (typeof DESK_LANGUAGES)[number]

const CATALOGUES: Record<DeskLanguage, DeskCatalogue> = { vi: deskVi, en: deskEn }

export function deskMessage(
  language: DeskLanguage,
  key: DeskKey,
  values: Record<string, string | number> = {},
): string {
  return CATALOGUES[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`message ${key} needs a value for {${name}}`)
    return typeof value === 'number' ? value.toLocaleString(language) : value
  })
}

/** For keys put together while running: null when there is no such message. */
export function findDeskKey(text: string): DeskKey | null {
  return Object.hasOwn(deskVi, text) ? (text as DeskKey) : null
}

/** Words of the desk in one language. */
export type Say = (key: DeskKey, values?: Record<string, string | number>) => string
