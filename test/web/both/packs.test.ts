/** The pack of a ward or a walk: one file that holds exactly what its pages and signs answer, and counts nothing. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { KEPT_ON, STYLE_GOES_HERE, type Pack } from '../../../src/domain/pack.ts'
import { listScans } from '../../../src/store/scans.ts'
import { trialContent, WAITING_SIGN, GONE_SIGN, PLACE_SIGN } from '../trial-content.ts'
import { SONG_NGU } from './installations.ts'
import { run, type Running } from './running.ts'

const WALK = 'nhi-thanh-tam-thanh'
const WALK_FILE = `content/walks/${WALK}/walk.yaml`

/** The real walk, past the trial market too, and past a place that is withheld. */
function withMarket(changed: Record<string, string> = {}) {
  const yaml = new TextDecoder().decode(trialContent().get(WALK_FILE))
  const stops = 'stops:\n  - { entry: places/cho-thu }\n  - { entry: places/cho-kin }\n'
  return trialContent({ [WALK_FILE]: yaml.replace('stops:\n', stops), ...changed })
}

const KHMER_WALK = `names:
  - { text: Lối Ví Dụ, locale: vi, kind: official }
stops:
  - { entry: heritage-sites/chua-vi-du }
  - { entry: streets/vi-du }
restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ, publisher: Phòng, url: https://example.gov.vn/a, date: "2020", accessed: 2026-11-22 }
review: { state: pending }
withheld: false
`
const KHMER_WALK_TEXT =
  '---\ntitle: Lối Ví Dụ\nsummary: Đi từ chùa ra phố.\nrevision: 1\n---\nĐi chậm [^s1].\n'
const songNguWithWalk = new Map([
  ...SONG_NGU,
  ['content/walks/loi-vi-du/walk.yaml', new TextEncoder().encode(KHMER_WALK)],
  ['content/walks/loi-vi-du/vi.md', new TextEncoder().encode(KHMER_WALK_TEXT)],
])

const PACKS = {
  'a ward in Lạng Sơn': {
    folder: trialContent(),
    path: '/packs/units/05983.json',
    offeredAt: `/${PLACE_SIGN}/vi`,
    notAt: '/vi/places/cho-thu',
  },
  'a ward in the Vietnamese and Khmer installation': {
    folder: SONG_NGU,
    path: '/packs/units/31001.json',
    offeredAt: '/XERQ3R/vi',
    notAt: '/vi/streets/vi-du',
  },
  'a walk in Lạng Sơn': {
    folder: withMarket(),
    path: `/packs/walks/${WALK}.json`,
    offeredAt: `/vi/walks/${WALK}`,
    notAt: '/vi/streets/le-loi',
  },
  'a walk in the Vietnamese and Khmer installation': {
    folder: songNguWithWalk,
    path: '/packs/walks/loi-vi-du.json',
    offeredAt: '/vi/walks/loi-vi-du',
    notAt: '/vi/places/cho-vi-du',
  },
}

const packAt = async (site: Running, path: string) => (await (await site.ask(path)).json()) as Pack

async function gzipped(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(packed).arrayBuffer()).byteLength
}

describe.each(Object.entries(PACKS))(
  `the pack of %s, on ${RUNTIME}`,
  (_name, { folder, path, offeredAt, notAt }) => {
    let site: Running
    beforeAll(async () => {
      site = await run(folder)
    })

    test('holds every page as it is answered, in every language, with a note that it is a copy', async () => {
      const pack = await packAt(site, path)
      const addresses = Object.keys(pack.pages)
      expect(addresses.length).toBeGreaterThan(4)
      for (const [address, [bare, policy]] of Object.entries(pack.pages)) {
        const answer = await site.ask(address)
        const page = await answer.text()
        const whole = bare
          .replace(STYLE_GOES_HERE, () => `<style>${pack.style}</style>`)
          .replace(/(<main[^>]*>)<div class="notice"><p>[^<]*%KEPT-ON%[^<]*<\/p><\/div>/, '$1')
        expect(whole, address).toBe(page)
        expect(whole).not.toContain(KEPT_ON)
        expect(pack.policies[policy]).toBe(answer.headers.get('content-security-policy'))
      }
      expect(addresses).toContain(offeredAt)
      for (const entry of pack.entries)
        for (const locale of Object.keys(entry.titles))
          expect(addresses).toContain(`/${locale}/${entry.path}`)
    })

    test('is one file, asked for again by its mark, and never counted', async () => {
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

    test('is offered where it belongs only, with how many pages and how much to fetch', async () => {
      const html = await site.text(offeredAt)
      expect(html).toContain(`data-pack="${path}"`)
      const [, count, size] = /Lưu (\d+) trang, khoảng (\d+) kB/.exec(html) ?? []
      const text = JSON.stringify(await packAt(site, path))
      const sent = (await gzipped(text)) / 1000
      expect(Math.abs(Number(size) - sent)).toBeLessThanOrEqual(sent / 3 + 5)
      const pack = JSON.parse(text) as Pack
      const about = Object.keys(pack.pages).map((path) => path.split('/').slice(-2).join('/'))
      expect(Number(count)).toBeLessThanOrEqual(new Set(about).size)
      expect(await site.text(notAt)).not.toContain('data-pack')
    })
  },
)

describe(`packs, on ${RUNTIME}`, () => {
  test('leave out what is withheld, waits or is gone', async () => {
    const site = await run(trialContent())
    const pack = await packAt(site, '/packs/units/05983.json')
    const text = JSON.stringify(pack)
    for (const out of ['Chợ Kín', WAITING_SIGN, GONE_SIGN]) expect(text).not.toContain(out)
  })

  test('of a walk hold the walk, its stops and their signs, and nothing else', async () => {
    const site = await run(withMarket())
    const pack = await packAt(site, `/packs/walks/${WALK}.json`)
    expect(pack.entries.map(({ path }) => path).toSorted()).toEqual([
      ...['heritage-sites/dong-nhi-thanh', 'heritage-sites/dong-tam-thanh'],
      ...['places/cho-thu', `walks/${WALK}`],
    ])
    expect(Object.keys(pack.pages)).toContain(`/${PLACE_SIGN}/zh-Hans`)
    expect(pack.names).toMatchObject({ en: expect.stringContaining('Tam Thanh') as string })
    expect(JSON.stringify(pack)).not.toContain('Chợ Kín')
  })

  test('of a walk come before that of the ward, and a ward is offered at signs only', async () => {
    const site = await run(withMarket())
    const offered = async (path: string) =>
      [...(await site.text(path)).matchAll(/data-pack="([^"]+)"/g)].map(([, pack]) => pack)
    const walk = `/packs/walks/${WALK}.json`
    expect(await offered('/vi/places/cho-thu')).toEqual([walk])
    expect(await offered(`/${PLACE_SIGN}/vi`)).toEqual([walk, '/packs/units/05983.json'])
    expect(await offered(`/vi/walks/${WALK}`)).toEqual([walk])
  })

  test('of a walk are not there where the walk or all its stops are withheld', async () => {
    const yaml = new TextDecoder().decode(trialContent().get(WALK_FILE))
    const hidden = yaml.replace('withheld: false', 'withheld: true')
    const alone = yaml.replace(/stops:\n(?: {2}- .*\n)+/, 'stops:\n  - { entry: places/cho-kin }\n')
    for (const changed of [hidden, alone]) {
      const site = await run(trialContent({ [WALK_FILE]: changed }))
      expect((await site.ask(`/packs/walks/${WALK}.json`)).status).toBe(404)
      expect(await site.text('/vi/heritage-sites/dong-nhi-thanh')).not.toContain('data-pack')
    }
  })

  test('are not there for what is none', async () => {
    const site = await run(trialContent())
    for (const path of ['units/99999.json', 'units/x.json', 'units/none.json', 'units/'])
      expect((await site.ask(`/packs/${path}`)).status, path).toBe(404)
    for (const path of ['walks/khong-co.json', 'walks/cho-thu.json', 'walks/--.json', 'walks/'])
      expect((await site.ask(`/packs/${path}`)).status, path).toBe(404)
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
        name,
        lang: locale,
        start_url: `/${locale}/`,
        display: 'browser',
      })
    }
    expect((await site.ask('/manifest.webmanifest?locale=%00')).status).toBe(200)
  })
})
