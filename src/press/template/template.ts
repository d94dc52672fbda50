/**
 * Templates (templates/*.json): where everything on a placard stands. Data, not code: a new size of sign
 * needs none of ours. Millimetres from the top left corner of the trimmed face; a version is never changed
 * once a sign was made with it.
 */
import * as z from 'zod'
import { digestOf } from '../../domain/digest.ts'
import type { SizedTemplate } from '../../domain/size-advice.ts'
import { box, cmyk, colour, mm, passage, positive, shape, stack } from './template-parts.ts'

const fontChoice = z.strictObject({ strong: z.string(), plain: z.string() })
const spot = z.strictObject({ name: z.string().regex(/^[A-Za-z]{1,31}$/), cmyk })

/** The value of a template's JSON file. */
export const templateShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  version: z.int().positive(),
  kind: z.enum(['placard', 'panel', 'board', 'card']),
  /** Only an approved template may be ordered. */
  status: z.enum(['draft', 'approved']),
  material: z.strictObject({
    substrate: z.string(),
    process: z.string(),
    /** What is printed below the colours where the substrate is not white. */
    underbase: z.string().nullable(),
    /** Colours of the palette that are no inks but the material's own, each on a plate of that name: `{ "blue": "RAL 5002" }`. */
    colours: z.record(z.string(), z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 .-]{0,30}$/)).optional(),
    /** Printed on the back of something clear, colours first and white ink last: the print file is the mirror image. */
    mirrored: z.literal(true).optional(),
    minLifeYears: positive,
  }),
  /** Ground to the middle of the symbol, or of the face where there is none; null for what stands on a desk. */
  mountHeight: positive.nullable(),
  /** Metres from which the symbol, or the name where there is none, is to be read. */
  readingDistanceM: positive,
  trim: z.tuple([positive, positive]),
  bleed: positive,
  slug: z.number().min(10).max(50),
  /** From the trim inwards: no text beyond. */
  safe: positive,
  cornerRadius: positive,
  holes: z.array(z.strictObject({ x: mm, y: mm, diameter: positive })),
  /** Ink of text to the edge of a hole. */
  holeGap: z.number().min(3),
  /** Ink of one text to ink of another. */
  textGap: z.number().min(0.8),
  spots: z.strictObject({ cut: spot, drill: spot }),
  outputCondition: z.string().regex(/^[A-Z0-9]{3,20}$/),
  /** Per cent, the four inks together. */
  maxInk: z.number().max(400),
  /** Smallest em, in mm, that a line, a body or an introduction may have; smallest capitals of the name. */
  rules: z.strictObject({
    text: positive,
    body: positive.optional(),
    intro: positive.optional(),
    nameCapitals: positive.optional(),
  }),
  palette: z.record(z.string(), cmyk),
  /** Locale or its primary language; `und` for all others. */
  fonts: z.record(z.string(), fontChoice).refine((fonts) => 'und' in fonts, 'needs und'),
  /** Null where the face has none, as on a street-name board. */
  symbol: z
    .strictObject({
      /** Top left corner and side of the box that symbol and quiet zone fill together. */
      x: mm,
      y: mm,
      box: positive,
      minModule: z.number().min(0.5),
    })
    .nullable(),
  names: z.int().min(1).max(3),
  /** Names end their lines where their meaning lets them; wherever any text may unless told. */
  breaks: z.literal('by-meaning').optional(),
  /** The size of any other text on the face, as a share of that of the name, at most; not reckoned unless told. */
  nameShare: z.number().min(0.3).max(1).optional(),
  /** Words that begin an official name and stand apart from it, by language; a text without one is refused when required. */
  kindWords: z
    .strictObject({
      required: z.boolean(),
      words: z.record(z.string(), z.array(z.string()).min(1)),
    })
    .optional(),
  draft: z.strictObject({
    text: z.string(),
    size: positive,
    degrees: z.number(),
    tints: z.array(z.strictObject({ box, fill: colour })),
  }),
  shapes: z.array(shape),
  stacks: z.array(stack),
  /** Running texts, by the number of languages they come in; the fewest that hold all are taken. */
  texts: z
    .array(z.strictObject({ languages: z.int().min(1).max(3), passages: z.array(passage).min(1) }))
    .optional(),
})

export type Template = z.output<typeof templateShape>
export type TextWeight = 'strong' | 'plain'

export function templateName(template: Template): string {
  return `${template.id}@${template.version}`
}

/** Those that carry a code, with the room they give it. */
export function sizedTemplates(templates: readonly Template[]): SizedTemplate[] {
  return templates.flatMap((template) =>
    template.symbol ? [{ name: templateName(template), box: template.symbol.box }] : [],
  )
}

/** Font of a locale: its own, its language's, else the one for all others. */
export function fontFor(template: Template, locale: string, weight: TextWeight): string {
  const [language = ''] = locale.split('-')
  const choice = template.fonts[locale] ?? template.fonts[language] ?? template.fonts['und']
  return choice?.[weight] ?? ''
}

/** What the template prints: `name-first`, `hotline`, `intro`, … */
export function boundTexts({ stacks, texts = [] }: Template): ReadonlySet<string> {
  const flows = texts.flatMap(({ passages }) => passages.flatMap((passage) => passage.flows))
  const parts = [...stacks.flatMap(({ lines }) => lines), ...flows.flatMap((flow) => flow.parts)]
  return new Set(parts.map(({ bind }) => bind))
}

/** Lower-case hexadecimal SHA-256 of the canonical JSON: what an order keeps to prove that a version never changed. */
export async function templateDigest(template: Template): Promise<string> {
  return digestOf(canonicalJson(template))
}

/** Keys in code unit order at every depth, no white space: the order of keys in the file does not matter. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}
