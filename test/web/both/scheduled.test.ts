import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { findTextHistory } from '../../../src/store/text-history.ts'
import { publishText } from '../../../src/store/texts.ts'
import { schedulePublication } from '../../../src/store/schedules.ts'
import { actBy, EN, ref, VI, write } from './desk-entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

const LOI = 'streets/le-loi'
const AT = `/admin/entries/${LOI}`
const HA = 'ha@example.vn'

describe(`texts on their way to the public, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let publisher: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    publisher = (await desk.as('publisher')).browser
  })
  const history = async () => (await findTextHistory(desk.db, LOI as never))!

  test('those scheduled are a list of their own, the soonest first, and can be called off there', async () => {
    expect((await publisher.get('/admin/scheduled')).text).toContain('Không có bài viết nào hẹn')
    expect((await publisher.get('/admin/')).text).not.toContain('href="/admin/scheduled"')
    await write(desk.db, ref(LOI, VI, 2), HA)
    await write(desk.db, ref('streets/hoang-van-thu', EN, 2), HA, { basedOn: 1 })
    const late = new Date('2090-02-01T01:00:00.000Z')
    const soon = new Date('2090-01-01T01:00:00.000Z')
    await schedulePublication(desk.db, ref(LOI, VI, 2), late, actBy(HA))
    await schedulePublication(desk.db, ref('streets/hoang-van-thu', EN, 2), soon, actBy(HA))
    const { text } = await publisher.get('/admin/scheduled')
    const main = text.slice(text.indexOf('<main'))
    expect(main.indexOf('Đường Hoàng Văn Thụ')).toBeGreaterThan(0)
    expect(main.indexOf('Đường Hoàng Văn Thụ')).toBeLessThan(main.indexOf('Đường Lê Lợi'))
    expect(main).toContain(HA)
    expect(main).toMatch(/datetime="2090-01-01T01:00:00.000Z"/)
    expect((await publisher.get('/admin/')).text).toContain('href="/admin/scheduled"')
    const ends = [...main.matchAll(/action="(\/admin\/scheduled\/\d+\/end)"/g)].map(([, to]) => to)
    const [end = ''] = ends
    expect(ends.length).toBe(2)
    const editor = (await desk.as('editor')).browser
    expect((await editor.post(end, {})).status).toBe(403)
    expect(await publisher.post(end, {})).toMatchObject({ status: 303, to: '/admin/scheduled' })
    const left = (await publisher.get('/admin/scheduled')).text
    expect(left).not.toContain('Đường Hoàng Văn Thụ')
    expect(left).toContain('Đường Lê Lợi')
    expect((await publisher.post(end, {})).status).toBe(409)
  })

  test('a translation whose source has moved on is not sent or published before somebody says whether it follows', async () => {
    await publishText(desk.db, ref(LOI, VI, 2), actBy(HA, 1))
    await write(desk.db, ref(LOI, EN, 2), HA, { basedOn: 1 })
    const shown = (await publisher.get(`${AT}/en`)).text
    expect(shown).toMatch(/type="radio" name="answers" value="2" required/)
    expect(shown).not.toMatch(/name="answers"[^>]*checked/)
    const number =
      /action="[^"]*\/review"[^>]*>.*?name="number" value="(\d+)"/s.exec(shown)?.[1] ?? ''
    const send = (answers: Record<string, string>) =>
      publisher.post(`${AT}/en/review`, { number, ...answers })
    const unsaid = await send({})
    expect(unsaid.status).toBe(422)
    expect(unsaid.text).toContain('hãy nói bản dịch này đã theo kịp hay chưa')
    expect((await history()).reviews).toEqual([])
    // Of a source that is not the public one, nobody may say anything.
    expect((await send({ answers: '1' })).status).toBe(403)
    expect((await send({ answers: '2' })).status).toBe(303)
    const after = await history()
    expect(after.reviews).toHaveLength(1)
    expect((await publisher.get(`${AT}/en`)).text).not.toContain('name="answers"')
  })

  test('a reviewer reads what was sent as visitors will, and opens the editor only by asking for it', async () => {
    const reviewer = (await desk.as('reviewer')).browser
    const { text } = await reviewer.get(`${AT}/en`)
    expect(text).toContain('Như khách sẽ đọc')
    expect(text).not.toContain('name="body"')
    expect(text).not.toContain('text-editor.js')
    expect(text).toContain('name="decision" value="approved"')
    const edit = await reviewer.get(`${AT}/en?edit=1`)
    expect(edit.text).toContain('name="body"')
    const writer = (await desk.as('editor')).browser
    expect((await writer.get(`${AT}/en`)).text).toContain('name="body"')
  })
})
