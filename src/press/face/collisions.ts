/** What must not touch on a placard, measured on real ink: texts, the symbol with its quiet zone, holes, the edge. */
import type { Box, Drawing, TextRun } from './drawing.ts'
import { contains, grown, overlap, segmentBoxes } from './geometry.ts'
import type { Template } from '../template/template.ts'
import type { FaceProblem } from './problems.ts'

export function collisions(drawing: Drawing, template: Template): FaceProblem[] {
  const texts = drawing.primitives.filter(
    (one): one is TextRun => one.kind === 'text' && one.layer === 'artwork' && one.role !== 'draft',
  )
  const lines = drawing.primitives.flatMap((one) =>
    one.kind === 'line' ? segmentBoxes(one.path).map((box) => grown(box, one.width / 2)) : [],
  )
  const face: Box = { x: 0, y: 0, ...drawing.trim }
  const { symbolBox } = drawing
  const problems: FaceProblem[] = []
  // Whatever lay in the quiet zone would be painted over, or read as a module.
  if (symbolBox && lines.some((line) => overlap(line, symbolBox)))
    problems.push({ code: 'line-in-symbol-box', values: { template: drawing.template } })
  texts.forEach((text, i) => {
    const values = { field: text.role, text: text.text }
    if (!contains(grown(face, -template.safe), text.ink))
      problems.push({ code: 'text-outside-safe-area', values: { ...values, safe: template.safe } })
    if (symbolBox && overlap(text.ink, symbolBox))
      problems.push({ code: 'text-in-symbol-box', values })
    for (const { x, y, diameter } of template.holes)
      if (distanceTo(text.ink, x, y) < diameter / 2 + template.holeGap)
        problems.push({ code: 'text-near-hole', values: { ...values, x, y } })
    if (lines.some((line) => overlap(grown(text.ink, template.textGap), line)))
      problems.push({ code: 'text-touches-line', values })
    for (const shape of template.shapes)
      if (
        shape.shape === 'star-anise' &&
        distanceTo(text.ink, shape.x, shape.y) < shape.radius + template.textGap
      )
        problems.push({ code: 'text-touches-emblem', values })
    for (const other of texts.slice(i + 1))
      if (text.y !== other.y && overlap(grown(text.ink, template.textGap), other.ink))
        problems.push({
          code: 'texts-collide',
          values: { ...values, other: other.text, gap: template.textGap },
        })
  })
  return problems
}

function distanceTo({ x, y, width, height }: Box, px: number, py: number): number {
  const dx = Math.max(x - px, 0, px - (x + width))
  const dy = Math.max(y - py, 0, py - (y + height))
  return Math.hypot(dx, dy)
}
