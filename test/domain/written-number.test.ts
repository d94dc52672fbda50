import { expect, test } from 'vitest'
import { writtenNumbers } from '../../src/domain/written-number.ts'

const values = (text: string) =>
  writtenNumbers(text).map(({ value, isCentury }) => (isCentury ? `${value}c` : value))

test.each([
  ['1,000', '1 000', '1.000', '1000', '1\u00a0000', '1千', '1 nghìn', '1 thousand', '１０００'],
  ['10000', '10.000', '1万', '1 vạn', '10 nghìn', '1万多'],
  ['15.000', '1.5万', '15 thousand'],
  ['5,5', '5.5', '5,50'],
  ['1.234,5', '1,234.5', '1234.5'],
  ['2000000', '2 triệu', '2 million', '200万'],
])('%s is one number, however it is written', (...written) => {
  expect(new Set(written.flatMap(values)).size).toBe(1)
})

test.each<[string, string[]]>([
  ['Hoàng Văn Thụ (1909–1944)', ['1909', '1944']],
  ['trong những năm 1832–37', ['1832', '1837']],
  ['Nghị quyết 27/2002/NQ-HĐND', ['27', '2002']],
  ['ngày 28 tháng 1 năm 2002', ['1', '2002']],
  ['28/01/2002 và 28-1-2002', ['2002', '2002']],
  ['từ ngày 22 đến ngày 27 tháng Giêng', []],
  ['lễ hội 15–17/1 âm lịch', []],
  ['on 28 January 2002', ['2002']],
  ['from the 22nd to the 27th of the first lunar month', []],
  ['born on the 20th day, 15 October 1726', ['1726']],
  ['May 24, 1944', ['1944']],
  ['1944年5月24日', ['1944', '5']],
  ['农历1月22日至27日', ['1']],
  ['thế kỷ 19', ['19c']],
  ['thế kỷ 15–16', ['15c', '16c']],
  ['in the 15th and 16th centuries', ['15c', '16c']],
  ['至迟15世纪已经存在，1495年修缮', ['15c', '1495']],
  ['20世纪90年代', ['1990']],
  ['những năm 90 của thế kỷ 20', ['1990']],
  ['20世纪80、90年代', ['1980', '1990']],
  ['những năm 80, 90 của thế kỷ XX', ['1980', '1990']],
  ['thập niên 30 thế kỷ XX', ['1930']],
  ['the 1990s', ['1990']],
  ['cao 3 m, dài 1.220 m, rộng 9,5 m', ['3', '1220', '9.5']],
  ['năm 1427, 100 quân', ['1427', '100']],
  ['năm 1495, 1756 và 1999', ['1495', '1756', '1999']],
  ['hơn 2 tỷ đồng; tỷ lệ 2 tỷ lệ', ['2000000000', '2']],
  ['0205', ['205']],
  ['không có số nào, thế kỷ XV', []],
])('%s', (text, found) => {
  expect(values(text)).toEqual(found)
})

test('a number is told as it stands there, and where', () => {
  const text = 'Đường dài 1.220 m.'
  expect(writtenNumbers(text)).toEqual([
    { text: '1.220', value: '1220', index: text.indexOf('1.220'), isCentury: false },
  ])
})

test('a long row of digits, dashes and commas is read at once', () => {
  for (const one of ['1,', '1-', '1 ', '12/', '9–', 'thế kỷ 1, ', '１', '1.111.']) {
    const start = performance.now()
    writtenNumbers(one.repeat(20_000 / one.length))
    expect(performance.now() - start).toBeLessThan(500)
  }
})
