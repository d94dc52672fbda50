/** A file that was sent in -> what is kept of it, or why it is refused. Its bytes decide, not its name or its type. */
import { fileTypeFromBuffer } from 'file-type'
import { digestOf } from '../../../domain/digest.ts'
import { MEDIA_MAX, PICTURE_WIDTHS, PIXELS_MAX } from '../../../domain/media-file.ts'
import { readPictureFile } from '../../../domain/picture-file.ts'
import { withoutTags } from '../../../domain/recording-file.ts'
import { isMatroskaSound, soundIn } from '../../../domain/sound-tracks.ts'
import type { Statement } from '../../../store/database.ts'
import { keepSizes } from '../../picture-sizes.ts'
import type { MadeSize } from '../../pictures.ts'
import type { Services } from '../../services.ts'

/** Why a file is refused; each has its sentence, `media.refused.<why>`. */
export type MediaRefusal =
  | 'kind'
  | 'drawing'
  | 'gif'
  | 'heic'
  | 'video'
  | 'sound'
  | 'tooLarge'
  | 'pixels'
  | 'broken'
  | 'metadata'
  | 'unsized'

/** A file that has been put away. */
export interface ReceivedMedia {
  /** SHA-256 of what is kept, hexadecimal; not of what was sent, which may have had tags or other sides. */
  digest: string
  /** Of its name, without the dot. */
  ending: 'jpg' | 'mp3' | 'm4a' | 'ogg'
  /** To be written with the row that names the file. */
  statements: Statement[]
}

/** QuickTime is of the family too, but few browsers play it. */
const OF_MP4 = /^(?:video|audio)\/(?:mp4|x-m4v|3gpp2?|x-m4b|x-m4p)$/

const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
/** Type that the bytes are found to have -> ending. */
const RECORDINGS: Record<string, 'mp3' | 'm4a' | 'ogg'> = {
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
}

/**
 * The bytes are put away without what tells of people and places; the statements are still to be run. `sizes`: what a
 * browser made, smaller ones of the same picture, where we cannot.
 */
export async function receive(
  services: Services,
  bytes: Uint8Array<ArrayBuffer>,
  sizes: readonly Uint8Array<ArrayBuffer>[],
): Promise<ReceivedMedia | MediaRefusal> {
  if (bytes.byteLength > MEDIA_MAX) return 'tooLarge'
  const type = await typeOf(bytes)
  if (PICTURES.includes(type)) return receivePicture(services, bytes, sizes)
  const ending = recordingOf(type, bytes)
  if (!ending) return whyNot(type, bytes)
  const sound = new Uint8Array(withoutTags(bytes, ending))
  if (recordingOf(await typeOf(sound), sound) !== ending) return 'broken'
  const digest = await digestOf(sound)
  await services.media.put(digest, sound)
  return { digest, ending, statements: [] }
}

/** Telephones write sound into a container of films: what is in it decides, not its brand. */
function recordingOf(type: string, bytes: Uint8Array): 'mp3' | 'm4a' | 'ogg' | undefined {
  const known = RECORDINGS[type]
  if (known === 'm4a') return soundIn(bytes) === 'unplayed' ? undefined : 'm4a'
  return known ?? (OF_MP4.test(type) && soundIn(bytes) === 'played' ? 'm4a' : undefined)
}

async function typeOf(bytes: Uint8Array): Promise<string> {
  return (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? ''
}

/** Told apart because each has its own cure. */
function whyNot(type: string, bytes: Uint8Array): MediaRefusal {
  if (/^image\/hei[cf]/.test(type)) return 'heic'
  if (type === 'image/gif' || type === 'image/apng') return 'gif'
  const isSound = type.startsWith('audio/') || soundIn(bytes) !== null || isMatroskaSound(bytes)
  if (isSound) return 'sound'
  if (type.startsWith('video/')) return 'video'
  const start = new TextDecoder().decode(bytes.subarray(0, 1000))
  return /<svg\b/i.test(start) ? 'drawing' : 'kind'
}

/** The first size is the picture itself, as large as we keep it. */
async function receivePicture(
  services: Services,
  bytes: Uint8Array<ArrayBuffer>,
  sizes: readonly Uint8Array<ArrayBuffer>[],
): Promise<ReceivedMedia | MediaRefusal> {
  const made = services.pictures
    ? await services.pictures.make(bytes)
    : madeElsewhere([bytes, ...sizes])
  if (made === 'too-large') return 'pixels'
  if (typeof made === 'string') return made
  const [kept] = made
  if (!kept) return 'broken'
  const digest = await digestOf(kept.bytes)
  return { digest, ending: 'jpg', statements: [await keepSizes(services, digest, made)] }
}

/** How far the sides of two sizes may be from having one shape; a pixel of rounding is less. */
const SHAPE = 0.02

/**
 * Nothing can be made here, so what comes must be as we would make it: without metadata, within the widths, the picture
 * itself a JPEG.
 */
function madeElsewhere(files: readonly Uint8Array<ArrayBuffer>[]): MadeSize[] | MediaRefusal {
  const made: MadeSize[] = []
  for (const bytes of files) {
    const file = readPictureFile(bytes)
    if (!file) return 'broken'
    const { format, width, height, extras } = file
    if (width * height > PIXELS_MAX) return 'pixels'
    if (extras.length > 0) return 'metadata'
    const [first] = made
    const isWide = width > (PICTURE_WIDTHS.at(-1) ?? 0)
    if (isWide || format === 'png' || (!first && format !== 'jpeg')) return 'unsized'
    if (first && Math.abs((first.width / first.height) * (height / width) - 1) > SHAPE)
      return 'broken'
    made.push({ format, width, height, bytes })
  }
  return made
}
