/** Media on Workers: objects of an R2 bucket, each named by its digest. */
import type { R2Bucket } from '@cloudflare/workers-types'
import type { ByteRange, MediaStore, OpenedFile } from './media-port.ts'

export function mediaInBucket(bucket: R2Bucket): MediaStore {
  return {
    find: async (digest) => {
      const object = await bucket.get(digest)
      return object && new Uint8Array(await object.arrayBuffer())
    },
    open: async (digest, range) => {
      const object = await bucket.get(digest, partOf(range))
      return object && { size: object.size, body: bodyOf(object) }
    },
    put: async (digest, bytes) => {
      if (!(await bucket.head(digest))) await bucket.put(digest, bytes)
    },
  }
}

/** As the bucket is asked for a part of an object. */
export function partOf(range: ByteRange | undefined) {
  return range && { range: { offset: range.from, length: range.to - range.from + 1 } }
}

/** The bucket's types have streams of their own. */
export function bodyOf({ body }: { body: unknown }): OpenedFile['body'] {
  return body as OpenedFile['body']
}
