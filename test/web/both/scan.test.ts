import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { localesOf } from './speaking.ts'
import { listScans, listStrayScans } from '../../../src/store/scans.ts'
import { listSigns } from '../../../src/store/signs.ts'
import { newShortCode } from '../../../src/domain/short-code.ts'
import type { Site } from '../../../src/domain/site.ts'
import { findEdition } from '../../../src/store/site-settings.ts'
import { goodFolder } from '../../content/good-folder.ts'
import { twoHundredBroken } from '../../content/two-hundred-broken.ts'
import { INSTALLATIONS, LANG_SON, SONG_NGU } from './installations.ts'
import { run, type Running } from './running.ts'

/** Its check character is right, and no register has it. */
const NEVER_ISSUED = newShortCode(() => 0)

const firstCode = async ({ db }: Running) => (await listSigns(db))[0]!.code

const countedToday = async ({ db, services }: Running) => {
  await services.scans.flush()
  return listScans(db, '2000-01-01', '2100-01-01')
}

describe.each(Object.entries(INSTALLATIONS))(`a scan in %s, on ${RUNTIME}`, (_name, folder) => {
  let site: Running
  let settings: Site
  beforeAll(async () => {
    site = await run(folder)
    settings = (await findEdition(site.db)).site!
  })

  test('has its content without a finding', () => {
    expect(site.imported.findings.filter((found) => found.severity === 'error')).toEqual([])
    expect(site.imported.taken.length).toBeGreaterThan(5)
  })

  test('of any code ever issued, in any case, is answered in one round trip', async () => {
    for (const { code } of await listSigns(site.db))
      for (const path of [`/${code}`, `/${code.toLowerCase()}`]) {
        const response = await site.ask(path)
        expect([200, 410], path).toContain(response.status)
        const text = await response.text()
        expect(text).toContain('<!doctype html>')
        expect(text).toContain(code.slice(0, 3))
      }
  })

  test('is answered in each language the reader may wish', async () => {
    const code = await firstCode(site)
    for (const locale of settings.locales) {
      const response = await site.ask(`/${code}`, { 'Accept-Language': locale })
      expect(response.headers.get('Content-Language')).toBe(locale)
      expect(response.headers.get('Content-Location')).toBe(`/${code}/${locale}`)
    }
  })

  test('carries the headers the contract promises', async () => {
    const code = await firstCode(site)
    const { headers, status } = await site.ask(`/${code}`)
    expect(status).toBe(200)
    expect(headers.get('Cache-Control')).toBe('private, no-cache')
    expect(headers.get('ETag')).toMatch(/^W\/"/)
    expect(headers.get('Vary')).toBe('Accept-Language, Cookie, Accept, Accept-Encoding')
    expect(headers.get('Link')).toMatch(/^<https:\/\/[^>]+>; rel="canonical"$/)
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe')
    expect(headers.get('Set-Cookie')).toBeNull()
  })

  test('repeated costs a 304 and is counted again', async () => {
    const fresh = await run(folder)
    const code = await firstCode(fresh)
    const etag = (await fresh.ask(`/${code}`)).headers.get('ETag') ?? ''
    for (const tag of [etag, etag.replace('W/', ''), `"x", ${etag}`]) {
      const repeat = await fresh.ask(`/${code}`, { 'If-None-Match': tag })
      expect(repeat.status).toBe(304)
      expect(await repeat.text()).toBe('')
    }
    expect(await countedToday(fresh)).toMatchObject([
      { code, day: '2026-11-23', band: 3, n: 4, locale: settings.locales[0] },
    ])
  })

  test('is counted for persons only, and only at the address that is printed', async () => {
    const fresh = await run(folder)
    const code = await firstCode(fresh)
    await fresh.ask(`/${code}`, {}, 'HEAD')
    await fresh.ask(`/${code}/${settings.locales[0]}`)
    await fresh.ask(`/${code}?linkType=linkset`)
    await fresh.ask(`/${code}`, { Accept: 'application/linkset+json' })
    await fresh.ask(`/${code}`, { 'User-Agent': 'WhatsApp/2.23' })
    await fresh.ask(`/${code}`, { 'Sec-Purpose': 'prefetch' })
    expect(await countedToday(fresh)).toEqual([])
    await fresh.ask(`/${code.toLowerCase()}`)
    expect((await countedToday(fresh)).map((count) => count.n)).toEqual([1])
  })

  test('of a code never issued says so in the reader’s language, and is counted as stray', async () => {
    const fresh = await run(folder)
    for (const locale of localesOf(settings)) {
      const response = await fresh.ask(`/${NEVER_ISSUED}`, { 'Accept-Language': locale.tag })
      expect(response.status).toBe(404)
      expect(await response.text()).toContain(locale.unknownSign)
    }
    await fresh.services.scans.flush()
    const strays = await listStrayScans(fresh.db, '2026-11-23')
    expect(strays).toEqual({
      total: localesOf(settings).length,
      codes: [{ code: NEVER_ISSUED, n: localesOf(settings).length }],
    })
  })

  test('of a code typed with a space, a dash or a slash is answered too', async () => {
    const code = await firstCode(site)
    for (const path of [
      `${code.slice(0, 3)}%20${code.slice(3)}`,
      `${code.slice(0, 3)}-${code.slice(3).toLowerCase()}`,
      `${code}/`,
    ]) {
      const response = await site.ask(`/${path}`)
      expect(
        [response.status, response.headers.get('Content-Location')?.slice(0, 7)],
        path,
      ).toEqual([200, `/${code}`])
    }
  })

  test('of a mistyped code offers the issued code one slip away', async () => {
    const code = await firstCode(site)
    const typed = code.slice(0, 5) + (code.endsWith('2') ? '3' : '2')
    const response = await site.ask(`/${typed}`)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(`href="/${code}"`)
  })

  test('with garbage or 16 kB of languages is answered as any other', async () => {
    const code = await firstCode(site)
    for (const header of ['*', ';;;===', 'ÿ'.repeat(50), 'xx-yy-zz,'.repeat(1800)]) {
      const response = await site.ask(`/${code}`, { 'Accept-Language': header })
      expect(response.status).toBe(200)
    }
  })
})

describe(`signs over the years, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(SONG_NGU)
  })

  test('a replaced sign shows the page of the one that took its place, with a note', async () => {
    const response = await site.ask('/35MNXD')
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(text).toContain('Đường Ví Dụ')
    expect(text).toContain('35M NXD')
    expect(text).toContain('đã ngừng dùng từ ngày 2 tháng 3 năm 2026')
  })

  test('a retired sign without successor says what stood there and why it went', async () => {
    const response = await site.ask('/BYCS24', { 'Accept-Language': 'km' })
    expect(response.status).toBe(410)
    const text = await response.text()
    for (const words of ['Sân chùa', 'Sân chùa được sửa lại', 'វត្តឧទាហរណ៍', '1 tháng 5 năm 2026'])
      expect(text.includes(words), words).toBe(true)
  })

  test('a sign of a withheld entry is genuine and tells nothing', async () => {
    const response = await site.ask('/U6WVA2')
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(text).toContain('U6W VA2')
    expect(text).not.toMatch(/Chợ Ví Dụ|giữ kín/)
    expect((await site.ask('/vi/places/cho-vi-du')).status).toBe(404)
  })

  test('an address from before leads to its entry, or to its sign once it has a code', async () => {
    const old = await site.ask('/qr/view.php?id=12', { 'Accept-Language': 'km' })
    expect(old.status).toBe(200)
    expect(await old.text()).toContain('ផ្លូវឧទាហរណ៍')
    expect((await site.ask('/qr/view.php?id=13')).status).toBe(404)
    await site.ask('/chua')
    const counts = await countedToday(site)
    expect(counts.find((count) => count.code === 'BR4BPB')?.n).toBe(1)
  })

  test('a linkset names every language of the entry', async () => {
    const response = await site.ask('/XERQ3R?linkType=linkset')
    expect(response.headers.get('Content-Type')).toBe('application/linkset+json')
    const { linkset } = (await response.json()) as {
      linkset: { describedby: { hreflang: string[] }[] }[]
    }
    expect(linkset[0]?.describedby.map((link) => link.hreflang[0])).toEqual(['km', 'vi'])
  })
})

describe(`language, on ${RUNTIME}`, () => {
  test('a chosen language is remembered in one cookie that holds nothing else', async () => {
    const site = await run(LANG_SON)
    const chosen = await site.ask('/7k3qxc/en', { 'Accept-Language': 'vi' })
    expect(chosen.headers.get('Content-Language')).toBe('en')
    const cookie = chosen.headers.get('Set-Cookie') ?? ''
    expect(cookie).toBe('stele-locale=en; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure')
    const next = await site.ask('/7K3QXC', {
      'Accept-Language': 'vi',
      Cookie: 'a=b; stele-locale=en',
    })
    expect(next.headers.get('Content-Language')).toBe('en')
    const nonsense = await site.ask('/7K3QXC', { Cookie: 'stele-locale=<script>' })
    expect(nonsense.headers.get('Content-Language')).toBe('vi')
  })

  test('a text that is missing in the wished language is said to be, and the next best is marked', async () => {
    const site = await run(SONG_NGU)
    const response = await site.ask('/km/figures/nguoi-vi-du')
    expect(response.status).toBe(200)
    expect(response.headers.get('Content-Language')).toBe('vi')
    expect(await response.text()).toContain('chưa có bản tiếng Khmer')
  })

  test('a translation older than the source says how old', async () => {
    const site = await run(SONG_NGU)
    expect(await site.text('/BR4BPB/km')).toContain('theo bản gốc số 3; bản gốc nay là số 4')
  })

  test('the front door leads to the best language', async () => {
    const site = await run(LANG_SON)
    const response = await site.ask('/', { 'Accept-Language': 'zh-TW' })
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/zh-Hans/'])
    expect(response.headers.get('Vary')).toBe('Accept-Language, Cookie')
  })
})

describe(`a folder with 200 broken files, on ${RUNTIME}`, () => {
  test('has each of them told, and serves the rest', async () => {
    const { changes, broken } = twoHundredBroken()
    const site = await run(goodFolder(changes))
    expect(site.imported.left.filter((file) => broken.includes(file))).toHaveLength(200)
    for (const { code } of await listSigns(site.db))
      expect((await site.ask(`/${code}`)).status, code).toBe(200)
    expect((await site.ask('/vi/figures/le-duan')).status).toBe(200)
    const [withBadFacts, withBadText] = broken.map((file) => file.split('/')[2])
    for (const slug of [withBadFacts, withBadText])
      expect((await site.ask(`/vi/heritage-sites/${slug}`)).status, slug).toBe(404)
  })
})
