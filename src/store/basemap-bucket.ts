/** The base map on Workers: an object of this name in the bucket of the pictures. */
import type { R2Bucket } from '@cloudflare/workers-types'
import { BASEMAP_HEADER, basemapFault, type BasemapFault } from '../domain/basemap.ts'
import { digestOf } from '../domain/digest.ts'
import type { Basemap } from './basemap-source.ts'
import { bodyOf, partOf } from './media-bucket.ts'

export const BASEMAP_OBJECT = 'basemap.pmtiles'

/** The object, or what is wrong with it. */
export async function basemapIn(bucket: R2Bucket): Promise<Basemap | BasemapFault> {
  const object = await bucket.get(BASEMAP_OBJECT, { range: { offset: 0, length: BASEMAP_HEADER } })
  if (!object) return 'missing'
  const { size, etag } = object
  const fault = basemapFault(new Uint8Array(await object.arrayBuffer()), size)
  if (fault) return fault
  return {
    version: (await digestOf(etag)).slice(0, 16),
    size,
    async open(range) {
      const found = await bucket.get(BASEMAP_OBJECT, {
        onlyIf: { etagMatches: etag },
        ...partOf(range),
      })
      return found && 'body' in found ? { size, body: bodyOf(found) } : null
    },
  }
}
