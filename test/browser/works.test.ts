/** A work is chosen for a source while somebody types, in a browser; and told anew, on the page that lists it. */
import { expect, test } from 'vitest'
import { describeAtDesk, expectSound, signedInPublisher } from './desk.ts'

describeAtDesk('works', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`

  test(
    'one is found, chosen for a new entry, and corrected everywhere',
    { timeout: 120_000 },
    async () => {
      const page = await signedInPublisher(desk)
      await page.goto(at('/admin/review/works'))
      await expectSound(page)
      const title = (await page.locator('ol.works li a').first().textContent()) ?? ''
      await page.getByRole('link', { name: title, exact: true }).click()
      await expectSound(page)

      await page.goto(at('/admin/entries/new'))
      await page.locator('input[name=kind][value=street]').check()
      await page.fill('#name', 'Đường Cây Đa')
      const asked = page.waitForResponse((answer) => answer.url().includes('/admin/choices/works'))
      await page.locator('#source').pressSequentially(title.slice(0, 12))
      await asked
      const offered = page.locator('#source-offers option').filter({ hasText: '' }).first()
      await offered.waitFor({ state: 'attached' })
      await page.fill('#source', (await offered.getAttribute('value')) ?? '')
      await page.getByRole('button', { name: 'Tạo mục từ' }).last().click()
      await page.waitForURL(/created=1/)
      expect(await page.inputValue('[name="sources-0-title"]')).not.toContain('[#')

      await page.goto(at('/admin/review/works'))
      await page.locator('ol.works li a').first().click()
      await page.locator('summary').click()
      await page.fill('#author', 'Nhiều tác giả')
      await page.getByRole('button', { name: /^Lưu ở/ }).click()
      await expectSound(page)
      expect(await page.textContent('main')).toContain('Đã lưu')
      await page.goto(at('/admin/review/works/alone'))
      await expectSound(page)
    },
  )
})
