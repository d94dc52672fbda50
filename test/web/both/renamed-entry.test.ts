/** An entry keeps its id for life, its address does not: whoever goes from a sign to its entry, or back, must not meet the id. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSampleSign, listSigns } from '../../../src/store/signs.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

describe(`an entry that was renamed, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('publisher')).browser
    await desk.db.run({
      text: 'UPDATE entry SET slug = ? WHERE id = ?',
      values: ['ten-moi', 'streets/hoang-van-thu'],
    })
  })

  test('is where the page of its sign leads', async () => {
    const { text } = await browser.get('/admin/signs/7K3QXC')
    expect(text).toContain('href="/admin/entries/streets/ten-moi"')
    expect((await browser.get('/admin/entries/streets/ten-moi')).status).toBe(200)
  })

  test('leads to its signs', async () => {
    const { text } = await browser.get('/admin/entries/streets/ten-moi')
    const [, path = ''] = /href="(\/admin\/signs\?entry=[^"]+)"/.exec(text) ?? []
    expect((await browser.get(path)).text).toContain('7K3 QXC')
  })
})

describe(`signs, on ${RUNTIME}`, () => {
  test('that come in by a table keep the place and the template they came with', async () => {
    const desk = await runDesk(LANG_SON)
    const { browser } = await desk.as('publisher')
    const before = new Set((await listSigns(desk.db)).map(({ code }) => code))
    const file = new File(
      [
        'Mục từ,Nơi đặt,Vĩ độ,Kinh độ,Sai số (m),Ghi chú\nstreets/le-loi,Đầu đường,21.8531,106.7612,5,cột mới',
      ],
      'bien.csv',
    )
    const shown = await browser.send('/admin/import/table', { table: 'sign', file })
    const written = await browser.send(
      '/admin/import/table/writing',
      fieldsOf(shown.text.replace(/^.*<main/s, '<main'), '/admin/import/table/writing'),
    )
    expect(written.to, shown.text).toBe('/admin/import?done=1')
    const [sign] = (await listSigns(desk.db)).filter(({ code }) => !before.has(code))
    expect(sign).toMatchObject({ lat: 21.8531, lon: 106.7612, accuracyM: 5, note: 'cột mới' })
  })

  test('that have ended, or whose entry is withheld, are no sample to try', async () => {
    const desk = await runDesk(LANG_SON)
    const first = await findSampleSign(desk.db)
    await desk.db.run({
      text: 'INSERT INTO sign_event (code, happened_on, what, by, note) VALUES (?, ?, ?, ?, ?)',
      values: [first, '2026-11-20', 'retired', 'lan@example.vn', ''],
    })
    const second = await findSampleSign(desk.db)
    expect(second).not.toBe(first)
    await desk.db.run({
      text: 'UPDATE entry SET withheld = 1 WHERE id = (SELECT entry_id FROM sign WHERE code = ?)',
      values: [second],
    })
    expect(await findSampleSign(desk.db)).not.toBe(second)
  })
})
