/** What is judged on the rendered page: that it reads, module by module, clean and damaged. */
import encodeQR, { type ErrorCorrection } from 'qr'
import { QUIET_ZONE } from '../../domain/placard.ts'
import { broken, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import type { Box } from '../face/drawing.ts'
import { DECODERS, type Decode, type Reading } from './decode.ts'
import { blurred, cropped, faded, lightOf, stickered, tilted, type Place } from './picture.ts'
import type { Picture, PixelWindow } from './pdfium-pages.ts'

/** Rows of modules from the top left, true for dark. */
export type Matrix = boolean[][]

/** Read by this many of three decoders, and misread by none. */
export const DECODERS_NEEDED = 2
const NEEDED = `${DECODERS_NEEDED} of ${DECODERS.length}`

/** Modules of white kept round a symbol that is cut out of its page. */
const RIM = QUIET_ZONE + 2

export interface Shot {
  picture: Picture
  place: Place
}

/** Pixels to a module of the picture that is read undamaged, but no more dots per inch than DOTS_MOST. */
const CLEAN = 10
const DOTS_MOST = 150

/** Pixels to the millimetre at which a symbol with modules of `module` mm is read undamaged. */
export function cleanScale(module: number): number {
  return Math.min(DOTS_MOST / 25.4, CLEAN / module)
}

/** QR-04. Both show the symbol cut out, `near` at its clean scale, `small` at three pixels to a module. */
export async function readingRows(
  decode: Decode,
  near: Shot,
  small: Shot,
  payload: string,
): Promise<PreflightRow[]> {
  const readings = {
    [`${near.place.module.toFixed(0)} px/module`]: await decode(near.picture, payload),
    '3 px/module, blur 0.3': await decode(
      blurred(small.picture, 0.3 * small.place.module),
      payload,
    ),
  }
  return judged('QR-04', 'QR-04.unread', readings, payload)
}

/** QR-06: the damage that a new sign must bear; cut out, at five pixels to a module. */
export async function damageRows(
  decode: Decode,
  { picture, place }: Shot,
  size: number,
  payload: string,
): Promise<PreflightRow[]> {
  const readings = {
    'centre sticker 10 %': await decode(stickered(picture, place, size, 0.1), payload),
    'tilt 40°': await decode(tilted(picture, 40), payload),
    'contrast 40 %': await decode(faded(picture, 0.4), payload),
  }
  return judged('QR-06', 'QR-06.damage', readings, payload)
}

function judged(
  id: 'QR-04' | 'QR-06',
  fault: 'QR-04.unread' | 'QR-06.damage',
  readings: Record<string, Reading>,
  payload: string,
): PreflightRow[] {
  const measured = Object.entries(readings)
    .map(([name, reading]) => `${name}: ${said(reading, payload)}`)
    .join('; ')
  const bad = Object.entries(readings).filter(([, reading]) => !isRead(reading, payload))
  return rowsFor(
    id,
    bad.map(([how, reading]) => {
      const other = DECODERS.map((one) => reading[one]).find((text) => text && text !== payload)
      return broken(fault, `${how}: ${said(reading, payload)}`, NEEDED, {
        how,
        payload,
        read: other ?? '–',
      })
    }),
    measured,
    NEEDED,
  )
}

export function isRead(reading: Reading, payload: string): boolean {
  const texts = DECODERS.flatMap((one) => reading[one] ?? [])
  const misread = texts.some((text) => text !== payload)
  return !misread && texts.filter((text) => text === payload).length >= DECODERS_NEEDED
}

function said(reading: Reading, payload: string): string {
  return DECODERS.flatMap((one) => {
    const text = reading[one]
    if (text === undefined) return []
    return [`${one} ${text === payload ? 'yes' : text === null ? 'no' : `“${text}”`}`]
  }).join(', ')
}

/**
 * The symbol with `rim` modules round it, as part of a page at `scale` pixels to the millimetre. `box`: the symbol
 * itself, in mm from the page's corner.
 */
export function shotOf(
  paint: (dotsPerInch: number, part: PixelWindow) => Picture,
  box: Box,
  size: number,
  scale: number,
  rim = RIM,
): Shot {
  const place = { left: box.x * scale, top: box.y * scale, module: (box.width / size) * scale }
  const { left, top, side } = rimmed(place, size, rim)
  const picture = paint(scale * 25.4, { left, top, width: side, height: side })
  return { picture, place: { ...place, left: place.left - left, top: place.top - top } }
}

/** The same from a picture that shows more, every `step`th of its pixels. What lies farther off does not matter to a symbol. */
export function cutOut({ picture, place }: Shot, size: number, step = 1): Shot {
  const { left, top, side } = rimmed(place, size)
  return {
    picture: cropped(picture, left, top, side, step),
    place: {
      left: (place.left - left) / step,
      top: (place.top - top) / step,
      module: place.module / step,
    },
  }
}

function rimmed({ left, top, module }: Place, size: number, rim = RIM) {
  return {
    left: Math.floor(left - rim * module),
    top: Math.floor(top - rim * module),
    side: Math.ceil((size + 2 * rim) * module),
  }
}

/** The symbol as the package `qr` makes it, which shares no code with our encoder. */
export function secondMatrix(symbol: {
  payload: string
  version: number
  level: string
  mask: number
}): Matrix | null {
  const levels: Record<string, ErrorCorrection> = {
    L: 'low',
    M: 'medium',
    Q: 'quartile',
    H: 'high',
  }
  const { payload, version, level, mask } = symbol
  try {
    const bordered = encodeQR(payload, 'raw', {
      ecc: levels[level] ?? 'high',
      version,
      mask: mask as 0,
      encoding: /^[0-9A-Z $%*+\-./:]+$/.test(payload) ? 'alphanumeric' : 'byte',
      border: 1,
      scale: 1,
    })
    return bordered.slice(1, -1).map((row) => row.slice(1, -1))
  } catch {
    return null
  }
}

/** Share of a module's side at each edge that is not looked at: edges fall between pixels. */
const EDGE = 0.15
/** Share of the pixels within a module that may show the other colour before the module counts as wrong. */
const STRAY = 0.02

/** Modules, function patterns included, that the picture shows otherwise than `matrix` has them, pixel by pixel. */
export function wrongModules({ picture, place }: Shot, matrix: Matrix): number {
  const { left, top, module } = place
  const { width, height } = picture
  const plane = lightOf(picture)
  const edge = Math.max(1, EDGE * module)
  const first = (start: number, i: number) => Math.ceil(start + i * module + edge - 0.5)
  const last = (start: number, i: number) => Math.floor(start + (i + 1) * module - edge - 0.5)
  let wrong = 0
  matrix.forEach((row, y) => {
    row.forEach((dark, x) => {
      let [strays, seen] = [0, 0]
      for (let v = first(top, y); v <= last(top, y); v++)
        for (let u = first(left, x); u <= last(left, x); u++) {
          const isOn = u >= 0 && v >= 0 && u < width && v < height
          const light = isOn ? (plane[v * width + u] as number) : 255
          seen++
          if (light < 128 !== dark) strays++
        }
      if (strays > STRAY * seen) wrong++
    })
  })
  return wrong
}

/** QR-05 on the page against both encoders. `own` is null where only the file is known. */
export function moduleRows(shot: Shot, own: Matrix | null, second: Matrix | null): PreflightRow[] {
  const reference = own ?? second
  if (!reference || !second)
    return [broken('QR-05.encoder', 'no second symbol', '0 modules', { count: '–' })]
  const other = second.flat()
  const between = own ? own.flat().filter((dark, i) => other[i] !== dark).length : 0
  const wrong = wrongModules(shot, reference)
  const of = reference.length ** 2
  return rowsFor(
    'QR-05',
    [
      ...(wrong > 0
        ? [broken('QR-05.modules', `${wrong} of ${of}`, '0 modules', { count: wrong, of })]
        : []),
      ...(between > 0
        ? [broken('QR-05.encoder', `${between} of ${of}`, '0 modules', { count: between })]
        : []),
    ],
    `0 of ${of}; second encoder: 0`,
    '0 modules',
  )
}

/** A pixel this dark, of 255, is ink: a line of 0.01 mm at 150 dots per inch leaves 239. */
const INKED = 245
/** Pixels beside the symbol that its own edge may tint. */
const SEAM = 1.5

/** Modules all round in which every pixel stays light, at most the quiet zone's four. */
export function quietModules({ picture, place }: Shot, size: number): number {
  const { left, top, module } = place
  const side = size * module
  const { width, height } = picture
  const plane = lightOf(picture)
  const reach = QUIET_ZONE * module
  let nearest = reach
  const from = (start: number) => Math.max(0, Math.ceil(start - reach - 0.5))
  const to = (start: number, limit: number) =>
    Math.min(limit - 1, Math.floor(start + side + reach - 0.5))
  for (let y = from(top); y <= to(top, height); y++) {
    const down = Math.max(top - (y + 0.5), y + 0.5 - top - side)
    for (let x = from(left); x <= to(left, width); x++) {
      if ((plane[y * width + x] as number) >= INKED) continue
      const off = Math.max(down, left - (x + 0.5), x + 0.5 - left - side)
      if (off > SEAM) nearest = Math.min(nearest, off)
    }
  }
  // A pixel's middle lies half a pixel within the zone it begins.
  return nearest === reach ? QUIET_ZONE : Math.max(0, (nearest - 0.5) / module)
}

export function matrixOf({
  size,
  dark,
}: {
  size: number
  dark: (x: number, y: number) => boolean
}): Matrix {
  return Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => dark(x, y)))
}
