/** The name is the largest text of a face: how large the others may be beside it. */
import type { FontShelf } from './fonts.ts'
import { wantedFor, type PlacardTexts } from './placard-texts.ts'
import { setStack } from './stack.ts'
import type { Template } from '../template/template.ts'
import type { WantedLine } from './typesetting.ts'

const NAMES: ReadonlySet<string> = new Set(['name-first', 'name-bare'])

/** Em in mm; infinite for a template that does not reckon it, and where the name cannot be set at all. */
export function largestBeside(template: Template, fonts: FontShelf, texts: PlacardTexts): number {
  const { nameShare, stacks } = template
  const stack = stacks.find(({ lines }) => lines.some(({ bind }) => NAMES.has(bind)))
  if (nameShare === undefined || !stack) return Infinity
  const { wanted } = wantedFor(stack.lines, texts, template, fonts)
  const set = setStack(stack, wanted, [0, 0, 0, 0])
  if (!Array.isArray(set)) return Infinity
  const sizes = set.flatMap(({ role, size }) => (NAMES.has(role) ? size : []))
  return nameShare * Math.max(...sizes)
}

/** Sizes are set in whole hundredths, rounded down. */
const HUNDREDTH = 0.01

/** None but the name larger than `most`, though never below its own least size. */
export function below(most: number, wanted: readonly WantedLine[]): WantedLine[] {
  return wanted.map((one) => {
    if (most === Infinity || NAMES.has(one.role)) return one
    const least = Math.ceil(one.least / HUNDREDTH) * HUNDREDTH + HUNDREDTH
    return { ...one, least, most: Math.max(least, Math.min(one.most, most)), slack: HUNDREDTH }
  })
}
