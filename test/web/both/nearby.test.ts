/** What a page says lies near: measured from the sign, never from or to what must not be found. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Folder } from '../../../src/domain/folder.ts'
import { PLACE_SIGN, STREET_SIGN, trialCode, trialContent } from '../trial-content.ts'
import { run, type Running } from './running.ts'

/** Metres north of the trial market. */
const place = (name: string, northM: number, more: { accuracyM?: number; facts?: string } = {}) => {
  const lat = (21.85012 + northM / 111_195).toFixed(6)
  const { accuracyM = 5, facts = 'restrictedLocation: false\nwithheld: false' } = more
  const slug = name.toLowerCase()
  return {
    [`content/places/${slug}/entry.yaml`]: `names:
  - { text: ${name}, locale: vi, kind: official }
position: { lat: ${lat}, lon: 106.76121, accuracyM: ${accuracyM}, source: s1 }
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ, publisher: Phòng, date: "2020" }
review: { state: pending }
${facts}
`,
    [`content/places/${slug}/vi.md`]: `---\ntitle: ${name}\nsummary: Tóm tắt đủ dài của mục từ.\nrevision: 1\n---\nLời [^s1].\n`,
  }
}

function around(): Folder {
  const files = trialContent({
    ...place('Gan', 300),
    ...place('Xa', 1900),
    ...place('Ngoai', 2100),
    ...place('Doan', 100, { accuracyM: 150 }),
    ...place('Kin', 120, { facts: 'restrictedLocation: true\nwithheld: false' }),
    ...place('Giau', 130, { facts: 'restrictedLocation: false\nwithheld: true' }),
  })
  const text = new TextDecoder().decode(files.get('signs/register.csv'))
  // The street's sign hangs 800 m north of the market, and has no position but this.
  const lines = text.split('\n').map((line) => {
    if (!line.startsWith(STREET_SIGN)) return line
    const lat = (21.85012 + 800 / 111_195).toFixed(6)
    return line.replace(/,,,,post/, `,${lat},106.76121,10,post`)
  })
  lines.splice(
    lines.length - 1,
    0,
    `${trialCode(30)},places/kin,2026-01-05,Cổng,21.8502,106.7612,5,wall,1300,750,placard-150x200,1,,,,,`,
  )
  return new Map([...files, ['signs/register.csv', new TextEncoder().encode(lines.join('\n'))]])
}

const listIn = (html: string) =>
  [...html.matchAll(/<li data-lat.*?<\/li>/gs)].map(([item]) =>
    item
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

describe(`what lies near, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(around())
  })

  test('is listed from the entry’s own place, the nearest first, with direction and minutes', async () => {
    const found = listIn(await site.text('/vi/places/cho-thu'))
    expect(found.map((line) => line.split(' Đ')[0])).toEqual([
      ...['Chợ Vi', 'Gan', 'Đường Hoàng Văn Thụ', 'Xa'],
    ])
    expect(found[1]).toBe('Gan Địa điểm · ↑ khoảng 300 m về phía bắc, 4 phút đi bộ')
    expect(found[3]).toContain('khoảng 1,9 km về phía bắc, 24 phút đi bộ')
  })

  test('is measured from the sign that was scanned, where the sign has a place', async () => {
    const found = listIn(await site.text(`/${STREET_SIGN}/en`))
    expect(found[0]).toBe('Gan Place · ↓ about 500 m to the south, 6 min on foot')
    expect(listIn(await site.text('/en/streets/hoang-van-thu'))).toEqual([])
  })

  test('is told from no place that is rough or restricted, and names none', async () => {
    for (const path of ['/vi/places/doan', '/vi/places/kin', `/${trialCode(30)}/vi`]) {
      const html = await site.text(path)
      expect(html, path).not.toContain('data-lat')
      // Among the facts a rough place stands as roughly as it is known, with maps for it.
      const [facts = ''] = /<dt>Vị trí<\/dt><dd>.*?<\/dd>/s.exec(html) ?? []
      expect(html.replace(facts, ''), path).not.toContain('openstreetmap')
      expect(facts, path).not.toMatch(/\d\.\d{4}/)
    }
    const html = await site.text(`/${PLACE_SIGN}/vi`)
    for (const name of ['Doan', 'Kin', 'Giau', 'Ngoai']) expect(html).not.toContain(name)
  })

  test('opens maps that can be reached: in China those of China, by WGS 84 said so', async () => {
    const chinese = await site.text('/zh-Hans/places/cho-thu')
    expect(chinese).toContain('https://uri.amap.com/marker?position=106.76121,21.85012&amp;')
    expect(chinese).toContain('coordinate=wgs84')
    expect(chinese).toContain('location=21.85012,106.76121')
    expect(chinese).toContain('coord_type=wgs84')
    const english = await site.text('/en/places/cho-thu')
    expect(english).not.toContain('amap')
    expect(english).toContain('href="geo:21.85012,106.76121?q=21.85012,106.76121(')
  })
})
