/** QR-07: what the running site answers at the address in the symbol, in every language that the face promises. */
import { broken, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import { bare } from './preflight-review.ts'
import type { LocalText } from '../face/local-text.ts'

export interface PageAnswer {
  locale: string
  /** Of HTTP; null when nothing came in time. */
  status: number | null
  /** As the answer itself names it, a list perhaps; null when it names none. */
  language: string | null
  /** The words of its first-level headings. */
  heading: string
}

/** What a site said when it was asked about one sign. */
export interface SiteAnswers {
  /** Where it was asked, as in `https://qr.langson.gov.vn/7K3QXC`. */
  address: string
  /** Of a HEAD of that address; null when nothing came in time. */
  status: number | null
  pages: PageAnswer[]
}

export interface PromisedLocale {
  locale: string
  /** As the face prints it; null where the face only invites. */
  name: string | null
}

export interface SiteFacts {
  promised: PromisedLocale[]
  /** Null when nobody asked. */
  answers: SiteAnswers | null
}

/** Whoever reads their language on a sign expects it on the page. */
export function promisedBy(face: {
  names: readonly LocalText[]
  invitations: readonly LocalText[]
}): PromisedLocale[] {
  const locales = new Set([...face.names, ...face.invitations].map(({ locale }) => locale))
  return [...locales].map((locale) => ({
    locale,
    name: face.names.find((name) => name.locale === locale)?.text ?? null,
  }))
}

const WANTED = '200, the language, the name'

export function siteRows(payload: string, { promised, answers }: SiteFacts): PreflightRow[] {
  const languages = promised.map(({ locale }) => locale).join(', ')
  if (!answers) return [broken('QR-07.unasked', 'not asked', WANTED, { languages })]
  const { address, status, pages } = answers
  const isElsewhere = address.toUpperCase() !== payload
  return rowsFor(
    'QR-07',
    [
      ...(status === 200 ? [] : [silent(address, status)]),
      ...promised.flatMap((one) =>
        pageRows(
          `${address}/${one.locale}`,
          one,
          pages.find(({ locale }) => locale === one.locale),
        ),
      ),
    ],
    `200 in ${languages}${isElsewhere ? '; asked at another origin than the printed one' : ''}`,
    WANTED,
  )
}

function pageRows(
  address: string,
  { locale, name }: PromisedLocale,
  page: PageAnswer | undefined,
): PreflightRow[] {
  if (page?.status !== 200) return [silent(address, page?.status ?? null)]
  const answered = page.language ?? '–'
  if (!isIn(answered, locale))
    return [broken('QR-07.language', answered, locale, { address, answered, locale })]
  if (name === null || bare(page.heading).includes(bare(name))) return []
  const shown = page.heading.trim() || '–'
  return [broken('QR-07.name', shown, name, { address, name, shown })]
}

function silent(address: string, status: number | null): PreflightRow {
  const answer = status === null ? '–' : String(status)
  return broken('QR-07.silent', answer, '200', { address, answer })
}

/** Countries apart: `zh-CN` is `zh-Hans`, but not `zh-Hant`. */
function isIn(answered: string, promised: string): boolean {
  const wanted = languageAndScript(promised)
  return wanted !== null && answered.split(',').some((tag) => languageAndScript(tag) === wanted)
}

function languageAndScript(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag.trim()).maximize()
    return `${language}-${script}`
  } catch {
    return null
  }
}
