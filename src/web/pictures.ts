import type { PictureFormat, PictureSize } from '../domain/media-file.ts'

/** A size with its bytes, which nobody has kept yet. */
export interface MadeSize extends Omit<PictureSize, 'derived'> {
  format: PictureFormat
  bytes: Uint8Array<ArrayBuffer>
}

/** `too-large`: more pixels than PIXELS_MAX; `broken`: the file ends early, or is none that can be read. */
export type PictureFault = 'too-large' | 'broken'

/** What makes sizes of pictures, where there is such a thing. */
export interface Pictures {
  /**
   * Upright, in sRGB, and without anything that came with the file. Every width of PICTURE_WIDTHS that the picture
   * has, as JPEG and as WebP; the first is the widest JPEG, which is kept as the picture itself.
   */
  make: (bytes: Uint8Array) => Promise<MadeSize[] | PictureFault>
}
