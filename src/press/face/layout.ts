/** Template and texts to a drawing, or to the problems that stand in the way. */
import { moduleWidth, QUIET_ZONE } from '../../domain/placard.ts'
import { collisions } from './collisions.ts'
import { draftStamp } from './draft-stamp.ts'
import type { Box, Cmyk, Drawing, Primitive, TextRun } from './drawing.ts'
import type { FontShelf } from './fonts.ts'
import { boxOf, circle, roundedRect } from './geometry.ts'
import { cropMarks, slugLine } from './marks.ts'
import { setPassage } from './passage.ts'
import { passagesFor } from './placard-passages.ts'
import { kindWordProblems, wantedFor, type PlacardTexts } from './placard-texts.ts'
import { shapePrimitives } from './shapes.ts'
import { sizeWarnings } from './size-warnings.ts'
import { below, largestBeside } from './largest-text.ts'
import { setStack } from './stack.ts'
import type { QrSymbol } from './symbol.ts'
import { templateName, type Template } from '../template/template.ts'
import type { FaceProblem } from './problems.ts'

export const BLACK: Cmyk = [0, 0, 0, 100]
export const WHITE: Cmyk = [0, 0, 0, 0]

export interface LayoutInput extends PlacardTexts {
  /** Null exactly when the template has no symbol. */
  symbol: QrSymbol | null
  draft: boolean
  /** `2026-11-22` */
  date: string
}

export interface Layout {
  drawing: Drawing
  /** What may be printed once somebody has signed for it. */
  warnings: FaceProblem[]
}

export function layOut(
  template: Template,
  fonts: FontShelf,
  input: LayoutInput,
): Layout | FaceProblem[] {
  const [width, height] = template.trim
  const { texts, problems, warnings } = setTexts(template, fonts, input)
  const before = [...nameProblems(template, input), ...symbolProblems(template, input)]
  if (before.length + problems.length > 0) return [...before, ...problems]

  const { symbol } = template
  const symbolBox = symbol && boxOf([symbol.x, symbol.y, symbol.box, symbol.box])
  const drawing: Drawing = {
    template: templateName(template),
    trim: { width, height },
    bleed: template.bleed,
    slug: template.slug,
    spots: template.spots,
    symbolBox,
    primitives: [
      ...shapePrimitives(template),
      ...(input.draft ? draftStamp(template, fonts) : []),
      ...symbolPrimitives(input.symbol, symbolBox),
      ...texts,
      ...cropMarks(template),
      ...slugLine(template, fonts, slugWords(template, input)),
      ...machinePaths(template),
    ],
  }
  const clashes = collisions(drawing, template)
  return clashes.length > 0 ? clashes : { drawing, warnings }
}

function nameProblems(template: Template, { names }: LayoutInput): FaceProblem[] {
  return names.length < 1 || names.length > template.names
    ? [{ code: 'number-of-names', values: { count: names.length, most: template.names } }]
    : []
}

function symbolProblems(template: Template, { symbol }: LayoutInput): FaceProblem[] {
  if (!symbol || !template.symbol) return []
  const { box, minModule: least } = template.symbol
  const module = moduleWidth(symbol.version, box)
  return module < least
    ? [{ code: 'module-too-small', values: { module: Math.round(module * 100) / 100, least } }]
    : []
}

/** All texts of the face, and whatever is wrong with any of them. */
function setTexts(template: Template, fonts: FontShelf, input: LayoutInput) {
  const problems: FaceProblem[] = kindWordProblems(input, template)
  const texts: TextRun[] = []
  const warnings: FaceProblem[] = []
  const most = largestBeside(template, fonts, input)
  for (const stack of template.stacks) {
    const { wanted, problems: found } = wantedFor(stack.lines, input, template, fonts)
    problems.push(...found)
    if (found.length > 0) continue
    const set = setStack(stack, below(most, wanted), template.palette[stack.colour] ?? BLACK)
    if (!Array.isArray(set)) problems.push(set)
    else {
      texts.push(...set)
      warnings.push(...sizeWarnings(stack.lines, set, fonts))
    }
  }
  const passages = passagesFor(input, template, fonts)
  problems.push(...passages.problems)
  for (const { passage, flows } of passages.problems.length > 0 ? [] : passages.wanted) {
    const fill = template.palette[passage.colour] ?? BLACK
    const [size, least] = passage.size
    const sized = {
      ...passage,
      size: [Math.min(size, Math.max(least, most)), least] as typeof passage.size,
    }
    const set = setPassage(sized, flows, fill, template.textGap)
    if ('code' in set) problems.push(set)
    else {
      texts.push(...set.runs)
      warnings.push(...set.warnings)
    }
  }
  return { texts, problems, warnings }
}

/** The white panel is part of the symbol, whatever lies below it. */
function symbolPrimitives(symbol: QrSymbol | null, box: Box | null): Primitive[] {
  if (!symbol || !box) return []
  const module = moduleWidth(symbol.version, box.width)
  const at = (start: number, modules: number) => start + (modules + QUIET_ZONE) * module
  return [
    { kind: 'rect', layer: 'artwork', box, fill: WHITE },
    {
      kind: 'path',
      layer: 'artwork',
      role: 'symbol',
      fill: BLACK,
      path: symbol.outline.flatMap((contour) => [
        ...contour.map(([x, y], i) => [i === 0 ? 'M' : 'L', at(box.x, x), at(box.y, y)] as const),
        ['Z'] as const,
      ]),
    },
  ]
}

type MachineShape = Pick<Template, 'trim' | 'cornerRadius' | 'holes'>
type SpotLine = Extract<Primitive, { kind: 'spot' }>

/** What machines follow: the cut line, then the holes. */
export function machinePaths({ trim, cornerRadius, holes }: MachineShape): SpotLine[] {
  /** 0.25 pt, the trade's usual line for cutters. */
  const width = 0.0882
  return [
    {
      kind: 'spot',
      layer: 'cut',
      spot: 'cut',
      width,
      path: roundedRect(boxOf([0, 0, trim[0], trim[1]]), cornerRadius),
    },
    ...holes.map(({ x, y, diameter }) => ({
      kind: 'spot' as const,
      layer: 'drill' as const,
      spot: 'drill' as const,
      width,
      path: circle(x, y, diameter / 2),
    })),
  ]
}

function slugWords(template: Template, { code, symbol, date, draft }: LayoutInput): string {
  const { trim, bleed } = template
  return [
    ...(draft ? [template.draft.text] : []),
    code,
    `${trim[0]} x ${trim[1]} mm`,
    `bleed ${bleed}`,
    '1:1',
    date,
    templateName(template),
    ...(symbol ? [`QR ${symbol.version}-${symbol.level} mask ${symbol.mask}`] : []),
  ].join('   ')
}
