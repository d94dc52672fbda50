/** A stack of lines in a box of the template. */
import type { Cmyk, TextRun } from './drawing.ts'
import { boxOf } from './geometry.ts'
import type { TemplateStack } from '../template/template-parts.ts'
import { baselines, fitStack, type SetLine, type WantedLine } from './typesetting.ts'
import type { FaceProblem } from './problems.ts'

/** Text runs, or why the texts do not fit. */
export function setStack(
  stack: TemplateStack,
  wanted: readonly WantedLine[],
  fill: Cmyk,
): TextRun[] | FaceProblem {
  const box = boxOf(stack.box)
  const fit = fitStack(wanted, box.width, box.height)
  if ('tooLong' in fit) {
    const { role, least, lines, spans } = fit.tooLong
    const text = spans.map((span) => span.text).join('')
    const values = { field: role, text, least: Math.round(least * 100) / 100, lines }
    const code = fit.tooLong.pieces && lines > 1 ? 'name-too-long' : 'text-too-long'
    return { code, values: { ...values, width: box.width } }
  }
  if ('tooTall' in fit)
    return { code: 'text-too-tall', values: { field: stack.id, height: box.height } }

  const { at, height } = baselines(fit.lines)
  const free = box.height - height
  const anchor = stack.anchor ?? 'centre'
  const down =
    anchor === 'optical'
      ? opticalTop(fit.lines, at, box.height, free)
      : { top: 0, centre: free / 2, bottom: free }[anchor]
  const top = box.y + down
  const place = stack.align === 'left' ? { left: box.x } : { centre: box.x + box.width / 2 }
  return fit.lines.flatMap((line, i) => lineRuns(line, place, top + (at[i] ?? 0), fill))
}

/**
 * How far down the ink begins where capitals and baseline are in the middle, not what stands above and hangs below
 * them; as far as the ink stays in its box.
 */
function opticalTop(
  lines: readonly SetLine[],
  at: readonly number[],
  height: number,
  free: number,
): number {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return free / 2
  const rise = isLatin(first) ? (first.spans[0]?.font.capHeight ?? 0) : -first.ink.top
  const fall = isLatin(last) ? 0 : last.ink.bottom
  const above = (at[0] ?? 0) - rise * first.size
  const below = (at.at(-1) ?? 0) + fall * last.size
  return Math.min(free, Math.max(0, (height - below - above) / 2))
}

const isLatin = ({ spans }: SetLine) =>
  spans.every(({ shaped }) => /\p{Script=Latin}/u.test(shaped.text))

/** The ink, not the advance, is centred or begins at `left`: a comma at the end does not push a line aside. */
export function lineRuns(
  line: SetLine,
  place: { centre: number } | { left: number },
  baseline: number,
  fill: Cmyk,
): TextRun[] {
  const start =
    'left' in place
      ? place.left - line.ink.left * line.size
      : place.centre - ((line.ink.left + line.ink.right) / 2) * line.size
  return line.spans.map(({ font, shaped, at }) =>
    textRun(font.id, shaped, line.size, start + at * line.size, baseline, fill, line.role),
  )
}

export function textRun(
  font: string,
  shaped: SetLine['spans'][number]['shaped'],
  size: number,
  x: number,
  y: number,
  fill: Cmyk,
  role: string,
): TextRun {
  const ink = shaped.ink ?? { left: 0, right: 0, top: 0, bottom: 0 }
  return {
    kind: 'text',
    layer: role === 'slug' ? 'marks' : 'artwork',
    font,
    size,
    x,
    y,
    text: shaped.text,
    fill,
    role,
    glyphs: shaped.glyphs.map((glyph) => ({ id: glyph.id, x: glyph.x * size, y: glyph.y * size })),
    ink: {
      x: x + ink.left * size,
      y: y + ink.top * size,
      width: (ink.right - ink.left) * size,
      height: (ink.bottom - ink.top) * size,
    },
  }
}
