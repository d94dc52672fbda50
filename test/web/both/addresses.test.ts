/** Addresses as people copy them and messengers send them on: nothing that exists is a 404. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { listScans, listStrayScans } from '../../../src/store/scans.ts'
import { LANG_SON, SONG_NGU } from './installations.ts'
import { run, type Running } from './running.ts'

describe(`an address spelled a little otherwise, on ${RUNTIME}`, () => {
  let site: Running
  beforeEach(async () => {
    site = await run(LANG_SON)
  })
  const counted = async () => {
    await site.services.scans.flush()
    return (await listScans(site.db, '2000-01-01', '2100-01-01')).reduce((sum, { n }) => sum + n, 0)
  }

  test('of a sign is answered with its page and counted as one scan each', async () => {
    const asked = [
      ...[
        '/7K3QXC/',
        '//7K3QXC',
        '/7k3qxc//',
        '/7K3QXC.',
        '/7K3QXC)',
        '/7K3QXC,',
        '/7K3QXC/index.html',
      ],
      ...[
        '/7K3QXC%E2%80%8B',
        '/7K3QXC%20',
        '/%207K3QXC',
        '/7K3QXC&fbclid=1',
        '/7K3QXC?fbclid=1&zarsrc=3',
      ],
      ...['/https://qr.example.gov.vn/7K3QXC', '/７Ｋ３ＱＸＣ', '/7K3-QXC/'],
    ]
    for (const path of asked) {
      const answer = await site.ask(path, { 'Accept-Language': 'vi' })
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('Content-Location'), path).toBe('/7K3QXC/vi')
    }
    expect(await counted()).toBe(asked.length)
  })

  test('of a sign in a language is answered, remembered in one spelling, and not counted', async () => {
    for (const [path, locale] of [
      ['/7K3QXC/vi/', 'vi'],
      ['/7k3qxc/zh-hans', 'zh-Hans'],
      ['/7K3QXC/zh_CN', 'zh-Hans'],
      ['/7K3QXC/zh-hans-cn/', 'zh-Hans'],
      ['/7K3QXC//EN', 'en'],
      ['/7K3QXC/vi-VN.', 'vi'],
    ] as const) {
      const answer = await site.ask(path)
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('Content-Language'), path).toBe(locale)
      expect(answer.headers.get('Set-Cookie'), path).toContain(`stele-locale=${locale};`)
    }
    expect(await counted()).toBe(0)
  })

  test('of any other page leads to its one address', async () => {
    for (const [path, to] of [
      ['/vi/streets/le-loi/', '/vi/streets/le-loi'],
      ['//vi//streets//le-loi', '/vi/streets/le-loi'],
      ['/vi/streets/le-loi/index.html', '/vi/streets/le-loi'],
      ['/zh_CN/streets/le-loi', '/zh-Hans/streets/le-loi'],
      ['/zh-cn/streets/le-loi', '/zh-Hans/streets/le-loi'],
      ['/vi/Streets/Le-Loi', '/vi/streets/le-loi'],
      ['/VI/STREETS/LE-LOI', '/vi/streets/le-loi'],
      ['/vi/streets/le-loi).', '/vi/streets/le-loi'],
      ['/vi/streets/le-loi%E2%80%8B', '/vi/streets/le-loi'],
      ['/zh-cn', '/zh-Hans/'],
      ['/zh-cn/', '/zh-Hans/'],
      ['/vi/index.html', '/vi/'],
      ['/vi/map/', '/vi/map'],
      ['/vi/signs/7K3QXC/', '/vi/signs/7K3QXC'],
      ['/vi/search/?q=le+loi', '/vi/search?q=le+loi'],
      ['/data/entries.json/', '/data/entries.json'],
    ] as const) {
      const answer = await site.ask(path)
      expect(answer.status, path).toBe(301)
      expect(answer.headers.get('Location'), path).toBe(to)
      expect((await site.ask(to)).status, to).toBe(200)
    }
    expect((await site.ask('/index.html')).status).toBe(302)
  })

  test('of nothing that exists stays a 404, and a code never issued a stray scan', async () => {
    for (const path of [
      '/vi/streets/nowhere/',
      '/zh_CN/nowhere',
      '/7K3QXC/nothing',
      '/%E0%A4%A/',
      '/..%2f',
    ])
      expect((await site.ask(path)).status, path).toBe(404)
    expect((await site.ask('/222222/')).status).toBe(404)
    await site.services.scans.flush()
    expect((await listStrayScans(site.db, '2026-11-23')).total).toBe(1)
  })

  test.each([
    ['zh_CN', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['zh-Hant-TW', 'zh-Hans'],
    ['vi_VN.UTF-8', 'vi'],
    ['zh_CN.UTF-8;q=0.9, en;q=0.5', 'zh-Hans'],
    ['en_US@posix', 'en'],
  ])('is answered to a phone that asks for %s in %s', async (header, locale) => {
    const answer = await site.ask('/7K3QXC', { 'Accept-Language': header })
    expect(answer.headers.get('Content-Language')).toBe(locale)
  })

  test('keeps a cookie in an old spelling good', async () => {
    const answer = await site.ask('/7K3QXC', {
      Cookie: 'stele-locale=zh-hans',
      'Accept-Language': 'vi',
    })
    expect(answer.headers.get('Content-Language')).toBe('zh-Hans')
  })

  test('from before there were codes holds with what messengers add', async () => {
    const old = await run(SONG_NGU)
    for (const path of [
      '/qr/view.php?id=12',
      '/qr/view.php?id=12&fbclid=IwAR1&zarsrc=3',
      '/chua',
      '/chua/',
      '/chua?gidzl=x',
      '/chua.',
    ])
      expect((await old.ask(path)).status, path).toBe(200)
  })

  test('has a map for phones that know no geo: links', async () => {
    const page = await site.text('/vi/heritage-sites/doan-thanh')
    const [, lat, lon] = /href="geo:([\d.]+),([\d.]+)"/.exec(page) ?? []
    expect(page).toContain(`https://www.openstreetmap.org/?mlat=${lat}&amp;mlon=${lon}`)
  })
})
