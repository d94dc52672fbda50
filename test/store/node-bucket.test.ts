/** Files in R2, as workerd runs it: those too large to hold go up in parts. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { R2Bucket } from '@cloudflare/workers-types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getPlatformProxy } from 'wrangler'
import { mediaInBucketWithFiles } from '../../src/store/media-bucket-parts.ts'

let folder: string
let proxy: Awaited<ReturnType<typeof getPlatformProxy<{ MEDIA: R2Bucket }>>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stele-bucket-'))
  proxy = await getPlatformProxy<{ MEDIA: R2Bucket }>({
    persist: { path: folder },
    remoteBindings: false,
  })
}, 60_000)
afterAll(async () => {
  await proxy.dispose()
  rmSync(folder, { recursive: true })
})

// Two parts and a bit: the parcel of a few hundred signs.
test('a file of 70 MB comes back from the bucket byte for byte', { timeout: 60_000 }, async () => {
  const bytes = randomBytes(70 * 1024 * 1024)
  const digest = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, 'parcel.zip')
  writeFileSync(path, bytes)
  const media = mediaInBucketWithFiles(proxy.env.MEDIA)
  await media.putFile(digest, path)
  await media.putFile(digest, path)
  const back = await media.find(digest)
  expect(createHash('sha256').update(back!).digest('hex')).toBe(digest)
})
