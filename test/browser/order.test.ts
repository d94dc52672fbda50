/** From an approved entry to a sign on the wall: a code, an order, a parcel, the file in it; with the keyboard alone. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { decodeAll, render, textOf } from '../print/decode.ts'
import { describeAtDesk, expectSound, signedInPublisher } from './desk.ts'

const ENTRY = 'places/cho-thu'
const SPOT = 'Đầu phố, cột thứ nhất bên phải, cạnh cổng chợ Ễ Ộ'

/** Goes on with the Tab key until the element has the focus; on a page of the desk that is never far. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 150; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not come to ${target}`)
}

async function type(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
}

async function press(page: Page, role: 'button' | 'link', name: string): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: true }))
  await page.keyboard.press('Enter')
}

describeAtDesk('an order', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`

  test(
    'leads from a new code to a file whose symbol opens the page',
    { timeout: 180_000 },
    async () => {
      const page = await signedInPublisher(desk)
      await page.goto(at(`/admin/signs/new?entry=${ENTRY}`))
      await type(page, 'Nơi đặt', SPOT)
      await type(page, 'Tâm mã cao (mm)', '1500')
      await type(page, 'Đọc từ xa (mm)', '600')
      await press(page, 'button', 'Tính lại cỡ mã')
      await page
        .getByText(SPOT)
        .or(page.locator(`[value="${SPOT}"]`))
        .first()
        .waitFor()
      await expectSound(page)
      await press(page, 'button', 'Cấp mã')
      await page.waitForURL(/\/admin\/signs\/[2-9A-HJ-NP-Z]{6}$/)
      const code = page.url().split('/').at(-1) ?? ''
      await page.locator('img[alt="Mặt biển như sẽ in hôm nay"], svg').first().waitFor()
      await expectSound(page)

      await page.goto(at(`/admin/orders/new?entry=${ENTRY}`))
      // What was filtered comes ticked; the sign that hangs there already stays as it is.
      await tabTo(page, page.locator(`[name=codes]:not([value="${code}"])`).first())
      await page.keyboard.press('Space')
      await tabTo(page, page.getByLabel('Mẫu', { exact: true }))
      await page.keyboard.type('placard-150')
      await tabTo(page, page.getByLabel('Chỉ là bản nháp: mọi mặt biển mang chữ NHÁP'))
      await page.keyboard.press('Space')
      await press(page, 'button', 'Lập đơn')
      await page.waitForURL(/\/admin\/orders\/[A-Z]+-\d{4}-\d{3}$/)
      await expectSound(page)
      const order = page.url().split('/').at(-1) ?? ''

      await press(page, 'button', 'Làm gói in')
      await page.getByText(/^Làm xong/).waitFor({ timeout: 90_000 })
      await expectSound(page)
      await type(page, 'Gửi cho ai', 'Cơ sở làm biển Kỳ Lừa')
      await press(page, 'button', 'Tạo địa chỉ')
      const address = await page.inputValue('#link')

      // The contractor has no account: an address is all it takes.
      const contractor = await desk.window()
      await contractor.goto(address)
      await expectSound(contractor)
      const downloading = contractor.waitForEvent('download')
      await tabTo(contractor, contractor.getByRole('link', { name: /^Tải gói in/ }))
      await contractor.keyboard.press('Enter')
      const download = await downloading
      const files = unzipSync(readFileSync(await download.path()))
      const path = Object.keys(files).find((one) => one.startsWith(`${order}/print/${code}__`))
      expect(path, Object.keys(files).join('\n')).toMatch(/placard-150x200@\d+.*\.pdf$/)
      const pdf = files[path ?? '']
      const [symbol = ''] = await decodeAll(await render(pdf!, 200))
      expect(symbol).toBe(at(`/${code}`).toUpperCase())
      expect((await textOf(pdf!)).replace(/\s+/g, ' ')).toContain('Chợ Thử')

      await contractor.goto(address)
      await type(contractor, 'Lời nhắn (không bắt buộc)', 'Đủ một kiện')
      await contractor.keyboard.press('Enter')
      await contractor.getByText('Đủ một kiện').waitFor()
      await page.goto(at(`/admin/orders/${order}`))
      await page.getByText('Đủ một kiện').waitFor()

      // What was printed, as somebody's telephone reads it.
      const visitor = await desk.window()
      const { pathname } = new URL(symbol)
      await visitor.goto(at(pathname))
      expect(await visitor.textContent('h1')).toContain('Chợ Thử')
    },
  )
})
