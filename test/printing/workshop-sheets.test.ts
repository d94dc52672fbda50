import { describe, expect, test } from 'vitest'
import { FORMS, type PrintOrder, type Recipe } from '../../src/domain/print-order.ts'
import { parseShortCode, type ShortCode } from '../../src/domain/short-code.ts'
import { materialWords } from '../../src/messages/material-words.ts'
import { makePlacard } from '../../src/press/files/placard-artwork.ts'
import { templateName } from '../../src/press/template/template.ts'
import { boxLabels } from '../../src/printing/box-labels.ts'
import { installSheet, neighboursOf } from '../../src/printing/install-sheet.ts'
import { jobTicket } from '../../src/printing/job-ticket.ts'
import { placardInput, withoutProblems } from '../../src/printing/parcel-files.ts'
import { readPlacardKit } from '../../src/printing/placard-kit.ts'
import { sheetFonts } from '../../src/printing/sheet-fonts-of-kit.ts'
import { decodeAll, render, textOf } from '../print/decode.ts'
import { openTemplate } from '../press/placard-kit.ts'

const code = (text: string) => parseShortCode(text) as ShortCode

const RECIPE: Recipe = {
  code: code('7K3QXC'),
  names: [{ locale: 'vi', text: 'Đường Hoàng Văn Thụ' }],
  invitations: [{ locale: 'vi', text: 'Quét mã để đọc chuyện con đường này' }],
  publisher: { locale: 'vi', text: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn' },
  hotline: { locale: 'vi', text: 'Đường dây nóng 0205 3 812 345' },
  kindWord: { locale: 'vi', text: 'Đường' },
  symbol: null,
  date: '2026-11-22',
  placement: 'Cột đèn trước số nhà 12',
  lat: 21.8537,
  lon: 106.7612,
  heightMm: null,
  mount: 'post',
  readingDistanceMm: 750,
  faces: 2,
  approved: true,
  forms: FORMS,
}
const NEAR: Recipe = { ...RECIPE, code: code('9XTHQ9'), lat: 21.8561, lon: 106.7589 }
const SAME_SPOT: Recipe = { ...RECIPE, code: code('AZT3EP') }

async function orderOn(id: string) {
  const kit = await readPlacardKit(process.cwd(), id)
  const order: PrintOrder = {
    id: 'LS-2026-017',
    template: kit.template,
    templateName: templateName(kit.template),
    origin: 'https://qr.langson.gov.vn',
    isDraft: false,
    materials: {},
    orderedBy: 'lan@langson.gov.vn',
    orderedAt: '2026-11-22T03:00:00.000Z',
  }
  return { kit, order }
}

async function sheetOn(id: string, recipe = RECIPE) {
  const { kit, order } = await orderOn(id)
  const made = withoutProblems(recipe, makePlacard(placardInput(order, kit, recipe)))
  return installSheet(order, kit, recipe, made, neighboursOf(recipe, [recipe, NEAR, SAME_SPOT]))
}

describe('an installation sheet', () => {
  test('says in both languages which order, where, how high and with what', async () => {
    const sheet = await sheetOn('placard-150x200')
    const [vi, en] = await Promise.all([textOf(sheet, 0), textOf(sheet, 1)])
    for (const page of [vi, en])
      for (const one of ['LS-2026-017', 'Cột đèn trước số nhà 12', '1300 mm', 'M4', '7K3 QXC'])
        expect(page).toContain(one)
    expect(vi).toContain('2 đai kẹp cột')
    expect(en).toContain('2 stainless bands')
  })

  test('draws the holes with their measures, and the sign among its neighbours', async () => {
    const words = await textOf(await sheetOn('placard-150x200'))
    // 4 holes, 10 mm from the edges of 150 x 200.
    for (const length of ['130', '180', '10']) expect(words).toMatch(new RegExp(`\\b${length}\\b`))
    expect(words).toContain('9XT HQ9')
    expect(words).not.toContain('AZT 3EP')
    expect(words).toMatch(/\d+ m\b/)
  })

  test('has a code to scan first, which opens the page of the sign', async () => {
    const found = await decodeAll(await render(await sheetOn('placard-150x200'), 200))
    expect(new Set(found)).toEqual(new Set(['HTTPS://QR.LANGSON.GOV.VN/7K3QXC']))
  })

  test('of a board asks for no code, as there is none on it', async () => {
    const sheet = await sheetOn('board-750x400')
    for (const page of [0, 1]) {
      const words = await textOf(sheet, page)
      expect(words).not.toMatch(/HTTPS:|quét|scan|Mã in|printed below/i)
      expect(words).toContain('Đường Hoàng Văn Thụ')
      expect(words).toContain('2300 mm')
    }
    expect(await decodeAll(await render(sheet, 150))).toEqual([])
  })

  test('tells no place that is restricted, and gives the same bytes again', async () => {
    const hidden = { ...RECIPE, lat: null, lon: null }
    const sheet = await sheetOn('placard-150x200', hidden)
    expect(await textOf(sheet)).not.toMatch(/21\.85|9XT HQ9/)
    expect(Buffer.from(await sheetOn('placard-150x200', hidden)).equals(Buffer.from(sheet))).toBe(
      true,
    )
  })
})

describe('a job ticket', () => {
  test.each([
    ['vi', ['4 mặt biển, của 2 biển', 'tấm nhôm nhựa', 'in UV', 'phủ màng mờ', '8 năm']],
    ['en', ['4 faces, of 2 signs', 'aluminium composite 3 mm', 'UV print', 'matt laminate']],
  ] as const)(
    'says in %s what is made, how many, of what, and whom to call',
    async (lang, said) => {
      const { kit, order } = await orderOn('placard-150x200')
      const words = await textOf(
        await jobTicket(order, kit.template, [RECIPE, NEAR], lang, sheetFonts(kit)),
      )
      for (const one of [...said, '150 × 200 mm', '100/80/10/15', 'CutContour', '0205 3 812 345'])
        expect(words).toContain(one)
      expect(words).not.toContain('draft')
    },
  )

  test('names the white below the colours, and the colour that the material has', async () => {
    const { kit, order } = await orderOn('placard-180x120')
    const template = {
      ...kit.template,
      material: { ...kit.template.material, colours: { blue: 'RAL 5002' } },
    }
    const words = await textOf(await jobTicket(order, template, [RECIPE], 'en', sheetFonts(kit)))
    expect(words).toContain('separation White')
    expect(words).toContain('RAL 5002')
  })

  test.each(['placard-150x200', 'placard-180x120', 'board-750x400', 'panel-600x900', 'card-a5'])(
    'has Vietnamese words for the material of %s',
    (id) => {
      const { substrate, process } = openTemplate(id).material
      for (const words of [substrate, ...process.split(', ')])
        expect(materialWords('vi', words)).not.toBe(words)
    },
  )
})

test('box labels say which sign, how many, and where it goes', async () => {
  const { kit, order } = await orderOn('placard-150x200')
  const many = Array.from({ length: 15 }, (_, i) => ({ ...RECIPE, faces: i + 1 }))
  const { bytes } = await boxLabels(order, kit.template, many, sheetFonts(kit))
  const first = await textOf(bytes)
  for (const one of ['7K3 QXC', '1/15', 'LS-2026-017', 'Cột đèn trước số nhà 12', 'Số lượng: 14'])
    expect(first).toContain(one)
  expect(await textOf(bytes, 1)).toContain('Số lượng: 15')
})
