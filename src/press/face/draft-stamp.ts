/** NHÁP - DRAFT across the face, in tints, painted before texts and symbol: it cannot be taken off, and the code still reads. */
import type { TextRun } from './drawing.ts'
import type { FontShelf } from './fonts.ts'
import { boxOf, grown, overlap } from './geometry.ts'
import { textRun } from './stack.ts'
import { fontFor, type Template } from '../template/template.ts'

/** Ems between two repeats on a line, and from line to line. */
const SPACE = 0.6
const LEADING = 1.7

export function draftStamp(template: Template, fonts: FontShelf): TextRun[] {
  const { text, size, degrees, tints } = template.draft
  const font = fonts.get(fontFor(template, 'und', 'strong'))
  if (!font) return []
  const shaped = font.shape(text)
  return tints.flatMap((tint) => {
    const clip = boxOf(tint.box)
    const fill = template.palette[tint.fill] ?? [0, 0, 0, 20]
    return startsOf(template, shaped.advance * size)
      .filter(({ reach }) => overlap(reach, clip))
      .map(({ x, y }) => ({
        ...textRun(font.id, shaped, size, x, y, fill, 'draft'),
        degrees,
        clip,
      }))
  })
}

/** Where the repeats start, centred on the face, every other line shifted by half a repeat. */
function startsOf({ trim: [width, height], draft: { size, degrees } }: Template, length: number) {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const repeat = length + SPACE * size
  const lines = Math.ceil(Math.hypot(width, height) / 2 / (LEADING * size))
  const columns = Math.ceil(Math.hypot(width, height) / 2 / repeat)
  const starts = []
  for (let line = -lines; line <= lines; line++)
    for (let column = -columns; column <= columns; column++) {
      const across = (column + (line % 2 === 0 ? 0 : 0.5)) * repeat - length / 2
      const down = line * LEADING * size
      const x = width / 2 + across * cos - down * sin
      const y = height / 2 + across * sin + down * cos
      const [endX, endY] = [x + length * cos, y + length * sin]
      const span = {
        x: Math.min(x, endX),
        y: Math.min(y, endY),
        width: Math.abs(endX - x),
        height: Math.abs(endY - y),
      }
      starts.push({ x, y, reach: grown(span, size) })
    }
  return starts
}
