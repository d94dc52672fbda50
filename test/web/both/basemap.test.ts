/** The operator's base map: offered on the map page only, sent in parts from our own address. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { basemapFault } from '../../../src/domain/basemap.ts'
import type { Basemap } from '../../../src/store/basemap-source.ts'
import { trialBasemap } from '../basemap-kit.ts'
import { trialContent } from '../trial-content.ts'
import { LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'
import { basemapSentence } from '../../../src/messages/bilingual.ts'

const SHAPES = 'content/admin-units.geojson'
const RING = [
  [106.7, 21.8],
  [106.8, 21.8],
  [106.8, 21.9],
  [106.7, 21.9],
  [106.7, 21.8],
] as const
const withShapes = () => new Map([...trialContent(), [SHAPES, LANG_SON.get(SHAPES)!]])

function heldIn(bytes: Uint8Array<ArrayBuffer>, version = '0123456789abcdef'): Basemap {
  return {
    version,
    size: bytes.byteLength,
    open: (range) =>
      Promise.resolve({
        size: bytes.byteLength,
        body: new Blob([range ? bytes.slice(range.from, range.to + 1) : bytes]).stream(),
      }),
  }
}

describe(`a base map, on ${RUNTIME}`, () => {
  const path = '/basemap/0123456789abcdef.pmtiles'
  let site: Running
  let bytes: Uint8Array<ArrayBuffer>
  beforeAll(async () => {
    site = await run(withShapes())
    bytes = await trialBasemap({ rings: [RING] })
    site.services.findBasemap = () => Promise.resolve(heldIn(bytes))
  })

  test('is offered beside the drawing, which stays, with a policy as strict as ever', async () => {
    const usual = await site.ask('/vi/about')
    for (const at of ['/vi/map', '/en/map/05983', '/zh-Hans/map']) {
      const answer = await site.ask(at)
      const html = await answer.text()
      expect(html).toContain(`data-file="${path}"`)
      expect(html).toContain('<svg class="map"')
      const policy = answer.headers.get('content-security-policy')
      expect(policy).toBe(usual.headers.get('content-security-policy'))
    }
    expect(await site.text('/vi/places/cho-thu')).not.toContain('leaflet')
  })

  test('is sent whole or in parts, for good, and alike to HEAD', async () => {
    const whole = await site.ask(path)
    expect([whole.status, whole.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.pmtiles',
    ])
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
    expect(whole.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const etag = whole.headers.get('etag')!
    const part = await site.ask(path, { Range: 'bytes=0-126' })
    expect([part.status, part.headers.get('content-range'), part.headers.get('etag')]).toEqual([
      ...[206, `bytes 0-126/${bytes.byteLength}`, etag],
    ])
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(0, 127))
    const head = await site.ask(path, {}, 'HEAD')
    expect([head.status, await head.text()]).toEqual([200, ''])
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'accept-ranges'])
      expect(head.headers.get(name), name).toBe(whole.headers.get(name))
    expect((await site.ask(path, { 'If-None-Match': etag })).status).toBe(304)
    const beyond = await site.ask(path, { Range: 'bytes=99999999-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([
      ...[416, `bytes */${bytes.byteLength}`],
    ])
    const other = await site.ask(path, { Range: 'bytes=0-126', 'If-Range': '"other"' })
    expect(other.status).toBe(200)
    const same = await site.ask(path, { Range: 'bytes=0-126', 'If-Range': etag })
    expect(same.status).toBe(206)
  })

  test('has no other address, and none once the file is another', async () => {
    for (const other of ['/basemap/fedcba9876543210.pmtiles', '/basemap/x', '/basemap/'])
      expect((await site.ask(other)).status, other).toBe(404)
    const changing = await run(withShapes())
    const gone = { ...heldIn(bytes), open: () => Promise.resolve(null) }
    changing.services.findBasemap = () => Promise.resolve(gone)
    expect((await changing.ask(path)).status).toBe(404)
  })

  test('is nowhere where the operator brought none', async () => {
    const without = await run(withShapes())
    expect((await without.ask(path)).status).toBe(404)
    const html = await without.text('/vi/map')
    expect(html).toContain('<svg class="map"')
    expect(html).not.toMatch(/data-module="basemap"|leaflet/)
  })
})

describe('a file is told by its header', () => {
  test('as one that can be shown, or by what is wrong with it', async () => {
    const good = await trialBasemap({ rings: [RING] })
    const changed = (at: number, byte: number) => {
      const copy = good.slice(0, 127)
      copy[at] = byte
      return basemapFault(copy, good.byteLength)
    }
    expect(basemapFault(good.slice(0, 127), good.byteLength)).toBeNull()
    expect(changed(0, 0)).toBe('not-pmtiles')
    expect(changed(7, 2)).toBe('other-version')
    expect(changed(98, 4)).toBe('unreadable')
    expect(changed(99, 5)).toBe('unreadable')
    expect(basemapFault(good.slice(0, 127), good.byteLength - 1)).toBe('cut-short')
    expect(basemapFault(good.slice(0, 50), 50)).toBe('cut-short')
    expect(basemapFault(new Uint8Array(), 0)).toBe('not-pmtiles')
    expect(basemapSentence('STELE_BASEMAP=x', 'not-pmtiles')).toContain('is not a PMTiles file')
  })
})
