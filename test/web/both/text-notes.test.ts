import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '../../../src/store/audit-log.ts'
import { listNotes } from '../../../src/store/notes.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { EN, ref, VI, waitingUnder, write } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'

const LE_LOI = 'streets/le-loi'
const PATH = `/admin/entries/${LE_LOI}/vi`
const { entry } = ref(LE_LOI, VI, 1)

describe(`notes and previews of a text, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let reviewer: Browser
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    reviewer = (await desk.as('reviewer')).browser
  })
  const note = (browser: Browser, fields: Record<string, string> = {}, path = PATH) =>
    browser.post(`${path}/notes`, {
      number: '1',
      paragraph: '0',
      text: 'Nguồn <b>nào</b>?',
      ...fields,
    })
  const notes = () => listNotes(desk.db, { entry, locale: VI })

  test('a note is shown as words beside the text, and in the log', async () => {
    expect(await note(reviewer)).toMatchObject({ status: 303, to: `${PATH}#notes` })
    const { text } = await reviewer.get(PATH)
    expect(text).toContain('Chưa xong: 1')
    expect(text).toContain('Nguồn &lt;b&gt;nào&lt;/b&gt;?')
    const [line] = await listAudit(desk.db, { limit: 1 })
    expect(line).toMatchObject({ what: 'note.added', subject: `${LE_LOI}/vi` })
  })

  test('an empty or a long note comes back with its words, its field and why', async () => {
    const empty = await note(reviewer, { text: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#note-to-0"')
    const long = await note(reviewer, { text: 'ậ'.repeat(1001), paragraph: '1' })
    expect(long.status).toBe(422)
    expect(long.text).toContain('1.001 ký tự, tối đa 1.000')
    expect(long.text).toContain('ậ'.repeat(1001))
    expect(await notes()).toEqual([])
  })

  test('no note is taken at a paragraph or a revision that is not there, nor in a language of others', async () => {
    for (const wrong of [{ number: '9' }, { paragraph: '99' }, { paragraph: 'x' }, { number: '' }])
      expect((await note(reviewer, wrong)).status).toBe(403)
    const translator = (await desk.as('translator', { locales: [EN] })).browser
    expect((await note(translator)).status).toBe(403)
    const own = PATH.replace(/vi$/, 'en')
    expect((await note(translator, {}, own)).status).toBe(303)
    await note(reviewer)
    const [first] = await notes()
    expect((await translator.post(`${PATH}/notes/${first!.id}/end`)).status).toBe(403)
    // Of another text than the address names.
    expect((await reviewer.post(`${own}/notes/${first!.id}/end`)).status).toBe(403)
  })

  test('the writer finds it on the page of the day, settles it with an answer, once', async () => {
    const { browser: writer, editor } = await desk.as('editor')
    await write(desk.db, ref(LE_LOI, VI, 2), editor.email)
    await note(reviewer, { number: '2' })
    const waits = async () => waitingUnder((await writer.get('/admin/')).text, 'home-noted')
    expect(await waits()).toEqual([`${LE_LOI}/vi#notes`])
    const [first] = await notes()
    const settle = () => writer.post(`${PATH}/notes/${first!.id}/end`, { answer: 'Đã thêm.' })
    expect((await settle()).status).toBe(303)
    expect((await settle()).status).toBe(409)
    expect(await notes()).toMatchObject([{ settledBy: editor.email, answer: 'Đã thêm.' }])
    expect(await waits()).toEqual([])
  })

  test('open notes warn whoever publishes, and keep nobody from it', async () => {
    const { browser: writer, editor } = await desk.as('editor')
    await write(desk.db, ref(LE_LOI, VI, 2), editor.email)
    await writer.post(`${PATH}/review`, { number: '2' })
    const publisher = (await desk.as('publisher')).browser
    const { text } = await publisher.get(PATH)
    const [, request] = /vi\/review\/(\d+)/.exec(text) ?? []
    await publisher.post(`${PATH}/review/${request}`, { decision: 'approved', note: '' })
    await note(reviewer, { number: '2' })
    expect((await publisher.get(PATH)).text).toContain('Còn 1 ghi chú chưa xong')
    expect((await publisher.post(`${PATH}/publication`, { number: '2' })).status).toBe(303)
  })

  test('what is typed is heard, printed and checked without being saved, and framed by the desk only', async () => {
    const body = '\n\nMột [^s1].\n\n::withheld Kín. ::\n\nHai [^s99].'
    const typed = { number: '1', title: 'Lê Lợi', summary: 'Tóm tắt.', body }
    const heard = await reviewer.post(`${PATH}/preview/heard`, typed)
    expect(heard.text).toContain('<span data-sentence="">Một.</span>')
    expect(heard.text).not.toContain('Kín.')
    const placard = await reviewer.post(`${PATH}/preview/placard`, typed)
    expect(placard.text).toContain('<p>Một.</p>')
    expect(placard.text).not.toContain('Kín.')
    const page = await reviewer.post(`${PATH}/preview`, typed)
    expect(page.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
    const { text } = await reviewer.post(`${PATH}/findings`, typed)
    expect(text).toMatch(/data-field="body" data-line="7"[^]*s99/)
    expect((await reviewer.get(PATH)).text).not.toContain('Hai [^s99]')
  })
})
