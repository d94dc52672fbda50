/**
 * What inks look like, by a CMYK output profile (ICC.1:2001-04, 6.5.7, lut16Type): only its colorimetric table
 * from device to Lab. Test prints of the printing condition stand behind the table; between its grid points
 * colours are interpolated linearly.
 */
import type { Cmyk } from '../face/drawing.ts'
import type { Rgb, ScreenColour } from './svg.ts'

/** CIE 1931 at D50; Y is 1 for a perfect white. */
export type Xyz = readonly [x: number, y: number, z: number]

export interface InkProfile {
  /** Measured from black, not from the paper: paper itself is below 1. */
  absolute: (inks: Cmyk) => Xyz
  /** sRGB with the paper as white. */
  screen: ScreenColour
}

const D50: Xyz = [0.9642, 1, 0.8249]

/** Throws for a profile that is no CMYK output profile with a 16-bit table to Lab. */
export function openProfile(bytes: Uint8Array): InkProfile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  if (bytes.length < 132 || word(36) !== 'acsp' || word(16) !== 'CMYK' || word(20) !== 'Lab ')
    throw new Error('not a CMYK profile with Lab as its connection space')
  const tags = new Map(
    Array.from({ length: view.getUint32(128) }, (_, i) => {
      const at = 132 + 12 * i
      return [word(at), view.getUint32(at + 4)] as const
    }),
  )
  const table = tags.get('A2B1') ?? tags.get('A2B0')
  const white = tags.get('wtpt')
  if (table === undefined || white === undefined || word(table) !== 'mft2')
    throw new Error('the profile has no 16-bit table from inks to colour')
  const paper = [8, 12, 16].map((offset) => view.getInt32(white + offset) / 65536)
  const toLab = lut16(view, table)
  const kept = new Map<string, Xyz>()
  const relative = (inks: Cmyk): Xyz => {
    const known = kept.get(inks.join()) ?? xyzOf(toLab(inks.map((ink) => ink / 100)))
    kept.set(inks.join(), known)
    return known
  }
  return {
    absolute: (inks) =>
      relative(inks).map((value, i) => (value / (D50[i] ?? 1)) * (paper[i] ?? 1)) as unknown as Xyz,
    screen: (inks) => (isBlackOnly(inks) ? grey(inks[3]) : srgbOf(relative(inks))),
  }
}

/** Black ink alone stays a pure grey, as engraving software expects. */
function isBlackOnly([c, m, y]: Cmyk): boolean {
  return c === 0 && m === 0 && y === 0
}

function grey(k: number): Rgb {
  const value = Math.round(255 * (1 - k / 100))
  return [value, value, value]
}

function lut16(view: DataView, at: number): (inks: number[]) => number[] {
  const [inputs, outputs, grid] = [8, 9, 10].map((offset) => view.getUint8(at + offset)) as [
    number,
    number,
    number,
  ]
  if (inputs !== 4 || outputs !== 3)
    throw new Error('the profile’s table is not from four inks to Lab')
  const [inputEntries, outputEntries] = [view.getUint16(at + 48), view.getUint16(at + 50)]
  const inputAt = at + 52
  const gridAt = inputAt + 2 * inputs * inputEntries
  const outputAt = gridAt + 2 * outputs * grid ** inputs
  const curve = (start: number, entries: number, value: number) => {
    const place = Math.min(1, Math.max(0, value)) * (entries - 1)
    const low = Math.min(entries - 2, Math.floor(place))
    const entry = (i: number) => view.getUint16(start + 2 * i) / 65535
    return entry(low) + (place - low) * (entry(low + 1) - entry(low))
  }
  return (inks) => {
    const places = inks.map((ink, i) => {
      const place = curve(inputAt + 2 * i * inputEntries, inputEntries, ink) * (grid - 1)
      const low = Math.min(grid - 2, Math.floor(place))
      return { low, part: place - low }
    })
    const sums = Array.from({ length: outputs }, () => 0)
    for (let corner = 0; corner < 2 ** inputs; corner++) {
      let [index, weight] = [0, 1]
      places.forEach(({ low, part }, i) => {
        const high = (corner >> i) & 1
        index = index * grid + low + high
        weight *= high ? part : 1 - part
      })
      if (weight > 0)
        for (let k = 0; k < outputs; k++)
          sums[k] =
            (sums[k] ?? 0) + (weight * view.getUint16(gridAt + 2 * (index * outputs + k))) / 65535
    }
    const [l = 0, a = 0, b = 0] = sums.map((value, k) =>
      curve(outputAt + 2 * k * outputEntries, outputEntries, value),
    )
    // 16-bit Lab of version 2: FF00 is L* 100, 8000 is a* 0.
    return [(l * 65535) / 652.8, (a * 65535) / 256 - 128, (b * 65535) / 256 - 128]
  }
}

function xyzOf([l = 0, a = 0, b = 0]: number[]): Xyz {
  const y = (l + 16) / 116
  const inverse = (t: number) => (t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29))
  return [inverse(y + a / 500) * D50[0], inverse(y) * D50[1], inverse(y - b / 200) * D50[2]]
}

/** IEC 61966-2-1, adapted from D50 to D65 (Bradford). */
function srgbOf([x, y, z]: Xyz): Rgb {
  const linear = [
    3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
    -0.9787684 * x + 1.9161415 * y + 0.033454 * z,
    0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
  ]
  return linear.map((value) => {
    const v = Math.min(1, Math.max(0, value))
    return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055))
  }) as unknown as Rgb
}
