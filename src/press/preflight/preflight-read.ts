/** What is judged on the rendered page: that it reads, module by module, clean and damaged. */
import encodeQR, { type ErrorCorrection } from 'qr'
import { QUIET_ZONE } from '../../domain/placard.ts'
import { broken, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import { DECODERS, type Decode, type Reading } from './decode.ts'
import { blurred, cropped, faded, lightAt, stickered, tilted, type Place } from './picture.ts'
import type { Picture } from './pdfium-pages.ts'

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

/** QR-04. `page` is whole, `small` has three pixels to a module. */
export async function readingRows(
  decode: Decode,
  page: Picture,
  small: Shot,
  size: number,
  payload: string,
): Promise<PreflightRow[]> {
  const cut = cutOut(small, size)
  const readings = {
    '150 dpi': await decode(page),
    '3 px/module, blur 0.3': await decode(blurred(cut.picture, 0.3 * cut.place.module)),
  }
  return judged('QR-04', 'QR-04.unread', readings, payload)
}

/** QR-06: the damage that a new sign must bear, at five pixels to a module. */
export async function damageRows(
  decode: Decode,
  shot: Shot,
  size: number,
  payload: string,
): Promise<PreflightRow[]> {
  const { picture, place } = cutOut(shot, size)
  const readings = {
    'centre sticker 10 %': await decode(stickered(picture, place, size, 0.1)),
    'tilt 40°': await decode(tilted(picture, 40)),
    'contrast 40 %': await decode(faded(picture, 0.4)),
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
  const texts = DECODERS.map((one) => reading[one])
  const misread = texts.some((text) => text !== null && text !== payload)
  return !misread && texts.filter((text) => text === payload).length >= DECODERS_NEEDED
}

function said(reading: Reading, payload: string): string {
  return DECODERS.map((one) => {
    const text = reading[one]
    return `${one} ${text === payload ? 'yes' : text === null ? 'no' : `“${text}”`}`
  }).join(', ')
}

/** The symbol with white round it: what lies farther off on the page does not matter to a damaged symbol. */
export function cutOut({ picture, place }: Shot, size: number): Shot {
  const { left, top, module } = place
  const [x, y] = [Math.floor(left - RIM * module), Math.floor(top - RIM * module)]
  return {
    picture: cropped(picture, x, y, (size + 2 * RIM) * module),
    place: { left: left - x, top: top - y, module },
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

/** Modules, function patterns included, that the picture shows otherwise than `matrix` has them. */
export function wrongModules({ picture, place }: Shot, matrix: Matrix): number {
  let wrong = 0
  matrix.forEach((row, y) => {
    row.forEach((dark, x) => {
      const light = lightAt(
        picture,
        place.left + (x + 0.5) * place.module,
        place.top + (y + 0.5) * place.module,
      )
      if (light < 128 !== dark) wrong++
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

/** Whole modules all round that stay light, at most the quiet zone's four. Nine points in every module are looked at. */
export function quietModules({ picture, place }: Shot, size: number): number {
  const isLight = (x: number, y: number) =>
    [0.2, 0.5, 0.8].every((dy) =>
      [0.2, 0.5, 0.8].every(
        (dx) =>
          lightAt(
            picture,
            place.left + (x + dx) * place.module,
            place.top + (y + dy) * place.module,
          ) >= 160,
      ),
    )
  for (let ring = 1; ring <= QUIET_ZONE; ring++)
    for (let i = -ring; i < size + ring; i++)
      if (
        !isLight(i, -ring) ||
        !isLight(i, size + ring - 1) ||
        !isLight(-ring, i) ||
        !isLight(size + ring - 1, i)
      )
        return ring - 1
  return QUIET_ZONE
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
