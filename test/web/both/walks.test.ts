/** A walk leads from stop to stop, and each stop leads on. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { trialContent } from '../trial-content.ts'
import { run, type Running } from './running.ts'

const WALK = 'content/walks/nhi-thanh-tam-thanh/walk.yaml'

/** With a third stop in the middle, and one that is withheld. */
function longer() {
  const yaml = new TextDecoder().decode(trialContent().get(WALK))
  const [head = '', second = ''] = yaml.split('  - { entry: heritage-sites/dong-tam-thanh')
  const more = '  - { entry: places/cho-kin }\n  - { entry: streets/tran-dang-ninh }\n'
  return trialContent({
    [WALK]: `${head}${more}  - { entry: heritage-sites/dong-tam-thanh${second}`,
  })
}

describe(`a walk, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(longer())
  })

  test('shows its stops in order, with notes and the way between them, in every language', async () => {
    const page = await site.text('/vi/walks/nhi-thanh-tam-thanh')
    const [, list = ''] = /<ol class="stops">(.*?)<\/ol>/s.exec(page) ?? []
    const stops = [...list.matchAll(/href="\/vi\/([^"]+)"/g)].map((match) => match[1])
    expect(stops).toEqual([
      'heritage-sites/dong-nhi-thanh',
      'streets/tran-dang-ninh',
      'heritage-sites/dong-tam-thanh',
    ])
    expect(list).toContain('Tìm chân dung Ngô Thì Sĩ')
    expect(list).toContain('Di sản · ')
    expect(page).not.toContain('Chợ Kín')
    expect(await site.text('/zh-Hans/walks/nhi-thanh-tam-thanh')).toContain('请留意岩壁上')
  })

  test('is told at each of its stops, with the ways on past what is withheld', async () => {
    const first = await site.text('/vi/heritage-sites/dong-nhi-thanh')
    expect(first).toContain('href="/vi/walks/nhi-thanh-tam-thanh"')
    expect(first).toMatch(/Điểm tiếp theo: <span>Đường Trần Đăng Ninh/)
    expect(first).not.toContain('Điểm trước')
    const middle = await site.text('/en/streets/tran-dang-ninh')
    expect(middle).toMatch(/Previous stop: <span>Nhị Thanh Cave/)
    expect(middle).toMatch(/Next stop: <span>Tam Thanh Cave/)
    expect(await site.text('/vi/streets/le-loi')).not.toContain('Trên tuyến đi bộ')
  })

  test('is listed on the home page, in its ward and in the open data', async () => {
    expect(await site.text('/vi/')).toContain('href="/vi/walks/nhi-thanh-tam-thanh"')
    expect(await site.text('/vi/units/05986')).toContain('href="/vi/walks/nhi-thanh-tam-thanh"')
    const data = await site.text('/data/entries.json')
    expect(data).toContain('"path":"walks/nhi-thanh-tam-thanh"')
    expect(data).not.toContain('places/cho-kin')
  })

  test('does not say how far it is where a place is not known', async () => {
    expect(await site.text('/vi/walks/nhi-thanh-tam-thanh')).not.toContain('Cách điểm trước')
  })

  test('has its own revisions', async () => {
    expect((await site.ask('/vi/walks/nhi-thanh-tam-thanh/revisions/1')).status).toBe(200)
  })
})

test(`a walk between places that are known says how far it is, on ${RUNTIME}`, async () => {
  const site = await run(trialContent())
  const page = await site.text('/vi/walks/nhi-thanh-tam-thanh')
  expect(page).toContain('Cách điểm trước khoảng 700 m theo đường thẳng')
})
