/** What is judged of the symbol in the drawing: its address, size, quiet zone, panel and inks. */
import { MODULE_MM_PER_METRE, QUIET_ZONE } from '../../domain/placard.ts'
import { broken, passed, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import { parseShortCode } from '../../domain/short-code.ts'
import type { Box, Cmyk, Drawing, Primitive } from '../face/drawing.ts'
import { boundsOf, flattened } from '../face/flatten.ts'
import { contains, grown, overlap } from '../face/geometry.ts'
import type { PinnedSymbol } from '../face/symbol.ts'

/** What the register knows of the sign the address leads to. Null fields: not asked. */
export interface SignFacts {
  /** The whole address the symbol must hold, where it is known. */
  payload: string | null
  /** Origins that may be printed, as `https://qr.langson.gov.vn`. */
  origins: readonly string[] | null
  isIssued: boolean | null
  /** Retired or replaced. */
  isEnded: boolean | null
  /** What was printed first. */
  pinned: PinnedSymbol | null
}

const ADDRESS = /^HTTPS:\/\/([A-Z0-9.-]{4,20})\/([2-9A-HJKMNP-Z]{6})$/

/** QR-01 */
export function addressRows(payload: string, sign: SignFacts): PreflightRow[] {
  const [, host = '', code = ''] = ADDRESS.exec(payload) ?? []
  const rows: PreflightRow[] = []
  const add = (fault: Parameters<typeof broken>[0], threshold: string, values = {}) =>
    rows.push(broken(fault, payload, threshold, { payload, host, code, ...values }))
  if (!host) add('QR-01.form', 'HTTPS://HOST/CODE')
  else {
    if (!parseShortCode(code)) add('QR-01.check', 'check character')
    const hosts = sign.origins?.map((origin) => origin.toUpperCase().replace(/^HTTPS:\/\//, ''))
    if (hosts && !hosts.includes(host))
      add('QR-01.origin', hosts.join(', '), { allowed: hosts.join(', ') })
  }
  if (sign.payload !== null && sign.payload !== payload)
    add('QR-01.other', sign.payload, { wanted: sign.payload })
  if (sign.isIssued === false) add('QR-01.unknown', 'issued')
  if (sign.isEnded) add('QR-01.ended', 'in use')
  return rowsFor('QR-01', rows, payload, 'issued, in use, allowed host')
}

/** QR-02 */
export function versionRows(
  symbol: { version: number; level: string; mask: number },
  maxVersion: number,
  pinned: PinnedSymbol | null,
): PreflightRow[] {
  const { version, level, mask } = symbol
  const measured = `${version}-${level}, mask ${mask}`
  const rows: PreflightRow[] = []
  if (version > maxVersion)
    rows.push(
      broken('QR-02.version', String(version), `<= ${maxVersion}`, { version, most: maxVersion }),
    )
  if (level !== 'Q' && level !== 'H') rows.push(broken('QR-02.level', level, 'Q', { level }))
  const first = pinned && `${pinned.version}-${pinned.level}, mask ${pinned.mask}`
  if (first && first !== measured)
    rows.push(broken('QR-02.pinned', measured, first, { measured, first }))
  return rowsFor(
    'QR-02',
    rows,
    measured,
    `<= ${maxVersion}-Q${first ? `; first print ${first}` : ''}`,
  )
}

/** mm; outdoors nothing smaller is worth printing. */
const MODULE_LEAST = 1.5
/** A warning below this many times the least. */
const COMFORT = 1.15

/** QR-03. `scanMetres`: from which it must be read; null when nobody said. */
export function moduleSizeRows(
  module: number,
  minModule: number,
  scanMetres: number | null,
): PreflightRow[] {
  const least = Math.max(MODULE_LEAST, minModule, (scanMetres ?? 0) * MODULE_MM_PER_METRE)
  const measured = `${module.toFixed(2)} mm`
  const threshold = `${least.toFixed(2)} mm`
  const values = {
    module: module.toFixed(2),
    least: least.toFixed(2),
    metres: (module / MODULE_MM_PER_METRE).toFixed(2),
    wanted: (scanMetres ?? least / MODULE_MM_PER_METRE).toFixed(2),
  }
  // A hundredth of a millimetre is what boxes are measured to.
  if (module < least - 0.01) return [broken('QR-03.small', measured, threshold, values)]
  // The template's own least was chosen with room to spare; a distance asked for was not.
  if (scanMetres !== null && module < scanMetres * MODULE_MM_PER_METRE * COMFORT)
    return [broken('QR-03.tight', measured, `${(least * COMFORT).toFixed(2)} mm`, values)]
  return [passed('QR-03', measured, threshold)]
}

export interface FaceSymbol {
  index: number
  box: Box
  module: number
  fill: Cmyk
  /** What is seen behind the symbol. */
  panel: { index: number; box: Box; fill: Cmyk } | null
}

/** Null when the drawing has no path with the role `symbol`. `size` in modules, without quiet zone. */
export function symbolOn({ primitives }: Drawing, size: number): FaceSymbol | null {
  const index = primitives.findIndex((one) => one.kind === 'path' && one.role === 'symbol')
  const symbol = primitives[index]
  const box = symbol?.kind === 'path' ? boundsOf(flattened(symbol.path).flat()) : null
  if (symbol?.kind !== 'path' || !box) return null
  const under = primitives.findLastIndex(
    (one, i) =>
      i < index && one.kind === 'rect' && one.layer === 'artwork' && overlap(one.box, box),
  )
  const panel = primitives[under]
  return {
    index,
    box,
    module: box.width / size,
    fill: symbol.fill,
    panel: panel?.kind === 'rect' ? { index: under, box: panel.box, fill: panel.fill } : null,
  }
}

/** QZ-01, QZ-02 and CO-01. */
export function panelRows(drawing: Drawing, symbol: FaceSymbol): PreflightRow[] {
  const { box, module, panel, fill } = symbol
  const zone = grown(box, QUIET_ZONE * module)
  const near = drawing.primitives.flatMap((one, i) => {
    const what = nameOf(one)
    if (i === symbol.index || one.layer === 'marks') return []
    // What the panel is painted over cannot be seen.
    if (one.layer === 'artwork' && panel && i <= panel.index) return []
    return inkOf(one).map((ink) => ({ what, distance: distance(box, ink), ink }))
  })
  const { trim } = drawing
  near.push({
    what: 'trim',
    distance: Math.min(
      box.x,
      box.y,
      trim.width - box.x - box.width,
      trim.height - box.y - box.height,
    ),
    ink: zone,
  })
  if (panel)
    near.push({
      what: 'panel',
      distance: Math.min(
        box.x - panel.box.x,
        box.y - panel.box.y,
        panel.box.x + panel.box.width - box.x - box.width,
        panel.box.y + panel.box.height - box.y - box.height,
      ),
      ink: zone,
    })
  const nearest = near.reduce((a, b) => (b.distance < a.distance ? b : a))
  const modules = Math.max(0, nearest.distance / module)
  const measured = `${modules.toFixed(2)} modules (${nearest.what})`
  const isWhite = panel !== null && panel.fill.every((ink) => ink === 0)
  const covers = panel !== null && contains(panel.box, zone)
  const texts = drawing.primitives.filter(
    (one) => one.kind === 'text' && one.layer === 'artwork' && one.role !== 'draft',
  )
  const intruders = texts.filter(
    (one) => one.kind === 'text' && overlap(one.ink, panel?.box ?? zone),
  )
  const isReversed = sum(fill) < sum(panel?.fill ?? [0, 0, 0, 0])
  const isBlack = fill.join() === '0,0,0,100'
  const inks = `${fill.join('/')} on ${panel?.fill.join('/') ?? 'nothing'}`
  return [
    ...rowsFor(
      'QZ-01',
      modules < QUIET_ZONE - 0.01
        ? [
            broken('QZ-01.quiet', measured, '4 modules', {
              modules: modules.toFixed(2),
              what: nearest.what,
            }),
          ]
        : [],
      measured,
      '4 modules',
    ),
    ...rowsFor(
      'QZ-02',
      [
        ...(isWhite && covers
          ? []
          : [
              broken(
                'QZ-02.panel',
                isWhite ? 'too small' : 'none',
                'white under symbol and quiet zone',
              ),
            ]),
        ...intruders.map((one) => broken('QZ-02.text', nameOf(one), 'none', { text: nameOf(one) })),
      ],
      'white, whole',
      'white under symbol and quiet zone',
    ),
    ...rowsFor(
      'CO-01',
      [
        ...(isReversed ? [broken('CO-01.reversed', inks, 'dark on light', { inks })] : []),
        ...(isBlack && isWhite
          ? []
          : [broken('CO-01.inks', inks, '0/0/0/100 on 0/0/0/0', { inks })]),
      ],
      inks,
      '0/0/0/100 on 0/0/0/0',
    ),
  ]
}

function nameOf(one: Primitive): string {
  return one.kind === 'text' ? one.text : one.layer === 'artwork' ? one.kind : one.layer
}

/** Boxes of what is painted, lines with their width. A cut line runs round the face: its segments count, not its inside. */
export function inkOf(one: Primitive): Box[] {
  switch (one.kind) {
    case 'rect':
      return [one.box]
    case 'white':
      // It lies below, where nothing can touch it.
      return []
    case 'text':
      return [one.ink]
    case 'path': {
      const bounds = boundsOf(flattened(one.path, 0.1).flat())
      return bounds ? [bounds] : []
    }
    case 'line':
    case 'spot': {
      const closes = one.path.some(([op]) => op === 'Z')
      return flattened(one.path, 0.1).flatMap((points) =>
        points.flatMap((point, i) => {
          const next = points[i + 1] ?? (closes ? points[0] : undefined)
          const bounds = next && boundsOf([point, next])
          return bounds ? [grown(bounds, one.width / 2)] : []
        }),
      )
    }
  }
}

/** Of the two boxes' edges; negative when they overlap. */
export function distance(a: Box, b: Box): number {
  const dx = Math.max(b.x - (a.x + a.width), a.x - (b.x + b.width))
  const dy = Math.max(b.y - (a.y + a.height), a.y - (b.y + b.height))
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) : Math.max(dx, dy)
}

function sum(inks: Cmyk): number {
  return inks.reduce((total, ink) => total + ink, 0)
}
