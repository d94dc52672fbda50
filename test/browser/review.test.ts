/** The room of review as the head of section uses it: the keyboard alone, then a finger. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { listEntries } from '../../src/store/entries.ts'
import { listSettlements } from '../../src/store/settlements.ts'
import { accept, describeAtDesk, expectSound, type AtDesk } from './desk.ts'

describeAtDesk('the room of review', (desk: AtDesk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`
  const approved = async () =>
    (await listEntries(desk.site.services.db)).filter(
      ({ facts }) => facts.review.state === 'approved',
    ).length

  async function reviewing(email: string): Promise<Page> {
    const page = await desk.window()
    await accept(page, await desk.invite({ role: 'reviewer', email: email as Email }), 'Vi Văn Sơn')
    await page.goto(at('/admin/review'))
    return page
  }

  test(
    'one key approves an entry and leads to the next; another settles a point',
    { timeout: 120_000 },
    async () => {
      const page = await reviewing('son@example.gov.vn')
      await expectSound(page)
      await page.getByRole('link', { name: 'Bắt đầu đọc' }).click()
      await expectSound(page)
      const first = page.url()
      await page.keyboard.press('j')
      await page.waitForURL((url) => url.href !== first)
      await page.keyboard.press('k')
      await page.waitForURL(first)

      // An entry with points: X opens the form of the first, Enter records it.
      await page.goto(at('/admin/review/streets/le-loi'))
      const points = Number(await page.locator('h2#points .number').textContent())
      expect(points).toBeGreaterThan(2)
      expect(await page.getByRole('button', { name: /^Thẩm định/ }).count()).toBe(0)
      for (let left = points; left > 0; left--) {
        await page.keyboard.press('x')
        await page.locator('details[open] input[name=document]').waitFor()
        // Typed once; the forms after it begin with the same document.
        if (left === points) await page.keyboard.type('Địa chí Lạng Sơn')
        expect(await page.locator('details[open] [name=document]').inputValue()).not.toBe('')
        // Letters in a field are letters.
        await page.keyboard.press('Tab')
        await page.keyboard.type('tr. aj')
        await page.keyboard.press('Enter')
        await page.locator(`h2#points .number:text-is("${left - 1}")`).waitFor()
      }
      const settled = await listSettlements(desk.site.services.db, 'streets/le-loi' as never)
      expect(settled.map(({ place }) => place)).toEqual(Array(points).fill('tr. aj'))
      await expectSound(page)

      await page.goto(at('/admin/review/streets/le-loi?filter=ready'))
      const before = await approved()
      await page.keyboard.press('a')
      await page.waitForURL((url) => !url.pathname.endsWith('/le-loi'))
      expect(await approved()).toBe(before + 1)
    },
  )

  test(
    'a document settles what it holds at once, and a text goes back with a note, by touch',
    { timeout: 120_000 },
    async () => {
      const page = await reviewing('hoa@example.gov.vn')
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(at('/admin/review/points?document='))
      const boxes = page.locator('input[name=point]')
      await boxes.nth(0).check()
      await boxes.nth(1).check()
      await page.fill('main [name=document]', 'Biên bản khảo sát')
      const before = (await listSettlements(desk.site.services.db)).length
      await page.getByRole('button', { name: 'Ghi nhận những điểm đã đánh dấu' }).click()
      await page.getByText('Đã ghi nhận 2 điểm').waitFor()
      expect((await listSettlements(desk.site.services.db)).length).toBe(before + 2)
      await expectSound(page)
      await page.goto(at('/admin/review/progress'))
      await expectSound(page)

      await page.goto(at('/admin/review/figures/le-loi'))
      await page.getByText('Trả lại kèm ghi chú').click()
      await page.selectOption('#return-place', { index: 1 })
      await page.fill('#return-note', 'Xin ghi rõ năm.')
      await page.getByRole('button', { name: 'Trả lại' }).click()
      await page.waitForLoadState()
      await page.goto(at('/admin/entries/figures/le-loi/vi'))
      await page.getByText('Xin ghi rõ năm.').first().waitFor()
    },
  )
})
