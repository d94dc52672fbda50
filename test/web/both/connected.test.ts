/** What a page leads on to: both ways, in every language, each thing once. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { trialContent } from '../trial-content.ts'
import { run, type Running } from './running.ts'

/** What stands under the heading `title`, up to the next one. */
function under(page: string, title: string): string {
  const [, after = ''] = page.split(`<h2>${title}</h2>`)
  return after.split('<h2>')[0] ?? ''
}

const place = (n: number) => ({
  [`content/places/cho-so-${n}/entry.yaml`]: `names:
  - { text: Chợ Số ${n}, locale: vi, kind: official }
adminUnits:
  - { code: "05986", from: 2025-07-01 }
restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ, publisher: Phòng, date: "2020" }
review: { state: pending }
withheld: ${n === 1}
`,
  [`content/places/cho-so-${n}/vi.md`]: `---\ntitle: Chợ Số ${n}\nsummary: Chợ nhỏ ở phường.\nrevision: 1\n---\nChợ nhỏ [^s1].\n`,
})

const figure = (slug: string, name: string, life: string) => ({
  [`content/figures/${slug}/entry.yaml`]: `names:
  - { text: ${name}, locale: vi, kind: official }
${life}restrictedLocation: false
livingPerson: false
sources:
  - { id: s1, title: Hồ sơ, publisher: Phòng, date: "2020" }
review: { state: pending }
withheld: false
`,
  [`content/figures/${slug}/vi.md`]: `---\ntitle: ${name}\nsummary: Người để thử.\nrevision: 1\n---\nNgười để thử [^s1].\n`,
})
const date = (key: string, year: string) => `${key}: { date: "${year}", source: s1 }\n`

describe(`what is connected, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    const places = [1, 2, 3, 4, 5, 6, 7, 8].map(place)
    const figures = [
      figure('nguoi-cung-thoi', 'Người Cùng Thời', date('born', '1900') + date('died', '1950')),
      figure('nguoi-doi-sau', 'Người Đời Sau', date('born', '1945') + date('died', '1999')),
      figure('nguoi-mot-ngay', 'Người Một Ngày', date('died', '1930')),
      figure('nguoi-khong-ngay', 'Người Không Ngày', ''),
    ]
    const changed = Object.assign({}, ...places, ...figures) as Record<string, string>
    site = await run(trialContent(changed))
  })

  test.each(['vi', 'en', 'zh-Hans'])(
    'leads from a street to its figure and back, in %s',
    async (locale) => {
      const street = await site.text(`/${locale}/streets/hoang-van-thu`)
      expect(street).toContain(`href="/${locale}/figures/hoang-van-thu"`)
      expect(street).toContain(`href="/${locale}/heritage-sites/doan-thanh"`)
      const figure = await site.text(`/${locale}/figures/hoang-van-thu`)
      expect(figure).toContain(`href="/${locale}/streets/hoang-van-thu"`)
      const other = await site.text(`/${locale}/heritage-sites/doan-thanh`)
      expect(other).toContain(`href="/${locale}/streets/hoang-van-thu"`)
    },
  )

  test('shows at most six of the same ward, heritage sites first, none twice, and the way to all', async () => {
    const page = await site.text('/vi/streets/tran-dang-ninh')
    const near = under(page, 'Cùng địa bàn')
    const links = [...near.matchAll(/href="(\/vi\/[a-z-]+\/[a-z0-9-]+)"/g)].map(
      (match) => match[1]!,
    )
    expect(links.slice(0, 2)).toEqual([
      '/vi/heritage-sites/dong-nhi-thanh',
      '/vi/heritage-sites/dong-tam-thanh',
    ])
    expect(links.filter((link) => !link.includes('/units/'))).toHaveLength(6)
    expect(links.slice(6)).toEqual(['05986', '05977', '06187'].map((code) => `/vi/units/${code}`))
    expect(near).not.toContain('cho-so-1"')
    expect(under(page, 'Xem thêm').match(/\/streets\/le-loi"/g)).toHaveLength(1)
    const site2 = await site.text('/vi/heritage-sites/dong-tam-thanh')
    expect(under(site2, 'Trên tuyến đi bộ')).toContain('dong-nhi-thanh')
    expect(under(site2, 'Cùng địa bàn')).not.toContain('dong-nhi-thanh')
  })

  test('joins figures whose lives overlap, and no others', async () => {
    const page = await site.text('/vi/figures/hoang-van-thu')
    const peers = under(page, 'Cùng thời')
    for (const slug of ['nguoi-cung-thoi', 'nguoi-mot-ngay']) expect(peers).toContain(`/${slug}"`)
    for (const slug of ['le-loi', 'nguoi-doi-sau', 'nguoi-khong-ngay', 'tran-dang-ninh'])
      expect(peers).not.toContain(`/${slug}"`)
    expect(await site.text('/vi/figures/nguoi-cung-thoi')).toContain('/figures/hoang-van-thu"')
    expect(peers).not.toContain('/vi/figures/hoang-van-thu')
    expect(await site.text('/vi/streets/le-loi')).not.toContain('<h2>Cùng thời</h2>')
  })
})
