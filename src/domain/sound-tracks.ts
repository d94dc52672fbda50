/** What a file of the MP4 family (ISO/IEC 14496-12) holds: telephones write recordings into containers of films. */

export interface Track {
  /** `soun`, `vide`, `text` … */
  handler: string
  /** The first sample entry, as in `mp4a`; '' where there is none. */
  codec: string
}

const HOLDERS = ['moov', 'trak', 'mdia', 'minf', 'stbl']
/** Boxes looked at; a file of ours has a few dozen. */
const BOXES_MAX = 20_000

/** The tracks of the file; none where it is no such file. */
export function tracksIn(bytes: Uint8Array): Track[] {
  const tracks: Track[] = []
  let boxes = 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const walk = (from: number, to: number) => {
    let at = from
    while (at + 8 <= to && ++boxes < BOXES_MAX) {
      const kind = letters(bytes, at + 4)
      const short = view.getUint32(at)
      const isLong = short === 1 && at + 16 <= to
      const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short
      const inner = at + (isLong ? 16 : 8)
      if (size < inner - at || at + size > to) return
      if (kind === 'trak') tracks.push({ handler: '', codec: '' })
      const track = tracks.at(-1)
      // Eight bytes of version and counts stand before what is told.
      if (kind === 'hdlr' && track && track.handler === '')
        track.handler = letters(bytes, inner + 8)
      if (kind === 'stsd' && track) track.codec = letters(bytes, inner + 12)
      if (HOLDERS.includes(kind)) walk(inner, at + size)
      at += size
    }
  }
  walk(0, bytes.length)
  return tracks
}

/** Sound that browsers play: AAC, MP3, Opus, FLAC. AMR of old telephones and Apple's ALAC are not. */
const PLAYED = ['mp4a', '.mp3', 'Opus', 'fLaC']

/** `unplayed`: sound that most browsers cannot play; null for a film or for what is no such file. */
export function soundIn(bytes: Uint8Array): 'played' | 'unplayed' | null {
  const tracks = tracksIn(bytes)
  const sounds = tracks.filter(({ handler }) => handler === 'soun')
  if (sounds.length === 0 || tracks.some(({ handler }) => handler === 'vide')) return null
  return sounds.every(({ codec }) => PLAYED.includes(codec)) ? 'played' : 'unplayed'
}

/** Matroska and WebM name their tracks' codecs with A_ for sound and V_ for pictures. */
export function isMatroskaSound(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536))
  return /A_(?:OPUS|VORBIS|AAC|MPEG|FLAC|PCM)/.test(start) && !/V_(?:VP8|VP9|AV1|MPEG)/.test(start)
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
