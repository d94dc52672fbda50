/** From an invitation to what a visitor reads at the sign, as the people do it. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { oneTimePassword } from '../web/both/one-time-password.ts'
import { STREET_SIGN } from '../web/trial-content.ts'
import {
  accept,
  bodyOf,
  describeAtDesk,
  expectSound,
  PASSWORD,
  saveText,
  typeBody,
} from './desk.ts'

const STREET = '/admin/entries/streets/hoang-van-thu'
const NEW = {
  vi: 'Biển này vừa được viết lại trong một buổi chiều, ở Ễ Ộ Ữ.',
  en: 'This sign was rewritten in one afternoon.',
  'zh-Hans': '这块牌子是一个下午重写的。',
}

describeAtDesk('the desk', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`

  async function addParagraph(page: Page, locale: string, words: string) {
    await page.goto(at(`${STREET}/${locale}`))
    await typeBody(page, `\n\n${words}`)
    const followed = page.locator('[name=followed]')
    if ((await followed.count()) > 0) await followed.check()
    await saveText(page)
    await page.getByText('Gửi duyệt lần sửa').click()
  }

  test('leads from an invitation to a sign read in three languages', async () => {
    const publisher = await desk.window()
    await publisher.goto(await desk.invite({ purpose: 'set-up', email: null, role: 'publisher' }))
    await expectSound(publisher)
    await publisher.fill('#name', 'Nguyễn Thị Lan')
    await publisher.fill('#email', 'lan@example.gov.vn')
    await publisher.fill('#password', PASSWORD)
    await publisher.click('main form button')
    await expectSound(publisher)
    await publisher.fill('#password', PASSWORD)
    await publisher.click('main form button')
    const key = (await publisher.textContent('.key')) ?? ''
    await publisher.fill('#code', await oneTimePassword(key.trim()))
    await publisher.click('main form button')
    await expectSound(publisher)

    // She invites a translator, who gets the address by whatever way she likes.
    await publisher.goto(at('/admin/editors'))
    await expectSound(publisher)
    await publisher.fill('#name', 'Hoàng Văn Tú')
    await publisher.fill('#email', 'tu@example.gov.vn')
    await publisher.check('#role [value=translator]')
    for (const locale of ['en', 'zh-Hans']) await publisher.check(`#locales [value=${locale}]`)
    await publisher.getByText('Tạo lời mời').click()
    const address = await publisher.inputValue('#link')

    const editor = await desk.window()
    await accept(editor, await desk.invite({ email: 'be@example.gov.vn' as Email }), 'Bế Thị Hoa')
    await addParagraph(editor, 'vi', NEW.vi)
    await expectSound(editor)

    const reviewer = await desk.window()
    const invited = { email: 'vi@example.gov.vn' as Email, role: 'reviewer' } as const
    await accept(reviewer, await desk.invite(invited), 'Vi Văn Sơn')
    const approve = async (locale: string) => {
      await reviewer.goto(at(`${STREET}/${locale}`))
      await reviewer.getByText('Duyệt', { exact: true }).click()
    }
    const publish = async (locale: string) => {
      await publisher.goto(at(`${STREET}/${locale}`))
      await publisher.getByText(/^Công bố lần sửa/).click()
    }
    await approve('vi')
    await expectSound(reviewer)
    await publish('vi')

    const translator = await desk.window()
    await translator.goto(address)
    await translator.fill('#name', 'Hoàng Văn Tú')
    await translator.fill('#password', PASSWORD)
    await translator.click('main form button')
    await translator.goto(at(`${STREET}/en`))
    expect(await translator.textContent('.source ins')).toContain('vừa được viết lại')
    await expectSound(translator)
    for (const locale of ['en', 'zh-Hans'] as const) {
      await addParagraph(translator, locale, NEW[locale])
      await approve(locale)
      await publish(locale)
    }

    const visitor = await desk.window()
    for (const [locale, words] of Object.entries(NEW)) {
      await visitor.goto(at(`/${STREET_SIGN}/${locale}`))
      expect(await visitor.textContent('main')).toContain(words)
    }
    await publisher.goto(at(`${STREET}/vi/history`))
    await expectSound(publisher)
    await publisher.getByRole('link', { name: '2', exact: true }).click()
    await expectSound(publisher)
  }, 240_000)

  test('is worked by the keyboard alone', async () => {
    const page = await desk.window()
    const { keyboard } = page
    await page.goto(await desk.invite({ email: 'phim@example.gov.vn' as Email }))
    const reach = async (isThere: () => Promise<boolean>) => {
      for (let i = 0; i < 80 && !(await isThere()); i++) await keyboard.press('Tab')
      expect(await isThere()).toBe(true)
    }
    const focused = (selector: string) => () =>
      page.evaluate((one) => document.activeElement?.matches(one) === true, selector)
    await reach(focused('#name'))
    await keyboard.type('Lý Thị Phím')
    await reach(focused('#password'))
    await keyboard.type(PASSWORD)
    await keyboard.press('Enter')
    await page.waitForURL(at('/admin/'))
    await page.goto(at(`${STREET}/vi`))
    await reach(focused('#summary'))
    await keyboard.press('Control+End')
    await keyboard.type(' Gõ bằng bàn phím.')
    await reach(focused('#save'))
    await keyboard.press('Enter')
    await page.getByText('Đã lưu thành lần sửa').waitFor()
    await reach(
      async () =>
        (await page.evaluate(() => document.activeElement?.textContent))?.startsWith(
          'Gửi duyệt',
        ) === true,
    )
    await keyboard.press('Enter')
    await page.getByText('gửi duyệt').waitFor()
  }, 120_000)

  test('keeps what was typed through a crash, and through a session that ended meanwhile', async () => {
    const first = await desk.window()
    await accept(first, await desk.invite({ email: 'mat@example.gov.vn' as Email }), 'Mất Điện')
    await first.goto(at(`${STREET}/vi`))
    await typeBody(first, '\n\nViết dở thì mất điện.')
    await first.waitForFunction(() => JSON.stringify(localStorage).includes('mất điện'))
    const context = first.context()
    const after = await context.newPage()
    // As after a power cut: the first window never said goodbye.
    await after.goto(at(`${STREET}/vi`))
    expect(await bodyOf(after)).toContain('Viết dở thì mất điện.')
    expect(await after.textContent('form .good')).toContain('chưa lưu')

    await context.clearCookies()
    await typeBody(after, ' Rồi hết phiên.')
    await saveText(after)
    await after.getByText('Phiên làm việc đã hết').waitFor()
    // Meanwhile somebody else saves: what waits on the device is older than that, and still not lost.
    const other = await desk.window()
    await accept(other, await desk.invite({ email: 'kia@example.gov.vn' as Email }), 'Người Kia')
    await other.goto(at(`${STREET}/vi`))
    await other.fill('#summary', 'Người kia viết lại tóm tắt.')
    await saveText(other)
    await other.getByText('Đã lưu thành lần sửa').waitFor()
    await after.fill('#email', 'mat@example.gov.vn')
    await after.fill('#password', PASSWORD)
    await after.click('main form button')
    await after.waitForURL(at(`${STREET}/vi`))
    expect(await bodyOf(after)).toContain('Viết dở thì mất điện. Rồi hết phiên.')
    await saveText(after)
    await after.getByText(/Đã lưu thành lần sửa|đã được ghép/).waitFor()
    await after.reload()
    expect(await after.locator('form .good').count()).toBe(0)
    expect(await after.inputValue('#summary')).toBe('Người kia viết lại tóm tắt.')
    expect(await bodyOf(after)).toContain('Rồi hết phiên.')
  }, 120_000)

  test('lets two people write one text at once, and loses neither', async () => {
    const [one, two] = [await desk.window(), await desk.window()]
    await accept(one, await desk.invite({ email: 'mot@example.gov.vn' as Email }), 'Người Một')
    await accept(two, await desk.invite({ email: 'hai@example.gov.vn' as Email }), 'Người Hai')
    for (const page of [one, two]) await page.goto(at(`${STREET}/vi`))
    await typeBody(one, `Người một viết ở đầu.\n\n${await bodyOf(one)}`, 'empty')
    await saveText(one)
    await two.fill('#summary', 'Người hai viết lại tóm tắt.')
    await saveText(two)
    await two.getByText('đã được ghép').waitFor()
    expect(await bodyOf(two)).toContain('Người một viết ở đầu.')
    await one.goto(at(`${STREET}/vi`))
    await one.fill('#summary', 'Người một cũng viết lại.')
    await two.fill('#summary', 'Người hai lại viết lại.')
    await saveText(one)
    await saveText(two)
    await two.getByText('Hai người cùng sửa một chỗ').waitFor()
    expect(await two.textContent('.sides')).toContain('Người một cũng viết lại.')
    expect(await two.inputValue('#summary')).toBe('Người hai lại viết lại.')
  }, 120_000)

  test('can be used in English', async () => {
    const page = await desk.window()
    await accept(page, await desk.invite({ email: 'en@example.gov.vn' as Email }), 'Anh Ngữ')
    await page.getByText('English', { exact: true }).click()
    await page.goto(at(`${STREET}/en`))
    expect(await page.textContent('h1')).toContain('English')
    expect(await page.getAttribute('html', 'lang')).toBe('en')
    await expectSound(page)
  }, 120_000)
})
