/** Letters as outlines, for files that are opened where our fonts are not installed. */
import type { Path, PathStep, TextRun } from './drawing.ts'
import type { FontShelf, PrintFont } from './fonts.ts'
import { placed } from './geometry.ts'

/** One letter of a run. Letters of a face repeat, so what is made of an outline can be kept with it. */
export interface Letter {
  /** Sized and turned, in mm from the letter's origin; one and the same object for equal letters. */
  outline: Path
  /** Of the origin on the face, in whole micrometres of a mm. */
  x: number
  y: number
}

/** The letters that have ink. Throws when `run` names a font that is not on the shelf. */
export function lettersOf(run: TextRun, fonts: FontShelf): Letter[] {
  const face = fonts.get(run.font)
  if (!face) throw new Error(`no font ${run.font} to outline "${run.text}" with`)
  const degrees = run.degrees ?? 0
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return run.glyphs.flatMap(({ id, x, y }) => {
    const outline = sizedOutline(face, id, run.size, degrees)
    if (outline.length === 0) return []
    return [
      {
        outline,
        x: Math.round((run.x + x * cos - y * sin) * 1000) / 1000,
        y: Math.round((run.y + x * sin + y * cos) * 1000) / 1000,
      },
    ]
  })
}

/** Outlines kept per font: a parcel sets the same words in the same sizes a thousand times. */
const SIZED_MAX = 3000
const sized = new WeakMap<PrintFont, Map<string, Path>>()

function sizedOutline(face: PrintFont, id: number, size: number, degrees: number): Path {
  const known = sized.get(face) ?? new Map<string, Path>()
  sized.set(face, known)
  const key = `${id} ${size} ${degrees}`
  const before = known.get(key)
  if (before) return before
  const outline = placed(glyphOutline(face, id), 0, 0, size, degrees)
  if (known.size >= SIZED_MAX) known.clear()
  known.set(key, outline)
  return outline
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
