/**
 * Locales and the choice among them. A locale is a BCP 47 tag in canonical case, as in `vi`, `zh-Hans`,
 * `tyz`; which ones exist is said by site.yaml, not by the code.
 */
import { match } from '@formatjs/intl-localematcher'
import { LRUCache } from 'lru-cache'
import { hyphened } from './locale-tag.ts'

export type Locale = string & { readonly brand: 'Locale' }

/** Null when the tag is malformed. */
export function parseLocale(text: string): Locale | null {
  try {
    return (Intl.getCanonicalLocales(text)[0] ?? null) as Locale | null
  } catch {
    return null
  }
}

/**
 * Languages of our part of the world in their own names. Runtimes carry different name tables (workerd knows
 * no Khmer), and Intl has no own name for Tày or Nùng.
 */
const OWN_NAMES: Record<string, string> = {
  vi: 'Tiếng Việt',
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  km: 'ខ្មែរ',
  tyz: 'Tày',
  nut: 'Nùng',
  ium: 'Iu Mienh',
  lo: 'ລາວ',
  th: 'ไทย',
  ko: '한국어',
  ja: '日本語',
  fr: 'Français',
}

/** Languages a name may be written in beside the installation's own. */
export const KNOWN_LOCALES = Object.keys(OWN_NAMES) as Locale[]

/** Whether a reader of Latin letters can read its script. */
export function isLatin(locale: string): boolean {
  return new Intl.Locale(locale).maximize().script === 'Latn'
}

/** A language in its own name; the tag where none is known. */
export function ownName(locale: Locale): string {
  const known = OWN_NAMES[locale]
  if (known) return known
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** Characters of a header that are looked at; a phone with ten languages sends some 150. */
const HEADER_READ = 4096
/** Ranges of one header that are looked at, and how many of the best are asked about: nobody reads more languages. */
const RANGES_MAX = 64
const WISHES_MAX = 8

/**
 * The languages an Accept-Language header (RFC 9110, 12.5.4) asks for, best first. Malformed ranges, `*`
 * and those with q=0 are left out. The header may be of any length and hold anything: what it costs is bounded.
 */
export function parseWishes(header: string): Locale[] {
  const wishes: { tag: string; q: number }[] = []
  for (const range of header.slice(0, HEADER_READ).split(',', RANGES_MAX)) {
    const [tag = '', ...parameters] = range.split(';', 4)
    const q = parameters.map((text) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/i.exec(text)?.[1])
    const quality = parameters.length === 0 ? 1 : Number(q.find(Boolean) ?? 0)
    const wellFormed = quality > 0 ? WELL_FORMED.exec(hyphened(tag)) : null
    if (wellFormed) wishes.push({ tag: wellFormed[0], q: quality })
  }
  return wishes
    .sort((a, b) => b.q - a.q)
    .slice(0, WISHES_MAX)
    .flatMap(({ tag }) => wishFor(tag) ?? [])
}

/** Language, script and region, as nearly every phone writes them. */
const PLAIN = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}))?$/i

/** The tag in canonical case; of one that Intl refuses, its language. Intl takes longest, so it is asked once a language. */
function wishFor(tag: string): Locale | null {
  const [, written = '', script, region] = PLAIN.exec(tag) ?? []
  if (written === '') return parseLocale(tag) ?? parseLocale(tag.split('-', 1)[0] ?? '')
  const language = canonicalLanguage(written.toLowerCase())
  // `sh` is `sr-Latn`, so `sh-Cyrl` is more than its parts.
  if (language === null || language.includes('-')) return parseLocale(tag) ?? language
  const cased = script && script.charAt(0).toUpperCase() + script.slice(1).toLowerCase()
  return [language, cased, region?.toUpperCase()].filter(Boolean).join('-') as Locale
}

function canonicalLanguage(language: string): Locale | null {
  const before = canonical.get(language)
  if (before) return before.locale
  const locale = parseLocale(language)
  canonical.set(language, { locale })
  return locale
}

/** Of 18,000 languages that can be written, as `he` of `iw`. */
const canonical = new LRUCache<string, { locale: Locale | null }>({ max: 20_000 })

/**
 * Language, script, region and two variants of a tag (RFC 5646, 2.1); what follows says nothing about which language
 * somebody reads, and what makes the tag malformed is left out: `en-GB-oed` is read as `en-GB`.
 */
const WELL_FORMED =
  /^[a-z]{2,3}(?:-[a-z]{3})?(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})){0,2}(?=-|$)/i

/**
 * The offered locale nearest to what the reader wishes, by CLDR language distance (UTS #35, 4.4), or null
 * when none is near enough. Where the library's table is silent we know two things more: a reader of one
 * Chinese script can read the other before giving up, and an Afrikaans reader can read Dutch.
 */
export function nearestLocale(
  wishes: readonly Locale[],
  offered: readonly Locale[],
): Locale | null {
  const key = `${wishes.join()} ${offered.join()}`
  const before = found.get(key)
  if (before) return before.locale
  const locale = findNearest(wishes, offered)
  found.set(key, { locale })
  return locale
}

/** Most phones ask for one of a few hundred lists. */
const found = new LRUCache<string, { locale: Locale | null }>({ max: 2000 })

function findNearest(wishes: readonly Locale[], offered: readonly Locale[]): Locale | null {
  const known = offered.filter((locale) => parseLocale(locale))
  const plain = wishes.filter((wish) => isNear(languageOf(wish), known)).map(bounded)
  return (
    nearest(plain, known) ??
    nearest(plain.flatMap(alsoReads), known) ??
    (known.some((locale) => withoutVariants(locale) !== locale)
      ? nearest(plain, known, withoutVariants)
      : null)
  )
}

/**
 * Whether anything in this language can be near to one of those offered: asked of the library once for each language,
 * since a phone's list may name any of 18,000 and the answer is nearly always no. Of a language that CLDR knows nothing
 * of, and of `und`, which is none, the library need not be asked: it takes longest over them.
 */
function isNear(language: Locale, offered: readonly Locale[]): boolean {
  if (offered.some((locale) => languageOf(locale) === language)) return true
  const key = `${language} ${offered.join()}`
  const before = isNearTo.get(key)
  if (before !== undefined) return before
  const near =
    language !== 'und' &&
    new Intl.Locale(language).maximize().script !== undefined &&
    nearest(inScriptsOf(language, offered), offered, withoutVariants) !== null
  isNearTo.set(key, near)
  return near
}

const isNearTo = new LRUCache<string, boolean>({ max: 40_000 })

/** The language as it is mostly written, and in each script offered: somebody may read Uyghur in Chinese characters. */
function inScriptsOf(language: Locale, offered: readonly Locale[]): Locale[] {
  const scripts = new Set(offered.map((locale) => new Intl.Locale(locale).maximize().script))
  const others = [...scripts].filter((script) => script !== undefined && script !== 'Latn')
  return [
    language,
    ...alsoReads(language),
    ...others.map((script) => `${language}-${script}` as Locale),
  ]
}

/** `zh` of `zh-Hant-TW`; Intl says nothing of `und`. */
function languageOf(locale: Locale): Locale {
  return locale.split('-', 1)[0] as Locale
}

/** ISO 639 for "no language we have a code for": what the library answers when nothing is near. */
const NOTHING = 'mis'

function nearest(
  wishes: readonly Locale[],
  offered: readonly Locale[],
  seenAs: (locale: Locale) => Locale = (locale) => locale,
): Locale | null {
  if (wishes.length === 0 || offered.length === 0) return null
  const tags = offered.map(seenAs)
  const found = match(wishes, tags, NOTHING, { algorithm: 'best fit' }).replace(/-u-.*$/, '')
  return offered[tags.findIndex((tag) => tag === found)] ?? null
}

function alsoReads(wish: Locale): Locale[] {
  const { language } = new Intl.Locale(wish)
  if (['zh', 'yue', 'nan', 'hak', 'wuu'].includes(language))
    return ['zh-Hans' as Locale, 'zh-Hant' as Locale]
  return language === 'af' ? ['nl' as Locale] : []
}

function withoutVariants(locale: Locale): Locale {
  return new Intl.Locale(locale).baseName.replace(
    /-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3})(?=-|$)/gi,
    '',
  ) as Locale
}

/** The library remembers every tag it was ever asked about; this many is the most that may reach it whole. */
const REMEMBERED_MAX = 20_000
const remembered = new Set<Locale>()

function bounded(wish: Locale): Locale {
  if (remembered.has(wish)) return wish
  if (remembered.size >= REMEMBERED_MAX) return languageOf(wish)
  remembered.add(wish)
  return wish
}

export interface LocaleChoice {
  /** The locale the reader is addressed in: the nearest the installation offers. */
  wished: Locale
  /** The locale of the text that is shown; differs from `wished` where that text is missing. */
  shown: Locale
}

export interface Offer {
  /** Locales of the installation, source language first. */
  site: readonly Locale[]
  /** Locales this entry has a published text in. */
  entry: readonly Locale[]
  fallback: Locale
}

/**
 * Which language to answer in. `chosen` is what the reader picked (address or cookie); it goes before what
 * the phone asks for. A header that names only languages not offered gets `fallback`; no header, or one that
 * names no language, the source language.
 */
export function chooseLocale(
  chosen: Locale | null,
  wishes: readonly Locale[],
  offer: Offer,
): LocaleChoice {
  const source = offer.site[0] ?? offer.fallback
  const all = chosen ? [chosen, ...wishes] : wishes
  const wished = nearestLocale(all, offer.site) ?? (wishes.length > 0 ? offer.fallback : source)
  if (offer.entry.includes(wished) || offer.entry.length === 0) return { wished, shown: wished }
  const shown =
    nearestLocale(all, offer.entry) ??
    [offer.fallback, source].find((locale) => offer.entry.includes(locale)) ??
    (offer.entry[0] as Locale)
  return { wished, shown }
}
