/** The base map on Workers: an object of this name in the bucket of the pictures. */
import type { R2Bucket } from '@cloudflare/workers-types'
import { BASEMAP_HEADER, basemapFault, basemapSentence } from '../domain/basemap.ts'
import { digestOf } from '../domain/digest.ts'
import type { Basemap } from './basemap-source.ts'
import { bodyOf, partOf } from './media-bucket.ts'

const NAME = 'basemap.pmtiles'

/** Null when there is none, or none that can be shown: then the log says why. */
export async function basemapIn(bucket: R2Bucket): Promise<Basemap | null> {
  const object = await bucket.get(NAME, { range: { offset: 0, length: BASEMAP_HEADER } })
  if (!object) return null
  const { size, etag } = object
  const fault = basemapFault(new Uint8Array(await object.arrayBuffer()), size)
  if (fault) {
    console.warn(basemapSentence(NAME, fault))
    return null
  }
  return {
    version: (await digestOf(etag)).slice(0, 16),
    size,
    async open(range) {
      const found = await bucket.get(NAME, { onlyIf: { etagMatches: etag }, ...partOf(range) })
      return found && 'body' in found ? { size, body: bodyOf(found) } : null
    },
  }
}
