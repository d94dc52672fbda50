/** The words of the interface. Content speaks any locale of site.yaml; the interface speaks these. */
import { nearestLocale, type Locale } from '../domain/locale.ts'
import { en } from './en.ts'
import { vi } from './vi.ts'
import { zhHans } from './zh-hans.ts'
import type { MessageKey, Catalogue } from './message-key.ts'
import { fill, inDigitsOf } from '../domain/fill.ts'

export const CATALOGUES = { vi, 'zh-Hans': zhHans, en } satisfies Record<string, Catalogue>
export type InterfaceLocale = keyof typeof CATALOGUES

const INTERFACE_LOCALES = Object.keys(CATALOGUES) as Locale[]

/** The catalogue for a reader of `locale`; where there is none, the nearest to `fallback`, else English. */
export function interfaceLocale(locale: Locale, fallback: Locale): InterfaceLocale {
  const exact = INTERFACE_LOCALES.find((known) => known === locale)
  return (exact ?? nearestLocale([fallback], INTERFACE_LOCALES) ?? 'en') as InterfaceLocale
}

/** Words for `key`, with its placeholders filled; throws when a value is missing. */
export function message(
  locale: InterfaceLocale,
  key: MessageKey,
  values: Record<string, string | number> = {},
): string {
  return fill(CATALOGUES[locale][key], values, inDigitsOf(locale))
}
