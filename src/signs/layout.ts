/** Template and texts to a drawing, or to the problems that stand in the way. */
import { moduleWidth, QUIET_ZONE } from '../domain/placard.ts'
import { collisions } from './collisions.ts'
import { draftStamp } from './draft-stamp.ts'
import type { Cmyk, Drawing, Primitive } from './drawing.ts'
import type { FontShelf } from './fonts.ts'
import { boxOf, circle, roundedRect } from './geometry.ts'
import { cropMarks, slugLine } from './marks.ts'
import { wantedFor, type PlacardTexts } from './placard-texts.ts'
import type { Problem } from './problems.ts'
import { shapePrimitives } from './shapes.ts'
import { setStack } from './stack.ts'
import type { QrSymbol } from './symbol.ts'
import { templateName, type Template } from './template.ts'

export const BLACK: Cmyk = [0, 0, 0, 100]
export const WHITE: Cmyk = [0, 0, 0, 0]

export interface LayoutInput extends PlacardTexts {
  symbol: QrSymbol
  draft: boolean
  /** `2026-11-22` */
  date: string
}

export function layOut(template: Template, fonts: FontShelf, input: LayoutInput): Drawing | Problem[] {
  const [width, height] = template.trim
  const problems: Problem[] = []
  if (input.names.length < 1 || input.names.length > template.names)
    problems.push({ code: 'number-of-names', values: { count: input.names.length, most: template.names } })
  const module = moduleWidth(input.symbol.version, template.symbol.box)
  if (module < template.symbol.minModule)
    problems.push({ code: 'module-too-small', values: { module: Math.round(module * 100) / 100, least: template.symbol.minModule } })

  const texts: Primitive[] = []
  for (const stack of template.stacks) {
    const { wanted, problems: found } = wantedFor(stack.lines, input, template, fonts)
    problems.push(...found)
    if (found.length > 0) continue
    const set = setStack(stack, wanted, template.palette[stack.colour] ?? BLACK)
    if (Array.isArray(set)) texts.push(...set)
    else problems.push(set)
  }
  if (problems.length > 0) return problems

  const symbolBox = boxOf([template.symbol.x, template.symbol.y, template.symbol.box, template.symbol.box])
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
      { kind: 'rect', layer: 'artwork', box: symbolBox, fill: WHITE },
      symbolPath(input.symbol, symbolBox.x, symbolBox.y, module),
      ...texts,
      ...cropMarks(template),
      ...slugLine(template, fonts, slugWords(template, input)),
      ...machinePaths(template),
    ],
  }
  const clashes = collisions(drawing, template)
  return clashes.length > 0 ? clashes : drawing
}

/** `x` and `y`: the corner of the quiet zone. */
function symbolPath({ outline }: QrSymbol, x: number, y: number, module: number): Primitive {
  const at = (start: number, modules: number) => start + (modules + QUIET_ZONE) * module
  return {
    kind: 'path',
    layer: 'artwork',
    role: 'symbol',
    fill: BLACK,
    path: outline.flatMap((contour) => [
      ...contour.map(([cx, cy], i) => [i === 0 ? 'M' : 'L', at(x, cx), at(y, cy)] as const),
      ['Z'] as const,
    ]),
  }
}

function machinePaths({ trim, cornerRadius, holes }: Template): Primitive[] {
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
    `QR ${symbol.version}-${symbol.level} mask ${symbol.mask}`,
  ].join('   ')
}
