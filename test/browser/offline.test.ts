/** A ward or a walk on the phone: signs are scanned where there is no network, and open. */
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, test } from 'vitest'
import { newShortCode } from '../../src/domain/short-code.ts'
import { listScans } from '../../src/store/scans.ts'
import { PHONE } from '../web/both/running.ts'
import { trialContent, PLACE_SIGN, SITE_SIGN } from '../web/trial-content.ts'
import { describeInBrowser, expect, PHONE_SIZE, soon } from './browser.ts'

/** Twenty signs at the trial market, besides the one it has. */
const SIGNS = Array.from({ length: 20 }, (_, i) => {
  const digits = [8, i, 3, i, 5]
  return newShortCode(() => digits.shift() ?? 0)
})
const MARKET = 'content/places/cho-thu'
const WALK = 'content/walks/nhi-thanh-tam-thanh/walk.yaml'

/** Also the last stop of the real walk. */
function withSigns(changed: Record<string, string> = {}) {
  const yaml = new TextDecoder().decode(trialContent().get(WALK))
  const longer = yaml.replace('adminUnits:', '  - { entry: places/cho-thu }\nadminUnits:')
  const folder = trialContent({ [WALK]: longer, ...changed })
  const register = new TextDecoder().decode(folder.get('signs/register.csv'))
  const rows = SIGNS.map(
    (code) =>
      `${code},places/cho-thu,2026-01-05,Cổng ${code},,,,wall,1300,750,placard-150x200,1,,,,,\n`,
  )
  return new Map([
    ...folder,
    ['signs/register.csv', new TextEncoder().encode(register + rows.join(''))],
  ])
}

describeInBrowser('packs', (browsing) => {
  beforeAll(async () => {
    await browsing.site.importFromOutside(withSigns())
  }, 30_000)

  async function phone(locale = 'vi'): Promise<{ context: BrowserContext; page: Page }> {
    const opened = await browsing.open('/vi/about', locale, {
      userAgent: PHONE,
      viewport: PHONE_SIZE,
    })
    return { context: opened.page.context(), page: opened.page }
  }
  const at = (path: string) => `${browsing.site.address}${path}`
  const counted = async () => {
    await browsing.site.services.scans.flush()
    const scans = await listScans(browsing.site.services.db, '2000-01-01', '2100-01-01')
    return scans.reduce((sum, { n }) => sum + n, 0)
  }
  /** What is offered at `/packs/${pack}/…`. */
  const save = async (
    page: Page,
    words: { button: RegExp; saved: string },
    pack: 'units' | 'walks' = 'units',
  ) => {
    const offer = page.locator(`[data-pack^="/packs/${pack}/"]`)
    await offer.getByRole('button', { name: words.button }).click()
    await soon(() => offer.locator('[role=status]').innerText()).toContain(words.saved)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  }
  const VI = { button: /^Lưu \d+ trang/, saved: 'Đã lưu' }
  const EN = { button: /^Save \d+ pages/, saved: 'Saved.' }

  test.each([
    ['vi', VI, 'Chợ Thử', 'Đây là bản lưu ngày'],
    ['en', EN, 'Trial Market', 'This is a copy saved on'],
  ])(
    'twenty signs of a ward open without a network, in %s, as printed and as typed; only what was answered counts',
    async (locale, words, title, copy) => {
      const { context, page } = await phone(locale)
      const before = await counted()
      await page.goto(at(`/${PLACE_SIGN}`))
      expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])
      await save(page, words)
      expect(await counted(), 'the scan, not the download').toBe(before + 1)
      await page.goto(at(`/${SIGNS[0]}`))
      expect(await page.locator('main').innerText()).not.toContain(copy)
      expect(await counted(), 'a scan with the pack, online').toBe(before + 2)

      await context.setOffline(true)
      for (const [i, code] of SIGNS.entries()) {
        await page.goto(at(`/${i % 2 === 0 ? code : code.toLowerCase()}`))
        expect(await page.locator('h1').innerText(), code).toBe(title)
        expect(await page.locator('html').getAttribute('lang')).toBe(locale)
        expect(await page.locator('main').innerText()).toContain(copy)
        expect(await page.locator('footer').innerText()).toContain(
          `${code.slice(0, 3)} ${code.slice(3)}`,
        )
      }
      const font = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      expect(font, 'the style is there').toBe('rgb(251, 249, 244)')
      await page.locator('.languages a').last().click()
      expect(await page.locator('html').getAttribute('lang')).not.toBe(locale)
      await context.setOffline(false)
      expect(await counted(), 'nothing without a network').toBe(before + 2)
      await context.close()
    },
    60_000,
  )

  test.each(['zh-hans', 'zh_CN', 'ZH-HANS/'])(
    'a language chosen as %s is the one a sign opens in without a network',
    async (typed) => {
      const { context, page } = await phone('en')
      await page.goto(at(`/${PLACE_SIGN}`))
      await save(page, EN)
      await page.goto(at(`/${PLACE_SIGN.toLowerCase()}/${typed}`))
      await page.waitForFunction(async () => {
        const shelf = await caches.open('stele-packs')
        return (await (await shelf.match('/stele-locale'))?.text()) === 'zh-Hans'
      })
      await context.setOffline(true)
      for (const path of [`/${PLACE_SIGN}`, `/${PLACE_SIGN}/`, `/${PLACE_SIGN}/${typed}`]) {
        await page.goto(at(path))
        expect(await page.locator('html').getAttribute('lang'), path).toBe('zh-Hans')
      }
      await context.close()
    },
    60_000,
  )

  test('a walk is kept from its own page; its stops, their signs and the way on open without a network', async () => {
    const { context, page } = await phone()
    const before = await counted()
    await page.goto(at('/vi/walks/nhi-thanh-tam-thanh'))
    await save(page, VI, 'walks')
    await context.setOffline(true)
    for (const code of [SITE_SIGN, PLACE_SIGN, ...SIGNS.slice(0, 3)]) {
      await page.goto(at(`/${code}`))
      expect(await page.locator('main').innerText(), code).toContain('Đây là bản lưu ngày')
    }
    expect(await page.locator('h1').innerText()).toBe('Chợ Thử')
    await page.getByRole('link', { name: /^Điểm trước/ }).click()
    expect(await page.locator('h1').innerText()).toBe('Động Tam Thanh')
    await page.goto(at('/vi/offline'))
    await soon(() => page.locator('main h3').innerText()).toBe('Tuyến Nhị Thanh – Tam Thanh')
    await context.setOffline(false)
    expect(await counted()).toBe(before)

    await page.goto(at(`/${PLACE_SIGN}`))
    await soon(() => page.locator('[data-pack^="/packs/walks/"]').innerText()).toContain('Đã lưu')
    expect(await page.locator('[data-pack^="/packs/units/"] button').isVisible()).toBe(true)
    await context.close()
  }, 60_000)

  test('what was not kept leads to what was, which can be looked through and removed', async () => {
    const { context, page } = await phone()
    await page.goto(at(`/${PLACE_SIGN}`))
    await save(page, VI)
    await context.setOffline(true)
    await page.goto(at('/vi/heritage-sites/ai-chi-lang'))
    const said = await page.locator('main').innerText()
    expect(said).toContain('trang bạn mở chưa được lưu')
    await soon(() => page.locator('main').innerText()).toContain('Phường Lương Văn Tri')
    expect(await page.locator('main').innerText()).toMatch(/\d+ trang, [\d,]+ MB, bản lưu ngày/)
    await page.getByRole('link', { name: 'Chợ Vi' }).click()
    expect(await page.locator('h1').innerText()).toBe('Chợ Vi')

    await context.setOffline(false)
    await page.goto(at('/vi/offline'))
    expect(await page.locator('[data-offer]').isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Xóa khỏi máy' }).click()
    await soon(() => page.locator('main').innerText()).toContain('Máy này chưa lưu trang nào.')
    await soon(() => page.evaluate(() => caches.keys())).toEqual([])
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])
    await context.close()
  }, 60_000)

  test('an edit is on the phone within one visit', async () => {
    const { context, page } = await phone()
    await page.goto(at(`/${SIGNS[1]}`))
    await save(page, VI)
    const changed =
      '---\ntitle: Chợ Thử\nsummary: Chợ vừa dời sang bờ bên kia.\nrevision: 1\n---\nChợ họp [^s1].\n'
    await browsing.site.importFromOutside(withSigns({ [`${MARKET}/vi.md`]: changed }))
    await page.goto(at('/vi/about'))
    await soon(() =>
      page.evaluate(
        async (path) => (await (await caches.match(path))?.text()) ?? '',
        `/${SIGNS[2]}/vi`,
      ),
    ).toContain('bờ bên kia')
    await context.setOffline(true)
    await page.goto(at(`/${SIGNS[2]}`))
    expect(await page.locator('.summary').innerText()).toContain('bờ bên kia')
    expect((await page.evaluate(() => caches.keys())).length, 'the old one is gone').toBe(2)
    await context.close()
  }, 60_000)

  test.each([
    [
      'breaks off',
      (context: BrowserContext) => context.route('**/packs/**', (route) => route.abort()),
      'mạng bị ngắt',
    ],
    [
      'comes cut short',
      (context: BrowserContext) =>
        context.route('**/packs/**', (route) =>
          route.fulfill({
            status: 200,
            contentType: 'application/json',
            body: '{"format":1,"pages":{"/vi/x":',
          }),
        ),
      'mạng bị ngắt',
    ],
    [
      'lacks a file',
      (context: BrowserContext) => context.route('**/static/kept.js', (route) => route.abort()),
      'mạng bị ngắt',
    ],
    [
      'does not fit',
      (context: BrowserContext) =>
        context.addInitScript(() => {
          Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
        }),
      'không còn đủ chỗ',
    ],
  ])('a download that %s leaves nothing half', async (_what, spoil, said) => {
    const { context, page } = await phone()
    await spoil(context)
    await page.goto(at(`/${PLACE_SIGN}`))
    const offer = page.locator('[data-pack^="/packs/units/"]')
    await offer.getByRole('button', { name: VI.button }).click()
    await soon(() => offer.locator('[role=status]').innerText()).toContain(said)
    const left = (await page.evaluate(() => caches.keys())).filter((name) => name !== 'stele-packs')
    expect(left).toEqual([])
    expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])
    await context.close()
  })

  test('a network that is silent for three seconds gives way to the kept page', async () => {
    const { context, page } = await phone()
    await page.goto(at(`/${PLACE_SIGN}`))
    await save(page, VI)
    await context.route(`**/${SIGNS[3]}`, () => new Promise(() => undefined))
    const began = Date.now()
    await page.goto(at(`/${SIGNS[3]}`))
    expect(Date.now() - began).toBeGreaterThan(2900)
    expect(await page.locator('main').innerText()).toContain('Đây là bản lưu ngày')
    await context.close()
  }, 30_000)

  test('operators can take packs back: the script on the phone ends itself', async () => {
    const { context, page } = await phone()
    await page.goto(at(`/${PLACE_SIGN}`))
    await save(page, VI)
    browsing.site.services.withoutPacks = true
    await page.goto(at('/vi/about'))
    await soon(() =>
      page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
    ).toBe(0)
    await soon(() => page.evaluate(() => caches.keys())).toEqual([])
    browsing.site.services.withoutPacks = false
    await context.close()
  }, 30_000)
})
