/** A finished file of a sign that is known, held against the face we draw of it: by plates, words and parts. */
import { QUIET_ZONE } from '../../domain/placard.ts'
import { broken, passed, type PreflightRow } from '../../domain/preflight.ts'
import type { Box } from '../face/drawing.ts'
import { union } from '../face/geometry.ts'
import type { PlacardArtwork } from '../files/placard-artwork.ts'
import type { Template } from '../template/template.ts'
import { regionsOf, ZoneMap, type Region } from './face-difference.ts'
import { isSame, unlikeOperation, unlikeParts } from './file-likeness.ts'
import { lineDifferences, machineLines, type LineDifference } from './machine-lines.ts'
import { readPdfFacts, type PdfFacts } from './pdf-facts.ts'
import { PROCESS } from './plate-colours.ts'
import { platesOf, type Frame, type PaintPart, type PlatedPage } from './plate-pages.ts'
import { symbolOn } from './preflight-symbol.ts'
import type { Renderer } from './render.ts'
import { unmirrored } from './unmirrored.ts'

/** A face as it would be made of a sign now, or as an order has frozen it. */
export interface WantedFace {
  made: PlacardArtwork
  template: Template
}

/** The face whose bytes these are, else the first on the template that the file says it is made on, else the first. */
export function wantedOf(
  pdf: Uint8Array,
  subject: string,
  faces: readonly WantedFace[],
): { face: WantedFace; isVery: boolean } | null {
  const very = faces.find(({ made }) => isSame(made.pdf, pdf))
  if (very) return { face: very, isVery: true }
  const named = faces.find(({ made }) => subject.endsWith(` ${made.drawing.template}`))
  const face = named ?? faces[0]
  return face ? { face, isVery: false } : null
}

const POINT = 72 / 25.4
/** Dots per inch of the pictures that are compared: at 150 a line of 0.01 mm is told. */
const DOTS = 150

/** Both as they are seen from the front, also where the file is printed on the back of something clear. */
export async function likenessRows(
  { pdf, parsed: facts }: { pdf: Uint8Array; parsed: PdfFacts },
  { made, template }: WantedFace,
  renderer: Renderer,
): Promise<PreflightRow[]> {
  const { drawing } = made
  const madePdf = drawing.mirrored ? await unmirrored(made.pdf) : made.pdf
  const wanted = await readPdfFacts(madePdf)
  const margin = drawing.bleed + drawing.slug
  const spots = { cut: template.spots.cut.name, drill: template.spots.drill.name }
  const words = wordRows(wordsOf(renderer, pdf), wordsOf(renderer, madePdf))
  const parts = unlikeParts(facts, wanted)
  const operation = unlikeOperation(facts, wanted)
  const size = [drawing.trim.width + 2 * margin, drawing.trim.height + 2 * margin] as const
  const [own, other] = [facts, wanted].map((one) => frameOf(one, margin, size))
  if (!own || !other) return []
  const page = await platesOf(facts, spots, renderer, own)
  const ours = await platesOf(wanted, spots, renderer, other)
  try {
    const plates = [spots.cut, spots.drill]
    const linesOf = ({ parts }: PlatedPage, frame: Frame) =>
      machineLines(parts.spots, plates, frame[0] + margin * POINT, frame[3] - margin * POINT)
    const lines = lineDifferences(linesOf(page, own), linesOf(ours, other)).map(lineRow)
    const shown = shownRows(page, ours, made, spots, margin)
    const seen = [...lines, ...shown, ...words]
    const differs = seen.some(({ fault }) => fault !== null)
    const see = [...page.parts.transparency]
    return [
      ...seen,
      ...(see.length > 0
        ? [broken('CO-05.see-through', see.join(', '), 'none', { what: see.join(', ') })]
        : [passed('CO-05', 'none', 'none')]),
      ...parts.map((what) => broken('PF-05.parts', what, 'as issued', { what })),
      ...(!differs && operation !== null
        ? [broken('PF-05.unseen', operation, 'as issued', { what: operation })]
        : []),
      ...(!differs && parts.length === 0 && operation === null
        ? [passed('PF-05', 'the same on every plate', 'as issued')]
        : []),
    ]
  } finally {
    page.close()
    ours.close()
  }
}

/** The page as it should lie about its trim: what lies beyond is told by its boxes. */
function frameOf(
  { boxes, media, unit }: PdfFacts,
  margin: number,
  [width, height]: readonly [number, number],
): Frame {
  const trim = boxes.TrimBox ?? [margin, 0, 0, (media[3] - media[1]) * unit * (1 / POINT) - margin]
  const point = POINT / unit
  const [left, top] = [media[0] + (trim[0] - margin) * point, media[1] + (trim[3] + margin) * point]
  return [left, top - height * point, left + width * point, top]
}

function shownRows(
  page: PlatedPage,
  ours: PlatedPage,
  { drawing, symbol }: PlacardArtwork,
  spots: { cut: string; drill: string },
  margin: number,
): PreflightRow[] {
  const scale = DOTS / 25.4
  const face = symbol && symbolOn(drawing, symbol.size)
  const zones = new ZoneMap(drawing, face ? QUIET_ZONE * face.module : 0, scale)
  const regions = (
    paint: PlatedPage['look'],
    other: PlatedPage['look'] | null,
    plates: readonly (string | null)[],
  ) => regionsOf(paint(DOTS), other && other(DOTS), plates, zones, scale, margin)
  const all = [
    ...regions(page.colours, ours.colours, PROCESS.slice(0, 3)),
    ...regions(page.machine, ours.machine, ['Black', spots.cut, spots.drill]),
    ...(page.rest || ours.rest
      ? regions(page.rest ?? bare(page), ours.rest, [
          restOf(page.rest ? page : ours, spots),
          null,
          null,
        ])
      : []),
  ]
  return joined(all).map((region) => regionRow(region, spots, drawing.bleed))
}

/** What differs on several inks at one place is one difference. */
function joined(regions: readonly Region[]): Region[] {
  const by = new Map<string, Region>()
  for (const region of regions) {
    const isInk = (PROCESS as readonly string[]).includes(region.plate)
    const key = `${isInk} ${region.zone.id} ${isInk ? region.most < 0 : region.plate}`
    const before = by.get(key)
    if (!before) by.set(key, region)
    else
      by.set(key, {
        ...before,
        plate: `${before.plate} + ${region.plate}`,
        box: union(before.box, region.box),
        area: Math.max(before.area, region.area),
        most: Math.abs(region.most) > Math.abs(before.most) ? region.most : before.most,
      })
  }
  return [...by.values()]
}

/** The plates beyond inks, cut and drill, of a page that has none. */
function bare({ colours }: PlatedPage): PaintPart {
  return (dotsPerInch, part) => {
    const { width, height, data } = colours(dotsPerInch, part)
    return { width, height, data: new Uint8ClampedArray(data.length).fill(255) }
  }
}

/** The names of the plates beyond inks, cut and drill. */
function restOf({ parts }: PlatedPage, { cut, drill }: { cut: string; drill: string }): string {
  const known = new Set<string>([...PROCESS, cut, drill, 'All'])
  return [...parts.plates].filter((plate) => !known.has(plate)).join(', ')
}

function regionRow(
  { zone, plate, box, area, most }: Region,
  spots: { cut: string; drill: string },
  bleed: number,
): PreflightRow {
  const place = placed(box)
  const measured = `${plate} ${most > 0 ? '+' : ''}${most} % at ${place.x}, ${place.y} mm; ${area.toFixed(2)} mm²`
  const values = { ...place, plate, most: Math.abs(most) }
  const isMachine = plate === spots.cut || plate === spots.drill
  if (isMachine) return broken('GE-01.changed', measured, 'as issued', values)
  if (!(PROCESS as readonly string[]).includes(plate.split(' + ')[0] ?? ''))
    return broken('CO-03.plate', measured, 'none', values)
  switch (zone.kind) {
    case 'symbol':
      return broken('CO-01.inks', measured, '0/0/0/100 on 0/0/0/0', { inks: measured })
    case 'quiet':
      return broken('QZ-01.quiet', measured, '4 modules', { modules: '< 4', what: measured })
    case 'text':
      return broken('TX-07.shown', measured, 'as issued', { ...values, text: zone.text })
    case 'bleed':
      return most < 0
        ? broken('TX-05.bleed', measured, `${bleed} mm`, { reach: '0', bleed })
        : broken('PF-05.face', measured, 'as issued', values)
    case 'face':
    case 'slug':
      return broken('PF-05.face', measured, 'as issued', values)
  }
}

function placed({ x, y, width, height }: Box): Record<'x' | 'y' | 'width' | 'height', string> {
  return {
    x: x.toFixed(1),
    y: y.toFixed(1),
    width: width.toFixed(1),
    height: height.toFixed(1),
  }
}

const LINE_FAULTS = {
  missing: 'GE-01.missing',
  extra: 'GE-01.extra',
  changed: 'GE-01.changed',
} as const

export function lineRow({ what, line }: LineDifference): PreflightRow {
  const place = placed(line.box)
  const measured = `${what}: ${line.plate} at ${place.x}, ${place.y} mm`
  return broken(LINE_FAULTS[what], measured, 'as issued', { ...place, plate: line.plate })
}

function wordsOf(renderer: Renderer, pdf: Uint8Array): string[] {
  const opened = renderer.open(pdf)
  try {
    return opened
      .text()
      .normalize('NFC')
      .split(/[\s\u0000]+/)
      .filter(Boolean)
  } finally {
    opened.close()
  }
}

/** TX-07 by the words a reader would copy, in their order. */
function wordRows(file: readonly string[], wanted: readonly string[]): PreflightRow[] {
  if (file.join(' ') === wanted.join(' '))
    return [passed('TX-07', `${file.length} words`, 'as the entry has them')]
  const without = (all: readonly string[], others: readonly string[]) => {
    const left = [...others]
    return all.filter((word) => {
      const at = left.indexOf(word)
      if (at !== -1) left.splice(at, 1)
      return at === -1
    })
  }
  const [more, less] = [without(file, wanted), without(wanted, file)].map((words) =>
    words.join(' ').slice(0, 80),
  )
  const values = { more: more || '–', less: less || '–' }
  return [broken('TX-07.words', more || less || 'order', 'as the entry has them', values)]
}
