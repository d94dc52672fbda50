import { describe, expect, test } from 'vitest'
import { readPlacardKit } from '../../src/printing/placard-kit.ts'
import { proofPath, proofSheet, proofsFor } from '../../src/printing/proof-sheet.ts'
import type { PrintOrder, Recipe } from '../../src/domain/print-order.ts'
import { newShortCode, spaced } from '../../src/domain/short-code.ts'
import { templateName } from '../../src/press/template/template.ts'
import { decodeAll, render, textOf } from '../print/decode.ts'
import { utf16In } from '../print/pdf-objects.ts'

let seed = 11
const random = (limit: number) => (seed = (seed * 16807) % 2147483647) % limit

const NAMES = [
  ['Đường Lê Lợi', 'Lê Lợi Street', '黎利街'],
  ['Khu di tích Chiến thắng Chi Lăng và Bia ghi danh các nghĩa sĩ Lam Sơn', '', '支棱大捷遗迹区'],
  ['Phố Muối', 'ផ្លូវប៉ៃលិន', ''],
]

/** The smallest placard refuses a name of seventy letters. */
const SHORTER = NAMES.map(([vi = '', ...others]) => [vi.replace(/ và Bia.*/, ''), ...others])

/** A board must say what kind of street it is. */
const STREETS = [['Đường Lê Lợi'], ['Phố Muối']]

/** What a panel prints besides. */
const INTRO = {
  locale: 'vi',
  text: 'Năm 1427, tại Ải Chi Lăng, nghĩa quân Lam Sơn chặn đánh viện binh của quân Minh.',
}

function recipes(count: number, id = ''): Recipe[] {
  const chosen = id.startsWith('board') ? STREETS : id === 'placard-180x120' ? SHORTER : NAMES
  return Array.from({ length: count }, (_, i) => {
    const [vi = '', en = '', zh = ''] = chosen[i % chosen.length] ?? []
    const names = [
      { locale: 'vi', text: vi },
      { locale: /[a-z]/.test(en) ? 'en' : 'km', text: en },
      { locale: 'zh-Hans', text: zh },
    ]
    return {
      code: newShortCode(random),
      names: names.filter(({ text }) => text !== ''),
      intro: [INTRO],
      body: [INTRO, INTRO],
      invitations: [{ locale: 'zh-Hans', text: '扫码了解这条街的故事' }],
      publisher: { locale: 'vi', text: 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn' },
      hotline: null,
      symbol: { version: 3, level: 'H', mask: 2, payload: '', matrixSha256: '' },
      date: '2026-11-22',
      placement: 'Cột điện trước cửa số 12, phía sông; cách ngã ba khoảng mười mét',
      lat: null,
      lon: null,
      heightMm: 1300,
      readingDistanceMm: 750,
      faces: 1,
      approved: true,
    }
  })
}

async function proofOf(count: number, id = 'placard-150x200', isDraft = false) {
  const kit = await readPlacardKit(process.cwd(), id)
  const order: PrintOrder = {
    id: 'LS-2026-001',
    template: kit.template,
    templateName: templateName(kit.template),
    origin: 'https://qr.langson.gov.vn',
    isDraft,
    materials: {},
    orderedBy: 'Lan',
    orderedAt: '2026-11-22T03:00:00.000Z',
  }
  const ordered = recipes(count, id)
  return {
    ordered,
    make: async () => (await proofSheet(order, kit, { number: 1, recipes: ordered })).bytes,
  }
}

const addressesOf = (ordered: readonly Recipe[]) =>
  ordered.map(({ code }) => `HTTPS://QR.LANGSON.GOV.VN/${code}`).sort()

describe('a proof sheet', () => {
  test('shows eight signs a page: each can be scanned, each name and code be read', async () => {
    const { ordered, make } = await proofOf(10)
    const pdf = await make()
    const [first, second] = [ordered.slice(0, 8), ordered.slice(8)]
    expect(await decodeAll(await render(pdf, 150))).toEqual(addressesOf(first))
    expect(await decodeAll(await render(pdf, 150, 1))).toEqual(addressesOf(second))
    const words = (await textOf(pdf)).replace(/\s+/g, ' ')
    for (const { code, names } of first)
      for (const said of [
        spaced(code),
        ...names.filter(({ locale }) => locale !== 'km').map(({ text }) => text),
      ])
        expect(words).toContain(said)
    const common = (await textOf(pdf, 2)).replace(/\s+/g, ' ')
    for (const said of ['扫码了解这条街的故事', 'Sở Văn hóa, Thể thao và Du lịch tỉnh Lạng Sơn'])
      expect(common).toContain(said)
  })

  test('is tagged, says its language and has no colour but RGB or grey', async () => {
    const { make } = await proofOf(8)
    const source = Buffer.from(await make()).toString('latin1')
    expect(source).toContain('/MarkInfo')
    expect(source).toContain('/Lang (vi)')
    for (const language of ['zh-Hans', 'km', 'en']) expect(source).toContain(`/Lang (${language})`)
    expect(source).not.toContain('DeviceCMYK')
  })

  test('of a large order is several files', () => {
    const proofs = proofsFor(recipes(1001))
    expect(proofs.map((proof) => [proofPath(proof), proof.recipes.length])).toEqual([
      ['proof/proof-sheet.pdf', 1000],
      ['proof/proof-sheet-02.pdf', 1],
    ])
  })

  test('is the same bytes again', async () => {
    const { make } = await proofOf(9)
    expect(Buffer.from(await make()).equals(await make())).toBe(true)
  })

  test('of boards, which have no symbol, still gives codes and names', async () => {
    const { ordered, make } = await proofOf(3, 'board-750x400', true)
    const words = (await textOf(await make())).replace(/\s+/g, ' ')
    expect(words).toContain('NHÁP - DRAFT')
    for (const { code } of ordered) expect(words).toContain(spaced(code))
  })

  test.each(['placard-150x200', 'placard-180x120', 'panel-600x900', 'card-a5'])(
    'of %s shows whole faces, small, whose symbols read from the paper',
    async (id) => {
      const { ordered, make } = await proofOf(8, id)
      expect(await decodeAll(await render(await make(), 300))).toEqual(addressesOf(ordered))
    },
  )

  test('shows the blue of a board where its face is', async () => {
    const { make } = await proofOf(1, 'board-750x400')
    const { data } = await render(await make(), 50)
    const pixels = Array.from({ length: data.length / 4 }, (_, i) =>
      data.subarray(4 * i, 4 * i + 3),
    )
    const isBlue = ([red = 0, , blue = 0]: Uint8ClampedArray) => blue - red > 60
    // 47 mm × 25 mm of A4, less the name.
    expect(pixels.filter(isBlue).length / pixels.length).toBeGreaterThan(0.01)
  })

  test('says of every face what it is and where its code leads', async () => {
    const { ordered, make } = await proofOf(2)
    const said = utf16In(Buffer.from(await make()).toString('latin1'))
    for (const { code, names } of ordered)
      expect(said).toContain(
        `Cả mặt biển ${names[0]?.text}; mã vuông trên đó mở HTTPS://QR.LANGSON.GOV.VN/${code}`,
      )
  })

  test('keeps a letter once, however many faces show it', async () => {
    const sizeOf = async (count: number) => (await (await proofOf(count)).make()).length
    expect((await sizeOf(88)) - (await sizeOf(8))).toBeLessThan(80 * 6000)
  })
})
