/** Letters as outlines, for files that are opened where our fonts are not installed. */
import type { Path, PathStep, TextRun } from './drawing.ts'
import type { FontShelf, PrintFont } from './fonts.ts'
import { placed } from './geometry.ts'

/** One path per glyph that has ink, in mm on the face. Throws when `run` names a font that is not on the shelf. */
export function glyphPaths(run: TextRun, fonts: FontShelf): Path[] {
  const face = fonts.get(run.font)
  if (!face) throw new Error(`no font ${run.font} to outline "${run.text}" with`)
  const degrees = run.degrees ?? 0
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return run.glyphs.flatMap(({ id, x, y }) => {
    const outline = glyphOutline(face, id)
    if (outline.length === 0) return []
    return [
      placed(outline, run.x + x * cos - y * sin, run.y + x * sin + y * cos, run.size, degrees),
    ]
  })
}

const kept = new WeakMap<PrintFont, Map<number, Path>>()

/** In ems from the glyph's origin, y downwards. A quadratic curve becomes the cubic curve that is its equal. */
export function glyphOutline(face: PrintFont, id: number): Path {
  const known = kept.get(face) ?? new Map<number, Path>()
  kept.set(face, known)
  const before = known.get(id)
  if (before) return before
  const em = face.font.unitsPerEm
  let [lastX, lastY] = [0, 0]
  const outline = face.font.getGlyph(id).path.commands.map(({ command, args }): PathStep => {
    const points = args.map((value, i) => (i % 2 === 0 ? value / em : -value / em))
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = points
    const [fromX, fromY] = [lastX, lastY]
    ;[lastX, lastY] = [points.at(-2) ?? fromX, points.at(-1) ?? fromY]
    switch (command) {
      case 'moveTo':
        return ['M', a, b]
      case 'lineTo':
        return ['L', a, b]
      case 'quadraticCurveTo': {
        const third = (from: number, to: number) => from + ((to - from) * 2) / 3
        return ['C', third(fromX, a), third(fromY, b), third(c, a), third(d, b), c, d]
      }
      case 'bezierCurveTo':
        return ['C', a, b, c, d, e, f]
      default:
        return ['Z']
    }
  })
  known.set(id, outline)
  return outline
}
