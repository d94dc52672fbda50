/** What stands outside the trimmed face: crop marks on every plate, and the line that says which file this is. */
import type { Cmyk, PathStep, Primitive } from './drawing.ts'
import type { FontShelf } from './fonts.ts'
import { textRun } from './stack.ts'
import { fontFor, type Template } from '../template/template.ts'

/** mm beyond the bleed at which a crop mark starts, and how long it is. */
const MARK_OFFSET = 1.5
const MARK_LENGTH = 6
/** 0.25 pt */
const MARK_WIDTH = 0.0882

export function cropMarks({ trim: [width, height], bleed }: Template): Primitive[] {
  const near = bleed + MARK_OFFSET
  const far = near + MARK_LENGTH
  const path: PathStep[] = []
  for (const x of [0, width]) {
    path.push(['M', x, -near], ['L', x, -far])
    path.push(['M', x, height + near], ['L', x, height + far])
  }
  for (const y of [0, height]) {
    path.push(['M', -near, y], ['L', -far, y])
    path.push(['M', width + near, y], ['L', width + far, y])
  }
  return [{ kind: 'spot', layer: 'marks', spot: 'all', path, width: MARK_WIDTH }]
}

const PATCHES: readonly Cmyk[] = [
  [100, 0, 0, 0],
  [0, 100, 0, 0],
  [0, 0, 100, 0],
  [0, 0, 0, 100],
  [0, 0, 0, 50],
]

/** Below the bleed: `words` in 6 pt, and patches of the inks to the right. */
export function slugLine(template: Template, fonts: FontShelf, words: string): Primitive[] {
  const [width, height] = template.trim
  const font = fonts.get(fontFor(template, 'und', 'plain'))
  const top = height + template.bleed + MARK_OFFSET + 0.7
  const side = 4
  const patches = PATCHES.map((fill, i) => ({
    kind: 'rect' as const,
    layer: 'marks' as const,
    box: { x: width - 4 - (PATCHES.length - i) * (side + 1), y: top, width: side, height: side },
    fill,
  }))
  const size = (6 / 72) * 25.4
  return font
    ? [...patches, textRun(font.id, font.shape(words), size, 4, top + 2.8, [0, 0, 0, 100], 'slug')]
    : patches
}
