/**
 * Preflight of a face made here: every rule, measured on the drawing, on the finished files, and on
 * the page as PDFium shows it. What the file alone can show of a PDF made elsewhere: preflight-file.ts.
 */
import { QUIET_ZONE } from '../../domain/placard.ts'
import {
  broken,
  reportOf,
  type PreflightReport,
  type PreflightRow,
} from '../../domain/preflight.ts'
import type { Decode } from './decode.ts'
import type { Drawing } from '../face/drawing.ts'
import type { FontShelf } from '../face/fonts.ts'
import type { FaceProblem } from '../face/problems.ts'
import { openProfile, type InkProfile } from '../files/icc.ts'
import type { OutputCondition } from '../files/pdf.ts'
import { readPdfFacts } from './pdf-facts.ts'
import { contrastRows, geometryRows, legibilityRows, textRows } from './preflight-face.ts'
import { reviewRows, type Review } from './preflight-review.ts'
import { siteRows, type SiteFacts } from './preflight-site.ts'
import { fileRows, inkRows, repeatRows, structureRows } from './preflight-pdf.ts'
import {
  cleanScale,
  cutOut,
  damageRows,
  matrixOf,
  moduleRows,
  readingRows,
  secondMatrix,
  shotOf,
} from './preflight-read.ts'
import {
  addressRows,
  moduleSizeRows,
  panelRows,
  symbolOn,
  type FaceSymbol,
  versionRows,
  type SignFacts,
} from './preflight-symbol.ts'
import { differenceRows, vectorRows } from './preflight-vector.ts'
import type { PixelWindow } from './pdfium-pages.ts'
import type { Renderer } from './render.ts'
import { unmirrored } from './unmirrored.ts'
import { MAX_VERSION, type QrSymbol } from '../face/symbol.ts'
import type { Template } from '../template/template.ts'

export interface PreflightEngines {
  renderer: Renderer
  decode: Decode
}

export interface PreflightInput {
  drawing: Drawing
  /** Null on faces that carry none, as a street-name board. */
  symbol: QrSymbol | null
  template: Template
  fonts: FontShelf
  condition: OutputCondition
  /** What may be printed once somebody has signed for it, as the layout said; none unless told. */
  warnings?: readonly FaceProblem[]
  pdf: Uint8Array
  /** The same input made again; null when nobody did. */
  again: Uint8Array | null
  svg: string
  dxf: string
  sign: SignFacts
  /** Null for a draft. */
  review: Review | null
  /** Null where it is not to be judged, as for a draft that nobody asked about. */
  site: SiteFacts | null
  /** From which the sign must be read; null when nobody said. */
  scanMetres: number | null
}

/** Pixels to the millimetre of the pages that PDF and SVG are compared on. */
const COMPARED = 4
/** Pixels to the module: the least a camera should see, and what a worn sign needs. */
const FAR = 3
const NEAR = 5

const profiles = new WeakMap<Uint8Array, InkProfile>()

/** Colours of a printing condition; its profile is read once. */
export function profileOf({ profile }: OutputCondition): InkProfile {
  const opened = profiles.get(profile) ?? openProfile(profile)
  profiles.set(profile, opened)
  return opened
}

export async function preflight(
  input: PreflightInput,
  engines: PreflightEngines,
): Promise<PreflightReport> {
  const { drawing, symbol, template, fonts, pdf, sign } = input
  const profile = profileOf(input.condition)
  const rows: PreflightRow[] = [
    ...(symbol ? addressRows(symbol.payload, sign) : []),
    ...(symbol ? versionRows(symbol, MAX_VERSION, sign.pinned) : []),
    ...(symbol && input.site ? siteRows(symbol.payload, input.site) : []),
    ...textRows(drawing, template, fonts, input.warnings),
    ...geometryRows(drawing, template, fonts),
    ...legibilityRows(drawing, profile),
    ...reviewRows(drawing, input.review),
    ...repeatRows(pdf, input.again),
  ]
  const face = symbol && symbolOn(drawing, symbol.size)
  if (symbol && !face)
    return reportOf([
      ...rows,
      broken('QR-04.unread', 'no symbol', '2 of 3', {
        how: '–',
        payload: symbol.payload,
        read: '–',
      }),
    ])
  if (face)
    rows.push(
      ...moduleSizeRows(face.module, template.symbol?.minModule ?? 0, input.scanMetres),
      ...panelRows(drawing, face),
      ...contrastRows(face, profile),
    )
  try {
    const facts = await readPdfFacts(pdf)
    rows.push(
      ...structureRows(facts),
      ...fileRows(facts, { trim: [drawing.trim.width, drawing.trim.height], bleed: drawing.bleed }),
      ...inkRows(facts, template.maxInk),
    )
  } catch (error) {
    rows.push(
      broken('PF-02.unreadable', (error as Error).message, 'readable', {
        reason: (error as Error).message,
      }),
    )
    return reportOf(rows)
  }
  if (symbol && face) rows.push(...(await seenRows(input, symbol, face, engines)))
  return reportOf(rows)
}

/** What only the finished page shows, and the other files beside it. */
async function seenRows(
  { drawing, pdf, svg, dxf }: PreflightInput,
  symbol: QrSymbol,
  face: FaceSymbol,
  { renderer, decode }: PreflightEngines,
): Promise<PreflightRow[]> {
  const margin = drawing.bleed + drawing.slug
  const { size, payload } = symbol
  const opened = renderer.open(drawing.mirrored ? await unmirrored(pdf) : pdf)
  try {
    const onPage = { ...face.box, x: margin + face.box.x, y: margin + face.box.y }
    const paint = (dotsPerInch: number, part: PixelWindow) => opened.picture(dotsPerInch, 0, part)
    const shotAt = (scale: number, rim?: number) => shotOf(paint, onPage, size, scale, rim)
    const page = shotAt(cleanScale(face.module), QUIET_ZONE)
    const near = shotAt(NEAR / face.module)
    const compared = opened.picture(COMPARED * 25.4)
    const vector = renderer.svg(svg, compared.width)
    const place = {
      left: onPage.x * COMPARED,
      top: onPage.y * COMPARED,
      module: face.module * COMPARED,
    }
    // Four to six pixels a module are enough, whatever the template.
    const step = Math.max(1, Math.floor(place.module / 4))
    const symbolInVector = cutOut({ picture: vector, place }, size, step)
    return [
      ...(await readingRows(decode, page, shotAt(FAR / face.module), payload)),
      ...moduleRows(page, matrixOf(symbol), secondMatrix(symbol)),
      ...(await damageRows(decode, near, size, payload)),
      ...differenceRows(compared, vector, COMPARED),
      ...vectorRows(drawing, svg, dxf, await decode(symbolInVector.picture, payload), payload),
    ]
  } finally {
    opened.close()
  }
}
