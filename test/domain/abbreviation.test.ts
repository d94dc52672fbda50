import { expect, test } from 'vitest'
import { readingsOf } from '../../src/domain/abbreviation.ts'

test.each([
  ['Đ. Lê Lợi', 'đường Lê Lợi'],
  ['Đ.Lê Lợi', 'đường Lê Lợi'],
  ['đ. Lê Lợi', 'đường Lê Lợi'],
  ['Đ Lê Lợi', 'đường Lê Lợi'],
  ['P. Đông Kinh', 'phường Đông Kinh'],
  ['Q. 1', 'quận 1'],
  ['X. Bảo Lâm', 'xã Bảo Lâm'],
  ['TT. Đồng Đăng', 'thị trấn Đồng Đăng'],
  ['Tt. Đồng Đăng', 'thị trấn Đồng Đăng'],
  ['TX Lạng Sơn', 'thị xã Lạng Sơn'],
  ['TP.Lạng Sơn', 'thành phố Lạng Sơn'],
  ['Tp Lạng Sơn', 'thành phố Lạng Sơn'],
  ['QL1A', 'quốc lộ 1A'],
  ['QL. 4B', 'quốc lộ 4B'],
  ['ĐT.234', 'đường tỉnh 234'],
  ['UBND tỉnh', 'ủy ban nhân dân tỉnh'],
  ['DTLS Chi Lăng', 'di tích lịch sử Chi Lăng'],
  ['Lê Lợi, P. Đông Kinh, TP. Lạng Sơn', 'Lê Lợi, phường Đông Kinh, thành phố Lạng Sơn'],
])('%s is read as %s first', (query, reading) => {
  const readings = readingsOf(query)
  expect(readings[0]).toBe(reading)
  expect(readings).toContain(query)
})

test('P. may also be a phố', () => {
  expect(readingsOf('P. Muối')).toContain('phố Muối')
  expect(readingsOf('P. Muối').at(-1)).toBe('Muối')
})

test.each(['Lê Lợi', 'le loi', 'p', 'đền Kỳ Cùng', '谅山', '7K3QXC', 'tt', ''])(
  '%s has one reading',
  (query) => {
    expect(readingsOf(query)).toEqual([query])
  },
)
