/** Fits texts into a box: first smaller, then on more lines, then not at all. Never below a line's least size. */
import { balancedLines } from './line-breaks.ts'
import { balancedPieces } from './name-lines.ts'
import type { NamePiece } from './local-text.ts'
import type { PrintFont, ShapedText } from './fonts.ts'

/** A piece of a line in one font. */
export interface Span {
  text: string
  font: PrintFont
}

/** What is to be set: one or more spans, broken only when there is one. */
export interface WantedLine {
  role: string
  spans: Span[]
  /** Side of the em square, mm. */
  most: number
  least: number
  /** Below this size on one line, more lines are tried; mm. */
  comfort: number
  /** Lines at most. */
  lines: number
  /** Ink to ink above, mm, at least. */
  gap: number
  /** The same between the lines of this text; `gap` unless told. */
  lineGap?: number | undefined
  /** How far rounding may go below `least`, mm; not at all unless told. */
  slack?: number
  /** Of the only span, where it may be broken; wherever any text may be unless told. */
  pieces?: readonly NamePiece[]
}

export interface SetLine {
  role: string
  size: number
  gap: number
  spans: {
    font: PrintFont
    shaped: ShapedText
    /** Ems from the start of the line. */ at: number
  }[]
  /** Ems. */
  ink: { left: number; right: number; top: number; bottom: number }
}

export type Fit = { lines: SetLine[] } | { tooLong: WantedLine } | { tooTall: true }

/** How much larger letters must become for a text to be broken before it has to be. */
const WORTH_A_BREAK = 1.15

/** All texts at the largest sizes that fit `width` and `height` (mm), on as few lines as is comfortable to read. */
export function fitStack(wanted: readonly WantedLine[], width: number, height: number): Fit {
  const plain = fitLines(
    wanted,
    wanted.map(() => 1),
    width,
    height,
  )
  if (!('lines' in plain)) return plain
  const sizeOf = (lines: readonly SetLine[], { role }: WantedLine) =>
    lines.find((line) => line.role === role)?.size ?? 0
  const cramped = wanted.filter((one) => sizeOf(plain.lines, one) < one.comfort && one.lines > 1)
  // All that are cramped, else the first few: of a name and its translation, the name.
  for (let count = cramped.length; count > 0; count--) {
    const broken = cramped.slice(0, count)
    const fewest = wanted.map((one) => (broken.includes(one) ? 2 : 1))
    const fit = fitLines(wanted, fewest, width, height)
    const isWorthIt = (one: WantedLine) =>
      'lines' in fit && sizeOf(fit.lines, one) >= WORTH_A_BREAK * sizeOf(plain.lines, one)
    if (broken.some(isWorthIt)) return fit
  }
  return plain
}

/**
 * Each text starts from its number of lines in `fewest`. When the height is short, every text gives way by
 * the same share of the way from its largest to its least size.
 */
function fitLines(
  wanted: readonly WantedLine[],
  fewest: readonly number[],
  width: number,
  height: number,
): Fit {
  for (let step = 0; step <= STEPS; step++) {
    const lines: SetLine[] = []
    for (const [i, one] of wanted.entries()) {
      const cap = one.most - ((one.most - one.least) * step) / STEPS
      const set = setWithin(one, fewest[i] ?? 1, cap, width)
      if (!set) return { tooLong: one }
      lines.push(...set)
    }
    if (heightOf(lines) <= height) return { lines }
  }
  return { tooTall: true }
}

const STEPS = 40

/** Ink top of the first line to ink bottom of the last, mm. */
export function heightOf(lines: readonly SetLine[]): number {
  return baselines(lines).height
}

/** Baselines in mm below the ink top of the first line. */
export function baselines(lines: readonly SetLine[]): { at: number[]; height: number } {
  const at: number[] = []
  let bottom = 0
  lines.forEach((line, i) => {
    const baseline = bottom + (i === 0 ? 0 : line.gap) - line.ink.top * line.size
    at.push(baseline)
    bottom = baseline + line.ink.bottom * line.size
  })
  return { at, height: bottom }
}

function setWithin(
  wanted: WantedLine,
  fewest: number,
  cap: number,
  width: number,
): SetLine[] | null {
  const { lineGap = wanted.gap } = wanted
  for (let count = fewest; count <= wanted.lines; count++) {
    const lines = linesOf(wanted, count, Math.min(cap, wanted.comfort), width)
    if (!lines) return null
    const widest = Math.max(...lines.map(({ ink }) => ink.right - ink.left))
    const size = Math.floor(Math.min(cap, width / widest) * 100) / 100
    if (size >= wanted.least - (wanted.slack ?? 0))
      return lines.map((line, i) => ({ ...line, size, gap: i === 0 ? wanted.gap : lineGap }))
  }
  return null
}

function linesOf(
  wanted: WantedLine,
  count: number,
  comfort: number,
  width: number,
): SetLine[] | null {
  if (count === 1) return [setLine(wanted, wanted.spans)]
  const [span, ...more] = wanted.spans
  if (!span || more.length > 0) return null
  const advance = (text: string) => span.font.shape(text).advance
  const texts = wanted.pieces
    ? balancedPieces(wanted.pieces, count, advance, width / comfort)
    : balancedLines(span.text, count, advance)
  return texts && texts.map((text) => setLine(wanted, [{ ...span, text }]))
}

function setLine({ role, gap }: WantedLine, spans: readonly Span[]): SetLine {
  return { role, gap, size: 0, ...setSpans(spans) }
}

/** Spans one after the other on a baseline. */
export function setSpans(spans: readonly Span[]): Pick<SetLine, 'spans' | 'ink'> {
  const set: SetLine['spans'] = []
  const ink = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  let at = 0
  for (const { text, font } of spans) {
    const shaped = font.shape(text)
    set.push({ font, shaped, at })
    if (shaped.ink) {
      ink.left = Math.min(ink.left, at + shaped.ink.left)
      ink.right = Math.max(ink.right, at + shaped.ink.right)
      ink.top = Math.min(ink.top, shaped.ink.top)
      ink.bottom = Math.max(ink.bottom, shaped.ink.bottom)
    }
    at += shaped.advance
  }
  return { spans: set, ink }
}
