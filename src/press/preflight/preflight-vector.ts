/** SVG and DXF of a drawing judged as files (SV-01), and the SVG held against the PDF, pixel by pixel (PF-03). */
import { broken, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import type { Reading } from './decode.ts'
import type { Drawing } from '../face/drawing.ts'
import { difference } from './picture.ts'
import { isRead } from './preflight-read.ts'
import type { Picture } from './pdfium-pages.ts'

/** Of 255: two renderers of one edge, or two conversions of one ink, differ by less. */
const ALLOWED = 96
const SHARE_MOST = 0.005
/**
 * Side of a tile in mm, and how much of one may differ: a lost letter is small on the page, but not in its tile. What is
 * left between good files is the hairline of the cut, at most 4.25 % where it turns a corner; a lost letter of 8 mm is
 * 15 % (decision 29).
 */
const TILE = 5
const TILE_MOST = 0.06

/** PF-03. Both pictures show the whole page at `scale` pixels to the millimetre. */
export function differenceRows(pdf: Picture, svg: Picture, scale: number): PreflightRow[] {
  const { share, worstTile } = difference(pdf, svg, ALLOWED, TILE * scale)
  const percent = (value: number) => (100 * value).toFixed(2)
  const measured = `${percent(share)} %; worst 5 mm tile ${percent(worstTile)} %`
  const threshold = `0.5 %; tile ${100 * TILE_MOST} %`
  return rowsFor(
    'PF-03',
    share >= SHARE_MOST || worstTile >= TILE_MOST
      ? [
          broken('PF-03.differ', measured, threshold, {
            share: percent(share),
            tile: percent(worstTile),
          }),
        ]
      : [],
    measured,
    threshold,
  )
}

/** SV-01. `reading`: of the symbol in the SVG, rendered without a page behind it. */
export function vectorRows(
  { trim, bleed, slug }: Drawing,
  svg: string,
  dxf: string,
  reading: Reading,
  payload: string,
): PreflightRow[] {
  const margin = 2 * (bleed + slug)
  const size = `width="${trim.width + margin}mm" height="${trim.height + margin}mm"`
  const wrong = [
    ['millimetres', svg.includes(size)],
    ['no <text>', !/<text\b/.test(svg)],
    ['white panel', /<rect class="panel"[^>]*fill="#ffffff"/.test(svg)],
    ['decodes', isRead(reading, payload)],
  ] as const
  return rowsFor(
    'SV-01',
    [
      ...wrong
        .filter(([, isMet]) => !isMet)
        .map(([what]) => broken('SV-01.svg', what, 'met', { what })),
      ...dxfFaults(dxf, trim).map((what) => broken('SV-01.dxf', what, 'met', { what })),
    ],
    'mm, outlined, panel, decodes; DXF closed, within trim',
    'mm, outlined, panel, decodes; DXF closed, within trim',
  )
}

/** Character codes. */
const [NEWLINE, MINUS, POINT, ZERO] = [10, 45, 46, 48]

/** Pairs of lines, code and value; half a megabyte of them, so that none is cut out that is not looked at. */
function dxfFaults(dxf: string, trim: Drawing['trim']): string[] {
  const low: [number, number] = [Infinity, Infinity]
  const high: [number, number] = [-Infinity, -Infinity]
  let [isVertex, isPolyline, open, unit, name] = [false, false, 0, '', '']
  const { length } = dxf
  for (let at = 0; at < length;) {
    let code = 0
    for (let one = dxf.charCodeAt(at++); one !== NEWLINE && at < length; one = dxf.charCodeAt(at++))
      code = 10 * code + one - ZERO
    const from = at
    while (at < length && dxf.charCodeAt(at) !== NEWLINE) at++
    if (at === length) break
    if (code === 0) {
      isVertex = dxf.startsWith('VERTEX\n', from)
      isPolyline = dxf.startsWith('POLYLINE\n', from)
    } else if (isVertex && (code === 10 || code === 20)) {
      const axis = code === 10 ? 0 : 1
      const value = decimal(dxf, from, at)
      low[axis] = Math.min(low[axis], value)
      high[axis] = Math.max(high[axis], value)
    } else if (code === 9) name = dxf.slice(from, at)
    else if (code === 70) {
      const value = dxf.slice(from, at)
      if (isPolyline && (Number(value) & 1) === 0) open++
      else if (name === '$INSUNITS') unit = value
    }
    at++
  }
  const off = Math.max(
    Math.abs(low[0]),
    Math.abs(low[1]),
    Math.abs(high[0] - trim.width),
    Math.abs(high[1] - trim.height),
  )
  return [
    ...(open > 0 ? [`${open} open polylines`] : []),
    ...(Number(unit) === 4 ? [] : ['$INSUNITS is not 4']),
    // Not a number is off as well.
    ...(!(off <= 0.01) ? [`extents off the trim by ${off.toFixed(3)} mm`] : []),
  ]
}

/** A number without exponent, as our DXF has them; NaN for anything else. */
function decimal(text: string, from: number, to: number): number {
  let [value, scale] = [0, 0]
  const start = text.charCodeAt(from) === MINUS ? from + 1 : from
  for (let at = start; at < to; at++) {
    const digit = text.charCodeAt(at) - ZERO
    if (digit + ZERO === POINT && scale === 0) scale = 1
    else if (digit < 0 || digit > 9) return NaN
    else {
      value = 10 * value + digit
      scale *= 10
    }
  }
  const size = value / (scale || 1)
  return start === from ? size : -size
}
