/** Small real files, written by hand, for tests that run where nothing can encode. */

export function latin(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

/** A baseline JPEG of 8 x 8 pixels, all of one grey. */
const GREY =
  '/9j/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAD/9k='

/** Says that it is `width` by `height`; with an application segment called `extra`, if told. */
export function jpegOf(width: number, height: number, extra = ''): Uint8Array<ArrayBuffer> {
  const bytes = latin(atob(GREY))
  const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0)
  const view = new DataView(bytes.buffer)
  view.setUint16(frame + 5, height)
  view.setUint16(frame + 7, width)
  if (extra === '') return bytes
  const segment = latin(`\u00ff\u00e1\u0000\u0020${extra.padEnd(30, '\u0000')}`)
  return new Uint8Array([...bytes.slice(0, 2), ...segment, ...bytes.slice(2)])
}

/** Only a header and an end: what unpacks to gigabytes says so at the very beginning. */
export function pngClaiming(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = latin(
    '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u000dIHDR' +
      '\u0000'.repeat(8) +
      '\u0008\u0000\u0000\u0000\u0000CRC.' +
      '\u0000\u0000\u0000\u0000IDATCRC.\u0000\u0000\u0000\u0000IENDCRC.',
  )
  const view = new DataView(bytes.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return bytes
}

/** Four frames of silence: MPEG-1 layer III, 32 kbit/s, 44.1 kHz, mono; a name and a place before them. */
const FRAME = `\u00ff\u00fb\u0010\u00c4${'\u0000'.repeat(100)}`
const PLACE = 'TXXX\u0000\u0000\u0000\u0015\u0000\u0000\u0000place\u0000+21.85+106.76/'
export const MP3 = latin(
  `ID3\u0003\u0000\u0000\u0000\u0000\u0000${String.fromCharCode(PLACE.length)}${PLACE}${FRAME.repeat(4)}`,
)

const box = (kind: string, content: string) =>
  `\u0000\u0000\u0000${String.fromCharCode(content.length + 8)}${kind}${content}`
export const M4A = latin(
  box('ftyp', 'M4A \u0000\u0000\u0002\u0000M4A isomiso2') +
    box('moov', box('udta', box('\u00a9xyz', '+21.85+106.76/'))) +
    box('mdat', '\u0000'.repeat(64)),
)

/** A recording of `brand` with tracks of these handlers and codecs, as telephones write it. */
export function mp4Of(
  brand: string,
  tracks: readonly (readonly [handler: string, codec: string])[],
) {
  const track = ([handler, codec]: readonly [string, string]) => {
    const zeros = '\u0000'.repeat(4)
    const entry = `${zeros}\u0000\u0000\u0000\u0001${box(codec, '\u0000'.repeat(28))}`
    const stbl = box('stbl', box('stsd', entry))
    return box(
      'trak',
      box(
        'mdia',
        box('hdlr', `${zeros}${zeros}${handler}${'\u0000'.repeat(13)}`) + box('minf', stbl),
      ),
    )
  }
  const moov = tracks.map(track).join('')
  return latin(
    `${box('ftyp', `${brand}\u0000\u0000\u0002\u0000isommp42`)}${wide('moov', moov)}${box('mdat', '\u0000'.repeat(64))}`,
  )
}

/** A box of any size. */
const wide = (kind: string, content: string) => {
  const size = content.length + 8
  return `\u0000\u0000${String.fromCharCode(size >> 8, size & 255)}${kind}${content}`
}

const little = (n: number) => String.fromCharCode(n & 255, (n >> 8) & 255, 0, 0)
export const WAV = latin(
  `RIFF${little(100)}WAVEfmt ${little(16)}\u0001\u0000\u0001\u0000${little(8000)}${little(8000)}\u0001\u0000\u0008\u0000data${little(64)}${'\u0080'.repeat(64)}`,
)
export const FLAC = latin(`fLaC\u0080\u0000\u0000\u0022${'\u0000'.repeat(40)}`)

export const OGG = latin(
  `OggS\u0000\u0002${'\u0000'.repeat(8)}\u0001\u0000\u0000\u0000${'\u0000'.repeat(4)}CRC.\u0001\u0013OpusHead\u0001\u0001\u0038\u0001\u0080\u00bb\u0000\u0000\u0000\u0000\u0000`,
)
