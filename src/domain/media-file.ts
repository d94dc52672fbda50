/** Pictures and recordings of entries: what may be sent in, and how their files are called. */
import { slugOf } from './name.ts'

/** Bytes of one file. */
export const MEDIA_MAX = 25 * 1024 * 1024
/** Pixels; a picture that claims more is refused before anything is unpacked. */
export const PIXELS_MAX = 80_000_000
/** Pixels across, of the sizes that are made; none is larger than the picture it is made of. */
export const PICTURE_WIDTHS = [480, 960, 1600] as const
export const PICTURE_FORMATS = ['jpeg', 'webp'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

/** One size of a picture. */
export interface PictureSize {
  format: PictureFormat
  /** Pixels. */
  width: number
  height: number
  /** SHA-256 of its bytes, hexadecimal. */
  derived: string
}

/** Ending of a name -> what such files of an entry are answered as. */
export const MEDIA_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
}

export function isRecording(name: string): boolean {
  return /\.(?:mp3|m4a|ogg)$/i.test(name)
}

/** Characters before the ending. */
const NAME_MOST = 60

/**
 * What a file that was sent in is called beside entry.yaml: of the name it came with only Latin letters and digits
 * are left, so that no path, mark or control character can pass. `taken`: names the entry has already.
 */
export function mediaName(sent: string, ending: string, taken: ReadonlySet<string>): string {
  const base = sent.split(/[/\\]/).at(-1) ?? ''
  const plain = slugOf(base.replace(/\.[^.]*$/, '')).slice(0, NAME_MOST)
  const stem = plain.replace(/-+$/, '') || 'tep'
  let name = `${stem}.${ending}`
  for (let count = 2; taken.has(name); count++) name = `${stem}-${count}.${ending}`
  return name
}

/** A path, as in `/media/<digest>.jpg`; endings in capitals are the same. `at`: the desk has an address of its own. */
export function mediaAddressOf(digest: string, file: string, at = '/media'): string {
  return `${at}/${digest}${file.slice(file.lastIndexOf('.')).toLowerCase()}`
}

/** The file that the end of an address names; null when an address of ours cannot end so. */
export function parseMediaFile(text: string): { digest: string; type: string } | null {
  const [, digest = '', ending = ''] = /^([0-9a-f]{64})\.([a-z0-9]+)$/.exec(text) ?? []
  const type = MEDIA_TYPES[ending]
  return type ? { digest, type } : null
}
