/**
 * The outside of a JPEG, PNG or WebP file, read without unpacking it: how large the picture is, and whether the
 * file holds anything besides (places, names, comments, a second file at its end). JPEG: ITU-T T.81 annex B; PNG:
 * W3C, clause 5; WebP: RFC 9649.
 */
export interface PictureFile {
  format: 'jpeg' | 'png' | 'webp'
  /** Pixels, before any turning that EXIF asks for. */
  width: number
  height: number
  /** What it holds besides the picture and its colours, as in `Exif`; `[]` for a clean file. */
  extras: string[]
}

/** Null when the bytes are none of the three, or end before the picture does. Never throws. */
export function readPictureFile(bytes: Uint8Array): PictureFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint16(0) === 0xffd8) return readJpeg(view)
    if (view.getUint32(0) === 0x89504e47) return readPng(view)
    if (name(view, 0) === 'RIFF' && name(view, 8) === 'WEBP') return readWebp(view)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return null
}

/** Four letters. */
function name(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}

/** Application segments that say how to read the picture; every other one is about something else. */
const JPEG_OWN: Record<number, string> = { 0xe0: 'JFIF', 0xe2: 'ICC_', 0xee: 'Adob' }

function readJpeg(view: DataView): PictureFile | null {
  const picture: PictureFile = { format: 'jpeg', width: 0, height: 0, extras: [] }
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++ // Fill bytes may stand before a marker.
      continue
    }
    at += 2
    if (marker === 0xd9) break
    const length = view.getUint16(at)
    if (length < 2) return null
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      picture.height = view.getUint16(at + 3)
      picture.width = view.getUint16(at + 5)
    }
    if (marker === 0xfe) picture.extras.push('comment')
    if (marker >= 0xe0 && marker <= 0xef) {
      const kind = length >= 6 ? name(view, at + 2) : ''
      if (JPEG_OWN[marker] !== kind) picture.extras.push(kind || 'segment')
    }
    at += length
    if (marker === 0xda) at = endOfScan(view, at)
  }
  if (at !== view.byteLength) picture.extras.push('trailer')
  return picture.width > 0 && picture.height > 0 ? picture : null
}

/** The next marker that ends coded data: stuffed bytes and restarts belong to it. */
function endOfScan(view: DataView, from: number): number {
  for (let at = from; ; at++) {
    if (view.getUint8(at) !== 0xff) continue
    const next = view.getUint8(at + 1)
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
}

const PNG_OWN = 'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST'.split(' ')

function readPng(view: DataView): PictureFile | null {
  if (name(view, 12) !== 'IHDR') return null
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const extras: string[] = []
  let at = 8
  let kind = ''
  while (kind !== 'IEND') {
    kind = name(view, at + 4)
    if (!PNG_OWN.includes(kind)) extras.push(kind)
    at += 12 + view.getUint32(at)
  }
  if (at > view.byteLength) return null
  if (at < view.byteLength) extras.push('trailer')
  return width > 0 && height > 0 ? { format: 'png', width, height, extras } : null
}

const WEBP_OWN = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP', 'ANIM', 'ANMF']

function readWebp(view: DataView): PictureFile | null {
  const end = 8 + view.getUint32(4, true)
  if (end > view.byteLength) return null
  const picture: PictureFile = { format: 'webp', width: 0, height: 0, extras: [] }
  let at = 12
  while (at + 8 <= end) {
    const kind = name(view, at)
    const length = view.getUint32(at + 4, true)
    if (!WEBP_OWN.includes(kind)) picture.extras.push(kind.trim())
    if (picture.width === 0) Object.assign(picture, webpSides(view, kind, at + 8))
    at += 8 + length + (length % 2)
  }
  if (at > end) return null
  if (end + (end % 2) < view.byteLength) picture.extras.push('trailer')
  return picture.width > 0 && picture.height > 0 ? picture : null
}

function webpSides(view: DataView, kind: string, at: number): { width: number; height: number } {
  if (kind === 'VP8X') {
    const three = (from: number) => view.getUint16(from, true) + view.getUint8(from + 2) * 0x10000
    return { width: three(at + 4) + 1, height: three(at + 7) + 1 }
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(at + 1, true)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (kind === 'VP8 ')
    return {
      width: view.getUint16(at + 6, true) & 0x3fff,
      height: view.getUint16(at + 8, true) & 0x3fff,
    }
  return { width: 0, height: 0 }
}
