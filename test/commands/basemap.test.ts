import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { R2Bucket } from '@cloudflare/workers-types'
import { afterAll, describe, expect, test } from 'vitest'
import { getPlatformProxy } from 'wrangler'
import { noteBasemap } from '../../src/commands/basemap-note.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { basemapIn } from '../../src/store/basemap-bucket.ts'
import { basemapAt } from '../../src/store/basemap-file.ts'
import { trialBasemap } from '../web/basemap-kit.ts'
import { serve } from '../web/server.ts'
import { trialContent } from '../web/trial-content.ts'
import type { Basemap } from '../../src/store/basemap-source.ts'

const folder = mkdtempSync(join(tmpdir(), 'stele-basemap-'))
const at = (name: string) => join(folder, name)
const SQUARE = [
  [106.7, 21.8],
  [106.8, 21.8],
  [106.8, 21.9],
  [106.7, 21.8],
] as const
const good = await trialBasemap({ rings: [SQUARE] })
writeFileSync(at('good.pmtiles'), good)
writeFileSync(at('half.pmtiles'), good.slice(0, good.byteLength >> 1))
writeFileSync(at('text.pmtiles'), 'streets')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function noted(name: string): Promise<[boolean, string[]]> {
  const notes: string[] = []
  const settings = readSettings({ STELE_BASEMAP: name }) as Settings
  return [await noteBasemap({ settings, note: (line) => notes.push(line) }), notes]
}

test('an object in R2, as workerd runs it, is read in parts until another is put in its place', async () => {
  const proxy = await getPlatformProxy<{ MEDIA: R2Bucket }>({
    persist: { path: at('r2') },
    remoteBindings: false,
  })
  const bucket = proxy.env.MEDIA
  expect(await basemapIn(bucket)).toBe('missing')
  await bucket.put('basemap.pmtiles', good)
  const found = (await basemapIn(bucket)) as Basemap
  expect([found.size, found.version]).toEqual([
    good.byteLength,
    expect.stringMatching(/^[\da-f]{16}$/),
  ])
  const read = async (range?: { from: number; to: number }) => {
    const media = await found.open(range)
    return media && new Uint8Array(await new Response(media.body).arrayBuffer())
  }
  expect(await read({ from: 0, to: 6 })).toEqual(new TextEncoder().encode('PMTiles'))
  expect(await read()).toEqual(good)
  await bucket.put('basemap.pmtiles', 'another')
  expect(await read({ from: 0, to: 6 })).toBeNull()
  expect(await basemapIn(bucket)).toBe('not-pmtiles')
  await proxy.dispose()
}, 60_000)

describe('the file of STELE_BASEMAP', () => {
  test('is called wrong by its name, with the reason, in both languages', async () => {
    expect(await noted(at('good.pmtiles'))).toEqual([true, []])
    for (const [name, vi, en] of [
      ['text.pmtiles', 'không phải tệp PMTiles', 'is not a PMTiles file'],
      ['half.pmtiles', 'thiếu phần cuối', 'lacks its end'],
      ['none.pmtiles', 'không có tệp này', 'there is no such file'],
      ['', 'không có tệp này', 'there is no such file'],
    ] as const) {
      const [isShown, [line = '', ...more]] = await noted(name ? at(name) : folder)
      expect([isShown, more]).toEqual([false, []])
      expect(line).toContain(`STELE_BASEMAP=${name ? at(name) : folder}: ${vi}`)
      expect(line).toContain(en)
    }
    expect(await noted('')).toEqual([true, []])
  })

  test('is sent by the server in parts, until another is put in its place', async () => {
    const path = at('served.pmtiles')
    writeFileSync(path, good)
    const site = await serve(trialContent(), { STELE_BASEMAP: path })
    const map = (await site.ask('/vi/map')).bytes.toString()
    const [, address = ''] = /data-file="([^"]+)"/.exec(map) ?? []
    const part = await site.ask(address, { headers: { Range: 'bytes=0-6' } })
    expect([part.status, part.bytes.toString()]).toEqual([206, 'PMTiles'])
    const whole = await site.ask(address)
    expect(whole.bytes.equals(Buffer.from(good))).toBe(true)
    writeFileSync(path, 'another')
    expect((await site.ask(address)).status).toBe(404)
    await site.remove()
  })

  test('does not keep the site from starting when it is no base map', async () => {
    const site = await serve(trialContent(), { STELE_BASEMAP: at('text.pmtiles') })
    const answer = await site.ask('/vi/map')
    expect([answer.status, answer.bytes.toString().includes('data-module="basemap"')]).toEqual([
      200,
      false,
    ])
    await site.remove()
  })

  test('has another version when it changes', async () => {
    const path = at('changing.pmtiles')
    writeFileSync(path, good)
    const first = await basemapAt(path)
    writeFileSync(path, await trialBasemap({ rings: [SQUARE], zooms: [7, 12] }))
    const second = await basemapAt(path)
    const version = (one: typeof first) => (typeof one === 'string' ? one : one.version)
    expect(version(first)).toMatch(/^[0-9a-f]{16}$/)
    expect(version(second)).not.toBe(version(first))
  })
})
