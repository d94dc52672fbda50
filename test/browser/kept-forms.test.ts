/** Whatever is typed at the desk is there again after a crash, a way back or a session that ended, until it is saved. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { STREET_SIGN } from '../web/trial-content.ts'
import { accept, describeAtDesk, PASSWORD, signedInPublisher } from './desk.ts'

const FACTS = '/admin/entries/streets/hoang-van-thu/facts'

describeAtDesk('forms of the desk', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`
  let count = 0
  const editor = async () => {
    const page = await desk.window()
    const email = `giu-${++count}@example.gov.vn` as Email
    await accept(page, await desk.invite({ email }), `Người Giữ ${count}`)
    return { page, email }
  }
  const kept = (page: Page, words: string) =>
    page.waitForFunction((text) => JSON.stringify(localStorage).includes(text), words)
  /** As after a power cut: the first window never said goodbye. */
  const crashed = async (page: Page, path: string) => {
    const after = await page.context().newPage()
    await after.goto(at(path))
    return after
  }
  const mark = (page: Page) => page.locator('.kept-mark').first()
  const notice = (page: Page) => page.locator('.kept-notice')

  test('of facts come back after a crash: fields, choices, boxes and rows that were added', async () => {
    const { page } = await editor()
    await page.goto(at(FACTS))
    expect(await mark(page).textContent()).toBe('đã lưu trên máy chủ')
    const rows = await page.locator('[id^="namings-"][id$="-body"]').count()
    await page.click('button[value="more-namings"]')
    await page.waitForURL(/#namings$/)
    await page.fill(`#namings-${rows}-body`, 'UBND phường giữ chữ')
    await page.selectOption('#names-0-kind', 'former')
    await page.check('#names-0-remove')
    await kept(page, 'UBND phường giữ chữ')
    expect(await mark(page).textContent()).toMatch(/^đã giữ trên máy này lúc \d\d:\d\d$/)
    const after = await crashed(page, FACTS)
    await notice(after).waitFor()
    expect(await after.inputValue(`#namings-${rows}-body`)).toBe('UBND phường giữ chữ')
    expect(await after.inputValue('#names-0-kind')).toBe('former')
    expect(await after.isChecked('#names-0-remove')).toBe(true)
    expect(await notice(after).textContent()).toContain('giữ trên máy này từ')
    await after.getByText('Bỏ, lấy lại bản đã lưu').click()
    expect(await after.inputValue('#names-0-kind')).toBe('official')
    expect(await after.locator(`#namings-${rows}-body`).count()).toBe(0)
    await after.reload()
    expect(await notice(after).count()).toBe(0)
    expect(await after.evaluate(() => localStorage.length)).toBe(0)
  }, 60_000)

  test('of facts come back after going back, and after a session that ended; saved, nothing does', async () => {
    const { page, email } = await editor()
    await page.goto(at(FACTS))
    await page.fill('#extent-to', 'cầu Kỳ Lừa')
    // Faster than the pause of typing.
    await page.goto(at('/admin/entries'))
    await page.goBack()
    expect(await page.inputValue('#extent-to')).toBe('cầu Kỳ Lừa')
    await notice(page).waitFor()

    await page.context().clearCookies()
    await page.fill('#extent-to', 'cầu Kỳ Cùng')
    await page.press('#extent-to', 'Enter')
    await page.getByText('Phiên làm việc đã hết').waitFor()
    await page.fill('#email', email)
    await page.fill('#password', PASSWORD)
    await page.click('main form button')
    await page.waitForURL(at(FACTS))
    expect(await page.inputValue('#extent-to')).toBe('cầu Kỳ Cùng')

    await page.fill('#extent-from', 'phố Bờ Sông')
    await page.fill('#extent-source', 's1')
    await page.press('#extent-to', 'Enter')
    await page.getByText('Đã lưu dữ kiện').waitFor()
    expect(await notice(page).count()).toBe(0)
    expect(await mark(page).textContent()).toBe('đã lưu trên máy chủ')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    expect((await page.context().cookies()).map(({ name }) => name).join()).not.toContain('saved')
  }, 60_000)

  test('that are refused are kept as they came back, and go once they are saved', async () => {
    const { page } = await editor()
    await page.goto(at('/admin/entries/new'))
    await page.check('[name=kind][value=place]')
    await page.fill('#name', 'Chợ Giữ')
    await page.check('[name=noSource]')
    await page.click('button[value=propose]')
    await page.waitForURL(/#slug$/)
    await page.fill('#slug', 'SAI ĐỊA CHỈ')
    await page.press('#slug', 'Enter')
    await page.locator('.errors').waitFor()
    const after = await crashed(page, '/admin/entries/new')
    expect(await after.inputValue('#name')).toBe('Chợ Giữ')
    expect(await after.isChecked('[value=place]')).toBe(true)
    expect(await after.inputValue('#slug')).toBe('SAI ĐỊA CHỈ')
    await after.fill('#slug', 'cho-giu')
    await after.press('#slug', 'Enter')
    await after.waitForURL(/cho-giu\/facts\?created=1/)
    await after.goto(at('/admin/entries/new'))
    expect(await notice(after).count()).toBe(0)
    expect(await after.inputValue('#name')).toBe('')
  }, 60_000)

  test('meet what another has saved meanwhile as a conflict, and lose nothing by it', async () => {
    const [{ page: one }, { page: two }] = [await editor(), await editor()]
    await one.goto(at(FACTS))
    const typed = { from: 'phố Một', to: 'phố Hai', source: 's1' }
    for (const [key, words] of Object.entries(typed)) await one.fill(`#extent-${key}`, words)
    await kept(one, 'phố Hai')
    await two.goto(at(FACTS))
    await two.fill('#names-1-text', 'Hoang Van Thu Road')
    await two.press('#names-1-text', 'Enter')
    await two.getByText('Đã lưu dữ kiện').waitFor()
    const after = await crashed(one, FACTS)
    expect(await after.inputValue('#extent-from')).toBe('phố Một')
    await after.press('#extent-from', 'Enter')
    await after.locator('.doubts h2').waitFor()
    expect(await after.inputValue('#extent-from')).toBe('phố Một')
    expect(await after.inputValue('#names-1-text')).toBe('Hoang Van Thu Road')
    await after.press('#extent-from', 'Enter')
    await after.getByText('Đã lưu dữ kiện').waitFor()
    expect(await notice(after).count()).toBe(0)
    expect(await after.inputValue('#extent-from')).toBe('phố Một')
    expect(await after.inputValue('#names-1-text')).toBe('Hoang Van Thu Road')
  }, 60_000)

  test('in two windows do not write over each other: both can be had again', async () => {
    const { page } = await editor()
    const second = await page.context().newPage()
    for (const one of [page, second]) await one.goto(at(FACTS))
    await page.fill('#extent-to', 'cửa sổ một')
    await kept(page, 'cửa sổ một')
    await second.fill('#extent-to', 'cửa sổ hai')
    await kept(second, 'cửa sổ hai')
    const after = await crashed(page, FACTS)
    expect(await after.inputValue('#extent-to')).toBe('cửa sổ hai')
    await after.getByText('Lấy bản gõ ở cửa sổ khác').click()
    expect(await after.inputValue('#extent-to')).toBe('cửa sổ một')
    await after.getByText('Lấy bản gõ ở cửa sổ khác').click()
    expect(await after.inputValue('#extent-to')).toBe('cửa sổ hai')
  }, 60_000)

  test('show nobody what somebody else typed on the same device', async () => {
    const { page } = await editor()
    await page.goto(at(FACTS))
    await page.fill('#extent-to', 'của riêng tôi')
    await kept(page, 'của riêng tôi')
    await page.context().clearCookies()
    await accept(page, await desk.invite({ email: 'sau@example.gov.vn' as Email }), 'Người Đến Sau')
    await page.goto(at(FACTS))
    expect(await page.inputValue('#extent-to')).not.toBe('của riêng tôi')
    expect(await notice(page).count()).toBe(0)
    await kept(page, 'của riêng tôi')
  }, 60_000)

  test('say so where the device is full', async () => {
    const { page } = await editor()
    await page.goto(at(FACTS))
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.fill('#extent-to', 'không giữ được')
    await page.getByText('Máy này không giữ được').waitFor()
    expect(await page.getAttribute('.kept-mark', 'role')).toBe('alert')
  }, 60_000)

  test('of signs, orders, notes and invitations keep too; a secret never is', async () => {
    const page = await signedInPublisher(desk)
    const forms: [path: string, field: string, words: string][] = [
      ['/admin/signs/new?entry=streets/hoang-van-thu', '#placement', 'cột điện số 7'],
      [`/admin/signs/${STREET_SIGN}`, '#placement', 'trước cửa chợ'],
      [`/admin/signs/${STREET_SIGN}`, '#reason', 'xe đâm đổ'],
      ['/admin/orders/new', '#more', 'ABCDEF, GHJKMN'],
      ['/admin/editors', '#email', 'gui-sau@example.gov.vn'],
      ['/admin/entries/streets/hoang-van-thu/vi', '#note-to-1', 'Đoạn này thiếu nguồn.'],
    ]
    for (const [path, field, words] of forms) {
      await page.goto(at(path))
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true
      })
      await page.fill(field, words)
      await kept(page, words)
      const after = await crashed(page, path)
      expect(await after.inputValue(field), path).toBe(words)
      expect(await after.isVisible(field), path).toBe(true)
      await after.close()
    }
    await page.goto(at('/admin/signs/new?entry=streets/hoang-van-thu'))
    await page.click('button[formmethod=get]')
    await page.waitForURL(/placement=/)
    expect(await page.inputValue('#placement')).toBe('cột điện số 7')
    const after = await crashed(page, '/admin/signs/new?entry=streets/hoang-van-thu')
    expect(await after.inputValue('#placement')).toBe('cột điện số 7')
    await after.getByRole('button', { name: 'Cấp mã' }).click()
    await after.waitForURL(/\/admin\/signs\/\w{6}$/)
    await page.close()

    await after.goto(at('/admin/account'))
    await after.fill('#passwordNow', PASSWORD)
    await after.waitForTimeout(600)
    expect(await after.evaluate(() => JSON.stringify(localStorage))).not.toContain(PASSWORD)
  }, 90_000)

  test('describe a picture under its own name, whatever came before it meanwhile', async () => {
    const { page } = await editor()
    const path = '/admin/entries/streets/hoang-van-thu/media'
    await page.goto(at(path))
    const send = async (name: string) => {
      const [red, green, blue] = [...name].map((letter) => letter.charCodeAt(0) % 256)
      const made = await page.evaluate(async (colour) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 900, height: 600 })
        const context = canvas.getContext('2d')
        if (context) context.fillStyle = colour
        context?.fillRect(0, 0, 900, 600)
        const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
        return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
      }, `rgb(${red} ${green} ${blue})`)
      await page.setInputFiles('#file', {
        name,
        mimeType: 'image/jpeg',
        buffer: Buffer.from(made),
      })
      await page.click('.drop button')
      await page.waitForURL(/sent=1/)
    }
    await send('nui.jpg')
    const author = (file: string) => page.locator(`[data-row="${file}"] input[id$="-author"]`)
    await author('nui.jpg').fill('Người Chụp Núi')
    await kept(page, 'Người Chụp Núi')
    await send('ao.jpg')
    // Typed words would be lost on the way to the new list; they are not.
    await page.getByText('Xem tệp vừa nhận').click()
    await author('ao.jpg').waitFor()
    expect(await author('nui.jpg').inputValue()).toBe('Người Chụp Núi')
    expect(await author('ao.jpg').inputValue()).toBe('')
  }, 60_000)
})
