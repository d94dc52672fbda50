import { RUNTIME } from '#runtime'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import type { Database } from '../../../src/store/database.ts'
import { findFacts } from '../../../src/store/facts.ts'
import { listSigns } from '../../../src/store/signs.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const PREVIEW = '/admin/import/table'
const WRITE = '/admin/import/table/writing'
const HEADINGS =
  'Tên đường,Số nghị quyết,Ngày nghị quyết,Cơ quan đặt tên,Điểm đầu,Điểm cuối,Chiều dài (m),Mã xã phường,Vĩ độ,Kinh độ,Nguồn: tên tài liệu'
const ROW =
  'Đường Bắc Sơn,1/2002/NQ-HĐND,28/01/2002,HĐND tỉnh,Đường A,Phố B,1200,05983,21.85,106.76,Nghị quyết 1'

/** Every table with every row, but for sessions and the like. */
async function dump(db: Database): Promise<string> {
  const tables = await db.all<{ name: string }>({
    text: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'
      AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'd1%' AND name NOT LIKE 'editor%' AND name NOT LIKE 'search%' AND name NOT LIKE 'work_words%' ORDER BY name`,
    values: [],
  })
  const rows = []
  for (const { name } of tables)
    rows.push([name, await db.all({ text: `SELECT * FROM "${name}" ORDER BY 1, 2`, values: [] })])
  return JSON.stringify(rows)
}

function fileOf(content: string | Uint8Array | Blob, name = 'bang.csv'): File {
  return new File([content as BlobPart], name)
}

async function xlsx(rows: (string | number | Date | null)[][]): Promise<File> {
  const cells = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : {
            value,
            type: value instanceof Date ? Date : typeof value === 'number' ? Number : String,
            ...(value instanceof Date && { format: 'dd/mm/yyyy' }),
          },
    ),
  )
  const made = writeXlsxFile(cells as unknown as Parameters<typeof writeXlsxFile>[0])
  return fileOf(await (made as { toBlob: () => Promise<Blob> }).toBlob(), 'bang.xlsx')
}

describe(`a table at the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('publisher')).browser
  })
  const preview = async (file: File, table = 'street') => {
    const answer = await browser.send(PREVIEW, { table, file })
    return { ...answer, text: answer.text.replace(/^.*<main/s, '<main') }
  }
  const write = (shown: string) => browser.send(WRITE, fieldsOf(shown, WRITE))
  const facts = (slug: string) => findFacts(desk.db, 'street', slug)
  const csv = (...rows: string[]) => fileOf([HEADINGS, ...rows].join('\r\n'))

  test('is shown first, then written with its facts waiting for approval', async () => {
    const before = await dump(desk.db)
    const shown = await preview(csv(ROW))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Đường Bắc Sơn')
    expect(await dump(desk.db)).toBe(before)
    expect((await write(shown.text)).to).toBe('/admin/import?done=1')
    expect(await facts('bac-son')).toMatchObject({
      factsNumber: 1,
      facts: {
        names: [{ text: 'Đường Bắc Sơn', locale: 'vi', kind: 'official' }],
        namings: [
          { number: '1/2002/NQ-HĐND', date: '2002-01-28', body: 'HĐND tỉnh', source: 's1' },
        ],
        extent: { from: 'Đường A', to: 'Phố B', lengthM: 1200, source: 's1' },
        adminUnits: [{ code: '05983' }],
        position: { lat: 21.85, lon: 106.76, accuracyM: 50, source: 's1' },
        sources: [{ id: 's1', title: 'Nghị quyết 1' }],
        review: { state: 'pending' },
      },
    })
    const again = await preview(csv(ROW))
    expect(again.text).toContain('không có gì để ghi')
  })

  test.each([
    [
      'semicolons and UTF-8 with a mark',
      (text: string) => strToU8(`\uFEFF${text.replaceAll(',', ';')}`),
    ],
    ['tabs', (text: string) => strToU8(text.replaceAll(',', '\t'))],
    [
      'Excel’s UTF-16',
      (text: string) => {
        const units = Uint16Array.from(
          [...`\uFEFF${text.replaceAll(',', '\t')}`].map((c) => c.charCodeAt(0)),
        )
        return new Uint8Array(units.buffer)
      },
    ],
    ['old Mac line ends', (text: string) => strToU8(text.replaceAll('\r\n', '\r'))],
    ['decomposed letters', (text: string) => strToU8(text.normalize('NFD'))],
    [
      'English headings in any case',
      (text: string) =>
        strToU8(
          text.replace(
            /^.*\r\n/,
            'STREET NAME,Resolution number,resolution date,naming body,from,to,length m,ward or commune code,lat,lon,source title\r\n',
          ),
        ),
    ],
  ])('is read with %s', async (_, encode) => {
    const shown = await preview(fileOf(encode(`${HEADINGS}\r\n${ROW}\r\n`)))
    expect((await write(shown.text)).to).toBe('/admin/import?done=1')
    expect((await facts('bac-son'))?.facts.extent?.lengthM).toBe(1200)
  })

  test('is read from Excel with its days and numbers, empty rows passed over', async () => {
    const file = await xlsx([
      [
        'Tên đường',
        'Ngày nghị quyết',
        'Cơ quan đặt tên',
        'Chiều dài (m)',
        'Điểm đầu',
        'Điểm cuối',
        'Nguồn: tên tài liệu',
      ],
      [null, null, null, null, null, null, null],
      ['Đường Bắc Sơn', new Date('2002-01-28T00:00:00Z'), 'HĐND tỉnh', 1200.5, 'A', 'B', 'NQ'],
    ])
    expect((await write((await preview(file)).text)).to).toBe('/admin/import?done=1')
    expect((await facts('bac-son'))?.facts).toMatchObject({
      namings: [{ date: '2002-01-28' }],
      extent: { lengthM: 1200.5 },
    })
  })

  test('may be one of the empty tables, filled in below its example', async () => {
    for (const kind of ['csv', 'xlsx'])
      for (const table of ['street', 'figure', 'heritage-site', 'place', 'sign']) {
        const { bytes } = await browser.download(`/admin/import/templates/${table}.${kind}`)
        const { text, status } = await preview(fileOf(bytes, `x.${kind}`), table)
        expect(status, `${table}.${kind}`).toBe(200)
        expect(text).toContain('không có gì để ghi')
      }
  })

  test.each([
    ['Ngày nghị quyết', ROW.replace('28/01/2002', '31/02/2002'), 'Trong lịch không có ngày'],
    ['Ngày nghị quyết', ROW.replace('28/01/2002', 'khoảng 2002'), 'khoảng 2002'],
    ['Ngày nghị quyết', ROW.replace('28/01/2002', '28/01/02'), 'năm nào?'],
    ['Ngày nghị quyết', ROW.replace('28/01/2002', '01/28/2002'), 'tháng đứng trước'],
    ['Chiều dài (m)', ROW.replace('1200', '"1,200"'), 'là 1200 hay 1.2?'],
    ['Chiều dài (m)', ROW.replace('1200', '1.200'), 'là 1200 hay 1.2?'],
    ['Chiều dài (m)', ROW.replace('1200', 'dài'), 'không phải là số'],
    ['Mã xã phường', ROW.replace('05983', '5983'), 'Có phải 05983'],
    ['Mã xã phường', ROW.replace('05983', '99999'), 'Không có xã, phường'],
    ['Vĩ độ', ROW.replace('21.85', '10.77'), 'xa ngoài vùng bản đồ'],
    ['Vĩ độ', ROW.replace('21.85,106.76', '106.76,21.85'), 'đổi chỗ'],
    ['Kinh độ', ROW.replace('106.76', ''), 'cả hai'],
    ['Tên đường', ROW.replace('Đường Bắc Sơn', ''), 'Thiếu tên'],
    ['Tên đường', ROW.replace('Đường Bắc Sơn', 'Đường Lê Lơi'), 'có phải “Đường Lê Lợi”'],
    ['Tên đường', ROW.replace('Đường Bắc Sơn', 'Lê Lợi'), 'streets/le-loi'],
    ['Tên đường', ROW.replace('Đường Bắc Sơn', 'Đường Bắc Sơn.'), 'Đường Bắc Sơn.'],
    ['Tên đường', ROW.replace('Đường Bắc Sơn', '"Đường\u0007 X"'), 'ký tự điều khiển'],
    ['', `${ROW},thừa`, 'ngoài các cột có tiêu đề'],
  ])(
    'with a fault in %s is not written, and says row, column and cure: %s',
    async (column, row, said) => {
      const before = await dump(desk.db)
      const shown = await preview(csv(ROW.replace('Bắc Sơn', 'Phai Vệ'), row))
      expect(shown.status).toBe(422)
      expect(shown.text).toMatch(/\b[A-K]3\b|Dòng 3|"row-3"/)
      expect(shown.text).toContain(column)
      expect(shown.text).toContain(said)
      expect(shown.text).not.toContain(WRITE)
      const grid = {
        headings: HEADINGS.split(','),
        merged: [],
        rows: [{ number: 2, cells: ROW.replace('1200', '1,2').split(',') }],
      }
      const forced = await browser.send(WRITE, {
        table: 'street',
        name: 'x',
        grid: JSON.stringify(grid),
        seen: '[[2,"0/0"]]',
      })
      expect(forced.status).toBe(422)
      expect(await dump(desk.db)).toBe(before)
    },
  )

  test.each([
    ['Tên đươg,Điểm đầu', 'Cột A “Tên đươg” là gì?'],
    ['Tên đường,,Điểm đầu', 'Cột B không có tiêu đề'],
    ['Tên đường,Tên đường', 'hai cột'],
    ['Điểm đầu', 'Thiếu cột “Tên đường”'],
  ])('headed %s says what is wrong', async (headings, said) => {
    const shown = await preview(fileOf(`${headings}\nA,B`))
    expect(shown.status).toBe(422)
    expect(shown.text).toContain(said)
  })

  test('cannot hold one street twice', async () => {
    const shown = await preview(csv(ROW, ROW))
    expect(shown.text).toContain('trùng với dòng 2')
  })

  test('takes a formula as the letters it is made of', async () => {
    const shown = await preview(csv(ROW.replace('Đường A', '=1+1')))
    await write(shown.text)
    expect((await facts('bac-son'))?.facts.extent?.from).toBe('=1+1')
  })

  test('changes what it says of an entry that is there, and leaves the rest', async () => {
    const old = (await facts('le-loi'))!
    const file = fileOf(
      'Tên đường;Điểm đầu;Điểm cuối;Nguồn: tên tài liệu;Tóm tắt\nĐường Lê Lợi;Cầu A;Ngã tư B;Bản đồ 2020;Tóm tắt mới.',
    )
    const shown = await preview(file)
    expect(shown.text).toContain('Điểm đầu, điểm cuối')
    expect((await write(shown.text)).status).toBe(303)
    const now = (await facts('le-loi'))!
    expect(now.factsNumber).toBe(old.factsNumber + 1)
    expect(now.facts).toMatchObject({ names: old.facts.names, adminUnits: old.facts.adminUnits })
    expect(now.facts.extent).toMatchObject({ from: 'Cầu A', to: 'Ngã tư B' })
    const text = now.texts.find(({ locale }) => locale === 'vi')!
    const before = old.texts.find(({ locale }) => locale === 'vi')!
    expect(text).toMatchObject({
      number: before.number + 1,
      summary: 'Tóm tắt mới.',
      body: before.body,
    })
  })

  test('is refused by name when somebody saved one of its entries since the preview', async () => {
    const row = 'Đường Lê Lợi,,,,Cầu A,Ngã tư B,,,,,Bản đồ'
    const shown = await preview(csv(row, ROW))
    await write((await preview(csv(row))).text)
    const before = await dump(desk.db)
    const late = await write(shown.text)
    expect(late.status).toBe(409)
    expect(late.text).toContain('người khác lưu')
    expect(late.text).toContain('Đường Lê Lợi')
    expect(await dump(desk.db)).toBe(before)
    expect((await write(late.text)).status).toBe(303)
  })

  test('pressed twice at once is written once', async () => {
    const shown = await preview(csv(ROW))
    const answers = await Promise.all([write(shown.text), write(shown.text)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect((await facts('bac-son'))?.factsNumber).toBe(1)
  })

  test('issues codes for signs, and places those that have one', async () => {
    const head = 'Mục từ,Nơi đặt,Vĩ độ,Kinh độ,Cách gắn,Độ cao (mm),Mẫu biển'
    const count = (await listSigns(desk.db)).length
    const shown = await preview(
      fileOf(
        `${head}\nĐường Lê Lợi,Đầu đường,21.85,106.76,cột,1300,placard-150x200\nstreets/le-loi,Cuối đường,,,,,`,
      ),
      'sign',
    )
    expect((await write(shown.text)).to).toBe('/admin/import?done=2')
    const signs = await listSigns(desk.db)
    expect(signs.length).toBe(count + 2)
    const sign = signs.find(({ placement }) => placement === 'Đầu đường')!
    expect(sign).toMatchObject({
      entry: 'streets/le-loi',
      lat: 21.85,
      mount: 'post',
      template: 'placard-150x200',
    })
    const moved = await preview(fileOf(`Mã biển,Nơi đặt\n${sign.code},Trước chợ`), 'sign')
    expect((await write(moved.text)).status).toBe(303)
    const now = (await listSigns(desk.db)).find(({ code }) => code === sign.code)
    expect(now).toEqual({ ...sign, placement: 'Trước chợ' })
    const foreign = await preview(fileOf('Mã biển,Nơi đặt\n222222,Trước chợ'), 'sign')
    expect(foreign.text).toContain('không phải do hệ thống này cấp')
  })

  const bomb = (parts: Record<string, Uint8Array>) => fileOf(zipSync(parts), 'x.xlsx')
  const SHEET = (cells: string) =>
    strToU8(
      `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`,
    )
  test.each<[string, () => File, string]>([
    [
      'a picture',
      () => fileOf(new Uint8Array([137, 80, 78, 71, 0, 0, 0, 1])),
      'không phải tệp CSV|bảng mã',
    ],
    ['nothing', () => fileOf(''), 'chọn một tệp'],
    ['six megabytes', () => fileOf('x'.repeat(6 * 2 ** 20)), 'lớn hơn 5 MB'],
    ['a million columns', () => fileOf(`${','.repeat(1e6)}\n`), '100.000 ký tự'],
    [
      'one cell of four megabytes',
      () => fileOf(`Tên đường\n"${'x'.repeat(4e6)}"`),
      '100.000 ký tự',
    ],
    ['5,001 rows', () => fileOf(`Tên đường\n${'x\n'.repeat(5001)}`), 'tối đa'],
    ['a quotation mark left open', () => fileOf('Tên đường\n"x'), 'ngoặc kép'],
    ['a bomb', () => bomb({ 'xl/worksheets/sheet1.xml': new Uint8Array(60e6) }), 'quá lớn'],
    [
      'an entity bomb',
      () =>
        bomb({ 'xl/worksheets/sheet1.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>') }),
      'DOCTYPE',
    ],
    [
      'a cell in the last row of the sheet',
      () =>
        bomb({
          'xl/worksheets/sheet1.xml': SHEET('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        }),
      '1048576',
    ],
    [
      'a cell in the last column',
      () =>
        bomb({ 'xl/worksheets/sheet1.xml': SHEET('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
      'XFD',
    ],
    [
      'half a workbook',
      () => fileOf(zipSync({ 'xl/worksheets/sheet1.xml': SHEET('') }).slice(0, 90), 'x.xlsx'),
      'Không đọc được',
    ],
    [
      'a workbook with a way out',
      () => bomb({ '../../etc/passwd.xml': strToU8('x'), 'xl/worksheets/../x.xml': strToU8('x') }),
      'Không đọc được',
    ],
    ['old Excel', () => fileOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'x.xls'), '.xls kiểu cũ'],
  ])('that is %s is refused with the cure', async (_, make, said) => {
    const answer = await preview(make())
    expect(answer.status).toBe(422)
    expect(answer.text).toMatch(new RegExp(said))
  })

  test('that lies about how large it unpacks is refused all the same', async () => {
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(60e6) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    view.setUint32(22, 100, true)
    const at = bytes.length - 22 - (46 + 'xl/worksheets/sheet1.xml'.length)
    view.setUint32(at + 24, 100, true)
    expect((await preview(fileOf(bytes, 'x.xlsx'))).text).toContain('quá lớn')
  })

  test('with merged cells says which', async () => {
    const file = await xlsx([['Tên đường'], ['Đường X']])
    const { unzipSync } = await import('fflate')
    const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      sheet.replace(
        '</sheetData>',
        '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
      ),
    )
    expect((await preview(bomb(parts))).text).toContain('A2:A3')
  })

  test('that was downloaded says nothing new when it comes back', async () => {
    for (const kind of ['street', 'figure', 'heritage-site'])
      for (const type of ['csv', 'xlsx']) {
        const { bytes } = await browser.download(`/admin/entries.${type}?kind=${kind}`)
        const { text, status } = await preview(fileOf(bytes, `x.${type}`), kind)
        expect(status, `${kind} ${text.slice(0, 900)}`).toBe(200)
        expect(text, kind).toContain('không có gì để ghi')
      }
    const signs = await browser.download('/admin/signs.csv')
    expect((await preview(fileOf(signs.bytes), 'sign')).text).toContain('không có gì để ghi')
    const geo = await browser.get('/admin/signs.geojson?entry=streets/le-loi')
    const { features } = JSON.parse(geo.text) as { features: { properties: { entry: string } }[] }
    expect(new Set(features.map(({ properties }) => properties.entry))).toEqual(
      new Set(['streets/le-loi']),
    )
    const listed = JSON.parse((await browser.get('/admin/entries.json?q=thu')).text) as {
      path: string
    }[]
    expect(listed.map(({ path }) => path)).toEqual([
      'streets/hoang-van-thu',
      'figures/hoang-van-thu',
    ])
  })

  test('imported, downloaded and imported elsewhere gives the same facts', async () => {
    const word = fc.constantFrom(
      'Bắc',
      'Sơn',
      'Phai',
      'Vệ',
      'Kỳ',
      'Lừa',
      '=Nam',
      'Quan "Ải"',
      'A, B',
      '-Đông',
    )
    const name = fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join(' '))
    const date = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2020-12-31'),
      noInvalidDate: true,
    })
    const row = fc.record({
      name,
      from: name,
      to: name,
      date,
      length: fc.integer({ min: 1, max: 40_000 }),
      lat: fc.integer({ min: 2100, max: 2250 }),
      lon: fc.integer({ min: 10600, max: 10750 }),
      source: name,
      summary: name,
    })
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
        round++
        const cell = (text: string | number) => `"${String(text).replaceAll('"', '""')}"`
        const lines = rows.map((one, i) =>
          [
            `Đường ${one.name}`,
            `vong-${round}-${i}`,
            `${i}/NQ`,
            one.date.toISOString().slice(0, 10),
            'HĐND',
            `${one.from} đầu`,
            `${one.to} cuối`,
            one.length,
            one.lat / 100,
            one.lon / 100,
            `Sách ${one.source}`,
            one.summary,
          ]
            .map(cell)
            .join(';'),
        )
        const head =
          'Tên đường;Địa chỉ mục từ;Số nghị quyết;Ngày nghị quyết;Cơ quan đặt tên;Điểm đầu;Điểm cuối;Chiều dài;Vĩ độ;Kinh độ;Nguồn tên tài liệu;Tóm tắt'
        const shown = await preview(
          fileOf([head.replace('Chiều dài', 'Chiều dài (m)'), ...lines].join('\n')),
        )
        expect(shown.status, shown.text.slice(0, 1500)).toBe(200)
        expect((await write(shown.text)).status).toBe(303)
        const { bytes } = await browser.download(`/admin/entries.csv?kind=street&q=vong-${round}-`)
        const here = await Promise.all(rows.map((_, i) => facts(`vong-${round}-${i}`)))
        desk = await runDesk(LANG_SON)
        browser = (await desk.as('publisher')).browser
        const again = await preview(fileOf(bytes))
        expect((await write(again.text)).status).toBe(303)
        for (const i of rows.keys()) {
          const copied = await facts(`vong-${round}-${i}`)
          expect(copied?.facts).toEqual(here[i]?.facts)
          expect(copied?.texts).toEqual(here[i]?.texts)
        }
      }),
      { numRuns: 10 },
    )
  }, 120_000)

  test('is imported by who may import only', async () => {
    const reviewer = (await desk.as('reviewer')).browser
    expect((await reviewer.send(PREVIEW, { table: 'street', file: csv(ROW) })).status).toBe(403)
  })
})
