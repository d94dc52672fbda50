import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

const NAUGHTY = '<script>alert("1")</script> & \' 𠀀'
const ISSUE = '/admin/entries/streets/le-loi/signs'
const spot = {
  placement: 'Cột đầu đường',
  mount: 'wall',
  faces: '2',
  height_mm: '1300',
  reading_distance_mm: '800',
  note: '',
}
const codesIn = (text: string) => [
  ...new Set([...text.matchAll(/\/admin\/signs\/([2-9A-Z]{6})"/g)].map((match) => match[1])),
]
const before = (text: string) =>
  (/name="before" value="([^"]*)"/.exec(text)?.[1] ?? '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

describe(`signs at the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let editor: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    editor = (await desk.as('editor')).browser
  })
  /** The code of a new sign. */
  const issued = async (change = {}) => {
    const { status, to } = await editor.post(ISSUE, { ...spot, count: '1', ...change })
    expect(status).toBe(303)
    return to.split('/').at(-1) as string
  }

  test('are listed, found by a code typed in any way, and narrowed by entry, unit and state', async () => {
    const all = await editor.get('/admin/signs')
    expect(codesIn(all.text).length).toBe(12)
    expect(all.text).toContain('Đường Hoàng Văn Thụ')
    expect(codesIn((await editor.get('/admin/signs?code=7k3-+qxc')).text)).toEqual(['7K3QXC'])
    expect(codesIn((await editor.get('/admin/signs?code=7k3')).text)).toEqual(['7K3QXC'])
    const slipped = await editor.get('/admin/signs?code=7K3QX2')
    expect(codesIn(slipped.text)).toEqual(['7K3QXC'])
    const ofEntry = await editor.get('/admin/signs?entry=streets/hoang-van-thu')
    expect(codesIn(ofEntry.text)).toEqual(['7K3QXC', '9XTHQ9'])
    expect(codesIn((await editor.get('/admin/signs?state=installed')).text)).toEqual([])
    const ofUnit = codesIn((await editor.get('/admin/signs?unit=05986')).text)
    expect(ofUnit.length).toBeGreaterThan(0)
    expect(codesIn((await editor.get('/admin/signs?unit=none')).text)).toEqual([])
  })

  test('are issued for an entry, with the advice of the size calculator before', async () => {
    const form = await editor.get('/admin/signs/new?entry=streets/le-loi')
    expect(form.text).toContain('mỗi ô của mã rộng ít nhất 2,72 mm')
    const far = await editor.get(
      '/admin/signs/new?entry=streets/le-loi&placement=x&count=3&height_mm=2500&reading_distance_mm=800',
    )
    expect(far.text).toContain('Góc 56 độ')
    expect(far.text).toMatch(/name="count"[^>]*value="3"/)

    const many = await editor.post(ISSUE, { ...spot, count: '3' })
    expect([many.status, many.to]).toEqual([303, '/admin/signs?entry=streets/le-loi'])
    const code = await issued({ placement: NAUGHTY, note: NAUGHTY })
    const { text } = await editor.get(`/admin/signs/${code}`)
    expect(text).not.toContain('<script>alert')
    expect(text).toContain('&lt;script&gt;alert')
    expect(text).toContain('<option value="wall" selected')
    const [line] = await listAuditOf(desk.db, 'streets/le-loi', { limit: 1 })
    expect(line).toMatchObject({ what: 'sign.issued', details: { codes: [code] } })
    expect((await desk.browser().get(`/${code}`)).status).toBe(200)
  })

  test('are not issued a hundred and one at a time, nor with figures that are none', async () => {
    for (const wrong of [
      { count: '101' },
      { count: '0' },
      { count: '1e1' },
      { height_mm: '-3' },
      { faces: 'hai' },
      { height_mm: '1,3' },
      { placement: 'x'.repeat(501) },
    ])
      expect((await editor.post(ISSUE, { ...spot, count: '1', ...wrong })).status).toBe(422)
    expect((await editor.post('/admin/entries/streets/khong-co/signs', spot)).status).toBe(404)
    expect((await editor.get('/admin/signs/new?entry=streets/khong-co')).status).toBe(422)
  })

  test('are placed anew, but not over what somebody else wrote meanwhile', async () => {
    const code = await issued()
    const path = `/admin/signs/${code}`
    const seen = before((await editor.get(path)).text)
    const other = (await desk.as('publisher')).browser
    const first = { ...spot, placement: 'Cột thứ hai', before: seen }
    expect((await other.post(`${path}/placement`, first)).status).toBe(303)
    const late = await editor.post(`${path}/placement`, {
      ...spot,
      placement: 'Tường',
      before: seen,
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('value="Tường"')
    const again = { ...spot, placement: 'Tường', before: before(late.text) }
    expect((await editor.post(`${path}/placement`, again)).status).toBe(303)
    const [line] = await listAuditOf(desk.db, code, { limit: 1 })
    expect(line).toMatchObject({
      what: 'sign.placed',
      details: { before: { placement: 'Cột thứ hai' }, after: { placement: 'Tường' } },
    })
  })

  test('end once, for a reason, and their successor answers', async () => {
    const [old, heir] = [await issued(), await issued()]
    const end = (fields: Record<string, string>) =>
      editor.post(`/admin/signs/${old}/retirement`, fields)
    expect((await end({ reason: '' })).status).toBe(422)
    expect((await end({ reason: 'x', successor: old })).status).toBe(422)
    expect((await end({ reason: 'x', successor: 'ZZZZZZ' })).status).toBe(422)
    const spaced = `${heir.slice(0, 3)} ${heir.slice(3).toLowerCase()}`
    expect((await end({ reason: 'Xe đâm', successor: spaced })).status).toBe(303)
    expect((await end({ reason: 'Lần nữa' })).status).toBe(422)
    const shown = (await editor.get(`/admin/signs/${old}`)).text
    expect(shown).toContain('Xe đâm')
    expect(shown).toContain(`href="/admin/signs/${heir}"`)
    expect((await editor.get(`/admin/signs/${heir}`)).text).toContain('thay cho')
    expect(codesIn((await editor.get('/admin/signs?state=replaced')).text)).toEqual([old])
    expect((await desk.browser().get(`/${old}`)).status).toBe(200)

    const gone = await issued()
    await editor.post(`/admin/signs/${gone}/retirement`, { reason: 'Tháo' })
    expect((await desk.browser().get(`/${gone}`)).status).toBe(410)
  })

  test('are changed by forms of ours only, and by those who may', async () => {
    const stranger = editor.copy()
    stranger.origin = 'https://elsewhere.example'
    expect((await stranger.post(ISSUE, { ...spot, count: '1' })).status).toBe(403)
    const reviewer = (await desk.as('reviewer')).browser
    expect((await reviewer.post('/admin/signs/7K3QXC/retirement', { reason: 'x' })).status).toBe(
      403,
    )
    expect((await reviewer.get('/admin/signs/7K3QXC')).text).not.toContain('/retirement')
    expect((await editor.get('/admin/signs/7K3QX2')).status).toBe(404)
  })

  test('have no picture of their face where nothing is drawn, and say so', async () => {
    const { text } = await editor.get('/admin/signs/7K3QXC')
    expect(text).toContain('không vẽ ở đây')
    expect((await editor.get('/admin/signs/7K3QXC/placard.svg')).status).toBe(404)
  })
})
