/** The editor of a text, as people who do not know Markdown use it. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { accept, bodyOf, describeAtDesk, expectSound, saveText, typeBody } from './desk.ts'
import { FRAGMENTS } from './word-fragments.ts'

const STREET = '/admin/entries/streets/hoang-van-thu/vi'
const CONTENT = '.cm-content'

describeAtDesk('the text editor', (desk) => {
  const at = (path: string) => `${desk.site.address.replace('127.0.0.1', 'localhost')}${path}`
  let opened: Promise<Page> | null = null

  /** One window for all, its body emptied each time. */
  async function emptied(): Promise<Page> {
    opened ??= (async () => {
      const page = await desk.window()
      page.on('console', (line) => {
        // Looking into a frame that runs no script is refused; what is not looked into says nothing (below).
        if (line.type() === 'error' && !line.text().includes('is sandboxed'))
          desk.wrong.push(line.text())
      })
      const invited = { email: 'soan@example.gov.vn' as Email, role: 'reviewer' } as const
      await accept(page, await desk.invite(invited), 'Nông Thị Soạn')
      await page.goto(at(STREET))
      return page
    })()
    const page = await opened
    if (page.url() !== at(STREET)) await page.goto(at(STREET))
    await page.locator(CONTENT).press('Control+a')
    await page.keyboard.press('Delete')
    return page
  }

  const paste = (page: Page, html: string) =>
    page.evaluate((text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', text)
      clipboardData.setData('text/plain', 'chữ trơn')
      const init = { clipboardData, bubbles: true, cancelable: true }
      document.querySelector('.cm-content')?.dispatchEvent(new ClipboardEvent('paste', init))
    }, html)
  const tool = (page: Page, name: string) => page.click(`[data-tool=${name}]`)

  test('is a field with a name, a language and a limit, sound by day and by night', async () => {
    const page = await emptied()
    const content = page.getByRole('textbox', { name: 'Thân bài' })
    expect(await content.getAttribute('aria-multiline')).toBe('true')
    expect(await content.getAttribute('lang')).toBe('vi')
    expect(await content.getAttribute('spellcheck')).toBe('true')
    expect(await content.getAttribute('aria-describedby')).toBe('body-hint')
    await page.click('label[for=body]')
    await page.keyboard.type('Một')
    expect(await page.textContent('#body-hint .left')).toBe('còn 19.997')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('save')
    await page
      .frameLocator('#preview-phone iframe:not(.coming)')
      .getByText('Một', { exact: true })
      .waitFor()
    await expectSound(page)
  }, 30_000)

  test('is worked by the keyboard alone: tools by arrows, a heading, a list, a link, a citation', async () => {
    const page = await emptied()
    const { keyboard } = page
    await page.focus('#summary')
    await keyboard.press('Tab')
    const name = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['tool'])
    expect(await name()).toBe('bold')
    for (let i = 0; i < 2; i++) await keyboard.press('ArrowRight')
    expect(await name()).toBe('heading')
    await keyboard.press('Enter')
    await keyboard.type('Tên gọi')
    await keyboard.press('Enter')
    await keyboard.press('Enter')
    await keyboard.press('Control+b')
    await keyboard.type('Hoàng Văn Thụ')
    await keyboard.press('Control+b')
    await keyboard.type(' quê ở Lạng Sơn.')
    await keyboard.press('Shift+Tab')
    // Where it was left.
    expect(await name()).toBe('heading')
    await keyboard.press('End')
    for (let i = 0; i < 2; i++) await keyboard.press('ArrowLeft')
    expect(await name()).toBe('cite')
    await keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem')
    await keyboard.press('Enter')
    expect(await bodyOf(page)).toBe('## Tên gọi\n\n**Hoàng Văn Thụ** quê ở Lạng Sơn [^s1].')
    await keyboard.press('Control+End')
    await keyboard.type('\n\n- một\nhai\n\nXem ')
    await keyboard.press('Control+k')
    await page.fill('#link-words', 'trang tỉnh')
    for (const wrong of ['javascript:alert(1)', 'data:text/html,x']) {
      await page.fill('#link-address', wrong)
      await keyboard.press('Enter')
      expect(await page.textContent('#link-problem')).toContain('không dùng được')
    }
    await page.fill('#link-address', 'langson.gov.vn')
    await keyboard.press('Enter')
    expect(await bodyOf(page)).toContain(
      '\n\n- một\n- hai\n\nXem [trang tỉnh](https://langson.gov.vn)',
    )
    await keyboard.press('Control+z')
    expect(await bodyOf(page)).not.toContain('trang tỉnh')
    await keyboard.press('Control+s')
    await page.getByText('Đã lưu thành lần sửa').waitFor()
  }, 30_000)

  test('has a tool for tables, quotes, numbers and passages that are withheld', async () => {
    const page = await emptied()
    await page.keyboard.insertText('Bí mật.')
    await page.keyboard.press('Control+a')
    await tool(page, 'withheld')
    expect(await bodyOf(page)).toBe('::withheld Bí mật. ::')
    expect(await page.textContent('#tool-status')).toContain('bàn biên tập')
    await tool(page, 'undo')
    await tool(page, 'quote')
    expect(await bodyOf(page)).toBe('> Bí mật.')
    await tool(page, 'numbers')
    expect(await bodyOf(page)).toBe('1. Bí mật.')
    await tool(page, 'numbers')
    await page.keyboard.press('Control+End')
    await tool(page, 'table')
    expect(await bodyOf(page)).toBe('Bí mật.\n\n| Cột 1 | Cột 2 |\n| --- | --- |\n|  |  |\n|  |  |')
  })

  test('cites a source of the list with one press, before the stop of the sentence', async () => {
    const page = await emptied()
    await page.keyboard.insertText('Ông sinh năm 1909.')
    await page.getByRole('button', { name: 'Chèn [^s2]' }).click()
    await page.getByRole('button', { name: 'Chèn [^s1]' }).click()
    expect(await bodyOf(page)).toBe('Ông sinh năm 1909 [^s2][^s1].')
  })

  test('takes Vietnamese as input methods compose it', async () => {
    const page = await emptied()
    const keys = await page.context().newCDPSession(page)
    await page.keyboard.insertText('Đường ')
    for (const text of ['t', 'ti', 'tiê', 'tiế', 'tiến']) {
      const caret = { selectionStart: text.length, selectionEnd: text.length }
      await keys.send('Input.imeSetComposition', { text, ...caret })
    }
    await keys.send('Input.insertText', { text: 'tiếng' })
    await page.keyboard.insertText(' Việt')
    expect(await bodyOf(page)).toBe('Đường tiếng Việt')
    expect(await page.textContent(CONTENT)).toBe('Đường tiếng Việt')
  })

  test.each(FRAGMENTS)('takes in $name', async ({ html, markdown, said }) => {
    const page = await emptied()
    await paste(page, html)
    expect(await bodyOf(page)).toBe(markdown)
    const status = (await page.textContent('#tool-status')) ?? ''
    expect(status).toContain('Đã dán')
    if (said) expect(status).toContain(said)
  })

  test('takes the clipboard as plain words where nothing in it is formatted', async () => {
    const page = await emptied()
    await paste(page, '<meta charset="utf-8"><span>chữ trơn</span>')
    expect(await bodyOf(page)).toBe('chữ trơn')
  })

  test('shows the page, the print and the speech of what is typed, in tabs', async () => {
    const page = await emptied()
    await typeBody(
      page,
      'Xem thử ngay [^s1].\n\n## Đề mục\n\n::withheld Không ai nghe. ::',
      'empty',
    )
    const frame = page.frameLocator('#preview-phone iframe:not(.coming)')
    await frame.getByText('Xem thử ngay').waitFor()
    expect(await frame.locator('body').textContent()).not.toContain('Không ai nghe')
    expect(await page.locator('#preview-phone iframe').getAttribute('sandbox')).toBe(
      'allow-same-origin',
    )
    await page.getByRole('tab', { name: 'Điện thoại' }).focus()
    await page.keyboard.press('ArrowRight')
    const placard = page.getByRole('tabpanel', { name: 'Biển' })
    await placard.getByText('In 1 trên 3 đoạn').waitFor()
    expect(await placard.textContent()).toContain('Xem thử ngay.')
    await page.keyboard.press('ArrowRight')
    const heard = page.getByRole('tabpanel', { name: 'Nghe' })
    await heard.getByText('Xem thử ngay.', { exact: true }).waitFor()
    expect(await heard.textContent()).not.toMatch(/Không ai nghe|\[\^s1\]|##/)
    expect(await heard.textContent()).toContain('giọng đọc Tiếng Việt')
    await typeBody(page, ' Câu mới.', 'empty')
    await heard.getByText('Câu mới.').waitFor()
    await expectSound(page)
  }, 30_000)

  test('writes nothing to the console, neither it nor the page in its frame', async () => {
    const page = await desk.window()
    const lines: string[] = []
    page.on('console', (line) => lines.push(line.text()))
    const email = 'lang@example.gov.vn' as Email
    await accept(page, await desk.invite({ email }), 'Lặng Lẽ')
    await page.goto(at(STREET))
    await page.locator('#preview-phone iframe:not(.coming)').waitFor()
    await page.waitForTimeout(500)
    expect(lines).toEqual([])
  }, 30_000)

  test('finds while one types, says how much politely, and leads to the line', async () => {
    const page = await emptied()
    await typeBody(page, 'Đúng [^s1].\n\nSai nguồn [^s77].', 'empty')
    const link = page.locator('#findings-list a[data-field=body]').first()
    await page.locator('#findings-list').getByText('s77').first().waitFor()
    expect(await page.textContent('#findings-status')).toMatch(/Có \d điều cần xem/)
    expect(await link.textContent()).toBe('Dòng 3')
    await link.click()
    await page.keyboard.insertText('>>')
    expect(await bodyOf(page)).toContain('\n>>Sai nguồn')
    await page.fill('#summary', 'Không có dấu chấm')
    await page.locator('#findings-list a[data-field=summary]').first().click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('summary')
  })

  test('keeps a draft through a crash, and gives the saved text back when asked', async () => {
    const page = await emptied()
    await typeBody(page, 'Mất điện giữa chừng.', 'empty')
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('Mất điện giữa'))
    const after = await page.context().newPage()
    await after.goto(at(STREET))
    expect(await after.textContent(CONTENT)).toContain('Mất điện giữa chừng.')
    await after.getByText('Bỏ, lấy lại bản đã lưu').click()
    expect(await after.textContent(CONTENT)).not.toContain('Mất điện')
    expect(await bodyOf(after)).not.toContain('Mất điện')
    await after.close()
  })

  test('lets nothing be sent for review that does not stand on the screen', async () => {
    const page = await emptied()
    await typeBody(page, 'Bản để duyệt [^s1].', 'empty')
    await saveText(page)
    const ask = page.getByRole('button', { name: 'Gửi duyệt lần sửa' })
    const why = page.locator('#needs-saved')
    expect(await ask.isEnabled()).toBe(true)
    expect(await why.isVisible()).toBe(false)
    await typeBody(page, ' Thêm.')
    expect(await ask.isDisabled()).toBe(true)
    expect(await why.textContent()).toContain('chưa lưu')
    // At night and by day: a sentence that can be read.
    await expectSound(page)
    await page.locator(CONTENT).press('Control+z')
    expect(await bodyOf(page)).toBe('Bản để duyệt [^s1].')
    expect(await ask.isEnabled()).toBe(true)
    // What comes back from the device is not saved either.
    await page.fill('#summary', 'Chưa lưu.')
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('Chưa lưu.'))
    await page.reload()
    expect(await page.inputValue('#summary')).toBe('Chưa lưu.')
    expect(await ask.isDisabled()).toBe(true)
    await page.click('#save')
    await page.getByText('Đã lưu thành lần sửa').waitFor()
    await ask.click()
    await page.getByText('Nông Thị Soạn gửi duyệt').waitFor()
  }, 30_000)

  test('takes notes to a paragraph, follows it when it moves, and settles them with an answer', async () => {
    const page = await emptied()
    const first = 'Đoạn một nói về con đường dài nhất của phường [^s1].'
    await typeBody(
      page,
      `${first}\n\nĐoạn hai nói về dòng sông chảy ngược lên phía bắc [^s1].`,
      'empty',
    )
    await saveText(page)
    await page.getByText('Ghi chú vào từng đoạn').click()
    await page.getByText('Ghi chú đoạn 2').click()
    await page.getByLabel('Ghi chú cho đoạn 2').fill('Sông nào?')
    await page.getByRole('button', { name: 'Gửi ghi chú' }).click()
    await page.getByText('Chưa xong: 1').waitFor()
    await expectSound(page)
    // The paragraph moves to the top and gains a word; a new one goes between.
    const moved = 'Đoạn hai nói về dòng sông Kỳ Cùng chảy ngược lên phía bắc [^s1].'
    await typeBody(page, `${moved}\n\nĐoạn chen giữa.\n\n${first}`, 'empty')
    await saveText(page)
    const note = page.locator('.notes > li')
    expect(await note.textContent()).toContain('Đoạn 1')
    expect(await note.textContent()).toContain('đoạn đã sửa')
    await page.goto(at('/admin/'))
    await page
      .locator('section', { hasText: 'Ghi chú ở bài của bạn' })
      .getByRole('link')
      .first()
      .click()
    await note.getByText('Đánh dấu đã xong').first().click()
    await note.getByLabel('Trả lời').fill('Sông Kỳ Cùng.')
    await note.getByRole('button', { name: 'Đánh dấu đã xong' }).click()
    await page.getByText('Không có ghi chú nào chưa xong').waitFor()
    await page.getByText('Đã xong: 1').click()
    expect(await page.textContent('.notes.done')).toContain('→ Sông Kỳ Cùng.')
  }, 30_000)
})
