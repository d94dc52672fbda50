/** Where two faces differ, plate by plate and pixel by pixel, and which part of the face that is. */
import type { Box, Drawing, TextRun } from '../face/drawing.ts'
import { boxOf, grown } from '../face/geometry.ts'
import type { Picture } from './pdfium-pages.ts'

export interface Zone {
  /** Unlike that of every other part of the face. */
  id: number
  /** `bleed` lies between trim and bleed, `slug` beyond: marks, and the line that says which file this is. */
  kind: 'symbol' | 'quiet' | 'text' | 'bleed' | 'slug' | 'face'
  /** What stands there; empty but for texts. */
  text: string
}

export interface Region {
  zone: Zone
  plate: string
  /** mm from the top left corner of the trimmed face. */
  box: Box
  /** Square mm. */
  area: number
  /** The largest difference of one pixel, per cent of ink; negative where the file has less. */
  most: number
}

/** Of 255: what PDFium paints twice is the very same, so this is only for numbers rounded elsewhere. */
const ALLOWED = 5
/** A zone is a byte. */
const ZONES = 256

/** A face divided into zones; millimetres from the top left corner of the picture. */
export class ZoneMap {
  readonly #zones: Zone[] = [{ id: 0, kind: 'face', text: '' }]
  readonly #at: Uint8Array
  readonly #width: number
  readonly #height: number
  readonly #scale: number

  /** `scale`: pixels to the millimetre; the picture shows the drawing's whole page. */
  constructor({ trim, bleed, slug, symbolBox, primitives }: Drawing, quiet: number, scale: number) {
    const margin = bleed + slug
    this.#scale = scale
    this.#width = Math.ceil((trim.width + 2 * margin) * scale)
    this.#height = Math.ceil((trim.height + 2 * margin) * scale)
    this.#at = new Uint8Array(this.#width * this.#height)
    const face = { x: margin, y: margin, width: trim.width, height: trim.height }
    this.#paint({ x: 0, y: 0, width: 1e5, height: 1e5 }, 'slug')
    this.#paint(grown(face, bleed), 'bleed')
    this.#paint(face, 'face')
    const onPage = ({ x, y, width, height }: Box) => boxOf([x + margin, y + margin, width, height])
    // A byte a pixel: the texts of one face are far fewer than 250.
    for (const run of primitives.filter((one): one is TextRun => one.kind === 'text').slice(0, 240))
      if (run.layer === 'artwork' && run.role !== 'draft')
        this.#paint(grown(onPage(run.ink), 0.3), 'text', run.text)
    if (!symbolBox) return
    this.#paint(onPage(symbolBox), 'quiet')
    this.#paint(grown(onPage(symbolBox), -quiet), 'symbol')
  }

  #paint(box: Box, kind: Zone['kind'], text = ''): void {
    const index = this.#zones.length
    this.#zones.push({ id: index, kind, text })
    const limited = (value: number, limit: number) => Math.min(limit, Math.max(0, value))
    const scale = this.#scale
    const left = limited(Math.floor(box.x * scale), this.#width)
    const right = limited(Math.ceil((box.x + box.width) * scale), this.#width)
    const bottom = limited(Math.ceil((box.y + box.height) * scale), this.#height)
    for (let y = limited(Math.floor(box.y * scale), this.#height); y < bottom; y++)
      this.#at.fill(index, y * this.#width + left, y * this.#width + right)
  }

  indexAt(x: number, y: number): number {
    return x < this.#width && y < this.#height ? (this.#at[y * this.#width + x] as number) : 0
  }

  zone(index: number): Zone {
    return this.#zones[index] as Zone
  }
}

/** Pixels of one plate in one zone that differ; `count` of them, `most` the largest difference, -255 to 255. */
interface DifferingPixels {
  left: number
  top: number
  right: number
  bottom: number
  count: number
  most: number
}

/**
 * Both pictures show the same page at `scale` pixels to the millimetre, each channel a plate; 0 is full ink.
 * `margin`: mm from the picture's corner to the trimmed face's. `plates`: null for a channel without one.
 */
export function regionsOf(
  file: Picture,
  wanted: Picture | null,
  plates: readonly (string | null)[],
  zones: ZoneMap,
  scale: number,
  margin: number,
): Region[] {
  const { width, height, data } = file
  const other = wanted && wanted.width === width && wanted.height === height ? wanted.data : null
  /** By channel and zone. */
  const found: (DifferingPixels | undefined)[] = []
  const words = new Int32Array(data.buffer, data.byteOffset, data.length / 4)
  const otherWords = other && new Int32Array(other.buffer, other.byteOffset, other.length / 4)
  for (let i = 0; i < words.length; i++) {
    // White with alpha, where nothing is wanted.
    if (words[i] === (otherWords ? otherWords[i] : -1)) continue
    for (const [channel, plate] of plates.entries()) {
      if (plate === null) continue
      const more =
        (other ? (other[4 * i + channel] as number) : 255) - (data[4 * i + channel] as number)
      if (more <= ALLOWED && more >= -ALLOWED) continue
      const [x, y] = [i % width, Math.floor(i / width)]
      const key = channel * ZONES + zones.indexAt(x, y)
      const one = found[key]
      if (!one) found[key] = { left: x, top: y, right: x, bottom: y, count: 1, most: more }
      else {
        one.count++
        if (x < one.left) one.left = x
        if (x > one.right) one.right = x
        if (y > one.bottom) one.bottom = y
        if (Math.abs(more) > Math.abs(one.most)) one.most = more
      }
    }
  }
  return found.flatMap((one, key) => {
    if (!one) return []
    const { left, top, right, bottom, count, most } = one
    const box = boxOf([
      left / scale - margin,
      top / scale - margin,
      (right + 1 - left) / scale,
      (bottom + 1 - top) / scale,
    ])
    return [
      {
        zone: zones.zone(key % ZONES),
        plate: plates[Math.floor(key / ZONES)] ?? '?',
        box,
        area: count / scale ** 2,
        most: Math.round(most / 2.55),
      },
    ]
  })
}
