/** Search on a phone: without scripts, by keyboard, in Vietnamese and in Chinese, on the narrowest screen. */
import { test } from 'vitest'
import { describeInBrowser, expect, unexpected } from './browser.ts'

const NO_SCRIPT = { javaScriptEnabled: false }

describeInBrowser('search', (browsing) => {
  test.each([
    ['vi', 'duong hoang van thu', 'streets/hoang-van-thu', 'Đường Hoàng Văn Thụ'],
    ['zh-Hans', '黄文树街', 'streets/hoang-van-thu', '黄文树街'],
    ['en', 'Hoàng Văn Thụ', 'streets/hoang-van-thu', 'Hoàng Văn Thụ Street'],
  ])(
    'in %s leads from the first page to what was typed, without a script',
    async (locale, q, path, title) => {
      const opened = await browsing.open(`/${locale}/`, locale, { ...NO_SCRIPT, locale })
      const { page } = opened
      await page.locator('#q').focus()
      await page.keyboard.insertText(q)
      await Promise.all([page.waitForURL(/\/search\?q=/), page.keyboard.press('Enter')])
      expect(await page.locator('#q').inputValue()).toBe(q)
      const found = page.locator(`.results a[href="/${locale}/${path}"]`)
      expect(await found.innerText()).toBe(title)
      expect(await page.locator('.results mark').count()).toBeGreaterThan(0)
      await Promise.all([page.waitForURL(`**/${locale}/${path}`), found.press('Enter')])
      expect(await page.locator('h1').innerText()).toBe(title)
      expect(unexpected(opened)).toEqual([])
      expect(opened.strangers).toEqual([])
      await opened.close()
    },
  )

  test('is at the foot of every page, reached by keyboard, wide enough for a thumb', async () => {
    const opened = await browsing.open('/vi/streets/hoang-van-thu', 'vi', NO_SCRIPT)
    const { page } = opened
    const field = page.getByLabel('Tìm tên đường, di tích, danh nhân')
    const button = page.getByRole('button', { name: 'Tìm' })
    for (const target of [field, button])
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await field.fill('tam thnah')
    await page.keyboard.press('Tab')
    await Promise.all([page.waitForURL(/q=tam\+thnah/), page.keyboard.press('Space')])
    const meant = page.locator('.notice a').first()
    await Promise.all([page.waitForURL(/Tam\+Thanh/), meant.press('Enter')])
    expect(await page.locator('.results li').count()).toBeGreaterThan(0)
    await page.setViewportSize({ width: 320, height: 640 })
    const width = await page.locator('html').evaluate((html) => html.scrollWidth)
    expect(width).toBeLessThanOrEqual(320)
    await opened.close()
  })
})
