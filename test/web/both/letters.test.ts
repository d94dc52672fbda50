/** Letters about what waits: to whom they concern, as each wishes, once. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryPath } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import { sendNotices } from '../../../src/notices/send-notices.ts'
import { addNote } from '../../../src/store/notes.ts'
import { askReview, decideReview } from '../../../src/store/reviews.ts'
import { findEdition } from '../../../src/store/site-settings.ts'
import { actBy, ref, write } from './desk-entries.ts'
import { runDesk, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'
import { ORIGIN } from './running.ts'

const EN = 'en' as Locale
const ENTRY = 'streets/le-loi' as EntryPath
const TEXT = ref(ENTRY, EN, 2)

describe(`letters, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let letters: { to: string; subject: string; text: string }[]
  const mail = {
    send: (letter: (typeof letters)[number]) => Promise.resolve(void letters.push(letter)),
  }
  /** `hour` in Lạng Sơn, on a day of November 2026. */
  const round = async (day: number, hour: number, send = mail.send) => {
    const { site } = await findEdition(desk.db)
    const now = new Date(Date.UTC(2026, 10, day, hour - 7))
    return sendNotices(site!, { db: desk.db, origin: ORIGIN, now, send })
  }
  const wishing = async (role: 'reviewer' | 'translator' | 'editor', how: string) => {
    const person = await desk.as(role)
    await person.browser.post('/admin/account/notices', { how })
    return person
  }
  beforeEach(async () => {
    letters = []
    desk = await runDesk(LANG_SON, { mail })
  })

  test('are offered where letters can be sent, and kept as chosen', async () => {
    const { browser } = await wishing('reviewer', 'daily')
    const { text } = await browser.get('/admin/account')
    expect(text).toMatch(/name="how" value="daily" checked/)
    await browser.post('/admin/account/notices', { how: 'none' })
    expect((await browser.get('/admin/account')).text).toMatch(/name="how" value="none" checked/)
    const silent = await runDesk(LANG_SON)
    const without = (await silent.as('reviewer')).browser
    expect((await without.get('/admin/account')).text).not.toContain('name="how"')
  })

  test('a review that is asked for is told to reviewers, its return to whoever asked, and nobody of their own acts', async () => {
    const reviewer = await wishing('reviewer', 'at-once')
    const writer = await wishing('editor', 'at-once')
    await desk.as('translator')
    await write(desk.db, TEXT, writer.editor.email, { basedOn: 1 })
    await askReview(desk.db, TEXT, actBy(writer.editor.email))
    expect(await round(23, 3)).toBe(1)
    expect(letters).toMatchObject([{ to: reviewer.editor.email }])
    expect(letters[0]!.text).toContain(`${writer.editor.name} gửi duyệt: Đường Lê Lợi (en)`)
    expect(letters[0]!.text).toContain(`${ORIGIN}/admin/entries/streets/le-loi/en`)
    expect(await round(23, 4)).toBe(0)

    const request = await desk.db.first<{ id: number }>({
      text: 'SELECT max(id) AS id FROM review_request',
      values: [],
    })
    const decision = { decision: 'returned', note: 'Năm nào?' } as const
    await decideReview(desk.db, request!.id, decision, actBy(reviewer.editor.email))
    await addNote(desk.db, TEXT, { paragraph: 0, text: 'Đây' }, actBy(reviewer.editor.email))
    expect(await round(23, 5)).toBe(1)
    expect(letters[1]).toMatchObject({ to: writer.editor.email })
    expect(letters[1]!.text).toContain('trả lại: Đường Lê Lợi (en)')
    expect(letters[1]!.subject).toContain('2 việc mới')
  })

  test('one a day comes in the morning, with all since the last', async () => {
    const reviewer = await wishing('reviewer', 'daily')
    const writer = (await desk.as('editor')).editor
    await write(desk.db, TEXT, writer.email, { basedOn: 1 })
    await askReview(desk.db, TEXT, actBy(writer.email))
    expect(await round(23, 6)).toBe(0)
    expect(await round(23, 8)).toBe(1)
    await write(desk.db, ref(ENTRY, EN, 3), writer.email, { basedOn: 1 })
    await askReview(desk.db, ref(ENTRY, EN, 3), actBy(writer.email))
    expect(await round(23, 20)).toBe(0)
    expect(await round(24, 6)).toBe(0)
    expect(await round(24, 7)).toBe(1)
    expect(letters.map(({ to }) => to)).toEqual([reviewer.editor.email, reviewer.editor.email])
    expect(letters[1]!.subject).toContain('1 việc mới')
  })

  test('one that is not taken is sent again, and keeps no other back', async () => {
    const first = await wishing('reviewer', 'at-once')
    const second = await wishing('reviewer', 'at-once')
    const writer = (await desk.as('editor')).editor
    await write(desk.db, TEXT, writer.email, { basedOn: 1 })
    await askReview(desk.db, TEXT, actBy(writer.email))
    const failing = (letter: (typeof letters)[number]) =>
      letter.to === first.editor.email ? Promise.reject(new Error('no')) : mail.send(letter)
    await expect(round(23, 9, failing)).rejects.toThrow('no')
    expect(letters.map(({ to }) => to)).toEqual([second.editor.email])
    expect(await round(23, 9)).toBe(1)
    expect(letters.at(-1)?.to).toBe(first.editor.email)
  })
})
