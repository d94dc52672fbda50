/** Where the reader stands: asked of the phone at a tap, used on the phone, told to nobody. */
import { test } from 'vitest'
import { describeInBrowser, expect, soon, unexpected } from './browser.ts'

const PATH = '/vi/places/cho-thu'
/** 300 m south of the trial market and what lies beside it. */
const STANDING = { latitude: 21.84742, longitude: 106.76121, accuracy: 8 }

describeInBrowser('what lies near', (browsing) => {
  test('is measured anew from the phone’s own place, and no request tells of it', async () => {
    const options = { geolocation: STANDING, permissions: ['geolocation'] }
    const opened = await browsing.open(PATH, 'vi', options)
    const { page } = opened
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const line = page.locator('[data-module=nearby] li').first().locator('small > span')
    expect(await line.innerText()).toContain('khoảng 10 m')
    await page.getByRole('button', { name: 'Tính từ chỗ tôi đang đứng' }).click()
    await expectText(line, 'khoảng 300 m về phía bắc, 4 phút đi bộ')
    expect(asked).toEqual(['/static/nearby.js'])
    expect(opened.strangers).toEqual([])
    expect(unexpected(opened)).toEqual([])
    await opened.close()
  })

  test('stays as it was when the phone says nothing, and the page says so', async () => {
    const opened = await browsing.open(PATH, 'en', { permissions: [] })
    const { page } = opened
    await page.evaluate(() => {
      navigator.geolocation.getCurrentPosition = (_found, refused) =>
        refused?.({ code: 1 } as GeolocationPositionError)
    })
    await page.locator('[data-module=nearby] button').click()
    await expectText(
      page.locator('[data-module=nearby] [role=status]'),
      'Máy không cho biết vị trí',
    )
    expect(await page.locator('[data-module=nearby] li').first().innerText()).toContain(
      'khoảng 10 m',
    )
    await opened.close()
  })
})

async function expectText(at: { innerText: () => Promise<string> }, wanted: string): Promise<void> {
  await soon(() => at.innerText()).toContain(wanted)
}
