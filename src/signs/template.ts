/**
 * Templates (templates/*.json): where everything on a placard stands. Data, not code: a new size of sign
 * needs none of ours. Millimetres from the top left corner of the trimmed face; a version is never changed
 * once a sign was made with it.
 */
import * as z from 'zod'
import { templateFaults, type TemplateFault } from './template-faults.ts'

const mm = z.number().min(-1000).max(3000)
const positive = z.number().positive().max(3000)
const percent = z.number().min(0).max(100)
const cmyk = z.tuple([percent, percent, percent, percent])
const box = z.tuple([mm, mm, positive, positive])
const colour = z.string()

/** What a line of text is taken from. `others` are the second and third language. */
export const BINDINGS = [
  'name-first',
  'name-others',
  'invitation-first',
  'invitation-others',
  'address',
  'publisher',
  'hotline',
] as const

const line = z.strictObject({
  bind: z.enum(BINDINGS),
  weight: z.enum(['strong', 'plain']),
  /** Side of the em square, from the largest to the smallest that may be printed. */
  size: z.tuple([positive, positive]).refine(([most, least]) => most >= least, 'most, then least'),
  /** A text that one line would make smaller than this is broken if that makes it clearly larger. */
  comfort: positive.optional(),
  /** Balanced lines at most. */
  lines: z.int().min(1).max(3),
  /** Ink to ink, at least; above the line. */
  gap: z.number().min(0.8).max(50),
})

const shape = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('rect'), box, fill: colour }),
  z.strictObject({
    shape: z.literal('frame'),
    /** From the trim to the middle of the line; its corners curve inwards round the holes. */
    inset: positive,
    cornerRadius: positive,
    width: positive,
    /** Colour of the line above and below, and between, two heights. */
    stroke: z.tuple([colour, colour, colour]),
    heights: z.tuple([mm, mm]),
  }),
  z.strictObject({
    shape: z.literal('star-anise'),
    x: mm,
    y: mm,
    radius: positive,
    fill: colour,
    seed: colour,
  }),
  z.strictObject({ shape: z.literal('rule'), from: z.tuple([mm, mm]), to: z.tuple([mm, mm]), width: positive, stroke: colour }),
])

const fontChoice = z.strictObject({ strong: z.string(), plain: z.string() })
const spot = z.strictObject({ name: z.string().regex(/^[A-Za-z]{1,31}$/), cmyk })

const templateShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,60}$/),
  version: z.int().positive(),
  kind: z.literal('placard'),
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
  palette: z.record(z.string(), cmyk),
  /** Locale or its primary language; `und` for all others. */
  fonts: z.record(z.string(), fontChoice).refine((fonts) => 'und' in fonts, 'needs und'),
  symbol: z.strictObject({
    /** Top left corner and side of the box that symbol and quiet zone fill together. */
    x: mm,
    y: mm,
    box: positive,
    minModule: z.number().min(0.5),
  }),
  names: z.int().min(1).max(3),
  draft: z.strictObject({ text: z.string(), size: positive, degrees: z.number(), tints: z.array(z.strictObject({ box, fill: colour })) }),
  shapes: z.array(shape),
  stacks: z.array(
    z.strictObject({
      id: z.string(),
      box,
      colour,
      lines: z.array(line).min(1),
    }),
  ),
})

export type Template = z.output<typeof templateShape>
export type TemplateLine = z.output<typeof line>
export type TemplateStack = Template['stacks'][number]
export type TemplateShape = z.output<typeof shape>
export type Binding = (typeof BINDINGS)[number]

/** Reads the value of a parsed JSON file. */
export function readTemplate(value: unknown): Template | TemplateFault[] {
  const result = templateShape.safeParse(value)
  if (!result.success)
    return result.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }))
  const faults = templateFaults(result.data)
  return faults.length > 0 ? faults : result.data
}

export function templateName(template: Template): string {
  return `${template.id}@${template.version}`
}

/** Font of a locale: its own, its language's, else the one for all others. */
export function fontFor(template: Template, locale: string, weight: 'strong' | 'plain'): string {
  const [language = ''] = locale.split('-')
  const choice = template.fonts[locale] ?? template.fonts[language] ?? template.fonts['und']
  return choice?.[weight] ?? ''
}
