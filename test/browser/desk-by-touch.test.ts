/** The desk under a finger: on a phone in the street, and on a tablet at a meeting. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import type { Locale } from '../../src/domain/locale.ts'
import { reviewPoints } from '../../src/domain/review-point.ts'
import { listEntries } from '../../src/store/entries.ts'
import { listFactsToReview } from '../../src/store/review-room.ts'
import { settlePoints } from '../../src/store/settlements.ts'
import { accept, describeAtDesk, expectSound, type AtDesk } from './desk.ts'

const PHONE = { width: 360, height: 740 }
const TABLET = { width: 768, height: 1024 }

/** What a finger would miss: less than 44 px high, and no link within a sentence. */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main a, main button, main input, main select, main summary')]
      .filter((element) => {
        const label = element.closest('label')
        const { width, height } = (label ?? element).getBoundingClientRect()
        const isInText =
          element.tagName === 'A' &&
          getComputedStyle(element).display.startsWith('inline') &&
          getComputedStyle(element).display !== 'inline-flex'
        return width > 0 && height > 0 && height < 43.5 && !isInText
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

async function expectToFit(page: Page): Promise<void> {
  await expectSound(page)
  expect(await tooSmall(page)).toEqual([])
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(beyond).toBe(0)
}

describeAtDesk('the desk under a finger', (desk: AtDesk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`
  const approved = async () =>
    (await listEntries(desk.site.services.db)).filter(
      ({ facts }) => facts.review.state === 'approved',
    ).length

  async function holding(viewport: typeof PHONE, role: 'reviewer' | 'editor'): Promise<Page> {
    const page = await desk.window({ viewport, hasTouch: true, isMobile: true })
    const email = `${role}-${viewport.width}@example.gov.vn` as Email
    await accept(page, await desk.invite({ role, email }), 'Vi Văn Sơn')
    return page
  }

  /** Everything is read in one document: what is left is to sign. */
  async function settleAll(): Promise<void> {
    const { db } = desk.site.services
    const settlements = (await listFactsToReview(db, 'vi' as Locale)).flatMap(
      ({ id, facts, body }) =>
        reviewPoints(facts, body).map(({ words }) => ({
          entry: id,
          point: words,
          document: 'Địa chí',
          place: '',
          by: 'Hà',
          on: '2026-11-01',
        })),
    )
    await settlePoints(db, settlements, { by: 'ha@example.vn', at: '2026-11-02T01:00:00.000Z' })
  }

  test(
    'a reviewer approves one entry after the other on a phone, and leads on by tapping alone',
    { timeout: 120_000 },
    async () => {
      await settleAll()
      const page = await holding(PHONE, 'reviewer')
      await page.goto(at('/admin/review?filter=ready'))
      await expectToFit(page)
      const before = await approved()
      await page.getByRole('link', { name: 'Bắt đầu đọc' }).tap()
      await page.waitForURL('**/admin/review/*/*')
      for (let done = 1; done <= 3; done++) {
        await expectToFit(page)
        const here = page.url()
        await page.getByRole('button', { name: /^Thẩm định dữ kiện/ }).tap()
        await page.waitForURL((url) => url.href !== here)
        expect(await approved()).toBe(before + done)
      }
    },
  )

  test(
    'an editor finds a ward, places a sign and writes facts on a tablet',
    { timeout: 120_000 },
    async () => {
      const page = await holding(TABLET, 'editor')
      await page.goto(at('/admin/entries'))
      await expectToFit(page)
      // The server offers names while somebody types.
      await page.getByLabel('Xã, phường').tap()
      await page.keyboard.type('dong kinh')
      await page
        .locator('#unit-offers option[value="05977 Phường Đông Kinh"]')
        .waitFor({ state: 'attached' })
      await page.getByRole('button', { name: 'Lọc' }).tap()
      await page.waitForURL('**unit=**')
      expect(await page.getByLabel('Xã, phường').inputValue()).toBe('05977 Phường Đông Kinh')
      await page.goto(at('/admin/signs/new?entry=hoang+van+thu'))
      await expectToFit(page)
      await page.getByLabel('Đường Hoàng Văn Thụ (streets/hoang-van-thu)').tap()
      await page.getByRole('button', { name: 'Tiếp tục' }).tap()
      await page.getByLabel('Tọa độ').fill('21,85306; 106,76151')
      await page.getByLabel('Đọc từ xa (mm)').fill('1,5 m')
      await expectToFit(page)
      await page.getByRole('button', { name: 'Cấp mã' }).tap()
      await page.waitForURL(/\/admin\/signs\/[2-9A-Z]{6}$/)
      expect(await page.getByLabel('Đọc từ xa (mm)').inputValue()).toBe('1500')
      for (const path of [
        '/admin/orders/ready',
        '/admin/entries/streets/le-loi/facts',
        '/admin/import',
      ]) {
        await page.goto(at(path))
        await expectToFit(page)
      }
    },
  )
})
