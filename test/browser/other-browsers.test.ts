/**
 * Readers whose browser is not the newest or not their own choice: inside Zalo, WeChat and Facebook, in a WebView of ten
 * years ago, with colours of their own, with motion reduced.
 */
import { test } from 'vitest'
import { describeInBrowser, expect, unexpected } from './browser.ts'
import { lowContrast, wider } from './in-page.ts'
import { EACH_PAGE, PAGES } from './pages.ts'

const IN_APP = {
  Zalo: 'Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Zalo android/12100700 ZaloTheme/light ZaloLanguage/vi',
  WeChat:
    'Mozilla/5.0 (Linux; Android 13; 2211133C) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160 MMWEBSDK/20240301 MicroMessenger/8.0.48.2580 Language/zh_CN',
  Facebook:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/455.0.0.36.106;FBDV/iPhone13,2;FBLC/vi_VN]',
}

/** What such a browser may lack, or refuse when it is touched. */
function lackingMuch(): void {
  for (const name of ['share', 'geolocation', 'serviceWorker', 'clipboard', 'canShare'])
    delete (Navigator.prototype as unknown as Record<string, unknown>)[name]
  for (const name of ['speechSynthesis', 'caches', 'indexedDB'])
    delete (window as unknown as Record<string, unknown>)[name]
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
}

describeInBrowser('inside an app', (browsing) => {
  test.each(Object.entries(IN_APP))(
    '%s: everything the page needs is there',
    async (_, userAgent) => {
      for (const page of [
        'a scanned street sign',
        'a walk',
        'the map',
        'what the phone has kept',
      ]) {
        const path = PAGES[page]!('vi')
        const opened = await browsing.openWith(path, { userAgent }, (window) =>
          window.addInitScript(lackingMuch),
        )
        expect(opened.strangers).toEqual([])
        expect(unexpected(opened), page).toEqual([])
        await opened.page.waitForTimeout(200)
        expect(unexpected(opened), page).toEqual([])
        const shown = await opened.page.locator('main').innerText()
        expect(shown.length, page).toBeGreaterThan(40)
        // Nothing is offered that could not be done.
        expect(await opened.page.locator('button[data-share]:visible').count()).toBe(0)
        await opened.page.locator('.languages a').first().click()
        await opened.page.waitForLoadState()
        expect(await opened.page.locator('html').getAttribute('lang')).not.toBe('vi')
        await opened.close()
      }
    },
  )

  test('a page is shared under its own address, which counts no scan', async () => {
    const opened = await browsing.openWith(PAGES['a scanned street sign']!('vi'), {}, (window) =>
      window.addInitScript(() => {
        navigator.share = (shared) => {
          document.title = JSON.stringify(shared)
          return Promise.resolve()
        }
      }),
    )
    await opened.page.locator('[data-share]').click()
    expect(JSON.parse(await opened.page.title())).toEqual({
      title: 'Đường Hoàng Văn Thụ',
      url: 'https://qr.example.gov.vn/vi/streets/hoang-van-thu',
    })
    await opened.close()
  })
})

/** What an engine of 2016 (Chrome 51) makes of our style sheet: it drops what it does not know. */
function asOf2016(css: string): string {
  const unknownRule = /:where\(|:has\(|::highlight|:focus-visible|^@(supports|layer|container)/
  const unknownValue =
    /var\(|clamp\(|min\(|max\(|min\(|text-wrap|^--|\bgap:|display:grid|grid-|^columns/
  const rules =
    css.match(/@font-face\{[^}]*\}|@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\}|[^{}]+\{[^{}]*\}/g) ?? []
  return rules
    .flatMap((rule) => {
      const media = /^@media([^{]*)\{(.*)\}$/s.exec(rule)
      if (media)
        return media[1]!.includes('prefers-color-scheme')
          ? []
          : [`@media${media[1]}{${asOf2016(media[2]!)}}`]
      if (rule.startsWith('@font-face')) return [rule]
      const [selector = '', body = ''] = rule.slice(0, -1).split('{')
      if (unknownRule.test(selector)) return []
      const known = body.split(';').filter((one) => !unknownValue.test(one.trim()))
      return known.length ? [`${selector}{${known.join(';')}}`] : []
    })
    .join('\n')
}

describeInBrowser('a WebView of ten years ago', (browsing) => {
  test.each(EACH_PAGE)(
    '$name in $locale can be read without script or modern style',
    async ({ path }) => {
      const opened = await browsing.openWith(path, { bypassCSP: true }, (window) =>
        window.route('**/*', async (route) => {
          if (route.request().resourceType() === 'script') return route.abort()
          if (route.request().resourceType() !== 'document') return route.continue()
          const response = await route.fetch()
          const html = await response.text()
          const old = html.replace(
            /<style>(.*?)<\/style>/s,
            (_, css: string) => `<style>${asOf2016(css)}</style>`,
          )
          expect(old).not.toBe(html)
          await route.fulfill({ response, body: old })
        }),
      )
      const { page } = opened
      expect(
        await page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue('--paper'),
        ),
      ).toBe('')
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.evaluate(lowContrast, 4.5)).toEqual([])
      expect(await page.evaluate(wider)).toEqual([])
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('.map path:not(.rough)')].map(
            (area) => getComputedStyle(area).fill,
          ),
        ),
      ).not.toContain('rgb(0, 0, 0)')
      const head = await page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector('.head')!)
        return [color, backgroundColor]
      })
      expect(head).toEqual(['rgb(255, 255, 255)', 'rgb(31, 58, 110)'])
      await opened.close()
    },
  )
})

describeInBrowser('colours of the reader', (browsing) => {
  test.each(EACH_PAGE)('$name in $locale keeps its words and lines', async ({ path, locale }) => {
    const opened = await browsing.open(path, locale, { forcedColors: 'active' })
    const { page } = opened
    // Paper, ink and links are the reader's; what is chosen is told by more than a colour.
    expect(await page.evaluate(lowContrast, 4.5)).toEqual([])
    const current = page.locator('.languages b')
    if (await current.count())
      expect(await current.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe(
        'underline',
      )
    for (const drawn of await page.locator('.map path').all()) {
      const [fill, stroke] = await drawn.evaluate((one) => {
        const style = getComputedStyle(one)
        return [style.fill, style.stroke]
      })
      expect(fill, 'an area and its outline').not.toBe(stroke)
    }
    await opened.close()
  })

  test('nothing moves, with motion reduced or not', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const)
      for (const name of ['a street', 'the map', 'a walk']) {
        const { page, close } = await browsing.open(PAGES[name]!('vi'), 'vi', { reducedMotion })
        const moving = await page.evaluate(
          () =>
            [...document.querySelectorAll('*')].filter((one) => {
              const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one)
              return (
                transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto'
              )
            }).length + document.getAnimations().length,
        )
        expect(moving).toBe(0)
        await close()
      }
  })
})
