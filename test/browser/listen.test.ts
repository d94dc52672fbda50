/** The page read aloud by the device: by a voice of our making, since a browser under test has none. */
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { describeInBrowser, expect, soon, unexpected } from './browser.ts'

const PATH = '/vi/places/cho-thu'

interface Told {
  voices: string[]
  /** Milliseconds until the voices are there. */
  late: number
}

/** Runs in the page: remembers what was said, and ends a sentence when the test says so. */
function pretend({ voices, late }: Told) {
  const made = voices.map((lang) => ({ lang, name: lang, localService: true }))
  let there: typeof made = late === 0 ? made : []
  const target = new EventTarget()
  const spoken: { text: string; rate: number; lang: string }[] = []
  let now: SpeechSynthesisUtterance | null = null
  const speech = Object.assign(target, {
    getVoices: () => there,
    speak: (utterance: SpeechSynthesisUtterance) => {
      now = utterance
      spoken.push({ text: utterance.text, rate: utterance.rate, lang: utterance.lang })
    },
    cancel: () => {
      const cut = now
      now = null
      // Browsers tell of the end of what was cut off as well, a moment later.
      if (cut) setTimeout(() => cut.onend?.({} as SpeechSynthesisEvent), 5)
    },
  })
  Object.defineProperty(window, 'speechSynthesis', { value: speech })
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      constructor(public text: string) {}
    },
  })
  Object.assign(window, {
    spoken,
    finish: () => {
      const done = now
      now = null
      done?.onend?.({} as SpeechSynthesisEvent)
    },
  })
  if (late > 0)
    setTimeout(() => {
      there = made
      target.dispatchEvent(new Event('voiceschanged'))
    }, late)
}

interface Pretended {
  spoken: { text: string; rate: number; lang: string }[]
  finish: () => void
}
const spoken = (page: Page) => page.evaluate(() => (window as unknown as Pretended).spoken)
const finish = (page: Page) => page.evaluate(() => (window as unknown as Pretended).finish())
const marked = (page: Page) =>
  page.evaluate(() => {
    const words: string[] = []
    for (const range of CSS.highlights?.get('spoken') ?? []) words.push(String(range))
    for (const part of document.querySelectorAll('mark.spoken')) words.push(part.textContent ?? '')
    return words.join('')
  })

describeInBrowser('listening', (browsing) => {
  async function openWith(told: Told, path = PATH, before?: () => void) {
    const opened = await browsing.open('/vi/about', 'vi', {})
    await opened.page.addInitScript(pretend, told)
    if (before) await opened.page.addInitScript(before)
    await opened.page.goto(`${browsing.site.address}${path}`)
    return opened
  }
  const listen = (page: Page) => page.getByRole('button', { name: 'Nghe máy đọc' })

  test.each([
    ['as browsers mark today', undefined],
    ['in browsers without highlights', () => Object.assign(window, { Highlight: undefined })],
  ])('says sentence after sentence, none by itself, and marks it, %s', async (_how, before) => {
    const opened = await openWith({ voices: ['en-US', 'vi_VN'], late: 300 }, PATH, before)
    const { page } = opened
    await soon(() => listen(page).isVisible()).toBe(true)
    expect(await spoken(page)).toEqual([])
    const whole = await page.locator('main').innerText()
    await listen(page).focus()
    await page.keyboard.press('Enter')
    expect(await listen(page).getAttribute('aria-pressed')).toBe('true')
    expect(await spoken(page)).toEqual([{ text: 'Chợ Thử', rate: 1, lang: 'vi_VN' }])
    await finish(page)
    await finish(page)
    const third = (await spoken(page))[2]?.text
    expect(third, 'without the number of its source').toBe('Chợ họp từ sáng sớm.')
    expect(await marked(page)).toBe('Chợ họp từ sáng sớm.')
    for (let i = 0; i < 60; i++) await finish(page)
    expect(await listen(page).getAttribute('aria-pressed'), 'at the end').toBe('false')
    expect(await marked(page)).toBe('')
    const all = (await spoken(page)).map(({ text }) => text)
    expect(new Set(all).size, 'nothing twice').toBe(all.length)
    expect(all.join(' ')).toContain('Ai lên xứ Lạng cùng anh')
    expect(all.join(' ')).not.toMatch(/\[|↑|Nguồn/)
    const after = await page.locator('main').innerText()
    expect(after).toBe(whole)
    expect(unexpected(opened)).toEqual([])
    await opened.close()
  })

  test('pauses, goes on where it was, faster or slower, and stops', async () => {
    const { page, close } = await openWith({ voices: ['vi-VN'], late: 0 })
    await listen(page).click()
    await finish(page)
    await listen(page).click()
    expect(await listen(page).getAttribute('aria-pressed')).toBe('false')
    await page.waitForTimeout(30)
    await listen(page).click()
    let all = await spoken(page)
    expect(all.length).toBe(3)
    expect(all[2]?.text).toBe(all[1]?.text)
    await page.getByLabel('Tốc độ').selectOption('1.5')
    await page.waitForTimeout(30)
    all = await spoken(page)
    expect(all.at(-1)).toMatchObject({ text: all[1]?.text, rate: 1.5 })
    expect(all.length).toBe(4)
    await page.getByRole('button', { name: 'Dừng' }).click()
    expect(await marked(page)).toBe('')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Nghe máy đọc')
    await listen(page).click()
    expect((await spoken(page)).at(-1)?.text).toBe('Chợ Thử')
    await close()
  })

  test.each([
    ['/vi/places/cho-thu', 'Máy này không có giọng đọc tiếng Việt.'],
    ['/en/places/cho-thu', 'This phone has no voice for English.'],
    ['/zh-Hans/places/cho-thu', '本机没有简体中文语音。'],
  ])('says so where there is no voice, at %s', async (path, words) => {
    const { page, close } = await openWith({ voices: ['fr-FR', 'zh-HK'], late: 0 }, path)
    await soon(() => page.locator('.listen p').isVisible()).toBe(true)
    expect((await page.locator('.listen').innerText()).trim()).toBe(words)
    await close()
  })

  test('a figure’s page in Chinese is read by a voice of Mandarin', async () => {
    const voices = ['zh-HK', 'zh-TW', 'zh-CN']
    const { page, close } = await openWith({ voices, late: 0 }, '/zh-Hans/figures/le-loi')
    await page.locator('.listen button').first().click()
    expect((await spoken(page))[0]?.lang).toBe('zh-CN')
    await close()
  })
})
