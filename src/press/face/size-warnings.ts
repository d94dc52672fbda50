/** Lines that are set, but smaller than may be printed without somebody's signature. */
import type { TextRun } from './drawing.ts'
import type { FontShelf } from './fonts.ts'
import type { TemplateLine } from '../template/template-parts.ts'
import type { FaceProblem } from './problems.ts'

export function sizeWarnings(
  lines: readonly TemplateLine[],
  runs: readonly TextRun[],
  fonts: FontShelf,
): FaceProblem[] {
  return lines.flatMap(({ bind, signOff, measure }) => {
    const run = runs.find(({ role }) => role === bind)
    if (!run || signOff === undefined) return []
    const scale = measure === 'capitals' ? (fonts.get(run.font)?.capHeight ?? 1) : 1
    const size = Math.round(run.size * scale * 100) / 100
    if (size >= signOff) return []
    const values = { field: bind, text: run.text, size, least: signOff }
    return [{ code: 'text-below-sign-off', values }]
  })
}
