/** What a view needs to speak to one reader. */
import { inLocale, type Site } from '../../domain/site.ts'
import type { Locale } from '../../domain/locale.ts'
import { interfaceLocale, message, type InterfaceLocale } from '../../messages/messages.ts'
import type { MessageKey } from '../../messages/message-key.ts'

export interface Reading {
  site: Site
  /** As in `https://qr.langson.gov.vn`. */
  origin: string
  /** The locale the reader is addressed in; pages may have to show another. */
  wished: Locale
  /** The catalogue that speaks for it: not every locale has one. */
  words: InterfaceLocale
}

export function readingFor(site: Site, origin: string, wished: Locale): Reading {
  return { site, origin, wished, words: interfaceLocale(wished, site.fallbackLocale) }
}

/** Words of the interface; throws where a value of the sentence is missing. */
export type Say = (key: MessageKey, values?: Record<string, string | number>) => string

export function sayFor({ words }: Reading): Say {
  return (key, values) => message(words, key, values)
}

/** A text of site.yaml for this reader, with the locale it is really in; '' where it has none. */
export function siteText(reading: Reading, texts: Record<string, string>) {
  return inLocale(texts, reading.wished, reading.site)
}

/** `lang` only where it differs from what surrounds it. */
export function langIf(locale: string, around: string): string | undefined {
  return locale === around ? undefined : locale
}

/** The name of `language` within a sentence of the interface: "tiếng Anh", "English". */
export function languageName(words: InterfaceLocale, language: string): string {
  const name = new Intl.DisplayNames([words], { type: 'language' }).of(language) ?? language
  return name.replace(/^Tiếng /, 'tiếng ')
}

/**
 * A date written out: `1909`, `1909-11` or `1909-11-04`. Dates are as their source gives them; nothing is converted.
 */
export function writtenDate(words: InterfaceLocale, date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  const at = new Date(0)
  at.setUTCFullYear(year, (month ?? 1) - 1, day ?? 1)
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (month) options.month = 'long'
  if (day) options.day = 'numeric'
  const written = new Intl.DateTimeFormat(DATES[words] ?? words, options).format(at)
  // Intl writes "1 tháng 5, 2026" but "tháng 5 năm 2026"; in a sentence both have "năm".
  return words === 'vi' ? written.replace(', ', ' năm ') : written
}

/**
 * Two whole dates as a span, `từ 27 tháng 2 đến 4 tháng 3 năm 2027`: the month or the year is said once where both
 * share it.
 */
export function dateSpan(words: InterfaceLocale, first: string, last: string): string {
  if (first === last) return message(words, 'date.one', { date: writtenDate(words, first) })
  // Chinese begins with the year, so that the second date is the shorter one.
  const isYearFirst = words === 'zh-Hans'
  const short = shortDate(words, isYearFirst ? last : first, isYearFirst ? first : last)
  const whole = writtenDate(words, isYearFirst ? first : last)
  const [from, to] = isYearFirst ? [whole, short] : [short, whole]
  return message(words, 'date.span', { from, to })
}

/** Without what it shares with `beside`. */
function shortDate(words: InterfaceLocale, date: string, beside: string): string {
  if (date.slice(0, 4) !== beside.slice(0, 4)) return writtenDate(words, date)
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', day: 'numeric' }
  if (date.slice(0, 7) !== beside.slice(0, 7)) options.month = 'long'
  return new Intl.DateTimeFormat(DATES[words] ?? words, options).format(new Date(date))
}

/** Where the dates of a language differ from country to country. */
const DATES: Partial<Record<InterfaceLocale, string>> = { en: 'en-GB' }
