/**
 * What a recorder or a telephone writes beside the sound: names, pictures, the place (`©xyz`). It is taken out of
 * what is sent in; the sound is not touched.
 */

/**
 * A copy of the bytes without it. Ogg files come back as they are: their comments are part of the pages the sound is
 * framed in.
 */
export function withoutTags(bytes: Uint8Array, ending: 'mp3' | 'm4a' | 'ogg'): Uint8Array {
  if (ending === 'mp3') return withoutId3(bytes)
  const copy = bytes.slice()
  if (ending === 'm4a') blankBoxes(copy, 0, copy.length)
  return copy
}

/**
 * The bytes without ID3v2 at the beginning (id3.org, 3.1: the size has seven bits to a byte) and without the 128 bytes
 * of ID3v1 at the end.
 */
function withoutId3(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (letters(bytes, start, 3) === 'ID3' && start + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, i) => sum * 128 + ((bytes[start + i] ?? 0) & 0x7f), 0)
    const footer = ((bytes[start + 5] ?? 0) & 0x10) !== 0 ? 10 : 0
    start += 10 + size + footer
  }
  const hasOld = letters(bytes, bytes.length - 128, 3) === 'TAG'
  return bytes.slice(start, hasOld ? bytes.length - 128 : bytes.length)
}

/** Boxes that hold other boxes, down to where a track keeps its user data. */
const HOLDERS = ['moov', 'trak', 'mdia', 'minf']
/** ISO/IEC 14496-12: user data, metadata, and boxes of anybody's own. */
const BLANKED = ['udta', 'meta', 'uuid']

/** Boxes of anybody's own become `free`, as long as they were, so that every offset into the file still holds. */
function blankBoxes(bytes: Uint8Array, from: number, to: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = from
  while (at + 8 <= to) {
    const kind = letters(bytes, at + 4, 4)
    let size = view.getUint32(at)
    let header = 8
    if (size === 1 && at + 16 <= to) {
      size = Number(view.getBigUint64(at + 8))
      header = 16
    }
    if (size === 0) size = to - at
    if (size < header || at + size > to) return
    if (HOLDERS.includes(kind)) blankBoxes(bytes, at + header, at + size)
    if (BLANKED.includes(kind)) {
      bytes.set([0x66, 0x72, 0x65, 0x65], at + 4)
      bytes.fill(0, at + header, at + size)
    }
    at += size
  }
}

function letters(bytes: Uint8Array, at: number, count: number): string {
  return at < 0 ? '' : String.fromCharCode(...bytes.subarray(at, at + count))
}
