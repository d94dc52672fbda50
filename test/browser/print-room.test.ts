/** From the list of signs that are ready to the faces of an order, and to an order that is taken back. */
import { expect, test } from 'vitest'
import { describeAtDesk, expectSound, signedInPublisher } from './desk.ts'

describeAtDesk('a print buyer', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`

  test(
    'sees what keeps signs back, looks at faces, orders and cancels',
    { timeout: 120_000 },
    async () => {
      const page = await signedInPublisher(desk)
      await page.goto(at('/admin/'))
      await page.getByRole('link', { name: 'Biển sẵn sàng đặt in' }).click()
      await page.getByLabel('Tên, hoặc mã biển').fill('cho thu')
      await page.getByRole('button', { name: 'Lọc' }).click()
      await page
        .getByText(/Chưa khảo sát/)
        .first()
        .waitFor()
      await expectSound(page)
      await page.goto(at('/admin/orders/new?entry=places/cho-thu'))
      await page.getByRole('button', { name: 'Vẽ những biển đã chọn' }).click()
      const face = page.locator('.proofs img').first()
      await face.scrollIntoViewIfNeeded()
      await expect
        .poll(() => face.evaluate((image) => (image as HTMLImageElement).naturalWidth), {
          timeout: 30_000,
        })
        .toBeGreaterThan(0)
      await expectSound(page)
      await page.getByRole('button', { name: 'Lập đơn' }).click()
      await page.waitForURL(/\/admin\/orders\/[A-Z]+-\d{4}-\d{3}$/)
      await page.getByLabel('Vì sao hủy').fill('Sai mẫu')
      await page.getByRole('button', { name: 'Hủy đơn này' }).click()
      await page.getByText('Sai mẫu').waitFor()
      await expectSound(page)
      expect(await page.getByRole('button', { name: 'Làm gói in' }).count()).toBe(0)
      expect(desk.wrong).toEqual([])
    },
  )
})
