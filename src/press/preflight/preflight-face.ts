/** What is judged of the rest of the drawing: colours, texts, holes, edge and cut line. */
import {
  broken,
  passed,
  rowsFor,
  type PreflightFault,
  type PreflightRow,
} from '../../domain/preflight.ts'
import { collisions } from '../face/collisions.ts'
import type { Cmyk, Drawing, TextRun } from '../face/drawing.ts'
import type { FontShelf } from '../face/fonts.ts'
import { contains, grown } from '../face/geometry.ts'
import type { FaceProblem } from '../face/problems.ts'
import type { InkProfile } from '../files/icc.ts'
import { cutRows, holeRows, holesOn } from './preflight-holes.ts'
import { distance, type FaceSymbol } from './preflight-symbol.ts'
import type { Template } from '../template/template.ts'

const NO_INK: Cmyk = [0, 0, 0, 0]

export function textsOn({ primitives }: Drawing): TextRun[] {
  return primitives.filter(
    (one): one is TextRun => one.kind === 'text' && one.layer === 'artwork' && one.role !== 'draft',
  )
}

/** CO-02: ISO/IEC 15415 symbol contrast, Rmax - Rmin, predicted as absolute Y of the printing condition. */
export function contrastRows(symbol: FaceSymbol, profile: InkProfile): PreflightRow[] {
  return contrastOf(symbol.fill, symbol.panel?.fill ?? NO_INK, profile)
}

export function contrastOf(darkInks: Cmyk, lightInks: Cmyk, profile: InkProfile): PreflightRow[] {
  const light = profile.absolute(lightInks)[1]
  const dark = profile.absolute(darkInks)[1]
  const contrast = Math.round(1000 * (light - dark)) / 10
  const measured = `${contrast.toFixed(1)} %`
  const values = { contrast: contrast.toFixed(1) }
  if (contrast < 70) return [broken('CO-02.contrast', measured, '70 %', values)]
  if (contrast < 80) return [broken('CO-02.low', measured, '80 %', values)]
  return [passed('CO-02', measured, '70 %')]
}

/** Side of an em of 18 pt, in mm: smaller text needs more contrast. */
const LARGE = (18 / 72) * 25.4

/** CO-04, as WCAG 2 reckons contrast, with the paper as white. */
export function legibilityRows(drawing: Drawing, profile: InkProfile): PreflightRow[] {
  const paper = profile.absolute(NO_INK)[1]
  const light = (inks: Cmyk) => profile.absolute(inks)[1] / paper
  const judged = textsOn(drawing).map((run) => {
    const at = drawing.primitives.indexOf(run)
    const under = drawing.primitives.findLast(
      (one, i) => i < at && one.kind === 'rect' && contains(grown(one.box, 0.01), run.ink),
    )
    const [a, b] = [light(run.fill), light(under?.kind === 'rect' ? under.fill : NO_INK)]
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    return { run, ratio, least: run.size < LARGE ? 7 : 4.5 }
  })
  const faint = judged.filter(({ ratio, least }) => ratio < least)
  const worst = Math.min(...judged.map(({ ratio }) => ratio))
  return rowsFor(
    'CO-04',
    faint.map(({ run, ratio, least }) =>
      broken('CO-04.faint', `${ratio.toFixed(1)}:1`, `${least}:1`, {
        text: run.text,
        ratio: ratio.toFixed(1),
        least,
      }),
    ),
    `${worst.toFixed(1)}:1`,
    '7:1 below 18 pt, else 4.5:1',
  )
}

/** TX-01, TX-02 and TX-03. */
export function textRows(
  drawing: Drawing,
  template: Template,
  fonts: FontShelf,
  warnings: readonly FaceProblem[] = [],
): PreflightRow[] {
  const texts = textsOn(drawing)
  const strange = texts.filter(
    ({ text }) =>
      text !== text.normalize('NFC') ||
      text !== text.trim() ||
      text === '' ||
      /[\p{Cc}\p{Co}\p{Zl}\p{Zp}]/u.test(text),
  )
  const missing = texts.flatMap((run) => {
    const font = fonts.get(run.font)
    const character = font?.missingIn(run.text) ?? null
    const isBlank = !font || character !== null || run.glyphs.some(({ id }) => id === 0)
    return isBlank ? [{ run, character: character ?? '?' }] : []
  })
  const least = (run: TextRun) =>
    template.stacks.flatMap(({ lines }) => lines).find(({ bind }) => bind === run.role)?.size[1] ??
    0
  const small = texts.filter((run) => run.size < least(run) - 0.001)
  const smallest = Math.min(...texts.map(({ size }) => size))
  return [
    ...rowsFor(
      'TX-01',
      strange.map(({ text, role }) => broken('TX-01.form', text, 'NFC', { text, field: role })),
      `${texts.length} texts`,
      'NFC, no strays',
    ),
    ...rowsFor(
      'TX-02',
      missing.map(({ run, character }) =>
        broken('TX-02.missing', character, '0', { character, text: run.text, font: run.font }),
      ),
      '0',
      '0',
    ),
    ...rowsFor(
      'TX-03',
      [
        ...small.map((run) =>
          broken('TX-03.small', `${run.size.toFixed(2)} mm`, `${least(run)} mm`, {
            text: run.text,
            size: run.size.toFixed(2),
            least: least(run),
          }),
        ),
        ...signOffRows(warnings),
      ],
      `smallest ${smallest.toFixed(2)} mm`,
      'template',
    ),
  ]
}

/** What the layout set smaller than may be printed without a signature. */
function signOffRows(warnings: readonly FaceProblem[]): PreflightRow[] {
  return warnings.flatMap(({ code, values }) =>
    code === 'text-below-sign-off'
      ? [broken('TX-03.sign-off', `${values['size']} mm`, `${values['least']} mm`, values)]
      : [],
  )
}

/** Which rule each clash of inks belongs to. */
const CLASHES: Record<string, PreflightFault> = {
  'texts-collide': 'TX-04.touch',
  'text-touches-line': 'TX-04.touch',
  'text-outside-safe-area': 'TX-05.safe',
  'text-near-hole': 'GE-01.text',
}

/** TX-04, TX-05, TX-06 and GE-01. */
export function geometryRows(
  drawing: Drawing,
  template: Template,
  fonts: FontShelf,
): PreflightRow[] {
  const { bleed } = drawing
  const clashes = collisions(drawing, template).flatMap(({ code, values }) => {
    const fault = CLASHES[code]
    return fault
      ? [broken(fault, String(values['text']), '', { ...values, other: values['other'] ?? '' })]
      : []
  })
  const of = (rule: string) => clashes.filter(({ id }) => id === rule)
  const height = nameCapitals(drawing, template, fonts)
  return [
    ...rowsFor(
      'TX-04',
      of('TX-04'),
      `${nearestTexts(drawing).toFixed(2)} mm`,
      `${template.textGap} mm`,
    ),
    ...rowsFor(
      'TX-05',
      [...of('TX-05'), ...shortFills(drawing)],
      `fills reach ${bleed} mm`,
      `safe ${template.safe} mm, bleed ${bleed} mm`,
    ),
    ...(height === null
      ? []
      : rowsFor(
          'TX-06',
          height < NAME_CAPITALS - 0.01
            ? [
                broken('TX-06.small', `${height.toFixed(0)} mm`, `${NAME_CAPITALS} mm`, {
                  height: height.toFixed(0),
                }),
              ]
            : [],
          `${height.toFixed(0)} mm`,
          `${NAME_CAPITALS} mm`,
        )),
    ...rowsFor(
      'GE-01',
      [...of('GE-01'), ...holeRows(drawing), ...cutRows(drawing)],
      `${holesOn(drawing).length} holes; cut closed`,
      '1.5 diameters to the trim; 3 mm to text; closed',
    ),
  ]
}

/** mm: what a street-name board should have to be read from across the street. */
const NAME_CAPITALS = 60

/** TX-06: mm of the name's smallest capitals without their marks; null on a face that is no street-name board. */
function nameCapitals(drawing: Drawing, { kind }: Template, fonts: FontShelf): number | null {
  const names = textsOn(drawing).filter(({ role }) => role === 'name-bare')
  if (kind !== 'board' || names.length === 0) return null
  return Math.min(...names.map(({ size, font }) => size * (fonts.get(font)?.capHeight ?? 1)))
}

/** Ink to ink, on different lines. */
function nearestTexts(drawing: Drawing): number {
  const texts = textsOn(drawing)
  return texts.reduce(
    (least, a, i) =>
      texts
        .slice(i + 1)
        .reduce((so, b) => (a.y === b.y ? so : Math.min(so, distance(a.ink, b.ink))), least),
    Infinity,
  )
}

/** TX-05: a field of colour that ends at the trim, or before its bleed, shows a white edge when the knife strays. */
function shortFills({ primitives, trim, bleed }: Drawing): PreflightRow[] {
  const { width, height } = trim
  return primitives.flatMap((one) => {
    if (one.kind !== 'rect' || one.layer !== 'artwork' || one.fill.every((ink) => ink === 0))
      return []
    const { box } = one
    /** mm beyond the trim, on sides where the field comes within half a millimetre of it. */
    const beyond = [-box.x, -box.y, box.x + box.width - width, box.y + box.height - height].filter(
      (side) => side > -0.5 && side < bleed - 0.01,
    )
    const least = Math.min(...beyond)
    return beyond.length > 0
      ? [
          broken('TX-05.bleed', `${least.toFixed(2)} mm`, `${bleed} mm`, {
            reach: least.toFixed(2),
            bleed,
          }),
        ]
      : []
  })
}
