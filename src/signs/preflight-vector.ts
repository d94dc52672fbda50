/** SVG and DXF of a drawing judged as files (SV-01), and the SVG held against the PDF, pixel by pixel (PF-03). */
import { broken, rowsFor, type PreflightRow } from '../domain/preflight.ts'
import type { Reading } from './decode.ts'
import type { Drawing } from './drawing.ts'
import { difference } from './picture.ts'
import { isRead } from './preflight-read.ts'
import type { Picture } from './render.ts'

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

/** SV-01. `reading`: of the SVG, rendered without a page behind it. */
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

function dxfFaults(dxf: string, trim: Drawing['trim']): string[] {
  const low: [number, number] = [Infinity, Infinity]
  const high: [number, number] = [-Infinity, -Infinity]
  const lines = dxf.split('\n')
  let [entity, open, unit] = ['', 0, '']
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const [code, value] = [(lines[i] as string).trim(), lines[i + 1] as string]
    if (code === '0') entity = value
    else if (entity === 'VERTEX' && (code === '10' || code === '20')) {
      const axis = code === '10' ? 0 : 1
      low[axis] = Math.min(low[axis], Number(value))
      high[axis] = Math.max(high[axis], Number(value))
    } else if (entity === 'POLYLINE' && code === '70' && (Number(value) & 1) === 0) open++
    else if (code === '9' && value === '$INSUNITS') unit = lines[i + 3] ?? ''
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
