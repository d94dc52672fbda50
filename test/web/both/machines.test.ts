/** What programs read of the public site: what a page is about, its other languages, a list of all pages. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { MISTYPED, STREET_SIGN, trialContent } from '../trial-content.ts'
import { INSTALLATIONS } from './installations.ts'
import { ORIGIN, run, type Running } from './running.ts'

const jsonLd = (html: string) =>
  JSON.parse(
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null',
  ) as Record<string, unknown>

describe(`what programs read, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(trialContent())
  })

  test.each([
    ['/vi/streets/hoang-van-thu', 'Place'],
    ['/en/figures/hoang-van-thu', 'Person'],
    ['/zh-Hans/heritage-sites/doan-thanh', 'LandmarksOrHistoricalBuildings'],
    ['/en/places/cho-thu', 'Place'],
  ])('%s says that it is about a %s', async (path, type) => {
    const html = await site.text(path)
    const data = jsonLd(html)
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': type })
    expect(data['url']).toBe(`${ORIGIN}${path}`)
    expect(html).toContain(String(data['name']))
    expect(html).toContain(`<meta property="og:url" content="${ORIGIN}${path}"/>`)
    expect(html).toContain(`hreflang="vi"`)
  })

  test('a person has their dates, a place its position no finer than it is known', async () => {
    const person = jsonLd(await site.text('/vi/figures/hoang-van-thu'))
    expect(person).toMatchObject({ birthDate: '1909-11-04', deathDate: '1944-05-24' })
    expect(person['geo']).toBeUndefined()
    const place = jsonLd(await site.text('/vi/places/cho-thu'))
    expect(place['geo']).toMatchObject({ latitude: '21.85012', longitude: '106.76121' })
    expect(place['image']).toMatch(/^https:.*\/media\/[0-9a-f]{64}\.png$/)
  })

  test.each([
    ['/healthz', 'no-store'],
    [`/${STREET_SIGN}`, 'private, no-cache'],
    [`/${MISTYPED}`, 'no-store'],
    ['/vi/', 'no-cache'],
    ['/vi/streets/hoang-van-thu', 'private, no-cache'],
    ['/vi/map', 'private, no-cache'],
    ['/vi/search?q=le', 'private, no-cache'],
    ['/vi/nowhere', 'no-store'],
    ['/sitemap.xml', 'no-cache'],
    ['/data/entries.json', 'no-cache'],
    ['/packs/units/05983.json', 'no-cache'],
  ])('%s may be kept as far as it says: %s', async (path, caching) => {
    expect((await site.ask(path)).headers.get('Cache-Control')).toBe(caching)
  })

  test('words cannot end the element they stand in', async () => {
    const changed = new Map(trialContent())
    const file = 'content/places/cho-thu/en.md'
    const text = new TextDecoder().decode(changed.get(file))
    const title = 'title: "</script><script>alert(1)</script>"'
    changed.set(file, new TextEncoder().encode(text.replace(/^title: .*$/m, title)))
    const html = await (await run(changed)).text('/en/places/cho-thu')
    expect(html).not.toContain('<script>alert')
    expect(jsonLd(html)['name']).toBe('</script><script>alert(1)</script>')
    site = await run(trialContent())
  })

  test('the sitemap names every public page, in each language with the others beside it', async () => {
    const response = await site.ask('/sitemap.xml')
    expect(response.headers.get('Content-Type')).toBe('application/xml; charset=utf-8')
    const xml = await response.text()
    const pages = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url)
    expect(new Set(pages).size).toBe(pages.length)
    expect(pages).toContain(`${ORIGIN}/zh-Hans/streets/le-loi`)
    for (const url of pages) {
      const path = url.slice(ORIGIN.length)
      expect((await site.ask(path)).status, path).toBe(200)
    }
    expect(xml).not.toContain('cho-kin')
    const etag = response.headers.get('ETag') ?? ''
    expect((await site.ask('/sitemap.xml', { 'If-None-Match': etag })).status).toBe(304)
    expect(await site.text('/robots.txt')).toContain(`Sitemap: ${ORIGIN}/sitemap.xml`)
  })

  test('where nothing can be drawn, one picture stands for all; a page that is none has none', async () => {
    const card = await site.ask('/vi/streets/le-loi/card.png')
    expect([card.status, card.headers.get('Location')]).toEqual([302, '/static/card.png'])
    for (const path of ['/vi/places/cho-kin/card.png', '/km/streets/le-loi/card.png'])
      expect((await site.ask(path)).status, path).toBe(404)
  })
})

test.each(Object.entries(INSTALLATIONS))(
  'pages of %s say what they are about',
  async (_, folder) => {
    const site = await run(folder)
    const [first = ''] = [...folder.keys()]
      .filter((path) => path.endsWith('/vi.md'))
      .map((path) => path.replace(/^content\/(.*)\/vi\.md$/, '/vi/$1'))
    expect(jsonLd(await site.text(first))['@type']).toBeTruthy()
  },
)
