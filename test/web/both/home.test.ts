import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Email } from '../../../src/domain/editor.ts'
import { askReview, decideReview } from '../../../src/store/reviews.ts'
import { schedulePublication } from '../../../src/store/schedules.ts'
import { findTextHistory } from '../../../src/store/text-history.ts'
import { publishText } from '../../../src/store/texts.ts'
import { addSignEvents, saveSigns } from '../../../src/store/signs.ts'
import { eventOf, signOf } from '../../store/rows.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { actBy, addEntry, EN, ref, VI, waitingUnder, write, ZH } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'

const LE_LOI = 'streets/le-loi'
const THU = 'streets/hoang-van-thu'

describe(`the page of the day, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
  })
  const waits = async (browser: Browser, title: string) =>
    waitingUnder((await browser.get('/admin/')).text, `home-${title}`)
  const ask = async (path: string, locale: typeof EN, by: string) => {
    const revision = ref(path, locale, 2)
    await write(desk.db, revision, by, { basedOn: locale === VI ? null : 1 })
    await askReview(desk.db, revision, actBy(by, 1))
    return revision
  }
  const decide = async (path: string, decision: 'approved' | 'returned', note = '') => {
    const history = (await findTextHistory(desk.db, ref(path, EN, 1).entry))!
    const request = history.reviews.find((row) => row.decision === null)!
    await decideReview(desk.db, request.id, { decision, note }, actBy('ha@example.vn', 2))
  }

  test('tells translators what is missing or stale in their languages, and nothing of the others', async () => {
    await addEntry(desk.db, 'places/moi', 'Chợ Mới')
    await addEntry(desk.db, 'places/rong', 'Chỗ chưa viết')
    await write(desk.db, ref('places/moi', VI, 1), 'lan@example.vn')
    await write(desk.db, ref(LE_LOI, VI, 2), 'lan@example.vn')
    await publishText(desk.db, ref(LE_LOI, VI, 2), actBy('lan@example.vn'))
    const { browser } = await desk.as('translator', { locales: [EN] })
    expect(await waits(browser, 'missing')).toEqual(['places/moi/en'])
    expect(await waits(browser, 'stale')).toEqual([`${LE_LOI}/en`])
    const { text } = await browser.get('/admin/')
    expect(text).toContain('href="/admin/entries?locale=en&amp;state=missing"')
    for (const title of ['toReview', 'approved', 'factsPending', 'invitations'])
      expect(text).not.toContain(`home-${title}`)
  })

  test('gives a returned text back to its writer, with the note, until it is saved again', async () => {
    const { browser, editor } = await desk.as('translator', { locales: [EN] })
    const other = await desk.as('editor')
    await ask(LE_LOI, EN, editor.email)
    expect(await waits(browser, 'returned')).toEqual([])
    await decide(LE_LOI, 'returned', 'Năm sinh <b>sai</b>')
    expect(await waits(browser, 'returned')).toEqual([`${LE_LOI}/en`])
    expect(await waits(browser, 'drafts')).toEqual([])
    expect(await waits(other.browser, 'returned')).toEqual([])
    expect((await browser.get('/admin/')).text).toContain('Năm sinh &lt;b&gt;sai&lt;/b&gt;')
    await write(desk.db, ref(LE_LOI, EN, 3), editor.email, { basedOn: 1 })
    expect(await waits(browser, 'returned')).toEqual([])
    expect(await waits(browser, 'drafts')).toEqual([`${LE_LOI}/en`])
  })

  test('reminds editors of drafts of their own and of facts that are pending', async () => {
    const { browser, editor } = await desk.as('editor')
    const other = await desk.as('editor')
    await write(desk.db, ref(LE_LOI, VI, 2), editor.email)
    expect(await waits(browser, 'drafts')).toEqual([`${LE_LOI}/vi`])
    expect(await waits(other.browser, 'drafts')).toEqual([])
    expect(await waits(browser, 'factsPending')).toHaveLength(8)
    const { text } = await browser.get('/admin/')
    expect(text).toMatch(/Xem cả 13 trong danh sách/)
    expect(text).not.toContain('home-toReview')
  })

  test('lays before reviewers what they may decide: not what they wrote themselves since it was public', async () => {
    const first = await desk.as('reviewer')
    const second = await desk.as('reviewer')
    await ask(LE_LOI, EN, first.editor.email)
    await ask(THU, ZH, 'lan@example.vn')
    expect(await waits(first.browser, 'toReview')).toEqual([`${THU}/zh-Hans`])
    expect(await waits(second.browser, 'toReview')).toEqual([`${LE_LOI}/en`, `${THU}/zh-Hans`])
    expect((await second.browser.get('/admin/')).text).toContain(first.editor.name)
    await decide(LE_LOI, 'approved')
    expect(await waits(second.browser, 'toReview')).toEqual([`${THU}/zh-Hans`])
  })

  test('tells publishers what is approved or has its time, and of accounts', async () => {
    await ask(LE_LOI, EN, 'lan@example.vn')
    await decide(LE_LOI, 'approved')
    await write(desk.db, ref(THU, EN, 2), 'lan@example.vn', { basedOn: 1 })
    const due = new Date('2026-12-22T05:00:00Z')
    await schedulePublication(desk.db, ref(THU, EN, 2), due, actBy('ha@example.vn'))
    await desk.invitation({ email: 'moi@example.gov.vn' as Email, name: 'Người Mới' })
    const { browser, editor } = await desk.as('publisher')
    const careless = await desk.as('publisher', { name: 'Chưa Bật' })
    await desk.db.run({
      text: 'UPDATE editor SET twoFactorEnabled = 0 WHERE email = ?',
      values: [careless.editor.email],
    })
    expect(await waits(browser, 'approved')).toEqual([`${LE_LOI}/en`])
    expect(await waits(browser, 'scheduled')).toEqual([`${THU}/en`])
    const { text } = await browser.get('/admin/')
    expect(text).toContain('Người Mới')
    expect(text).toContain('12:00 22 thg 12, 2026')
    expect(text).toMatch(/id="home-oneStep">[^<]*<span class="number">1</)
    expect(text).toContain(careless.editor.email)
    expect(text).not.toContain(`>${editor.email}<`)
  })

  test('gives a returned text to who wrote it and to who sent it, and to nobody else', async () => {
    const writer = await desk.as('editor')
    const sender = await desk.as('editor')
    const third = await desk.as('editor')
    const revision = ref(LE_LOI, EN, 2)
    await write(desk.db, revision, writer.editor.email, { basedOn: 1 })
    await askReview(desk.db, revision, actBy(sender.editor.email, 1))
    await decide(LE_LOI, 'returned', 'Thiếu nguồn')
    expect(await waits(writer.browser, 'returned')).toEqual([`${LE_LOI}/en`])
    expect(await waits(sender.browser, 'returned')).toEqual([`${LE_LOI}/en`])
    expect(await waits(third.browser, 'returned')).toEqual([])
  })

  test('has the five texts somebody saved last, once each, the latest first', async () => {
    const { browser, editor } = await desk.as('editor')
    expect((await browser.get('/admin/')).text).toContain('Bạn chưa lưu bài nào')
    const kinds = ['streets/ngo-thi-si', LE_LOI, THU, 'figures/le-loi', 'figures/ngo-thi-si']
    for (const [minute, path] of [...kinds, 'figures/tran-dang-ninh'].entries())
      await write(desk.db, ref(path, VI, 2), editor.email, { minute })
    await write(desk.db, ref(LE_LOI, VI, 3), editor.email, { minute: 10 })
    await write(desk.db, ref('figures/hoang-van-thu', VI, 2), 'lan@example.vn', { minute: 11 })
    const { text } = await browser.get('/admin/')
    expect(waitingUnder(text, 'home-saved')).toEqual(
      [LE_LOI, 'figures/tran-dang-ninh', 'figures/ngo-thi-si', 'figures/le-loi', THU].map(
        (path) => `${path}/vi`,
      ),
    )
    expect(text).toContain('lần sửa 3, 09:10 23 thg 11, 2026')
  })

  test('gives an installer what is printed and does not hang yet, and what is broken, and nothing else', async () => {
    await addEntry(desk.db, 'places/moi', 'Chợ Mới')
    const codes = ['222222', '33333D', '44444R', '555554', '66666G', '777777']
    await desk.db.batch([
      saveSigns(codes.map((code) => signOf(code, 'places/moi', { placement: `Cổng ${code}` }))),
      addSignEvents([
        eventOf('33333D', '2026-11-01', 'ordered'),
        eventOf('44444R', '2026-11-02', 'printed'),
        eventOf('555554', '2026-11-02', 'printed'),
        eventOf('555554', '2026-11-03', 'installed'),
        eventOf('66666G', '2026-11-03', 'installed'),
        eventOf('66666G', '2026-11-04', 'damaged'),
        eventOf('777777', '2026-11-05', 'printed'),
        eventOf('777777', '2026-11-06', 'retired'),
      ]),
    ])
    const { browser } = await desk.as('installer')
    const { text } = await browser.get('/admin/')
    const named = codes.filter((code) => text.includes(`/admin/signs/${code}`))
    expect(named).toEqual(['44444R', '66666G'])
    expect(text).toContain('Chợ Mới')
    expect(text).toContain('Cổng 44444R')
    for (const title of ['toReview', 'approved', 'missing', 'factsPending', 'saved'])
      expect(text).not.toContain(`id="home-${title}"`)
  })

  test.each(['installer', 'contractor', 'translator'] as const)(
    'says something kind to a %s for whom nothing waits',
    async (role) => {
      const { browser } = await desk.as(role)
      const { text, status } = await browser.get('/admin/')
      expect(status).toBe(200)
      expect(text).toContain('Hôm nay không có việc nào chờ bạn')
      expect(text).not.toContain('class="number"')
    },
  )
})
