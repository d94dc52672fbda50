import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Locale } from '../../../src/domain/locale.ts'
import { publishDue } from '../../../src/store/schedules.ts'
import { listAudit } from '../../../src/store/audit-log.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

const ENTRY = '/admin/entries/streets/le-loi'
const decoded = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
const field = (text: string, name: string) =>
  decoded(
    new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^]*?)</textarea>`).exec(text)?.[1] ??
      new RegExp(`<input(?=[^>]* name="${name}")[^>]* value="([^"]*)"`).exec(text)?.[1] ??
      '',
  ).replace(/^\n/, '')

type Fields = Record<'number' | 'basedOn' | 'title' | 'summary' | 'body', string>

/** The form as the browser would send it back unchanged. */
async function formOf(browser: Browser, path: string): Promise<Fields> {
  const { text } = await browser.get(path)
  const [number, basedOn, title, summary, body] = [
    'number',
    'basedOn',
    'title',
    'summary',
    'body',
  ].map((name) => field(text, name)) as [string, string, string, string, string]
  return { number, basedOn, title, summary, body }
}

const withParagraph = (fields: Fields, paragraph: string): Fields => ({
  ...fields,
  body: `${fields.body}\n\n${paragraph}`,
})

describe(`texts at the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
  })
  const page = (browser: Browser, locale = 'vi') => browser.get(`${ENTRY}/${locale}`)
  const save = (browser: Browser, fields: Fields, locale = 'vi', more = {}) =>
    browser.submit(`${ENTRY}/${locale}/revisions`, { ...fields, ...more })
  const visitor = async (locale: string) =>
    (await desk.browser().get(`/${locale}/streets/le-loi`)).text

  test('a draft is saved with a number, shown to nobody outside, then approved by another and published', async () => {
    const writer = (await desk.as('editor')).browser
    const fields = withParagraph(await formOf(writer, `${ENTRY}/vi`), 'Một đoạn mới viết [^s1].')
    const saved = await save(writer, fields)
    expect(saved.text).toContain('Đã lưu thành lần sửa')
    const number = field(saved.text, 'number')
    expect(Number(number)).toBe(Number(fields.number) + 1)
    expect(await visitor('vi')).not.toContain('Một đoạn mới viết')

    await writer.post(`${ENTRY}/vi/review`, { number })
    const [, request = ''] =
      /action="[^"]*\/review\/(\d+)"/.exec(
        (await page((await desk.as('reviewer')).browser)).text,
      ) ?? []
    expect(request).not.toBe('')
    const publisher = (await desk.as('publisher')).browser
    expect((await publisher.post(`${ENTRY}/vi/publication`, { number })).status).toBe(403)
    expect(
      (await writer.post(`${ENTRY}/vi/review/${request}`, { decision: 'approved' })).status,
    ).toBe(403)
    const reviewer = (await desk.as('reviewer')).browser
    expect(
      (await reviewer.post(`${ENTRY}/vi/review/${request}`, { decision: 'approved' })).status,
    ).toBe(303)
    expect((await publisher.post(`${ENTRY}/vi/publication`, { number })).status).toBe(303)
    expect(await visitor('vi')).toContain('Một đoạn mới viết')
    expect((await listAudit(desk.db, { limit: 1 }))[0]).toMatchObject({
      what: 'text.published',
      subject: 'streets/le-loi/vi',
    })
  })

  test('whoever wrote it cannot approve it, even as a publisher', async () => {
    const { browser } = await desk.as('publisher')
    const saved = await save(
      browser,
      withParagraph(await formOf(browser, `${ENTRY}/vi`), 'Tự viết tự duyệt.'),
    )
    await browser.post(`${ENTRY}/vi/review`, { number: field(saved.text, 'number') })
    const shown = await page(browser)
    expect(shown.text).toContain('một người khác phải duyệt')
    const other = await page((await desk.as('reviewer')).browser)
    const [, request = ''] = /action="[^"]*\/review\/(\d+)"/.exec(other.text) ?? []
    expect(
      (await browser.post(`${ENTRY}/vi/review/${request}`, { decision: 'approved' })).status,
    ).toBe(403)
  })

  test('two who write in different passages are joined; nothing is asked of them', async () => {
    const [first, second] = [(await desk.as('editor')).browser, (await desk.as('editor')).browser]
    const [a, b] = await Promise.all([formOf(first, `${ENTRY}/vi`), formOf(second, `${ENTRY}/vi`)])
    await save(first, { ...a, title: a.title, body: `Đoạn đầu của người thứ nhất.\n\n${a.body}` })
    const joined = await save(second, withParagraph(b, 'Đoạn cuối của người thứ hai.'))
    expect(joined.status).toBe(200)
    expect(joined.text).toContain('đã được ghép')
    const body = field(joined.text, 'body')
    expect(body).toContain('Đoạn đầu của người thứ nhất.')
    expect(body).toContain('Đoạn cuối của người thứ hai.')
  })

  test('two who change one passage see both, and not a word is lost', async () => {
    const [first, second] = [(await desk.as('editor')).browser, (await desk.as('editor')).browser]
    const [a, b] = await Promise.all([formOf(first, `${ENTRY}/vi`), formOf(second, `${ENTRY}/vi`)])
    await save(first, {
      ...a,
      title: 'Đường Lê Lợi, chỉ người thứ nhất đổi',
      summary: 'Tóm tắt theo người thứ nhất.',
    })
    const conflict = await save(second, { ...b, summary: 'Tóm tắt theo người thứ hai.' })
    expect(conflict.status).toBe(409)
    expect(conflict.text).toContain('Tóm tắt theo người thứ nhất.')
    expect(field(conflict.text, 'title')).toBe('Đường Lê Lợi, chỉ người thứ nhất đổi')
    expect(field(conflict.text, 'summary')).toBe('Tóm tắt theo người thứ hai.')
    const chosen = {
      ...b,
      summary: 'Tóm tắt hai người cùng chọn.',
      number: field(conflict.text, 'number'),
    }
    expect((await save(second, chosen)).text).toContain('Đã lưu thành lần sửa')
  })

  test('what is too long is refused with everything typed still there', async () => {
    const { browser } = await desk.as('editor')
    const fields = await formOf(browser, `${ENTRY}/vi`)
    const long = {
      ...fields,
      title: 'Đường '.repeat(20),
      body: `${fields.body}\n\nChữ không được mất.`,
    }
    const answer = await save(browser, long)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('href="#title"')
    expect(field(answer.text, 'body')).toContain('Chữ không được mất.')
    expect((await formOf(browser, `${ENTRY}/vi`)).number).toBe(fields.number)
  })

  test('a translator sees what changed in the source, and says when the translation follows it', async () => {
    const { browser } = await desk.as('translator', { locales: ['en' as Locale] })
    const before = await page(browser, 'en')
    expect(before.text).toContain('Chỗ đổi được đánh dấu')
    expect(before.text).toMatch(/<ins>[^<]*Một đoạn mới viết/)
    expect(before.text).toContain('cũ hơn bản gốc')
    const fields = await formOf(browser, `${ENTRY}/en`)
    const [, followed = ''] = /name="followed" value="(\d+)"/.exec(before.text) ?? []
    const saved = await save(browser, withParagraph(fields, 'A new paragraph.'), 'en', { followed })
    expect(saved.text).toContain('theo đúng bản gốc')
    expect((await save(browser, fields, 'vi')).status).toBe(403)
    expect((await save(browser, fields, 'zh-Hans')).status).toBe(403)
    expect((await page(browser, 'zh-Hans')).text).not.toContain('/revisions"')
  })

  test('"still right" is offered for a stale translation, and counts only for the source that was seen', async () => {
    const { browser } = await desk.as('editor')
    const shown = await page(browser, 'zh-Hans')
    const [, source = ''] = /name="source" value="(\d+)"/.exec(shown.text) ?? []
    const { number } = await formOf(browser, `${ENTRY}/zh-Hans`)
    const confirm = `${ENTRY}/zh-Hans/confirmation`
    expect((await browser.post(confirm, { number, source: '1' })).status).toBe(403)
    expect((await browser.post(confirm, { number, source })).status).toBe(303)
    expect((await page(browser, 'zh-Hans')).text).not.toContain('class="stale"')
  })

  test('an earlier revision is compared and restored as a new one', async () => {
    const { browser } = await desk.as('editor')
    const { number } = await formOf(browser, `${ENTRY}/vi`)
    expect((await browser.get(`${ENTRY}/vi/history`)).text).toContain(`/vi/revisions/${number}"`)
    expect((await browser.get(`${ENTRY}/vi/revisions/${number}`)).text).toMatch(/<(?:ins|del)>/)
    await browser.post(`${ENTRY}/vi/revisions/1/restore`)
    const restored = await formOf(browser, `${ENTRY}/vi`)
    expect(Number(restored.number)).toBe(Number(number) + 1)
    expect(restored.body).not.toContain('Một đoạn mới viết')
    expect((await browser.get(`${ENTRY}/vi/revisions/99`)).status).toBe(404)
  })

  test('unpublishing, putting away and taking out again touch one language only', async () => {
    const { browser } = await desk.as('publisher')
    const heading = async (locale: string) =>
      /<h1[^>]*>(.*?)<\/h1>/.exec(await visitor(locale))?.[1]
    const before = { en: await heading('en'), zh: await heading('zh-Hans') }
    await browser.post(`${ENTRY}/en/publication/end`)
    expect(await heading('en')).not.toBe(before.en)
    expect(await heading('zh-Hans')).toBe(before.zh)
    await browser.post(`${ENTRY}/en/removal`)
    expect((await page(browser, 'en')).text).toContain('đã cất đi')
    await browser.post(`${ENTRY}/en/removal/end`)
    expect((await page(browser, 'en')).text).toContain('bản nháp')
  })

  test('an approved text waits for its hour on the clock of the province, and can be called back', async () => {
    const writer = (await desk.as('editor')).browser
    const saved = await save(
      writer,
      withParagraph(await formOf(writer, `${ENTRY}/vi`), 'Công bố đúng giờ.'),
    )
    const number = field(saved.text, 'number')
    await writer.post(`${ENTRY}/vi/review`, { number })
    const reviewer = (await desk.as('reviewer')).browser
    const [, request = ''] = /action="[^"]*\/review\/(\d+)"/.exec((await page(reviewer)).text) ?? []
    await reviewer.post(`${ENTRY}/vi/review/${request}`, { decision: 'approved' })
    const { browser } = await desk.as('publisher')
    const at = (due: string) => browser.post(`${ENTRY}/vi/schedule`, { number, due })
    // The clock of the tests stands at nine in the morning of 23 November there.
    for (const due of ['2026-11-23T08:59', '2026-02-30T08:00', 'mai', ''])
      expect((await at(due)).status, due).toBe(422)
    expect((await at('2026-11-23T09:30')).status).toBe(303)
    const waiting = await page(browser)
    expect(waiting.text).toContain('hẹn công bố')
    const [, id = ''] = /\/schedule\/(\d+)\/end/.exec(waiting.text) ?? []
    await browser.post(`${ENTRY}/vi/schedule/${id}/end`)
    await publishDue(desk.db, new Date('2026-11-23T02:31:00Z'))
    expect(await visitor('vi')).not.toContain('Công bố đúng giờ.')
    expect((await at('2026-11-23T09:30')).status).toBe(303)
    await publishDue(desk.db, new Date('2026-11-23T02:29:00Z'))
    expect(await visitor('vi')).not.toContain('Công bố đúng giờ.')
    await publishDue(desk.db, new Date('2026-11-23T02:30:00Z'))
    expect(await visitor('vi')).toContain('Công bố đúng giờ.')
  })

  test('a preview is the public page with what is in the fields, and keeps nothing', async () => {
    const { browser } = await desk.as('editor')
    const fields = await formOf(browser, `${ENTRY}/vi`)
    const shown = await browser.post(`${ENTRY}/vi/preview`, { ...fields, title: 'Đường Xem Thử' })
    expect(shown.text).toContain('Đường Xem Thử')
    expect(shown.headers.get('Content-Security-Policy')).toContain('sha256')
    expect(shown.headers.get('Cache-Control')).toBe('no-store')
    expect(await visitor('vi')).not.toContain('Đường Xem Thử')
  })

  test.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '</textarea><script>alert(1)</script>',
    '<svg/onload=alert(1)>',
  ])('%s is words, at the desk and in a preview', async (words) => {
    const { browser } = await desk.as('editor')
    const fields = await formOf(browser, `${ENTRY}/vi`)
    const saved = await save(browser, withParagraph(fields, `Thử ${words} hết.`))
    const shown = await browser.post(
      `${ENTRY}/vi/preview`,
      withParagraph(fields, `Thử ${words} hết.`),
    )
    for (const { text } of [saved, shown]) {
      expect(text).not.toMatch(/<script>alert|<img src=x|<svg\/onload|href="javascript/)
      expect(text).toContain('Thử ')
    }
    expect(field(saved.text, 'body')).toContain(`Thử ${words} hết.`)
  })

  test('an entry or a language that does not exist is a page that says so', async () => {
    const { browser } = await desk.as('editor')
    for (const path of ['/admin/entries/streets/khong-co', `${ENTRY}/fr`, '/admin/entries/x/y/vi'])
      expect((await browser.get(path)).status).toBe(404)
  })
})
