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
/** Side of a tile in mm, and how much of one may differ: a lost letter is small on the page, but not in its tile. */
const TILE = 5
const TILE_MOST = 0.09

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

/** Character code of the digit 0. */
const ZERO = 48

/** Pairs of lines, code and value; half a megabyte of them, so that none is cut out that is not looked at. */
function dxfFaults(dxf: string, trim: Drawing['trim']): string[] {
  const low: [number, number] = [Infinity, Infinity]
  const high: [number, number] = [-Infinity, -Infinity]
  let [isVertex, isPolyline, open, unit, name] = [false, false, 0, '', '']
  for (let at = 0; at < dxf.length;) {
    const end = dxf.indexOf('\n', at)
    const next = dxf.indexOf('\n', end + 1)
    if (end === -1 || next === -1) break
    const [tens, units] = [dxf.charCodeAt(end - 2) - ZERO, dxf.charCodeAt(end - 1) - ZERO]
    const code = end - at === 1 ? units : end - at === 2 ? 10 * tens + units : -1
    if (code === 0) {
      isVertex = dxf.startsWith('VERTEX\n', end + 1)
      isPolyline = dxf.startsWith('POLYLINE\n', end + 1)
    } else if (isVertex && (code === 10 || code === 20)) {
      const axis = code === 10 ? 0 : 1
      const value = Number(dxf.slice(end + 1, next))
      if (value < low[axis]) low[axis] = value
      if (value > high[axis]) high[axis] = value
    } else if (code === 9) name = dxf.slice(end + 1, next)
    else if (code === 70) {
      const value = dxf.slice(end + 1, next)
      if (isPolyline && (Number(value) & 1) === 0) open++
      else if (name === '$INSUNITS') unit = value
    }
    at = next + 1
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
    ...(off > 0.01 ? [`extents off the trim by ${off.toFixed(3)} mm`] : []),
  ]
}
