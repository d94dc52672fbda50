/**
 * Sizes of pictures on Node: libvips works on threads of its own, one picture after another, so that memory stays
 * bounded.
 */
import { PICTURE_WIDTHS, PIXELS_MAX } from '../domain/media-file.ts'
import type { MadeSize, PictureFault, Pictures } from './pictures.ts'

/** Height in widths, beyond which a picture is made narrower. */
const TALLEST = 3

export function sharpPictures(): Pictures {
  let last: Promise<unknown> = Promise.resolve()
  return {
    make(bytes) {
      const made = last.then(() => makeSizes(bytes))
      last = made.catch(() => undefined)
      return made
    },
  }
}

/** Largest first: JPEG, then WebP. */
async function makeSizes(bytes: Uint8Array): Promise<MadeSize[] | PictureFault> {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  try {
    // Reads the header only: what it claims is known before anything is unpacked.
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (width * height > PIXELS_MAX) return 'too-large'
    const widest = Math.min(autoOrient.width, PICTURE_WIDTHS.at(-1) ?? 0)
    const widths = [widest, ...PICTURE_WIDTHS.filter((one) => one < widest).reverse()]
    // Unpacked once, at the largest size that is needed.
    const { data, info } = await sharp(bytes, { limitInputPixels: PIXELS_MAX })
      .autoOrient()
      .toColourspace('srgb')
      .flatten({ background: '#ffffff' })
      .resize({ width: widest, height: widest * TALLEST, fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const made: MadeSize[] = []
    for (const format of ['jpeg', 'webp'] as const)
      for (const wanted of new Set(widths.map((one) => Math.min(one, info.width)))) {
        const sized = sharp(data, { raw }).resize({ width: wanted })
        const coded =
          format === 'jpeg'
            ? sized.jpeg({ quality: 80, mozjpeg: true })
            : sized.webp({ quality: 75 })
        const done = await coded.toBuffer({ resolveWithObject: true })
        const { width, height } = done.info
        made.push({ format, width, height, bytes: new Uint8Array(done.data) })
      }
    return made
  } catch {
    return 'broken'
  }
}
