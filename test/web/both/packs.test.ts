/** The pack of a ward: one file that holds exactly what its pages and signs answer, and counts nothing. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { KEPT_ON, STYLE_GOES_HERE, type Pack } from '../../../src/domain/pack.ts'
import { listScans } from '../../../src/store/scans.ts'
import { trialContent, WAITING_SIGN, GONE_SIGN, PLACE_SIGN } from '../trial-content.ts'
import { SONG_NGU } from './installations.ts'
import { run, type Running } from './running.ts'

const INSTALLATIONS = {
  'Lạng Sơn': { folder: trialContent(), unit: '05983', sign: `/${PLACE_SIGN}/vi` },
  'the Vietnamese and Khmer one': { folder: SONG_NGU, unit: '31001', sign: '/XERQ3R/vi' },
}

const packOf = async (site: Running, unit: string) =>
  (await (await site.ask(`/packs/units/${unit}.json`)).json()) as Pack

async function gzipped(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(packed).arrayBuffer()).byteLength
}

describe.each(Object.entries(INSTALLATIONS))(
  `a pack in %s, on ${RUNTIME}`,
  (_name, { folder, unit, sign }) => {
    let site: Running
    beforeAll(async () => {
      site = await run(folder)
    })

    test('holds every page as it is answered, in every language, with a note that it is a copy', async () => {
      const pack = await packOf(site, unit)
      const addresses = Object.keys(pack.pages)
      expect(addresses.length).toBeGreaterThan(4)
      for (const [address, [bare, policy]] of Object.entries(pack.pages)) {
        const answer = await site.ask(address)
        const page = await answer.text()
        const whole = bare
          .replace(STYLE_GOES_HERE, () => `<style>${pack.style}</style>`)
          .replace(/(<main[^>]*>)<div class="nhac"><p>[^<]*%KEPT-ON%[^<]*<\/p><\/div>/, '$1')
        expect(whole, address).toBe(page)
        expect(whole).not.toContain(KEPT_ON)
        expect(pack.policies[policy]).toBe(answer.headers.get('content-security-policy'))
      }
      expect(addresses).toContain(sign)
      for (const { path, titles } of pack.entries)
        for (const locale of Object.keys(titles)) expect(addresses).toContain(`/${locale}/${path}`)
    })

    test('is one file, asked for again by its mark, and never counted', async () => {
      const path = `/packs/units/${unit}.json`
      const first = await site.ask(path, { 'Accept-Language': 'en' })
      expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8')
      const etag = first.headers.get('etag')!
      const others = await site.ask(path, { 'Accept-Language': 'zh-CN', Cookie: 'stele-locale=vi' })
      expect(others.headers.get('etag')).toBe(etag)
      expect((await site.ask(path, { 'If-None-Match': etag })).status).toBe(304)
      const head = await site.ask(path, {}, 'HEAD')
      expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
      await site.services.scans.flush()
      expect(await listScans(site.db, '2000-01-01', '2100-01-01')).toEqual([])
    })

    test('is offered by the pages of its signs only, with how many pages and how much to fetch', async () => {
      const html = await site.text(sign)
      expect(html).toContain(`data-pack="/packs/units/${unit}.json"`)
      const [, count, size] = /Lưu (\d+) trang, khoảng (\d+) kB/.exec(html) ?? []
      const text = JSON.stringify(await packOf(site, unit))
      const sent = (await gzipped(text)) / 1000
      expect(Math.abs(Number(size) - sent)).toBeLessThanOrEqual(sent / 3 + 5)
      const pack = JSON.parse(text) as Pack
      const about = Object.keys(pack.pages).map((path) => path.split('/').slice(-2).join('/'))
      expect(Number(count)).toBeLessThanOrEqual(new Set(about).size)
      expect(await site.text(`/vi/${pack.entries[0]!.path}`)).not.toContain('data-pack')
    })

    test('is not there for a unit that is none', async () => {
      for (const code of ['99999', 'x', 'none'])
        expect((await site.ask(`/packs/units/${code}.json`)).status).toBe(404)
      expect((await site.ask('/packs/units/')).status).toBe(404)
    })
  },
)

describe(`packs, on ${RUNTIME}`, () => {
  test('leave out what is withheld, waits or is gone', async () => {
    const site = await run(trialContent())
    const pack = await packOf(site, '05983')
    const text = JSON.stringify(pack)
    for (const out of ['Chợ Kín', WAITING_SIGN, GONE_SIGN]) expect(text).not.toContain(out)
  })

  test('can be taken back: none is offered or answered, and pages go on', async () => {
    const site = await run(trialContent())
    site.services.withoutPacks = true
    expect((await site.ask('/packs/units/05983.json')).status).toBe(404)
    expect(await site.text(`/${PLACE_SIGN}/vi`)).not.toContain('data-pack')
  })

  test('a home screen gets the name in the language of the page', async () => {
    const site = await run(trialContent())
    for (const [locale, name] of [
      ['zh-Hans', '谅山'],
      ['vi', 'Lạng Sơn'],
    ] as const) {
      const answer = await site.ask(`/manifest.webmanifest?locale=${locale}`)
      expect(answer.headers.get('content-type')).toContain('application/manifest+json')
      expect(await answer.json()).toMatchObject({
        ...{ name, lang: locale, start_url: `/${locale}/`, display: 'browser' },
      })
    }
    expect((await site.ask('/manifest.webmanifest?locale=%00')).status).toBe(200)
  })
})
