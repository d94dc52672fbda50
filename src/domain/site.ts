/** site.yaml: everything that makes this installation one province's and no other's. */
import { parseLocale, type Locale } from './locale.ts'

export interface Site {
  /** Per locale, as in `{ vi: Lạng Sơn, en: Lạng Sơn }`. */
  name: Record<string, string>
  publisher: Record<string, string>
  hotline: string
  email: string
  /** IANA name, as in `Asia/Ho_Chi_Minh`: scans are counted per local day. */
  timeZone: string
  /** The first is the source language. */
  locales: Locale[]
  fallbackLocale: Locale
  /** Offered first on a page that has them, in their own names. */
  localLocales: Locale[]
  /** Origins allowed in print, as in `https://qr.langson.gov.vn`. */
  origins: string[]
  /** SPDX identifier or name of the licence of the texts, and its address. */
  licence: { name: string; url: string }
  map: { lat: number; lon: number; zoom: number }
  /** When true, who wrote a text cannot approve it. */
  fourEyes: boolean
  /** Who runs this and how to trust it, per locale. */
  trust: Record<string, string>
}

/** Throws for a site without locales, which the schema of site.yaml does not let through. */
export function sourceLocale(site: Site): Locale {
  const [first] = site.locales
  if (!first) throw new RangeError('a site needs at least one locale')
  return first
}

/** Every locale a text may be in: those that all pages have, the source language first, then the local ones. */
export function localesOf({ locales, localLocales }: LocalesOfSite): Locale[] {
  return [...new Set([...locales, ...localLocales])]
}

type LocalesOfSite = Pick<Site, 'locales' | 'localLocales'>

/** Every locale a text may be in but the source language. */
export function otherLocales(site: LocalesOfSite): Locale[] {
  return localesOf(site).slice(1)
}

/** The locale that `text` names, in any spelling, where this installation has it; else null. */
export function offeredLocale(site: LocalesOfSite, text: string): Locale | null {
  const locale = parseLocale(text)
  return localesOf(site).find((known) => known === locale) ?? null
}

/**
 * The words of `texts` for a reader of `locale`; falls back to the fallback locale, then to the source language, then
 * to any. '' where there are none.
 */
export function inLocale(
  texts: Record<string, string>,
  locale: Locale,
  site: Site,
): { text: string; locale: Locale } {
  for (const candidate of [locale, site.fallbackLocale, sourceLocale(site)]) {
    const text = texts[candidate]
    if (text) return { text, locale: candidate }
  }
  const [first] = Object.entries(texts)
  return { text: first?.[1] ?? '', locale: (first?.[0] ?? locale) as Locale }
}
