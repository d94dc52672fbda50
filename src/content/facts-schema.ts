/** The schema of entry.yaml, one per kind: keys that belong to another kind are refused. */
import * as z from 'zod'
import {
  NAME_KINDS,
  RANKS,
  type Facts,
  type Kind,
  type Review,
  type Source,
} from '../domain/entry.ts'
import {
  audioName,
  decimal,
  fileName,
  listOf,
  locale,
  lunarDay,
  mapOf,
  measure,
  metres,
  oneOf,
  partialDate,
  path,
  perLocale,
  slug,
  sourceId,
  text,
  trueOrFalse,
  webAddress,
  wholeDate,
  wholeNumber,
} from './yaml-values.ts'

const name = mapOf({
  text,
  locale,
  kind: oneOf(NAME_KINDS),
  breaks: text.optional(),
  from: partialDate.optional(),
  to: partialDate.optional(),
  source: sourceId.optional(),
})

const naming = mapOf({
  body: text,
  number: text.optional(),
  date: partialDate,
  act: oneOf(['named', 'renamed', 'extended', 'abolished']),
  source: sourceId,
})

const extent = mapOf({
  from: text,
  to: text,
  lengthM: measure('extent.not-metres').optional(),
  widthM: measure('extent.not-metres').optional(),
  source: sourceId,
})

const lifeDate = mapOf({
  date: partialDate,
  circa: trueOrFalse.optional(),
  lunar: text.optional(),
  source: sourceId,
})

const rank = mapOf({
  level: oneOf(RANKS),
  year: wholeNumber(1, 9999).optional(),
  decision: text.optional(),
  source: sourceId,
})

const festival = mapOf({
  from: lunarDay,
  to: lunarDay.optional(),
  name: perLocale.optional(),
  source: sourceId,
})

const entryUnit = mapOf({
  code: text,
  from: wholeDate.optional(),
  to: wholeDate.optional(),
  source: sourceId.optional(),
})

const stop = mapOf({ entry: path, note: perLocale.optional() })

const stops = listOf(stop).min(2, { error: 'walk.too-few-stops' })

const way = mapOf({
  distanceM: metres(1, 100_000).optional(),
  minutes: wholeNumber(1, 1440).optional(),
  source: sourceId,
})

/** Range and order of the two numbers are checked apart, so that swapped ones get their own message. */
const position = mapOf({
  lat: decimal('value.not-number'),
  lon: decimal('value.not-number'),
  accuracyM: metres(0, 100_000),
  source: sourceId,
})

const image = mapOf({
  file: fileName,
  alt: perLocale.optional(),
  decorative: trueOrFalse.optional(),
  author: text,
  licence: text,
})

const recording = mapOf({
  file: audioName,
  locale,
  speaker: text,
  licence: text,
  durationS: wholeNumber(1, 7200).optional(),
  transcript: text.optional(),
})

const source = mapOf({
  id: sourceId,
  kind: oneOf(['document', 'general-knowledge']).optional(),
  title: text.optional(),
  author: text.optional(),
  publisher: text.optional(),
  url: webAddress.optional(),
  date: partialDate.optional(),
  accessed: wholeDate.optional(),
  copy: text.optional(),
  at: text.optional(),
  attests: listOf(text).optional(),
})

const toVerify = mapOf({ what: text, document: text.optional() })

/** An approval says who and when; while review is pending there is neither. */
const review = mapOf({
  state: oneOf(['pending', 'approved']),
  by: text.optional(),
  role: text.optional(),
  on: wholeDate.optional(),
}).transform(({ state, by, role, on }, context): Review => {
  const isSaid = { by: by !== undefined, on: on !== undefined }
  if (state === 'approved' && by !== undefined && on !== undefined)
    return { state, by, on, ...(role === undefined ? {} : { role }) }
  for (const key of ['by', 'on'] as const)
    if (state === 'approved' && !isSaid[key])
      context.addIssue({ code: 'custom', message: 'key.missing', path: [key] })
  if (state === 'pending' && (isSaid.by || isSaid.on || role !== undefined))
    context.addIssue({
      code: 'custom',
      message: 'value.not-one-of',
      path: ['state'],
      params: { allowed: 'approved' },
    })
  return { state: 'pending' }
})

/** Keys of all kinds together. Their order is the canonical one. */
const common = {
  names: listOf(name).min(1, { error: 'entry.no-name' }),
  formerSlugs: listOf(slug).optional(),
  stops: stops.optional(),
  way: way.optional(),
  namedAfter: listOf(path).optional(),
  namings: listOf(naming).optional(),
  extent: extent.optional(),
  born: lifeDate.optional(),
  died: lifeDate.optional(),
  rank: rank.optional(),
  festivals: listOf(festival).optional(),
  adminUnits: listOf(entryUnit).optional(),
  position: position.optional(),
  restrictedLocation: trueOrFalse.default(false),
  livingPerson: trueOrFalse.default(false),
  images: listOf(image).optional(),
  audio: listOf(recording).optional(),
  related: listOf(path).optional(),
  toVerify: listOf(toVerify).optional(),
  sources: listOf(source).min(1, { error: 'entry.no-source' }),
  review,
  withheld: trueOrFalse.default(false),
}

const everything = mapOf(common)
const standing = everything.omit({ stops: true, way: true })

/** Keys of each kind beyond those that all kinds have. */
const FACTS_SCHEMAS = {
  street: standing.omit({ born: true, died: true, rank: true, festivals: true }),
  figure: standing
    .omit({ namedAfter: true, namings: true, extent: true, rank: true })
    .omit({ festivals: true }),
  'heritage-site': standing.omit({ extent: true, born: true, died: true }),
  place: standing.omit({ extent: true, born: true, died: true, rank: true }),
  walk: everything
    .omit({ namedAfter: true, namings: true, extent: true, born: true, died: true, rank: true })
    .omit({ festivals: true, position: true })
    .extend({ stops }),
} as const satisfies Record<Kind, z.ZodType>

/** One source as it would stand in a file; what is wrong with it, as typed, where it cannot. */
export function readSource(raw: Record<string, string>): Source | string {
  const read = source.safeParse(raw)
  if (read.success) return read.data as Source
  const [key] = read.error.issues[0]?.path ?? []
  return raw[String(key)] ?? String(key)
}

/** In canonical order. */
export const FACT_KEYS = Object.keys(common) as (keyof Facts)[]

/** The schema takes what readYaml gives; its messages are ids of rules. */
export function factsSchema(kind: Kind): z.ZodType<Facts> {
  return FACTS_SCHEMAS[kind] as unknown as z.ZodType<Facts>
}

/** The keys of one kind, in canonical order. */
export function factKeys(kind: Kind): (keyof Facts)[] {
  return FACT_KEYS.filter((key) => key in FACTS_SCHEMAS[kind].shape)
}

/** Keys of the map, or of each map of the list, that a fact is; in canonical order. Empty for plain values. */
export function keysWithin(key: keyof Facts): string[] {
  let schema: unknown = common[key]
  for (;;) {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) schema = schema.unwrap()
    else if (schema instanceof z.ZodArray) schema = schema.element
    else if (schema instanceof z.ZodPipe) schema = schema.in
    else return schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
  }
}
