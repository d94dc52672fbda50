/** Every kind of page there is, for those who look at all of them. */
import {
  GONE_SIGN,
  MISTYPED,
  NEVER_ISSUED,
  REPLACED_SIGN,
  SITE_SIGN,
  STREET_SIGN,
  WAITING_SIGN,
} from '../web/trial-content.ts'

export const LOCALES = ['vi', 'en', 'zh-Hans'] as const

/** Whole pages by what they are; `{locale}` is asked for in the address or by the phone. */
export const PAGES: Record<string, (locale: string) => string> = {
  'a street': (locale) => `/${locale}/streets/hoang-van-thu`,
  'a figure': (locale) => `/${locale}/figures/hoang-van-thu`,
  'a heritage site': (locale) => `/${locale}/heritage-sites/ai-chi-lang`,
  'a place': (locale) => `/${locale}/places/cho-thu`,
  'a walk': (locale) => `/${locale}/walks/nhi-thanh-tam-thanh`,
  'a text missing in this language': (locale) => `/${locale}/places/cho-vi`,
  'a scanned street sign': () => `/${STREET_SIGN}`,
  'a scanned sign at a site': (locale) => `/${SITE_SIGN}/${locale}`,
  'the map': (locale) => `/${locale}/map`,
  'a passport': (locale) => `/${locale}/signs/${STREET_SIGN}`,
  'a replaced sign': () => `/${REPLACED_SIGN}`,
  'a sign that is gone': () => `/${GONE_SIGN}`,
  'a sign still without text': () => `/${WAITING_SIGN}`,
  'a code never issued': () => `/${NEVER_ISSUED}`,
  'a mistyped code': () => `/${MISTYPED}`,
  'every street': (locale) => `/${locale}/streets`,
  'the home page': (locale) => `/${locale}/`,
  'what the phone has kept': (locale) => `/${locale}/offline`,
  'wards and communes': (locale) => `/${locale}/units`,
  'a ward': (locale) => `/${locale}/units/05986`,
  'a ward that is no more': (locale) => `/${locale}/units/05974/before-2025-07-01`,
  'a revision': (locale) => `/${locale}/streets/hoang-van-thu/revisions/1`,
  'the revisions of a text': (locale) => `/${locale}/streets/hoang-van-thu/revisions`,
  'who runs this': (locale) => `/${locale}/about`,
  'a search': (locale) => `/${locale}/search?q=hoang+van+thu`,
  'a search with a slip': (locale) => `/${locale}/search?q=tam+thnah`,
  'a search for a ward': (locale) => `/${locale}/search?q=chi+lang`,
  'a search for nothing': (locale) => `/${locale}/search`,
  'a page not found': (locale) => `/${locale}/khong-co`,
}

/** Each page in each language. */
export const EVERY_PAGE = Object.entries(PAGES).flatMap(([name, path]) =>
  LOCALES.map((locale) => ({ name, locale, path: path(locale) })),
)

const KINDS_OF_TEXT = 6

/** For what is slow: the kinds of entries in each language, every other page in one, by turns. */
export const ENOUGH_PAGES = EVERY_PAGE.filter((_, i) => {
  const page = Math.floor(i / LOCALES.length)
  return page < KINDS_OF_TEXT || i % LOCALES.length === page % LOCALES.length
})

/** Each page in one language, by turns. */
export const EACH_PAGE = EVERY_PAGE.filter(
  (_, i) => i % LOCALES.length === Math.floor(i / LOCALES.length) % LOCALES.length,
)
