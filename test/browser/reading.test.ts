/** What a reader meets in a real browser: on a narrow phone, zoomed in, at night, without scripts, by keyboard. */
import { test } from 'vitest'
import { describeInBrowser, expect, unexpected } from './browser.ts'
import { focused, lowContrast, lowTargets, wider, wronglyMarked } from './in-page.ts'
import { EVERY_PAGE, LOCALES, PAGES } from './pages.ts'

/** WCAG 2, 1.4.6 (AAA); pixels. */
const BODY_CONTRAST = 7
const TARGET = 44
/** The narrowest phone; and 1280 x 800 at 400 % zoom (WCAG 2, 1.4.10). */
const NARROW = [
  { width: 320, height: 568 },
  { width: 320, height: 200 },
]

describeInBrowser('reading', (browsing) => {
  test.each(EVERY_PAGE)(
    '$name in $locale stays in this house, in its window, in its language',
    async ({ path, locale }) => {
      const opened = await browsing.open(path, locale)
      const { page } = opened
      expect(opened.strangers, 'no request to another host').toEqual([])
      expect(unexpected(opened), 'no complaint, none of the security policy').toEqual([])
      expect(await page.locator('html').getAttribute('lang'), 'the page’s language').toBe(locale)
      expect(await page.evaluate(wronglyMarked), 'words marked in a wrong language').toEqual([])
      expect(await page.evaluate(lowTargets, TARGET), 'targets too low').toEqual([])
      expect(await page.evaluate(lowContrast, BODY_CONTRAST), 'by day').toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await page.evaluate(lowContrast, BODY_CONTRAST), 'at night').toEqual([])
      for (const size of NARROW) {
        await page.setViewportSize(size)
        expect(await page.evaluate(wider), `wider than ${size.width} px`).toEqual([])
      }
      await opened.close()
    },
  )

  test('a page reads the same with scripts off; with them it only offers more', async () => {
    for (const locale of LOCALES) {
      const path = PAGES['a street']!(locale)
      const on = await browsing.open(path, locale)
      const off = await browsing.open(path, locale, { javaScriptEnabled: false })
      await on.page.evaluate(() => {
        for (const offer of document.querySelectorAll<HTMLElement>('[data-offer]'))
          offer.hidden = true
      })
      expect(await off.page.locator('body').innerText()).toBe(
        await on.page.locator('body').innerText(),
      )
      const foreign = 'script:not([src^="/static/"], [type="application/ld+json"])'
      expect(await on.page.locator(foreign).count()).toBe(0)
      await on.close()
      await off.close()
    }
  })

  test('a missing text is marked in the language it is shown in, from the title on', async () => {
    const { page, close } = await browsing.open('/en/places/cho-vi', 'en')
    for (const part of ['title', 'h1', 'main .summary'])
      expect(await page.locator(part).getAttribute('lang'), part).toBe('vi')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await close()
  })

  test.each(['a street', 'a mistyped code', 'the home page'])(
    'by keyboard, %s begins with the skip link, and the focus is always seen',
    async (name) => {
      const { page, close } = await browsing.open(PAGES[name]!('vi'), 'vi')
      const links = await page.locator('a').count()
      for (let i = 0; i < links; i++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(focused)
        if (i === 0) expect(at.name).toBe('#content')
        expect(at.seen, at.name).toBe(true)
        expect(at.outline, at.name).toBeGreaterThanOrEqual(2)
      }
      await close()
    },
  )

  test('the skip link leads past the languages to the text', async () => {
    const { page, close } = await browsing.open(PAGES['a street']!('vi'), 'vi')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect((await page.evaluate(focused)).name).toMatch(/^#source-/)
    await close()
  })

  test('a citation leads to its source and back', async () => {
    const { page, close } = await browsing.open(PAGES['a street']!('vi'), 'vi')
    await page.locator('#cite-2-1').click()
    expect(page.url()).toContain('#source-2')
    await page.locator('#source-2 a[href^="#cite"]').click()
    expect(page.url()).toContain('#cite-2-1')
    await close()
  })
})
