import { describe, expect, test } from 'vitest'
import type { Locale } from '../../src/domain/locale.ts'
import { findMisspellings, indexOfNames } from '../../src/domain/mention.ts'

const name = (text: string, locale = 'vi', kind: 'official' | 'translation' = 'official') => ({
  text,
  locale: locale as Locale,
  kind,
})
const right = indexOfNames([
  name('Đường Lê Duẩn'),
  name('Phố Muối'),
  name('Cầu Thuỷ Môn'),
  name('Le Duan Street', 'en', 'translation'),
  name('ផ្លូវ ព្រះនរោត្តម', 'km'),
])
const found = (text: string, locale = 'vi') =>
  findMisspellings(text, right, locale as Locale).map(({ found }) => found)

describe('a name with other marks is found', () => {
  test.each([
    ['Đường Lê Duẫn dài.', ['Đường Lê Duẫn']],
    ['Ông Lê Duẫn sinh năm 1907.', ['Lê Duẫn']],
    ['Góc đường Lê Duẫn và phố Muôi', ['đường Lê Duẫn', 'phố Muôi']],
    ['ĐƯỜNG LÊ DUẪN', ['ĐƯỜNG LÊ DUẪN']],
    ['Lê\u00a0Duẫn', ['Lê Duẫn']],
    ['Lê Duẫn'.normalize('NFD'), ['Lê Duẫn']],
    ['Le Duan', ['Le Duan']],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('left in peace are', () => {
  test.each([
    'Đường Lê Duẩn, phố Muối, ĐƯỜNG LÊ DUẨN',
    'lê duẫn viết thường là chữ thường',
    'phố muỗi',
    'Lê Duân-ơi'.slice(0, 2),
    'ផ្លូវ ព្រះនរោត្តម',
  ])('%j', (text) => {
    expect(found(text)).toEqual([])
  })

  test('names without any marks in another language', () => {
    expect(found('Le Duan Street was named in 2002.', 'en')).toEqual([])
    expect(found('Lê Duẩn Street', 'en')).toEqual([])
    expect(found('Lê Duẫn Street', 'en')).toEqual(['Lê Duẫn'])
  })
})

test('a tone mark over the other vowel is told apart from a wrong one', () => {
  const [one] = findMisspellings('Cầu Thủy Môn', right, null)
  expect(one).toMatchObject({
    found: 'Cầu Thủy Môn',
    name: 'Cầu Thuỷ Môn',
    tonePlacementOnly: true,
  })
  expect(findMisspellings('Cầu Thúy Môn', right, null)[0]?.tonePlacementOnly).toBe(false)
})
