import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Drawing, TextRun } from '../../src/press/face/drawing.ts'
import { grown, overlap } from '../../src/press/face/geometry.ts'
import { makePlacard } from '../../src/press/files/placard-artwork.ts'
import { isProblems } from '../../src/press/face/problems.ts'
import { INPUT, made, problemsOf, template, texts } from './placard-kit.ts'

const HARD_NAMES = [
  texts('NGUYỄN THỊ MINH KHAI', 'Nguyễn Thị Minh Khai Street', '阮氏明开街'),
  texts('ĐƯỜNG NGUYỄN ĐÌNH CHIỂU', 'Nguyễn Đình Chiểu Street'),
  texts(
    'Công viên địa chất toàn cầu UNESCO Lạng Sơn',
    'Lạng Sơn UNESCO Global Geopark',
    '谅山联合国教科文组织世界地质公园',
  ),
  texts('Thực hành Then của người Tày, Nùng, Thái', 'Then Practice of the Tày, Nùng and Thái'),
  texts('Công viên và tượng đài Hoàng Văn Thụ', 'Hoàng Văn Thụ Park and Monument'),
  texts('Bia ma nhai Diễn Trận sơn (Na Sầm)', 'Diễn Trận Mountain Inscription, Na Sầm'),
  texts('Trần Phú & Lê Lợi', '“Stone” <Gate> & \'Wall\' "A"'),
  texts('PHỐ NGUYỄN HỮU ĐỆ – ĐỘNG NHỊ THANH & CHÙA TAM GIÁO', 'Ễ Ộ Ữ Ẫ Ậ Ỡ Ở'),
  texts('Ô', 'O'),
]

function textsOf(drawing: Drawing): TextRun[] {
  return drawing.primitives.filter(
    (one): one is TextRun => one.kind === 'text' && one.layer === 'artwork' && one.role !== 'draft',
  )
}

function sizeLimits(role: string): readonly [number, number] {
  const line = template.stacks.flatMap(({ lines }) => lines).find(({ bind }) => bind === role)
  return line?.size ?? [0, 0]
}

describe('the texts of a placard', () => {
  test.each(HARD_NAMES.map((names) => [names[0]?.text ?? '', names] as const))(
    'keep clear of each other, of holes and of the symbol: %s',
    (_name, names) => {
      const { drawing } = made({ names })
      const runs = textsOf(drawing)
      for (const [i, run] of runs.entries()) {
        const [most, least] = sizeLimits(run.role)
        expect(run.size).toBeLessThanOrEqual(most)
        expect(run.size).toBeGreaterThanOrEqual(least)
        expect(overlap(run.ink, drawing.symbolBox)).toBe(false)
        for (const other of runs.slice(i + 1))
          if (other.y !== run.y)
            expect(overlap(grown(run.ink, template.textGap), other.ink)).toBe(false)
      }
    },
  )

  test('on two lines leave room for stacked marks', () => {
    const { drawing } = made({
      names: [
        {
          locale: 'vi',
          text: 'ĐƯỜNG ĐỘNG ĐỊNH HỘI ĐỒNG CHỢ LỚN NGUYỄN HỮU ĐỆ LỖ',
          breaks: 'ĐƯỜNG ĐỘNG ĐỊNH HỘI ĐỒNG | CHỢ LỚN NGUYỄN HỮU ĐỆ LỖ',
        },
      ],
    })
    const [upper, lower] = textsOf(drawing).filter(({ role }) => role === 'name-first')
    expect(upper && lower && upper.y < lower.y).toBe(true)
    expect((lower?.ink.y ?? 0) - ((upper?.ink.y ?? 0) + (upper?.ink.height ?? 0))).toBeGreaterThan(
      1.4,
    )
  })

  test('never vanish: all of them are set, or the placard is refused', () => {
    const word = fc.constantFrom('Nguyễn', 'ƯỜNG', 'Kỳ', 'Lừa', '&', 'Ẫn', '(Ải)', 'của')
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), (words) => {
        const name = words.join(' ')
        const result = makePlacard({ ...INPUT, names: texts(name) })
        if (isProblems(result)) return result.every(({ code }) => /^text-too-/.test(code))
        const set = textsOf(result.drawing).filter(({ role }) => role === 'name-first')
        return set.map(({ text }) => text).join(' ') === name
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('break at spaces, not at spaces that must not break', () => {
    const name = 'Công viên địa chất toàn\u00a0cầu UNESCO Lạng Sơn'
    const lines = textsOf(made({ names: texts(name) }).drawing).filter(
      ({ role }) => role === 'name-first',
    )
    expect(lines.map(({ text }) => text)).toEqual([
      'Công viên địa chất toàn\u00a0cầu',
      'UNESCO Lạng Sơn',
    ])
  })

  test('are broken for larger letters, but not for slightly larger ones', () => {
    const sizes = (vi: string, en: string, zh?: string) =>
      textsOf(made({ names: texts(vi, en, zh) }).drawing)
        .filter(({ role }) => role === 'name-first')
        .map(({ size }) => size)
    const park = sizes('Công viên và tượng đài Hoàng Văn Thụ', 'Hoàng Văn Thụ Park and Monument')
    expect(park).toHaveLength(2)
    expect(park[0]).toBeGreaterThan(7)
    const cave = sizes(
      'Động Nhị Thanh và chùa Tam Giáo',
      'Nhị Thanh Cave and Tam Giáo Pagoda',
      '二清洞',
    )
    expect(cave).toHaveLength(1)
  })

  test('print the code in threes', () => {
    expect(textsOf(made().drawing).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['qr.langson.gov.vn/', '7K3 QXC']),
    )
  })

  test('in Khmer are shaped in a Khmer font', () => {
    const names = [...texts('Đường Lê Lợi'), { locale: 'km', text: 'ផ្លូវប៉ៃលិន' }]
    const khmer = textsOf(made({ names }).drawing).find(({ role }) => role === 'name-others')
    expect(khmer?.font).toBe('noto-sans-khmer-500')
    expect(khmer?.glyphs.length).toBeLessThan('ផ្លូវប៉ៃលិន'.length)
  })
})

describe('a placard is refused', () => {
  test('when a font lacks a character, naming both', () => {
    const result = makePlacard({ ...INPUT, names: texts('Đường 𡨸喃') })
    expect(result).toEqual([
      {
        code: 'missing-glyph',
        values: {
          field: 'name-first',
          text: 'Đường 𡨸喃',
          character: '𡨸',
          codePoint: 'U+21A38',
          font: 'be-vietnam-pro-700',
        },
      },
    ])
  })

  test.each([
    ['name-too-long name-first', { names: texts(`Đường ${'Nguyễn '.repeat(20)}Dài`) }],
    ['name-too-long name-first', { names: texts('M'.repeat(60)) }],
    ['not-nfc name-first', { names: texts('Đường Lê Lợi'.normalize('NFD')) }],
    ['empty-text name-first', { names: texts(' ') }],
    ['surrounding-space name-first', { names: texts('Lê Lợi ') }],
    ['control-character name-first', { names: texts('Lê\nLợi') }],
    ['control-character name-first', { names: texts('Lê \ue000') }],
    ['number-of-names', { names: [] }],
    ['number-of-names', { names: Array(4).fill({ locale: 'vi', text: 'A' }) }],
    ['text-too-long invitation-first', { invitations: texts('Quét mã '.repeat(20).trim()) }],
    ['text-too-long publisher', { publisher: { locale: 'vi', text: 'Sở '.repeat(80).trim() } }],
    ['origin-not-for-print', { origin: 'https://qr.example.vn' }],
    ['origin-not-for-print', { origin: 'http://localhost:8787' }],
    ['address-does-not-fit', { draft: true, origin: 'not an origin' }],
    ['address-does-not-fit', { pinned: { version: 1, level: 'H', mask: 0 } }],
  ] as const)('for %s', (problem, change) => {
    expect(problemsOf(change as Parameters<typeof problemsOf>[0])).toContain(problem)
  })

  const [names, invitations, imprint] = template.stacks
  const moved = (box: [number, number, number, number]) => ({
    template: { ...template, stacks: [names, { ...invitations, box }, imprint] } as typeof template,
    invitations: texts('Quét mã'),
  })

  test.each([
    ['text-in-symbol-box invitation-first', moved([14, 140, 122, 18])],
    ['texts-collide name-first', moved([14, 14, 122, 18])],
    ['text-outside-safe-area invitation-first', moved([2, 155, 30, 18])],
    ['text-touches-line invitation-first', moved([2, 155, 30, 18])],
    ['text-near-hole invitation-first', moved([2, 180, 30, 14])],
    ['module-too-small', { template: { ...template, symbol: { ...template.symbol, box: 60 } } }],
    ['no-such-font name-first', { fonts: new Map() }],
  ])('for %s, whatever the template says', (problem, change) => {
    expect(problemsOf(change)).toContain(problem)
  })

  test('with every problem at once, not only the first', () => {
    const found = problemsOf({
      names: texts('Lê Lợi'.normalize('NFD')),
      hotline: { locale: 'vi', text: '' },
    })
    expect(found).toEqual(['not-nfc name-first', 'empty-text hotline'])
  })
})
