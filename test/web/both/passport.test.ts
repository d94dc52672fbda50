/** "Is this sign genuine?", and telling us that something is wrong with it. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { REPORTS_A_DAY } from '../../../src/domain/sign-report.ts'
import {
  GONE_SIGN,
  MISTYPED,
  NEVER_ISSUED,
  PLACE_SIGN,
  REPLACED_SIGN,
  STREET_SIGN,
  trialContent,
} from '../trial-content.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { run } from './running.ts'

const at = (code: string, locale = 'vi') => `/${locale}/signs/${code}`

describe(`the passport of a sign, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let visitor: Browser
  beforeAll(async () => {
    desk = await runDesk(trialContent())
    visitor = desk.browser()
  })

  test.each([
    ['vi', 'Đây là biển thật'],
    ['en', 'This sign is genuine'],
    ['zh-Hans', '这是真实的标牌'],
  ])('says in %s where it stands and what it is about', async (locale, words) => {
    const { status, text } = await visitor.get(at(STREET_SIGN, locale))
    expect(status).toBe(200)
    expect(text).toContain(words)
    expect(text).toMatch(/qr\.example\.gov\.vn\/<\/b><wbr\/><b class="code">7K3 QXC/)
    expect(text).toContain(`href="/${locale}/streets/hoang-van-thu"`)
  })

  test('says that a sign has ended, and what came after it', async () => {
    expect((await visitor.get(at(GONE_SIGN))).text).toContain('đã ngừng dùng')
    const replaced = await visitor.get(at(REPLACED_SIGN))
    expect(replaced.text).toMatch(/Biển thay thế.*href="\/vi\/signs\/[2-9A-Z]{6}"/s)
  })

  test.each([NEVER_ISSUED, MISTYPED, 'abc'])('there is none for %s', async (code) => {
    expect((await visitor.get(at(code))).status).toBe(404)
    expect((await visitor.post(`${at(code)}/reports`, { what: 'damaged' })).status).toBe(404)
  })

  test('the page of a scanned sign leads to it', async () => {
    expect((await visitor.get(`/${PLACE_SIGN}`)).text).toContain(`href="/vi/signs/${PLACE_SIGN}"`)
  })

  test('a report reaches the desk, where it is settled, and holds nothing about who sent it', async () => {
    const words = 'Có người dán <b>mã khác</b> lên, tôi tên Lan'
    const sent = await visitor.post(`${at(STREET_SIGN)}/reports`, { what: 'pasted-over', words })
    expect(sent.to).toBe(`${at(STREET_SIGN)}/reports`)
    expect((await visitor.get(sent.to)).text).toContain('Cảm ơn bạn')
    const [row] = await desk.db.all({ text: 'SELECT * FROM sign_report', values: [] })
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['at', 'code', 'id', 'locale', 'settled_at', 'settled_by', 'what', 'words'].sort(),
    )
    const { browser } = await desk.as('editor')
    expect((await browser.get('/admin/')).text).toContain('Bị dán mã khác đè lên.')
    const page = await browser.get(`/admin/signs/${STREET_SIGN}`)
    expect(page.text).toContain('&lt;b&gt;mã khác')
    const [, settle = ''] = /action="([^"]*\/settlement)"/.exec(page.text) ?? []
    expect((await browser.post(settle)).status).toBe(303)
    expect((await browser.get(`/admin/signs/${STREET_SIGN}`)).text).not.toContain('mã khác')
  })

  test.each([
    [{}],
    [{ what: 'stolen' }],
    [{ what: 'damaged', words: 'x'.repeat(501) }],
    [{ what: 'damaged', words: 'a\u0000b' }],
    [{ what: 'damaged', words: '\u202eabc' }],
  ])('%j is refused', async (fields) => {
    const answer = await visitor.post(`${at(PLACE_SIGN)}/reports`, fields)
    expect(answer.status).toBe(422)
  })

  test('a flood is kept out, and another sign can still be reported', async () => {
    const statuses: number[] = []
    for (let i = 0; i <= REPORTS_A_DAY.ofOneSign; i++)
      statuses.push((await visitor.post(`${at(PLACE_SIGN)}/reports`, { what: 'damaged' })).status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(REPORTS_A_DAY.ofOneSign)
    expect(statuses.at(-1)).toBe(429)
    const other = await visitor.post(`${at(GONE_SIGN)}/reports`, { what: 'other' })
    expect(other.status).toBe(303)
  })

  test('a form of many bytes is refused before it is read', async () => {
    const words = 'x'.repeat(20_000)
    const answer = await visitor.post(`${at(STREET_SIGN)}/reports`, { what: 'damaged', words })
    expect(answer.status).toBe(413)
  })

  test('where there is no desk, nothing is taken, and nothing is offered', async () => {
    const closed = await run(trialContent())
    expect(await closed.text(at(STREET_SIGN))).not.toContain('/reports"')
    expect((await closed.ask(`${at(STREET_SIGN)}/reports`, {}, 'POST')).status).toBe(405)
  })
})
