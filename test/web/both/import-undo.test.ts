/** An import that is taken back: everything as before, but for what somebody came to depend on, which is told by name. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { findFacts } from '../../../src/store/facts.ts'
import { findLatestRevision, insertRevision } from '../../../src/store/revisions.ts'
import { removeEntries } from '../../../src/store/undo-rows.ts'
import { findEditionNumber } from '../../../src/store/site-settings.ts'
import { listSigns } from '../../../src/store/signs.ts'
import type { EntryPath } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { clerkWorkbook, CLERK_STREETS } from './clerk-workbook.ts'
import { fieldsOf, type Fields } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const READ = '/admin/import/table'
const ANSWERS = '/admin/import/table/answers'
const WRITE = '/admin/import/table/writing'
const UNDO = '/admin/import/written/1/undo'

const SAID: Fields = {
  'fill-namingBody': 'HĐND tỉnh',
  'number-lengthM': 'whole',
  'unit-phuong tam thanh': '05986@2025-07-01',
  'unit-p. dong kinh': '05977@2025-07-01',
  'row-46': 'skip',
}

describe(`an import taken back, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let publisher: Browser
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    publisher = (await desk.as('publisher')).browser
  })
  const main = (text: string) => text.replace(/^.*<main/s, '<main')
  const imported = async (table: string, file: File, said: Fields = {}) => {
    let shown = main((await publisher.send(READ, { table, file })).text)
    if (Object.keys(said).length > 0)
      shown = main((await publisher.send(ANSWERS, { ...fieldsOf(shown, ANSWERS), ...said })).text)
    const written = await publisher.send(WRITE, { ...fieldsOf(shown, WRITE), mayPend: '1' })
    expect(written.to).toMatch(/done=/)
  }
  const csv = (...lines: string[]) => new File([lines.join('\n')], 'bang.csv')
  const facts = async (slug: string) => await findFacts(desk.db, 'street', slug)
  const text = (slug: string) =>
    findLatestRevision(desk.db, { entry: `streets/${slug}` as EntryPath, locale: 'vi' as Locale })
  const counts = async () => {
    const tables = ['entry', 'facts', 'revision', 'entry_link', 'entry_unit', 'entry_slug']
    const found: unknown[] = []
    for (const table of [...tables, 'facts_brief', 'search_due'])
      found.push(await desk.db.first({ text: `SELECT count(*) AS n FROM ${table}`, values: [] }))
    return found
  }

  test('leaves nothing of a clerk’s workbook, and can be imported again', async () => {
    const before = await counts()
    await imported('street', await clerkWorkbook(), SAID)
    expect(await facts('cay-da')).not.toBeNull()
    expect((await publisher.get('/admin/import')).text).toContain('href="/admin/import/written/1"')
    const page = main((await publisher.get('/admin/import/written/1')).text)
    expect(page).toContain(`Hoàn tác ${CLERK_STREETS} dòng`)
    expect(page).not.toContain('Giữ nguyên, không hoàn tác')
    expect((await publisher.post(UNDO)).to).toBe(`/admin/import?undone=${CLERK_STREETS}`)
    expect(await counts()).toEqual(before)
    expect(await facts('cay-da')).toBeNull()
    expect((await publisher.get('/admin/audit')).text).toContain('hoàn tác bảng')
    const again = await publisher.post(UNDO)
    expect(again.status).toBe(422)
    expect(again.text).toContain('đã được hoàn tác rồi')
    await imported('street', await clerkWorkbook(), SAID)
    expect((await facts('cay-da'))?.factsNumber).toBe(1)
  }, 90_000)

  test('brings facts and texts back as a new state, and deletes none', async () => {
    const old = (await facts('le-loi'))!
    const said = (await text('le-loi'))!
    await imported(
      'street',
      csv('Tên đường,Tên khác,Tóm tắt', 'Đường Lê Lợi,Phố Mới Lạ,Một câu khác hẳn.'),
    )
    const now = (await facts('le-loi'))!
    expect(now.factsNumber).toBe(old.factsNumber + 1)
    expect((await text('le-loi'))!.number).toBe(said.number + 1)
    expect((await publisher.post(UNDO)).to).toBe('/admin/import?undone=2')
    const back = (await facts('le-loi'))!
    expect(back.factsNumber).toBe(old.factsNumber + 2)
    expect(back.facts).toEqual(old.facts)
    const { number, summary } = (await text('le-loi'))!
    expect({ number, summary }).toEqual({ number: said.number + 2, summary: said.summary })
  }, 60_000)

  test('takes back two imports of the same entry, the later one first', async () => {
    const old = (await facts('le-loi'))!
    const said = (await text('le-loi'))!
    const edition = () => findEditionNumber(desk.db)
    await imported('street', csv('Tên đường,Tên khác,Tóm tắt', 'Đường Lê Lợi,Phố Một,Câu một.'))
    await imported('street', csv('Tên đường,Tên khác,Tóm tắt', 'Đường Lê Lợi,Phố Hai,Câu hai.'))
    const blocked = main((await publisher.get('/admin/import/written/1')).text)
    expect(blocked).toContain('sau khi nhập đã có người lưu tiếp')
    expect((await publisher.post('/admin/import/written/2/undo')).to).toContain('undone=2')
    expect((await publisher.post('/admin/import/written/1/undo')).to).toContain('undone=2')
    expect((await facts('le-loi'))!.facts).toEqual(old.facts)
    expect((await text('le-loi'))!.summary).toBe(said.summary)
    await imported('street', csv('Tên đường', 'Đường Cây Đa'))
    const before = await edition()
    await publisher.post('/admin/import/written/3/undo')
    expect(await edition()).toBeGreaterThan(before)
  }, 60_000)

  test('leaves what somebody has built on since, and says what and why', async () => {
    await imported('street', csv('Tên đường', 'Đường Cây Đa', 'Đường Cây Gạo', 'Đường Cây Khế'))
    await publisher.post('/admin/entries/streets/cay-da/signs', {
      placement: 'Đầu đường',
      count: '1',
    })
    const [sign] = (await listSigns(desk.db)).filter(({ entry }) => entry === 'streets/cay-da')
    expect(sign).toBeDefined()
    const gao = (await facts('cay-gao'))!
    await desk.db.batch([
      {
        text: 'INSERT INTO facts (entry_id, number, facts, saved_by, saved_at) VALUES (?, 2, ?, ?, ?)',
        values: [gao.id, JSON.stringify(gao.facts), 'Lan', '2026-12-01T00:00:00Z'],
      },
      { text: 'UPDATE entry SET facts_number = 2 WHERE id = ?', values: [gao.id] },
    ])
    const page = main((await publisher.get('/admin/import/written/1')).text)
    expect(page).toContain('Giữ nguyên, không hoàn tác')
    expect(page).toMatch(/Cây Đa<\/a>[^<]*<span class="hint"> – đã có biển mang mã/)
    expect(page).toMatch(/Cây Gạo<\/a>[^<]*<span class="hint"> – sau khi nhập đã có người lưu/)
    expect(page).toContain('Hoàn tác 1 dòng')
    expect((await publisher.post(UNDO)).to).toBe('/admin/import?undone=1')
    expect(await facts('cay-khe')).toBeNull()
    expect(await facts('cay-da')).not.toBeNull()
    expect(await facts('cay-gao')).not.toBeNull()
    expect((await publisher.raw(`/${sign!.code}`)).status).toBe(200)
    expect(main((await publisher.get('/admin/import/written/1')).text)).toContain(
      'giữ nguyên vì đã có việc khác dựa vào: 2',
    )
  }, 60_000)

  test('takes no draft along that somebody saved at that very moment', async () => {
    await imported('street', csv('Tên đường,Tóm tắt', 'Đường Cây Đa,Một câu.'))
    const made = (await facts('cay-da'))!
    const draft = (await text('cay-da'))!
    await desk.db.run(insertRevision({ ...draft, number: 2, summary: 'Câu của người khác.' }))
    const undoing = desk.db.batch(removeEntries([made.id], 'vi' as Locale))
    await expect(undoing).rejects.toThrow(/FOREIGN KEY/)
    expect((await text('cay-da'))?.summary).toBe('Câu của người khác.')
    expect((await facts('cay-da'))?.facts).toEqual(made.facts)
  }, 60_000)

  test('loses no code: signs it issued are retired, signs it moved stand where they stood', async () => {
    const before = await listSigns(desk.db)
    await imported('sign', csv('Mục từ,Nơi đặt', 'streets/le-loi,Đầu đường'))
    const made = (await listSigns(desk.db)).find(({ placement }) => placement === 'Đầu đường')!
    expect((await publisher.post(UNDO)).to).toBe('/admin/import?undone=1')
    expect(await listSigns(desk.db)).toHaveLength(before.length + 1)
    expect((await publisher.raw(`/${made.code}`)).status).toBe(410)

    const old = before[0]!
    await imported('sign', csv('Mã biển,Nơi đặt', `${old.code},Nơi nào đó`))
    const find = async () => (await listSigns(desk.db)).find(({ code }) => code === old.code)
    expect((await find())!.placement).toBe('Nơi nào đó')
    expect((await publisher.post('/admin/import/written/2/undo')).to).toBe('/admin/import?undone=1')
    expect(await find()).toEqual(old)
  }, 60_000)

  test('is a publisher’s to press; an editor sees what it would do', async () => {
    await imported('street', csv('Tên đường', 'Đường Cây Đa'))
    const editor = (await desk.as('editor')).browser
    const page = main((await editor.get('/admin/import/written/1')).text)
    expect(page).toContain('Chỉ người công bố hoàn tác được')
    expect(page).not.toContain(`action="${UNDO}"`)
    expect((await editor.post(UNDO)).status).toBe(403)
    const none = await publisher.get('/admin/import/written/77')
    expect([none.status, none.to]).toEqual([302, '/admin/import'])
    expect((await publisher.post('/admin/import/written/77/undo')).status).toBe(422)
  }, 60_000)
})
