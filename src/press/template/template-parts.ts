/** What a template is made of: lines, shapes, flows of text. Millimetres from the top left corner of the face. */
import * as z from 'zod'

export const mm = z.number().min(-1000).max(3000)
export const positive = z.number().positive().max(3000)
const percent = z.number().min(0).max(100)
export const cmyk = z.tuple([percent, percent, percent, percent])
export const box = z.tuple([mm, mm, positive, positive])
export const colour = z.string()
const weight = z.enum(['strong', 'plain'])

/** From the largest to the smallest that may be printed. */
const size = z
  .tuple([positive, positive])
  .refine(([most, least]) => most >= least, 'most, then least')

/** What a line of text is taken from. `others` are the second and third language. */
export const BINDINGS = [
  'name-first',
  'name-others',
  /** The first name without its kind word, and that word: `LÊ LỢI`, `ĐƯỜNG`. */
  'name-bare',
  'kind-word',
  'caption-first',
  'caption-others',
  'invitation-first',
  'invitation-others',
  'address',
  /** The two halves of the address, where one line is too narrow for it. */
  'host',
  'code',
  'publisher',
  'hotline',
] as const

export const line = z.strictObject({
  bind: z.enum(BINDINGS),
  weight,
  /** Side of the em square, or height of capitals where `measure` says so. */
  size,
  measure: z.literal('capitals').optional(),
  /** Set in capitals, by the rules of the text's language. */
  capitals: z.literal(true).optional(),
  /** A text that one line would make smaller than this is broken if that makes it clearly larger. */
  comfort: positive.optional(),
  /** Smaller than this is printed only with a warning that someone must sign. */
  signOff: positive.optional(),
  /** Balanced lines at most. */
  lines: z.int().min(1).max(3),
  /** Ink to ink, at least; above the line. */
  gap: z.number().min(0.8).max(100),
  /** The same between the lines of this text; `gap` unless told. */
  lineGap: z.number().min(0.8).max(100).optional(),
})

export const stack = z.strictObject({
  id: z.string(),
  box,
  colour,
  /** Of the lines in the box; both `centre` unless told. */
  align: z.enum(['left', 'centre']).optional(),
  /** `optical`: capitals of the first line and foot of the last stand as far from the box; marks and tails do not count. */
  anchor: z.enum(['top', 'centre', 'bottom', 'optical']).optional(),
  lines: z.array(line).min(1),
})

/** One language of a running text: 1 is the language of the first name. */
const part = z.strictObject({
  bind: z.enum(['intro', 'body']),
  language: z.int().min(1).max(3),
  weight,
})

export const passage = z.strictObject({
  /** Of all its flows, so that no language looks smaller than another. */
  size,
  signOff: positive.optional(),
  /** Ems from baseline to baseline; more where ink would touch. */
  leading: z.number().min(1.2).max(2.5),
  /** Ems added between paragraphs, and between languages. */
  paragraphGap: z.number().min(0).max(3),
  languageGap: z.number().min(0).max(6),
  /** Paragraphs of the body per language, at most; fewer when they do not fit. */
  paragraphs: z.int().min(1).max(12),
  colour,
  /** Left-aligned lines fill the boxes in order. */
  flows: z
    .array(
      z.strictObject({
        id: z.string(),
        parts: z.array(part).min(1),
        boxes: z.array(box).min(1).max(4),
        anchor: z.enum(['top', 'centre']).optional(),
      }),
    )
    .min(1),
})

export const shape = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('rect'), box, fill: colour }),
  z.strictObject({
    shape: z.literal('frame'),
    /** What the frame lies in; the whole face unless told. */
    box: box.optional(),
    /** From the edge of that box to the middle of the line. */
    inset: positive,
    /** The corners curve inwards round points this far from both edges; round the holes unless told. */
    corner: positive.optional(),
    cornerRadius: positive,
    /** The line turns into the curve of a corner on a circle of this radius; it meets it at an angle unless told. */
    fillet: positive.optional(),
    width: positive,
    /** Colour of the line; or of what is above and below a height, or above, between and below two. */
    stroke: z.union([colour, z.tuple([colour, colour]), z.tuple([colour, colour, colour])]),
    heights: z.union([z.tuple([mm]), z.tuple([mm, mm])]).optional(),
  }),
  z.strictObject({
    shape: z.literal('star-anise'),
    x: mm,
    y: mm,
    radius: positive,
    fill: colour,
    seed: colour,
  }),
  z.strictObject({
    shape: z.literal('rule'),
    from: z.tuple([mm, mm]),
    to: z.tuple([mm, mm]),
    width: positive,
    stroke: colour,
  }),
])

export type TemplateLine = z.output<typeof line>
export type TemplateStack = z.output<typeof stack>
export type TemplatePassage = z.output<typeof passage>
export type TemplateFlow = TemplatePassage['flows'][number]
export type TemplateShape = z.output<typeof shape>
