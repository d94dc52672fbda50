/** Tables as clerks and spreadsheets make them: cells that are not what they show, damaged letters, titles, totals. */
import { RUNTIME } from '#runtime'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { unescaped } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const PREVIEW = '/admin/import/table'
const H = 'Street name,From,To,Length (m),Ward or commune code,Source: title'

/** Formats of the cells, by the number of their style. */
const STYLES = [
  'General',
  'd-mmm',
  'mmm-yy',
  'yyyy',
  'dd/mm/yyyy',
  '0%',
  '[h]:mm',
  '00000',
  '#,##0',
  '# ?/?',
]

/** A workbook of one table, cell by cell as XML; `more` are other parts. */
function workbook(rows: string[][], more: Record<string, string> = {}, first = 'sheet1'): File {
  const letters = 'ABCDEFGHIJKLMNOP'
  const body = rows
    .map((cells, i) => {
      const inner = cells
        .map((cell, j) => {
          const at = ` r="${letters[j]}${i + 1}"`
          if (cell.startsWith('<')) return cell.replace('<c', `<c${at}`)
          return cell === '' ? '' : `<c${at} t="inlineStr"><is><t>${cell}</t></is></c>`
        })
        .join('')
      return `<row r="${i + 1}">${inner}</row>`
    })
    .join('')
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`
  const formats = STYLES.map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`,
  ).join('')
  const styles = STYLES.map((_, i) => `<xf numFmtId="${164 + i}" applyNumberFormat="1"/>`).join('')
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml':
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Một" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/${first}.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="${STYLES.length}">${formats}</numFmts><cellXfs count="${STYLES.length}">${styles}</cellXfs></styleSheet>`,
    [`xl/worksheets/${first}.xml`]: sheet,
    ...more,
  }
  const zipped = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
  return new File([zipped as BlobPart], 'bang.xlsx')
}

const number = (value: number | string, format: string) =>
  `<c s="${STYLES.indexOf(format)}"><v>${value}</v></c>`
const HEADINGS = H.split(',')
const GOOD = ['Đường Bắc Sơn', 'Đường A', 'Phố B', '1200', '05983', 'Nghị quyết 1']
/** The good row with another cell in one place. */
const withCell = (column: number, cell: string) => GOOD.map((one, i) => (i === column ? cell : one))

describe(`a table as it really is, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('publisher')).browser
  })
  const preview = async (file: File | string) => {
    const sent = typeof file === 'string' ? new File([file], 'bang.csv') : file
    const answer = await browser.send(PREVIEW, { table: 'street', file: sent })
    return { status: answer.status, text: unescaped(answer.text.replace(/^.*<main/s, '')) }
  }
  const csv = (...rows: string[]) => [H, ...rows].join('\n')

  describe('cells of a workbook', () => {
    test.each([
      ['a day typed as a name', withCell(0, number(46142, 'd-mmm')), '30-Apr'],
      ['a day of a text column', withCell(1, number(37257, 'dd/mm/yyyy')), '01/01/2002'],
      ['an error', withCell(1, '<c t="e"><f>A9</f><v>#REF!</v></c>'), '#REF!'],
      ['an error among numbers', withCell(3, '<c t="e"><v>#DIV/0!</v></c>'), '#DIV/0!'],
      ['an error in the first column', withCell(0, '<c t="e"><v>#N/A</v></c>'), '#N/A'],
      ['a truth', withCell(2, '<c t="b"><v>1</v></c>'), 'TRUE'],
      ['a percentage', withCell(3, number(0.25, '0%')), '25%'],
      ['a duration', withCell(3, number(1.5, '[h]:mm')), '36:00'],
      ['a fraction', withCell(1, number(0.5, '# ?/?')), '1/2'],
      ['a formula without a result', withCell(3, '<c><f>A1+1</f></c>'), 'chưa có kết quả'],
    ])('%s is named, as the sheet shows it', async (_, row, said) => {
      const shown = await preview(workbook([HEADINGS, row]))
      expect(shown.status).toBe(422)
      expect(shown.text).toMatch(/>[A-F]2<\/a>/)
      expect(shown.text).toContain(said)
    })

    test.each([
      ['a code with zeros before it', withCell(4, number(5983, '00000'))],
      ['thousands that only the format shows', withCell(3, number(1250, '#,##0'))],
      ['three decimals that the sheet holds', withCell(3, number(120.125, 'General'))],
      ['a formula with its result', withCell(3, '<c><f>600*2</f><v>1200</v></c>')],
    ])('%s is taken', async (_, row) => {
      expect((await preview(workbook([HEADINGS, row]))).text).toContain('Mới: 1')
    })

    test.each([
      ['mmm-yy', 3593, '1909-11'],
      ['yyyy', 3593, '1909'],
      ['dd/mm/yyyy', 3593, '1909-11-01'],
    ])('a day shown as %s is as precise as it is shown', async (format, serial, date) => {
      const headings = ['Tên danh nhân', 'Ngày sinh', 'Nguồn: tên tài liệu']
      const file = workbook([headings, ['Nguyễn Thử Nghiệm', number(serial, format), 'Sách']])
      const answer = await browser.send(PREVIEW, { table: 'figure', file })
      const sent = await browser.send('/admin/import/table/writing', fieldsIn(answer.text))
      expect(sent.status, answer.text.slice(-3000)).toBe(303)
      const [row] = await desk.db.all<{ facts: string }>({
        text: "SELECT facts FROM facts WHERE facts LIKE '%Nguyễn Thử Nghiệm%' ORDER BY saved_at DESC, number DESC LIMIT 1",
        values: [],
      })
      expect(JSON.parse(row?.facts ?? '{}')).toMatchObject({ born: { date } })
    })

    test('merges are those of the first tab, wherever it is stored; a title may be merged', async () => {
      const merged = (ref: string) => `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`
      const first = workbook([HEADINGS, GOOD], {}, 'sheet2')
      expect((await preview(first)).text).toContain('Mới: 1')
      const sheet = (ref: string) =>
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${[
          HEADINGS,
          GOOD,
          withCell(0, 'Đường Hai'),
        ]
          .map(
            (cells, i) =>
              `<row r="${i + 1}">${cells.map((cell, j) => `<c r="${'ABCDEF'[j]}${i + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
          )
          .join('')}</sheetData>${merged(ref)}</worksheet>`
      const hidden = await preview(
        workbook([HEADINGS, GOOD], { 'xl/worksheets/sheet2.xml': sheet('E2:E3') }, 'sheet2'),
      )
      expect(hidden.text).toContain('E2:E3')
      const other = await preview(
        workbook([HEADINGS, GOOD], { 'xl/worksheets/sheet2.xml': sheet('E2:E3') }),
      )
      expect(other.text).toContain('Mới: 1')
    })
  })

  test.each([
    ['Đường Thử,A,B,1.250,05983,NQ', 'là 1250 hay 1.25?'],
    ['Đường Thử,A,B,"1,250",05983,NQ', 'là 1250 hay 1.25?'],
    ['30-Apr,A,B,10,05983,NQ', '30-Apr'],
    ['Đường Thử,Jan-02,B,10,05983,NQ', 'Jan-02'],
    ['Đường Thử,#REF!,B,10,05983,NQ', '#REF!'],
    ['#N/A,A,B,10,05983,NQ', '#N/A'],
    ['Đường Thử,A,########,10,05983,NQ', '########'],
    ['Đường Thử,A,2.22E+09,10,05983,NQ', '2.22E+09'],
    ['LÃª Lá»£i Hai,A,B,10,05977,NQ', 'windows-1252'],
    ['§­êng Lª Lîi,A,B,10,05977,NQ', 'TCVN3'],
    ['Ñöôøng Leâ Lôïi,A,B,10,05977,NQ', 'VNI'],
    ['??ng Th? Ba,A,B,10,05977,NQ', '??ng'],
    ['Đường Th\ufffd,A,B,10,05977,NQ', 'chữ đã mất'],
  ])('is refused with the cell and the cure: %s', async (row, said) => {
    const shown = await preview(csv(row))
    expect(shown.status).toBe(422)
    expect(shown.text).toContain(said)
  })

  test.each([
    ['Đường Thử,A,B,850m,05983,NQ'],
    ['Đường Thử,A,B,"0,9 km",05983,NQ'],
    ['Đường Thử,A,B,1 250,05983,NQ'],
    ['Đường Thử,A,B,"1.250,5",05983,NQ'],
    ['\u200bĐường\u00a0Thử ,A,B,"9,5",05983,NQ'],
  ])('is taken: %s', async (row) => {
    expect((await preview(csv(row))).text).toContain('Mới: 1')
  })

  test('is folded where letters only look right, and says so', async () => {
    const shown = await preview(csv('Ðường Thử,A,B,10,05983,NQ'))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Đã tự sửa 1 chỗ')
    expect(shown.text).toContain('“Ðường” có chữ nhìn giống')
    expect(shown.text).toContain('>Đường Thử')
  })

  describe('a street of a name that there is already', () => {
    test.each([
      ['Đường Lê Lợi,chợ Đồng Đăng,ga Đồng Đăng,900,06184,NQ', 'le-loi-2'],
      ['đường lê lợi,A,B,900,06184,NQ', 'le-loi-2'],
      ['Phố Lê Lợi,A,B,900,06184,NQ', 'le-loi-2'],
    ])('is asked about in another commune: %s', async (row, free) => {
      const shown = await preview(csv(row))
      expect(shown.status).toBe(422)
      expect(shown.text).toContain(free)
    })

    test('is the same in the ward it lies in', async () => {
      for (const unit of ['05977', 'Phường Đông Kinh (mới)'])
        expect((await preview(csv(`Đường Lê Lợi,A,B,900,${unit},NQ`))).text, unit).toContain(
          'Sửa: 1',
        )
    })
  })

  test('has a stray quotation mark told with its row', async () => {
    const shown = await preview(
      csv('Đường Một,A,B,10,05983,NQ', 'Đường Hai,nhà 5" ống,B,10,05983,NQ'),
    )
    expect(shown.text).toContain('Dòng 3')
    const open = await preview(
      csv('Đường Một,A,B,10,05983,NQ', 'Đường Hai,"nhà 5 ống,B,10,05983,NQ'),
    )
    expect(open.text).toContain('Dòng 3')
  })

  test.each(['sep=,', '"sep=,"', 'sep=,,,,,,', 'SEP=,', '"sep=,",,,,,'])(
    'begins with %s',
    async (line) => {
      expect((await preview(`${line}\n${csv(GOOD.join(','))}`)).text).toContain('Mới: 1')
    },
  )

  test('begins with another separator than it has first', async () => {
    expect((await preview(`SEP=;\n${csv(GOOD.join(',')).replaceAll(',', ';')}`)).text).toContain(
      'Mới: 1',
    )
  })

  test('without a column that every row needs says so once', async () => {
    const rows = [1, 2, 3].map((n) => `Đường Thử ${n},27/2002/NQ-HĐND,NQ`)
    const shown = await preview(['Street name,Resolution number,Source: title', ...rows].join('\n'))
    expect(shown.status).toBe(422)
    for (const column of ['Cơ quan đặt tên', 'Ngày nghị quyết'])
      expect(shown.text.split(`Thiếu cột “${column}”`), column).toHaveLength(2)
    expect(shown.text).not.toMatch(/>[A-Z]2<\/a>/)
  })

  test('has a title above its headings, a clerk’s own columns, and a sum below', async () => {
    const shown = await preview(
      [
        'DANH SÁCH ĐƯỜNG PHỐ,,,,,,,',
        ',,,,,,,',
        'STT,Tên đường\\, phố,Điểm đầu,Điểm cuối,Chiều dài (m),Phường/xã,Nguồn: tên tài liệu,Ghi chú',
      ]
        .join('\n')
        .replace('Tên đường\\, phố', '"Tên đường, phố"') +
        '\n1,Đường Một,A,B,850m,05983,NQ,\n2,Đường Hai,A,B,900,05983,NQ,xem lại\nTổng cộng: 2 tuyến,,,,,,,\n',
    )
    expect(shown.text).toContain('Mới: 2')
    expect(shown.text).toContain('Tổng cộng: 2 tuyến')
  })

  test('a figure whose name was slipped is asked about by the nearest figure, never by a street', async () => {
    const file = new File(['Tên đường,Mang tên ai\nĐường Cây Đa,Đường Hoàng Văn Thu'], 'duong.csv')
    const { text } = await browser.send(PREVIEW, { table: 'street', file })
    expect(text).toContain('Chưa có danh nhân “Đường Hoàng Văn Thu”. Có phải “Hoàng Văn Thụ”?')
  })
})

/** Hidden fields of the form that writes. */
function fieldsIn(html: string): Record<string, string> {
  const form = /<form[^>]*table\/writing"[^>]*>(.*?)<\/form>/s.exec(html)?.[1] ?? ''
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, unescaped(value)],
    ),
  )
}
