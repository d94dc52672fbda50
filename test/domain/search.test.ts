import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitsOver, type AdminUnit } from '../../src/domain/admin-unit.ts'
import { excerptOf } from '../../src/domain/excerpt.ts'
import { fold } from '../../src/domain/name.ts'
import { nearNames, slipsBetween, slipsInName } from '../../src/domain/near-name.ts'
import { foldedWords, foldInPlace, hitsIn, indexWords, termsOf } from '../../src/domain/search.ts'

describe('words to search by', () => {
  test('lose their marks, but not their places', () => {
    expect(foldInPlace('Đường Lê Duẩn, phường Đông Kinh')).toBe('duong le duan, phuong dong kinh')
    expect(foldedWords('  Động Tam-Thanh! ')).toBe('dong tam thanh')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = text.normalize('NFC')
        expect(foldInPlace(written)).toHaveLength(written.length)
      }),
    )
  })

  test('of Vietnamese are those a name is compared by elsewhere', () => {
    for (const name of ['Ngô Thì Sĩ', 'Ải Chi Lăng', 'Đoàn Thành', 'Phố Muối', 'Hoà Bình'])
      expect(foldedWords(name)).toBe(fold(name))
  })

  test('of Chinese are characters and neighbouring twos', () => {
    expect(indexWords('黄文树街').trim().split(' ')).toEqual(
      '黄 文 树 街 黄文 文树 树街'.split(' '),
    )
    expect(termsOf('黄文树 duong').map((term) => term.text)).toEqual(['黄文树', 'duong'])
  })

  test('typed full-width on a Chinese keyboard are the same words', () => {
    expect(termsOf('Ｌｅ　Ｌｏｉ').map((term) => term.text)).toEqual(['le', 'loi'])
  })

  test('are hit at their beginning only, and the last may go on', () => {
    const hits = (text: string, q: string) =>
      hitsIn(foldInPlace(text), termsOf(q)).map(({ start, end }) => text.slice(start, end))
    expect(hits('Đường Hoàng Văn Thụ', 'hoang van th')).toEqual(['Hoàng', 'Văn', 'Thụ'])
    expect(hits('Trăn trở với trần gian', 'tra tran')).toEqual(['Trăn', 'trần'])
    expect(hits('参观黄文树街', '黄文树')).toEqual(['黄文树'])
  })
})

describe('an excerpt', () => {
  test('is cut at words around the first hit, and joins to what the text says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('phố', 'Lê', 'Lợi', 'chùa', '黄文树', '𠀀𠀁', 'xa')),
        (words) => {
          const text = `${words.join(' ')} `.repeat(4)
          const { pieces } = excerptOf(text, termsOf('lợi'))
          const joined = pieces.join('').replace(/^… | …$/g, '')
          expect(text).toContain(joined)
          expect(() => encodeURIComponent(joined), 'no half of a character').not.toThrow()
          for (const [i, piece] of pieces.entries())
            if (i % 2 === 1) expect(foldInPlace(piece)).toBe('loi')
        },
      ),
    )
    const long = `${'Mở đầu. '.repeat(40)}Có giếng cổ ở đây. ${'Kết. '.repeat(60)}`
    const { pieces, terms } = excerptOf(long, termsOf('gieng'))
    expect(terms).toBe(1)
    expect(pieces[1]).toBe('giếng')
    expect(pieces.join('').length).toBeLessThan(190)
  })
})

describe('near names', () => {
  const names = ['duong hoang van thu', 'dong tam thanh', 'phuong tam thanh', 'le loi'].map(
    (folded) => ({ folded }),
  )
  const near = (asked: string) => nearNames(asked, names, 3).map((name) => name.folded)

  test('are found past slips of the hand, wherever in the name the words stand', () => {
    expect(near('hoang van thuj')).toEqual(['duong hoang van thu'])
    expect(near('tam thnah')).toEqual(['dong tam thanh', 'phuong tam thanh'])
    expect(near('hoangvanthu')).toEqual(['duong hoang van thu'])
    expect(near('le lio')).toEqual(['le loi'])
    expect(near('bao tang')).toEqual([])
  })

  test('count two swapped letters as one slip, and stop counting past the most', () => {
    expect(slipsBetween('thnah', 'thanh', 3)).toBe(1)
    expect(slipsBetween('abcdef', 'uvwxyz', 2)).toBe(3)
    expect(slipsInName('thnah', 'dong tam thanh', 2)).toBe(1)
  })
})

test('an entry lies in its wards, those of the past, and those merged into them', () => {
  const unit = (
    name: string,
    code: string,
    validFrom: string,
    validTo: string,
    to: string[] = [],
  ) => ({ name, code, kind: 'ward', validFrom, validTo, successors: to }) as AdminUnit
  const units = [
    unit('Phường Cũ', '1', '', '2025-07-01', ['2']),
    unit('Phường Khác', '2', '', '2025-07-01', ['2']),
    unit('Phường Mới', '2', '2025-07-01', ''),
    unit('Phường Xa', '3', '', '2025-07-01', ['4']),
  ]
  const names = unitsOver([{ code: '2', from: '2025-07-01' }], units).map((one) => one.name)
  expect(names.sort()).toEqual(['Phường Cũ', 'Phường Khác', 'Phường Mới'])
})
