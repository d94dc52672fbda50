/**
 * A print order (đơn in) freezes what is printed: the words of each face, its template, its symbol, the origin in
 * its address. Files are made from that alone, so the same order gives the same files on any day.
 */
import { fold } from './name.ts'
import type { IsoDate } from './entry.ts'
import type { ShortCode } from './short-code.ts'
import type { Mount } from './sign.ts'

export interface PrintedText {
  locale: string
  text: string
  /** Of a name: where it may be broken, as its entry said that day. */
  breaks?: string
}

/** What one face shows, and where its sign hangs. */
export interface Recipe {
  code: ShortCode
  names: PrintedText[]
  invitations: PrintedText[]
  publisher: PrintedText
  hotline: PrintedText | null
  kindWord?: PrintedText | null
  captions?: PrintedText[]
  /** Printed on templates that carry text: paragraphs per language. */
  intro?: PrintedText[]
  body?: PrintedText[]
  /** Null on faces without one. `matrixSha256`: of all its modules, hexadecimal. */
  symbol: {
    version: number
    level: 'Q' | 'H'
    mask: number
    payload: string
    matrixSha256: string
  } | null
  /** Date inside the files. */
  date: IsoDate
  placement: string
  lat: number | null
  lon: number | null
  heightMm: number | null
  /** What it hangs on; absent in orders from before it was asked. */
  mount?: Mount | null
  readingDistanceMm: number | null
  faces: number
  /** Whether every text on the face was published and its entry approved on the day of the order. */
  approved: boolean
  /** How its files are written (FORMS); absent in orders from before there was a second way. */
  forms?: number
}

/**
 * How files of one and the same drawing are written. Raised when they get other bytes; a recipe keeps the number of its
 * day, so that an old order gives its old files. 2: white ink under the colours, crop marks on the plates of ink only,
 * outlines without overlaps, holes as circles.
 */
export const FORMS = 2

export function formsOf(recipe: Pick<Recipe, 'forms'> | undefined): number {
  return recipe?.forms ?? 1
}

export interface PrintOrder {
  id: string
  /** The template as JSON, as it was. */
  template: unknown
  templateName: string
  origin: string
  isDraft: boolean
  /** SHA-256, hexadecimal, of the fonts and the profile the files are made with, by file name. */
  materials: Record<string, string>
  orderedBy: string
  orderedAt: string
}

/**
 * The number of an order, as in `LS-2026-017` from "Lạng Sơn", 2026 and 17; `IN-…` for a name without Latin letters.
 */
export function orderId(siteName: string, year: number, number: number): string {
  const initials = fold(siteName)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, '').charAt(0))
    .join('')
    .toUpperCase()
  return `${initials || 'IN'}-${year}-${String(number).padStart(3, '0')}`
}

/** The words of a face, for telling whether a sign in the street still says what is published today. */
export function printedWords(
  recipe: Pick<Recipe, 'names' | 'captions' | 'intro' | 'body'>,
): string[] {
  const { names, captions = [], intro = [], body = [] } = recipe
  return [...names, ...captions, ...intro, ...body].map(({ locale, text }) => `${locale} ${text}`)
}

/** Days after which a contractor should have fetched a parcel, and after which its signs should have come. */
export const FETCHED_WITHIN = 3
export const RECEIVED_WITHIN = 21

/** What is late about an order that was given to a contractor; null for nothing. `now`: ISO 8601, UTC, as every time. */
export function latenessOf(
  order: {
    isCancelled: boolean
    givenAt: string | null
    fetchedAt: string | null
    signs: number
    printed: number
  },
  now: string,
): 'unfetched' | 'unreceived' | null {
  const { isCancelled, givenAt, fetchedAt, signs, printed } = order
  if (isCancelled || givenAt === null || printed >= signs) return null
  const days = (Date.parse(now) - Date.parse(givenAt)) / 86_400_000
  if (fetchedAt === null && days > FETCHED_WITHIN) return 'unfetched'
  return days > RECEIVED_WITHIN ? 'unreceived' : null
}
