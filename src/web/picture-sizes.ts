/** Keeps the sizes of pictures, and makes those of pictures that came with a folder. */
import { digestOf } from '../domain/digest.ts'
import type { PictureSize } from '../domain/media-file.ts'
import type { Statement } from '../store/database.ts'
import { addPictureSizes, listUnsized } from '../store/media.ts'
import type { MadeSize } from './pictures.ts'
import type { Services } from './services.ts'

/**
 * The statement that tells of the sizes, still to be run; their bytes are put away first. `of`: the digest of the
 * picture.
 */
export async function keepSizes(
  { media }: Pick<Services, 'media'>,
  of: string,
  made: readonly MadeSize[],
): Promise<Statement> {
  const sizes: PictureSize[] = []
  for (const { bytes, ...size } of made) {
    const derived = await digestOf(bytes)
    await media.put(derived, bytes)
    sizes.push({ ...size, derived })
  }
  return addPictureSizes(of, sizes)
}

type SizingServices = Pick<Services, 'db' | 'media' | 'pictures'>

/**
 * Looks now and then, every `everyMs` milliseconds, whether an imported picture has no sizes yet; the picture itself
 * stays as it is. `stop` waits for the one at hand.
 */
export function makeMissingSizes(
  services: SizingServices,
  everyMs: number,
): { look: () => Promise<void>; stop: () => Promise<void> } {
  /** Digests of pictures that cannot be read: asked once, not for ever. */
  const hopeless = new Set<string>()
  let isStopping = false
  let looking = Promise.resolve()
  const look = () =>
    (looking = looking.then(async () => {
      for (const digest of await listUnsized(services.db)) {
        if (isStopping) return
        if (hopeless.has(digest) || (await makeSizesOf(services, digest))) continue
        hopeless.add(digest)
      }
    }))
  const timer = setInterval(() => {
    look().catch((error: unknown) => console.error({ event: 'sizes', error }))
  }, everyMs)
  return {
    look,
    async stop() {
      isStopping = true
      clearInterval(timer)
      await looking.catch(() => undefined)
    },
  }
}

/** False where the file is gone, or cannot be read as a picture. */
async function makeSizesOf(services: SizingServices, digest: string): Promise<boolean> {
  const bytes = await services.media.find(digest)
  const made = bytes && (await services.pictures?.make(bytes))
  if (!made || typeof made === 'string') return false
  await services.db.run(await keepSizes(services, digest, made))
  return true
}
