import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EntryPath, Facts } from '../../../src/domain/entry.ts'
import type { Folder } from '../../../src/domain/folder.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { listFactsSaved } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf, type Fields } from './form-fields.ts'
import { SONG_NGU } from './installations.ts'

const STREET = 'streets/vi-du' as EntryPath
const at = `/admin/entries/${STREET}/facts`

function withFourEyes(fourEyes: boolean): Folder {
  const file = 'content/site.yaml'
  const site = new TextDecoder().decode(SONG_NGU.get(file))
  const changed = site.replace(/^fourEyes: .*$/m, `fourEyes: ${fourEyes}`)
  return new Map([...SONG_NGU, [file, new TextEncoder().encode(changed)]])
}

test(`without four eyes, whoever wrote facts may approve them, on ${RUNTIME}`, async () => {
  const desk = await runDesk(withFourEyes(false))
  const { browser } = await desk.as('publisher')
  const fields = fieldsOf((await browser.get(at)).text, at)
  await browser.post(at, { ...fields, 'names-0-from': '2002', do: 'save' })
  expect((await browser.post(`${at}/approval`, { number: '2' })).status).toBe(303)
})

describe(`approval and history of facts, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let editor: Browser
  let reviewer: Awaited<ReturnType<RunningDesk['as']>>
  let other: Browser
  beforeAll(async () => {
    desk = await runDesk(withFourEyes(true))
    editor = (await desk.as('editor')).browser
    reviewer = await desk.as('reviewer')
    other = (await desk.as('publisher')).browser
  })

  const saved = () => listFactsSaved(desk.db, STREET)
  const latest = async (): Promise<Facts> => {
    const state = (await saved()).at(-1)
    if (!state) throw new Error('never saved')
    return state.facts
  }
  async function change(browser: Browser, typed: Fields): Promise<number> {
    const fields = fieldsOf((await browser.get(at)).text, at)
    return (await browser.post(at, { ...fields, ...typed, do: 'save' })).status
  }
  async function approve(browser: Browser, what = '') {
    const number = String((await saved()).at(-1)?.number)
    return browser.post(`${at}/approval${what}`, { number, office: 'Trưởng phòng' })
  }

  test('facts that rest on general knowledge cannot be approved', async () => {
    const general = { 'sources-1-id': 'g', 'sources-1-kind': 'general-knowledge' }
    expect(await change(editor, { ...general, 'names-0-source': 'g' })).toBe(303)
    const { text } = await reviewer.browser.get(`${at}/approval`)
    expect(text).toContain('names: Đường Ví Dụ')
    expect(text).toContain('href="/admin/review/streets/vi-du"')
    expect(text).not.toContain('name="office"')
    expect(text).not.toContain('Không còn gì cản trở')
    expect((await approve(reviewer.browser)).status).toBe(422)
    const titled = { 'sources-1-kind': 'document', 'sources-1-title': 'Sổ <đỏ>' }
    // Nobody has read anything there: a change of its kind makes no source of it.
    expect(await change(editor, titled)).toBe(422)
    const walk = `/admin/review/${STREET}/sources/g`
    const numbers = fieldsOf((await editor.get(walk)).text, walk)['numbers'] ?? ''
    const read = { numbers, title: 'Sổ <đỏ>', 'fact names.0': 'new' }
    expect((await editor.post(walk, { ...read, numbers: '9' })).status).toBe(409)
    expect((await editor.post(walk, { numbers })).status).toBe(422)
    expect((await editor.post(walk, read)).status).toBe(303)
    expect((await editor.get(walk)).status).not.toBe(200)
  })

  test('approval says who, as what, and on which day', async () => {
    const { text } = await reviewer.browser.get(`${at}/approval`)
    expect(text).toContain('Sổ &lt;đỏ&gt;')
    expect(text).toContain('href="#source-s2"')
    const answer = await approve(reviewer.browser)
    expect(answer.to).toBe(`${at}/approval`)
    expect((await latest()).review).toEqual({
      state: 'approved',
      by: reviewer.editor.name,
      role: 'Trưởng phòng',
      on: '2026-11-23',
    })
    const [line] = await listAuditOf(desk.db, STREET)
    expect(line).toMatchObject({ what: 'facts.approved', by: reviewer.editor.email })
    expect((await approve(other)).status).toBe(409)
  })

  test('whoever changed the facts since cannot approve them; somebody else can', async () => {
    expect(await change(other, { 'names-0-from': '2002' })).toBe(303)
    expect((await latest()).review).toEqual({ state: 'pending' })
    expect((await approve(other)).status).toBe(403)
    expect((await other.get(`${at}/approval`)).text).not.toContain('name="office"')
    expect((await approve(reviewer.browser)).status).toBe(303)
  })

  test('approval is taken back, and vouches for nothing from then on', async () => {
    expect((await approve(reviewer.browser, '/end')).status).toBe(303)
    expect((await latest()).review).toEqual({ state: 'pending' })
    expect((await listAuditOf(desk.db, STREET))[0]).toMatchObject({ what: 'facts.approval-ended' })
    expect((await approve(reviewer.browser, '/end')).status).toBe(409)
    expect((await approve(other)).status).toBe(403)
    expect((await approve(reviewer.browser)).status).toBe(303)
  })

  test('what somebody has read is what they approve', async () => {
    const number = String((await saved()).at(-1)?.number)
    expect(await change(editor, { 'names-0-from': '2003' })).toBe(303)
    const answer = await reviewer.browser.post(`${at}/approval`, { number })
    expect(answer.status).toBe(409)
    expect((await latest()).review.state).toBe('pending')
  })

  test('the history tells each state, who saved it and what changed', async () => {
    const { text } = await editor.get(`${at}/history`)
    expect(text).toContain('import · ')
    expect(text).toContain(reviewer.editor.name)
    expect(text).toMatch(/<del>Đường Ví Dụ;[^<]*2002 \[s2\]<\/del>/)
    expect(text).toMatch(/<ins>Đường Ví Dụ;[^<]*2003 \[s2\]<\/ins>/)
    const compared = await editor.get(`${at}/history?from=1&to=2`)
    expect(compared.text).toMatch(/giữa lần sửa 1 và lần sửa 2/)
    expect((await editor.get(`${at}/history?from=x&to=99`)).status).toBe(200)
  })

  test('an earlier state comes back as a new one', async () => {
    const before = await saved()
    const number = String(before.length)
    const first = `${at}/history/1/restoration`
    expect((await editor.post(first, { number: '1' })).status).toBe(409)
    expect((await editor.post(first, { number })).to).toBe(`${at}/history`)
    const states = await saved()
    expect(states).toHaveLength(before.length + 1)
    expect(states.at(-1)?.facts).toEqual(states[0]?.facts)
    expect((await listAuditOf(desk.db, STREET))[0]).toMatchObject({
      what: 'facts.restored',
      details: { restored: 1 },
    })
    // The same again changes nothing.
    await editor.post(first, { number: String(states.length) })
    expect(await saved()).toHaveLength(states.length)
    expect((await editor.post(`${at}/history/99/restoration`, { number })).status).toBe(404)
  })
})
