import { expect, test } from 'vitest'
import { readTypedSpot } from '../../src/domain/typed-spot.ts'

test.each([
  '21.853, 106.761',
  '(21.853,106.761)',
  '21.853 106.761',
  '21,853; 106,761',
  '21,853, 106,761',
  '21°51\'10.8"B 106°45\'39.6"Đ',
])('%s is one spot', (text) => {
  expect(readTypedSpot(text)).toEqual({ lat: '21.853', lon: '106.761' })
})

test.each(['21.853', '21,853', '21,85', 'chợ Đồng Đăng', ''])('%s is none', (text) => {
  expect(readTypedSpot(text)).toBeNull()
})
