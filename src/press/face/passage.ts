/**
 * Running text in several languages: paragraphs wrapped into the boxes of a template. All languages of a
 * passage get one size and the same number of paragraphs, as large and as many as fit; never below the
 * least size, and never fewer paragraphs without a warning.
 */
import type { Cmyk, TextRun } from './drawing.ts'
import { boxOf } from './geometry.ts'
import { measured, runLines, type MeasuredText, type RunLine } from './running-text.ts'
import { lineRuns } from './stack.ts'
import type { Span } from './typesetting.ts'
import type { TemplateFlow, TemplatePassage } from '../template/template-parts.ts'
import type { FaceProblem } from './problems.ts'

/** One paragraph of a flow, in the order of reading. */
export interface Paragraph {
  role: string
  /** 1 is the language of the first name. */
  language: number
  isBody: boolean
  spans: Span[]
}

export interface FlowTexts {
  flow: TemplateFlow
  paragraphs: Paragraph[]
}

export interface SetPassage {
  runs: TextRun[]
  warnings: FaceProblem[]
}

interface ReadyParagraph {
  flow: TemplateFlow
  paragraphs: (Paragraph & { text: MeasuredText })[]
}

/** Steps between most and least size. */
const STEPS = 24

export function setPassage(
  passage: TemplatePassage,
  texts: readonly FlowTexts[],
  fill: Cmyk,
  textGap: number,
): SetPassage | FaceProblem {
  const ready = texts.map(({ flow, paragraphs }) => ({
    flow,
    paragraphs: paragraphs.map((one) => ({ ...one, text: measured(one.spans) })),
  }))
  const longest = Math.max(
    0,
    ...ready.flatMap(({ paragraphs }) =>
      paragraphs.map((one) => paragraphs.filter((other) => sameBody(one, other)).length),
    ),
  )
  const most = Math.min(longest, passage.paragraphs)
  const [, least] = passage.size
  const { signOff = least } = passage
  // First as many paragraphs as fit at a size that nobody need sign for, then below it.
  for (const limit of signOff > least ? [signOff, least] : [least])
    for (let count = most; count >= Math.min(1, most); count--) {
      const set = largest(passage, ready, count, limit, textGap)
      if (!set) continue
      const warnings: FaceProblem[] = []
      const [field, first] = [roleOf(ready), ready[0]?.paragraphs[0]?.text.text ?? '']
      if (set.size < signOff)
        warnings.push({
          code: 'text-below-sign-off',
          values: { field, text: first, size: rounded(set.size), least: signOff },
        })
      if (count < longest)
        warnings.push({ code: 'paragraphs-left-out', values: { field, count, of: longest } })
      return { runs: set.flows.flatMap((lines) => runsOf(lines, set.size, fill)), warnings }
    }
  const height = Math.max(0, ...texts.flatMap(({ flow }) => flow.boxes.map((box) => box[3])))
  return { code: 'passage-too-long', values: { field: roleOf(ready), least, height } }
}

const sameBody = (a: Paragraph, b: Paragraph) => b.isBody && a.language === b.language
const rounded = (size: number) => Math.round(size * 100) / 100

function roleOf(ready: readonly ReadyParagraph[]): string {
  return ready[0]?.flow.id ?? ''
}

interface PlacedLine {
  line: RunLine
  x: number
  baseline: number
}

/** All flows at the largest common size from `least` up, or null. Taller text never fits where smaller does not. */
function largest(
  passage: TemplatePassage,
  ready: readonly ReadyParagraph[],
  count: number,
  least: number,
  textGap: number,
): { size: number; flows: PlacedLine[][] } | null {
  const at = (step: number) => {
    const size = rounded(least + ((passage.size[0] - least) * step) / STEPS)
    const flows: PlacedLine[][] = []
    for (const one of ready) {
      const lines = fillBoxes(passage, chosen(one, count), size, textGap)
      if (!lines) return null
      flows.push(lines)
    }
    return { size, flows }
  }
  let best = at(0)
  if (!best) return null
  let [low, high] = [0, STEPS + 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    const tried = at(middle)
    if (tried) [best, low] = [tried, middle]
    else high = middle
  }
  return best
}

/** The flow with the first `count` paragraphs of each body. */
function chosen({ flow, paragraphs }: ReadyParagraph, count: number): ReadyParagraph {
  const taken = new Map<number, number>()
  return {
    flow,
    paragraphs: paragraphs.filter(({ isBody, language }) => {
      if (!isBody) return true
      const n = (taken.get(language) ?? 0) + 1
      taken.set(language, n)
      return n <= count
    }),
  }
}

/** Lines with their places, or null when the boxes are too few or too narrow. */
function fillBoxes(
  { leading, paragraphGap, languageGap }: TemplatePassage,
  { flow, paragraphs }: ReadyParagraph,
  size: number,
  textGap: number,
): PlacedLine[] | null {
  const boxes = flow.boxes.map(boxOf)
  const narrowest = Math.min(...boxes.map(({ width }) => width))
  const blocks: { gap: number; lines: RunLine[] }[] = []
  for (const [i, { text, language, role }] of paragraphs.entries()) {
    const lines = runLines(text, narrowest / size, role)
    if (!lines) return null
    const before = paragraphs[i - 1]
    const gap = !before ? 0 : before.language === language ? paragraphGap : languageGap
    blocks.push({ gap: gap * size, lines })
  }
  const all = blocks.flatMap(({ gap, lines }) =>
    lines.map((line, i) => ({ line, gap: i === 0 ? gap : 0 })),
  )
  const advance = Math.max(leading * size, ...tightest(blocks, size, textGap))
  // A single column fills from the top; several are as even as they can be.
  const heights = boxes.map(({ height }) => height)
  const tallest = Math.max(...heights)
  const shares = boxes.length > 1 ? Array.from({ length: 20 }, (_, i) => (i + 1) / 20) : [1]
  for (const share of shares) {
    const placed = placeIn(boxes, tallest * share, all, size, advance)
    if (placed) return anchored(placed, flow, size)
  }
  return null
}

/** What ink needs from baseline to baseline in these blocks: stacked marks below descenders. */
function tightest(blocks: readonly { lines: RunLine[] }[], size: number, textGap: number) {
  return blocks.flatMap(({ lines }) =>
    lines.slice(1).map((line, i) => {
      const above = lines[i]?.ink.bottom ?? 0
      return (above - line.ink.top) * size + textGap
    }),
  )
}

function placeIn(
  boxes: readonly { x: number; y: number; height: number }[],
  limit: number,
  lines: readonly { line: RunLine; gap: number }[],
  size: number,
  advance: number,
): PlacedLine[] | null {
  const placed: PlacedLine[] = []
  let next = 0
  for (const box of boxes) {
    let baseline = -Infinity
    const bottom = box.y + Math.min(limit, box.height)
    while (next < lines.length) {
      const { line, gap } = lines[next] as (typeof lines)[number]
      const wanted = baseline === -Infinity ? box.y - line.ink.top * size : baseline + advance + gap
      if (wanted + line.ink.bottom * size > bottom) break
      placed.push({ line, x: box.x, baseline: wanted })
      baseline = wanted
      next++
    }
  }
  return next === lines.length ? placed : null
}

function anchored(placed: PlacedLine[], { anchor, boxes }: TemplateFlow, size: number) {
  const [box] = boxes
  if (anchor !== 'centre' || !box || boxes.length > 1) return placed
  const last = placed.at(-1)
  const bottom = last ? last.baseline + last.line.ink.bottom * size : box[1]
  const down = (box[1] + box[3] - bottom) / 2
  return placed.map((one) => ({ ...one, baseline: one.baseline + down }))
}

function runsOf(lines: readonly PlacedLine[], size: number, fill: Cmyk): TextRun[] {
  return lines.flatMap(({ line, x, baseline }) =>
    lineRuns({ ...line, size, gap: 0 }, { left: x }, baseline, fill),
  )
}
