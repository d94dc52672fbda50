/** What the desk says before it acts, by whose name, and what it remembers on the way. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'
import { ORIGIN } from './running.ts'

const ENTRY = '/admin/entries/streets/hoang-van-thu'

describe(`the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
  })
  const saved = async (browser: Browser, words: string) => {
    const fields = fieldsOf((await browser.get(`${ENTRY}/vi`)).text, `${ENTRY}/vi/revisions`)
    return browser.post(`${ENTRY}/vi/revisions`, { ...fields, summary: words })
  }

  test('says before a text is unpublished or removed what readers will find, and they find it', async () => {
    const { browser } = await desk.as('publisher')
    const visitor = desk.browser()
    const page = async (locale: string) => (await browser.get(`${ENTRY}/${locale}`)).text
    const before = await page('vi')
    expect(before).toContain('Trang /vi/streets/hoang-van-thu sẽ không còn chữ tiếng này')
    expect(before).toContain('English')
    expect(before).toMatch(/Ai quét biển 7K3 QXC[^<]* cũng đọc bản còn công bố/)
    expect(before).toContain('bấm “Lấy lại bài viết này”')
    await browser.post(`${ENTRY}/vi/publication/end`)
    await browser.post(`${ENTRY}/zh-Hans/removal`)
    expect((await visitor.get('/vi/streets/hoang-van-thu')).text).toContain('Hoàng Văn Thụ Street')
    const last = await page('en')
    expect(last).toContain('địa chỉ /en/streets/hoang-van-thu sẽ trả lời “không tìm thấy”')
    expect(last).toMatch(/Biển 7K3 QXC[^<]* sẽ hiện trang “Biển thật, nội dung đang được soạn”/)
    await browser.post(`${ENTRY}/en/publication/end`)
    expect((await visitor.get('/en/streets/hoang-van-thu')).status).toBe(404)
    const scanned = await visitor.get('/7K3QXC')
    expect(scanned.text).toContain('Biển thật, nội dung đang được soạn')
    expect(await page('en')).toContain('nên người đọc không thấy gì đổi')
    // As it was said to be undone.
    const number = '1'
    await (await desk.as('editor')).browser.post(`${ENTRY}/en/review`, { number })
    const asked = await page('en')
    const [, request] = /action="[^"]*\/review\/(\d+)"/.exec(asked) ?? []
    expect(asked).toContain('Đề nghị này là về lần sửa 1.')
    await browser.post(`${ENTRY}/en/review/${request}`, { decision: 'approved' })
    await browser.post(`${ENTRY}/en/publication`, { number })
    expect((await visitor.get('/en/streets/hoang-van-thu')).status).toBe(200)
  })

  test('says of withholding what it does, to those who may', async () => {
    const facts = async (role: 'publisher' | 'editor') =>
      (await (await desk.as(role)).browser.get('/admin/entries/streets/le-loi/facts')).text
    expect(await facts('publisher')).toContain(
      'địa chỉ /vi/streets/le-loi (mọi tiếng) trả lời “không tìm thấy”',
    )
    expect(await facts('editor')).not.toContain('mọi tiếng')
  })

  test('calls people by their names, never by their addresses', async () => {
    const { browser, editor } = await desk.as('editor', { name: 'Bế Thị Tên' })
    await saved(browser, 'Tóm tắt của chị Tên.')
    const number = /number" value="(\d+)"/.exec((await browser.get(`${ENTRY}/vi`)).text)?.[1] ?? ''
    await browser.post(`${ENTRY}/vi/review`, { number })
    await browser.post(`${ENTRY}/vi/notes`, { number, paragraph: '0', text: 'Xem lại.' })
    const facts = fieldsOf((await browser.get(`${ENTRY}/facts`)).text, `${ENTRY}/facts`)
    await browser.post(`${ENTRY}/facts`, { ...facts, 'names-1-text': 'Thu Road', do: 'save' })
    await browser.post(`${ENTRY}/signs`, { count: '1' })
    const { browser: other } = await desk.as('publisher')
    for (const path of ['/vi', '/vi/history', '/facts', '/facts/history', '/media']) {
      const { text } = await other.get(`${ENTRY}${path}`)
      expect(text, path).toContain('Bế Thị Tên')
      expect(text, path).not.toContain(editor.email)
    }
    const stale = { ...facts, 'names-1-text': 'Another Road', do: 'save' }
    const conflict = await other.post(`${ENTRY}/facts`, stale)
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Bế Thị Tên đã lưu dữ kiện này')
  })

  test('leads back to the list as it was filtered, until the filter is taken off', async () => {
    const { browser } = await desk.as('editor')
    await browser.get('/admin/entries?q=ch%E1%BB%A3&kind=place')
    for (const path of [ENTRY, `${ENTRY}/facts`, '/admin/'])
      expect((await browser.get(path)).text, path).toContain(
        'href="/admin/entries?q=ch%E1%BB%A3&amp;kind=place"',
      )
    await browser.get('/admin/entries')
    expect((await browser.get(ENTRY)).text).toContain('href="/admin/entries"')
    expect((await browser.get(ENTRY)).text).not.toContain('kind=place')
  })

  test('says one mistake once', async () => {
    const { browser } = await desk.as('editor')
    const fields = fieldsOf((await browser.get(`${ENTRY}/facts`)).text, `${ENTRY}/facts`)
    for (const url of ['không phải', 'javascript:x', 'http//thieu']) {
      const sent = { ...fields, 'sources-0-url': url, do: 'save' }
      const { text } = await browser.post(`${ENTRY}/facts`, sent)
      expect(text.split('href="#sources-0-url"'), url).toHaveLength(2)
    }
  })

  test('frames a preview without scripts, which its frame would refuse', async () => {
    const { browser } = await desk.as('editor')
    const framed = await browser.raw(
      `${ENTRY}/vi/preview`,
      { 'Sec-Fetch-Dest': 'iframe', Origin: ORIGIN },
      'POST',
    )
    expect(await framed.text()).not.toContain('<script')
  })

  test('shows a saved text at its own address, and says so', async () => {
    const { browser } = await desk.as('editor')
    const answer = await saved(browser, 'Lưu rồi mở lại.')
    expect(answer.status).toBe(303)
    expect(answer.to).toMatch(/\/vi\?saved=\d+$/)
    for (let i = 0; i < 2; i++)
      expect((await browser.get(answer.to)).text).toMatch(/Đã lưu thành lần sửa \d+/)
    expect((await browser.get(`${ENTRY}/vi?saved=999`)).text).not.toContain('Đã lưu thành lần sửa')
  })

  test('tells the device which words it has saved, by the name they were sent with', async () => {
    const { browser } = await desk.as('editor')
    const sent = '0123456789abcdef'
    const told = (answer: { headers: Headers }) =>
      answer.headers.getSetCookie().some((line) => line.startsWith(`stele-saved-${sent}=`))
    const at = `${ENTRY}/facts`
    const fields = { ...fieldsOf((await browser.get(at)).text, at), sent }
    const refused = await browser.post(at, { ...fields, 'sources-0-url': 'x', do: 'save' })
    expect([refused.status, told(refused)]).toEqual([422, false])
    expect(refused.text).toContain(`data-sent="${sent}"`)
    expect(told(await browser.post(at, { ...fields, do: 'more-names' }))).toBe(false)
    const late = await desk.browser().post(at, { ...fields, do: 'save' })
    expect([late.status, told(late)]).toEqual([303, false])
    expect(told(await browser.post(at, { ...fields, sent: 'x; Path=/', do: 'save' }))).toBe(false)
    expect(told(await browser.post(at, { ...fields, do: 'save' }))).toBe(true)
  })
})
