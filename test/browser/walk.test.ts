/** How far one has come on a walk: kept on the phone alone, and only for who wants it. */
import { test } from 'vitest'
import { describeInBrowser, expect, soon, unexpected } from './browser.ts'

const WALK = '/vi/walks/nhi-thanh-tam-thanh'
const STOP = '/vi/heritage-sites/dong-nhi-thanh'

describeInBrowser('progress on a walk', (browsing) => {
  test('is marked at a tap, from stop to stop, told to nobody, and forgotten at another', async () => {
    const opened = await browsing.open(WALK, 'vi', {})
    const { page } = opened
    const go = (path: string) => page.goto(new URL(path, page.url()).href)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
    const walk = page.locator('[data-module=walk]').first()
    const button = walk.locator('button')
    await button.click()
    await soon(() => walk.innerText()).toContain('Đã đến 0 trong 2 điểm. Chỉ ghi trên máy này.')
    expect(await button.innerText()).toBe('Bỏ đánh dấu')

    await go(STOP)
    await soon(() => walk.innerText()).toContain('Đã đến 1 trong 2 điểm.')
    await go(WALK.replace('/vi/', '/en/'))
    await soon(() => walk.locator('li').first().innerText()).toContain('✓ been here')
    expect(await walk.locator('.been').count()).toBe(1)
    expect(asked.filter((url) => /been|stele-walk|progress/.test(url))).toEqual([])
    for (const url of asked) expect(new URL(url).search).toBe('')

    await button.click()
    await soon(() => walk.locator('.been').count()).toBe(0)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await go(STOP)
    await page.waitForTimeout(300)
    expect(await walk.innerText()).not.toContain('Đã đến')
    expect(unexpected(opened)).toEqual([])
    await opened.close()
  })

  test('keeps nothing of who never asked for it', async () => {
    const { page, close } = await browsing.open(STOP, 'vi', {})
    await page.waitForTimeout(300)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await close()
  })

  test('bears what somebody else wrote in its place', async () => {
    const opened = await browsing.open(WALK, 'vi', {})
    for (const nonsense of ['{', '7', '"x"', 'null']) {
      await opened.page.evaluate(
        (text) => localStorage.setItem('stele-walk walks/nhi-thanh-tam-thanh', text),
        nonsense,
      )
      await opened.page.reload()
      const walk = opened.page.locator('[data-module=walk]').first()
      await soon(() => walk.innerText()).toContain('Đã đến 0 trong 2 điểm.')
    }
    expect(unexpected(opened)).toEqual([])
    await opened.close()
  })
})
