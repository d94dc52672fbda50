/** Media in an R2 bucket, from a process with a disk. */
import { open } from 'node:fs/promises'
import type { R2Bucket } from '@cloudflare/workers-types'
import { mediaInBucket } from './media-bucket.ts'
import type { MediaStoreWithFiles } from './media-port.ts'

/** Bytes. R2 takes parts of 5 MiB and more, all but the last of one size. */
const PART = 32 * 1024 * 1024

export function mediaInBucketWithFiles(bucket: R2Bucket): MediaStoreWithFiles {
  return {
    ...mediaInBucket(bucket),
    async putFile(digest, path) {
      if (await bucket.head(digest)) return
      const file = await open(path)
      const upload = await bucket.createMultipartUpload(digest)
      try {
        const parts = []
        for (;;) {
          const { bytesRead, buffer } = await file.read(Buffer.alloc(PART), 0, PART)
          if (bytesRead === 0) break
          // A copy that is no more than a Uint8Array: the line to the bucket takes nothing else.
          const part = new Uint8Array(buffer.subarray(0, bytesRead))
          parts.push(await upload.uploadPart(parts.length + 1, part))
        }
        await upload.complete(parts)
      } catch (error) {
        await upload.abort()
        throw error
      } finally {
        await file.close()
      }
    },
  }
}
