/**
 * The values our YAML files may hold, as zod schemas over text. The message of every issue is the id of a rule
 * of `stele check`; schema-report.ts adds the line and the placeholders.
 */
import * as z from 'zod'
import type { CheckRule } from '../domain/check-rules.ts'
import { dateFault, isWholeDate } from '../domain/date.ts'
import { parseEntryPath, SLUG, type EntryPath } from '../domain/entry.ts'
import { parseLunarDay } from '../domain/lunar.ts'
import { parseLocale, type Locale } from '../domain/locale.ts'
import { readTypedNumber } from '../domain/typed-number.ts'

type Rule = { error: CheckRule }
const rule = (id: CheckRule): Rule => ({ error: id })

/** Text in NFC, trimmed; '' while it is not known yet. */
export const textOrNothing = z.string(rule('value.not-text')).normalize().trim()

/** Text in NFC, trimmed, and never empty. */
export const text = textOrNothing.min(1, rule('value.empty'))

/** A decimal number from `min` to `max`, both included. */
export function number(min: number, max: number, id: CheckRule = 'value.out-of-range') {
  return decimal('value.not-number').refine((n) => n >= min && n <= max, {
    error: id,
    params: { min, max },
  })
}

/** The same of metres. */
export function metres(min: number, max: number) {
  return measure('value.not-number').refine((n) => n >= min && n <= max, {
    error: 'value.out-of-range',
    params: { min, max },
  })
}

/**
 * What may be in the thousands: `1.250` is 1250 to one writer and 1.25 to another. As the program itself writes it
 * (1.255), it is what it says.
 */
export function measure(id: CheckRule) {
  return z
    .string(rule(id))
    .trim()
    .superRefine((text, context) => {
      const read = readTypedNumber(text, 'plain')
      if (!read || !('either' in read) || String(Number(text)) === text) return
      const [whole, decimal] = read.either
      const params = { whole, decimal }
      context.addIssue({ code: 'custom', message: 'value.either-number', params, continue: false })
    })
    .pipe(decimal(id))
}

/** A number without unit, thousands separator or decimal comma. */
export function decimal(id: CheckRule) {
  return z
    .string(rule(id))
    .trim()
    .regex(/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i, rule(id))
    .transform(Number)
    .refine(Number.isFinite, rule(id))
}

export const wholeNumber = (min: number, max: number) =>
  number(min, max).refine(Number.isInteger, rule('value.not-whole-number'))

export const trueOrFalse = z
  .enum(['true', 'false'], rule('value.not-true-or-false'))
  .transform((word) => word === 'true')

export const oneOf = <const T extends readonly [string, ...string[]]>(allowed: T) =>
  z.enum(allowed, rule('value.not-one-of'))

/** `1909`, `1909-11` or `1909-11-04`, of a day that exists. */
export const partialDate = z.string(rule('date.malformed')).superRefine((date, context) => {
  const fault = dateFault(date)
  if (fault) context.addIssue({ code: 'custom', message: `date.${fault}` })
})

/** `1909-11-04`: year, month and day. */
export const wholeDate = partialDate.refine(
  (date) => dateFault(date) !== null || isWholeDate(date),
  rule('date.malformed'),
)

/** A day and month of the lunar calendar, as in `22/1`. */
export const lunarDay = z
  .string(rule('lunar.not-a-day'))
  .trim()
  .refine((day) => parseLunarDay(day) !== null, rule('lunar.not-a-day'))

/** In its canonical spelling: `zh-Hans`, not `zh-hans`. */
export const locale = z
  .string(rule('value.not-a-locale'))
  .refine((tag) => parseLocale(tag) === tag, rule('value.not-a-locale'))
  .transform((tag) => tag as Locale)

/** Of an entry, as in `streets/le-loi`; it need not exist. */
export const path = z
  .string(rule('value.not-an-entry'))
  .refine((one) => parseEntryPath(one) !== null, rule('value.not-an-entry'))
  .transform((one) => one as EntryPath)

export const slug = z.string(rule('value.not-a-slug')).regex(SLUG, rule('value.not-a-slug'))

/** Of a picture, without a folder. */
export const fileName = z
  .string(rule('value.not-a-file-name'))
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:jpe?g|png|webp|avif|gif)$/i,
    rule('value.not-a-file-name'),
  )

/** Of a recording, without a folder. */
export const audioName = z
  .string(rule('value.not-a-file-name'))
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.(?:mp3|m4a|ogg)$/i, rule('value.not-a-file-name'))

export const sourceId = z
  .string(rule('value.not-a-source-id'))
  .regex(/^[A-Za-z0-9_-]+$/, rule('value.not-a-source-id'))

/** http or https, whole. */
export const webAddress = z
  .string(rule('value.not-a-web-address'))
  .regex(/^https?:\/\/[^\s<>"\p{Cc}]+$/u, rule('value.not-a-web-address'))
  .refine((url) => URL.canParse(url), rule('value.not-a-web-address'))

export const listOf = <T extends z.ZodType>(item: T) => z.array(item, rule('value.not-list'))

/** Words per locale, as in `{ vi: …, en: … }`. */
export const perLocale = z.record(locale, text, rule('value.not-map'))

/** A map that refuses keys it does not know. */
export function mapOf<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? 'key.unknown' : 'value.not-map'),
  })
}
