/** A clerk's own workbook, from the file to the streets: one round of questions, and what waits for a publisher. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { findFacts } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { clerkWorkbook, CLERK_STREETS } from './clerk-workbook.ts'
import { fieldsOf, type Fields } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const READ = '/admin/import/table'
const ANSWERS = '/admin/import/table/answers'
const PROPOSE = '/admin/import/table/proposal'
const WRITE = '/admin/import/table/writing'

/** What a clerk says to the questions of their workbook. */
const SAID: Fields = {
  'fill-namingBody': 'HĐND tỉnh',
  'number-lengthM': 'whole',
  'unit-phuong tam thanh': '05986@2025-07-01',
  'unit-p. dong kinh': '05977@2025-07-01',
  'row-46': 'skip',
}

describe(`a clerk’s workbook, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let publisher: Browser
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    publisher = (await desk.as('publisher')).browser
  })
  const main = (text: string) => text.replace(/^.*<main/s, '<main')
  const read = async (browser: Browser, file: File) => {
    const answer = await browser.send(READ, { table: 'street', file })
    return { ...answer, text: main(answer.text) }
  }
  const answered = async (browser: Browser, shown: string, said: Fields) => {
    const answer = await browser.send(ANSWERS, { ...fieldsOf(shown, ANSWERS), ...said })
    return { ...answer, text: main(answer.text) }
  }
  const asked = (text: string) =>
    new Set(
      [
        ...text.matchAll(
          /<(?:input|select)[^>]* name="((?:fill|number|unit|row|century|order)-[^"]*)"/g,
        ),
      ].map(([, name]) => name),
    )
  const facts = async (slug: string) => (await findFacts(desk.db, 'street', slug))?.facts

  test('goes in with one round of questions, each asked once', async () => {
    const started = Date.now()
    const first = await read(publisher, await clerkWorkbook())
    expect(asked(first.text)).toEqual(new Set(Object.keys(SAID)))
    expect(first.text).toContain('Lỗi: 0')
    expect(first.text).not.toContain('name="cell-')
    for (const told of ['Đã bỏ qua 2 dòng đầu', 'dòng trống: 24, 47', 'Tổng cộng: 59 tuyến'])
      expect(first.text).toContain(told)
    const second = await answered(publisher, first.text, SAID)
    expect(second.status).toBe(200)
    expect(second.text).toContain(`Mới: ${CLERK_STREETS} · Sửa: 0 · Giữ nguyên: 0 · Lỗi: 0`)
    const written = await publisher.send(WRITE, fieldsOf(second.text, WRITE))
    expect(written.to).toBe(`/admin/import?done=${CLERK_STREETS}`)
    console.info(`${RUNTIME}: 1 round, 0 problem lines, ${(Date.now() - started) / 1000} s`)
    expect(await facts('cay-da')).toMatchObject({
      names: [{ text: 'Đường Cây Đa' }],
      extent: { from: 'Ngã ba Cây Đa', lengthM: 1250, widthM: 9.5 },
      namings: [{ body: 'HĐND tỉnh', number: '154/NQ-HĐND', date: '2014-12-11' }],
      adminUnits: [{ code: '06187' }],
    })
    // Day first, a ward of before and the one that took it.
    expect(await facts('cay-gao')).toMatchObject({
      extent: { lengthM: 850, widthM: 7.5 },
      namings: [{ date: '2014-12-11' }],
      adminUnits: [
        { code: '05971', to: '2025-07-01' },
        { code: '06187', from: '2025-07-01' },
      ],
    })
    expect((await facts('cay-khe'))?.extent?.lengthM).toBe(900)
    expect((await facts('cay-khe'))?.namings?.[0]?.date).toBe('2002')
    expect(await facts('tong-cong-59-tuyen')).toBeUndefined()
  }, 60_000)

  test('waits for a publisher when an editor sends it, who writes it once or returns it', async () => {
    const editor = (await desk.as('editor')).browser
    const csv = (name: string) => new File([`Tên đường\n${name}`], 'duong.csv')
    const shown = await read(editor, csv('Đường Cây Đa'))
    expect(shown.text).not.toContain(`action="${WRITE}"`)
    expect((await editor.send(WRITE, fieldsOf(shown.text, PROPOSE))).status).toBe(403)
    expect((await editor.send(PROPOSE, fieldsOf(shown.text, PROPOSE))).to).toBe(
      '/admin/import?proposed=1',
    )
    expect(await facts('cay-da')).toBeUndefined()
    for (const page of ['/admin/import', '/admin/'])
      expect((await publisher.get(page)).text).toContain('/admin/import/proposals/1')
    const opened = main((await publisher.get('/admin/import/proposals/1')).text)
    expect(opened).toContain('Mới: 1')
    const fields = fieldsOf(opened, WRITE)
    expect((await publisher.send(WRITE, fields)).to).toBe('/admin/import?done=1')
    expect((await publisher.send(WRITE, fields)).status).toBe(422)
    expect(await facts('cay-da')).toBeDefined()

    const second = await read(editor, csv('Đường Cây Gạo'))
    await editor.send(PROPOSE, fieldsOf(second.text, PROPOSE))
    const back = '/admin/import/proposals/2/return'
    expect((await publisher.post(back, { note: '' })).status).toBe(422)
    expect((await publisher.post(back, { note: 'Thiếu nguồn' })).to).toBe('/admin/import?returned')
    expect((await editor.get('/admin/')).text).toContain('Thiếu nguồn')
    expect(await facts('cay-gao')).toBeUndefined()
    await editor.post('/admin/import/proposals/2/end')
    expect((await editor.get('/admin/')).text).not.toContain('Thiếu nguồn')
  }, 60_000)

  test('remembers what a column was said to be for the next table with the same headings', async () => {
    const file = (name: string) => new File([`Tên gọi chung,Ghi gì đó\n${name},A`], 'duong.csv')
    const first = await read(publisher, file('Đường Cây Đa'))
    expect(first.status).toBe(422)
    const second = await answered(publisher, first.text, { 'column-0': 'name', 'column-1': 'none' })
    expect(second.text).toContain('Mới: 1')
    await publisher.send(WRITE, fieldsOf(second.text, WRITE))
    expect((await read(publisher, file('Đường Cây Gạo'))).text).toContain('Mới: 1')
  }, 60_000)

  test('lets no approved entry wait again without a tick', async () => {
    const found = (await findFacts(desk.db, 'street', 'le-loi'))!
    const approved = { state: 'approved', by: 'Lan', on: '2026-11-01' } as const
    await desk.db.run({
      text: 'UPDATE facts SET facts = ? WHERE entry_id = ? AND number = ?',
      values: [JSON.stringify({ ...found.facts, review: approved }), found.id, found.factsNumber],
    })
    const csv = new File(['Tên đường,Tên khác\nĐường Lê Lợi,Phố Mới Lạ'], 'duong.csv')
    const shown = await read(publisher, csv)
    expect(shown.text).toContain('1 mục từ đã thẩm định sẽ phải chờ thẩm định lại')
    const fields = fieldsOf(shown.text, WRITE)
    const refused = await publisher.send(WRITE, fields)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Hãy đánh dấu')
    expect((await facts('le-loi'))?.review.state).toBe('approved')
    expect((await publisher.send(WRITE, { ...fields, mayPend: '1' })).to).toBe(
      '/admin/import?done=1',
    )
    expect((await facts('le-loi'))?.review.state).toBe('pending')
  }, 60_000)

  test('is mended on the page, cell by cell', async () => {
    const csv = new File(
      ['Tên đường,Điểm đầu,Điểm cuối,Chiều dài (m)\nĐường Cây Đa,A,B,dài'],
      'd.csv',
    )
    const shown = await read(publisher, csv)
    expect(shown.text).toContain('>D2</a>')
    const mended = await answered(publisher, shown.text, { 'cell-2-3': '850m' })
    expect(mended.text).toContain('Mới: 1')
    await publisher.send(WRITE, fieldsOf(mended.text, WRITE))
    expect((await facts('cay-da'))?.extent?.lengthM).toBe(850)
  }, 60_000)
})
