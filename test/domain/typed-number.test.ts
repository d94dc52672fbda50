import { expect, test } from 'vitest'
import { readTypedNumber } from '../../src/domain/typed-number.ts'

test.each([
  ['1250', '1250'],
  ['9,5', '9.5'],
  ['9.5', '9.5'],
  ['850m', '850'],
  ['850 m.', '850'],
  ['0,9 km', '900'],
  ['0.9km', '900'],
  ['1,22 km', '1220'],
  ['1 250', '1250'],
  ['1\u00a0250,5 m', '1250.5'],
  ['1.250,5', '1250.5'],
  ['1,250.5', '1250.5'],
  ['12.345.678', '12345678'],
  ['0,250', '0.25'],
  ['0.900', '0.9'],
  ['1250,50', '1250.5'],
  ['-3', '-3'],
  ['１２００', '1200'],
  ['120 mét', '120'],
])('%s is %s metres', (text, value) => {
  expect(readTypedNumber(text, 'metres')).toEqual({ value })
})

test.each([
  ['1.250', '1250', '1.25'],
  ['1,250', '1250', '1.25'],
  ['12.500', '12500', '12.5'],
  ['1.250 m', '1250', '1.25'],
  ['1.250 km', '1250000', '1250'],
])('%s may be %s or %s, and is asked about', (text, ...either) => {
  expect(readTypedNumber(text, 'metres')).toEqual({ either })
})

test.each([
  '',
  'dài',
  '1.2.3',
  '1,25,0',
  '10-12',
  '5 tấn',
  '1e3',
  'khoảng 500',
  '1.25,0,0',
  '12 345 6',
])('%s is no number of metres', (text) => {
  expect(readTypedNumber(text, 'metres')).toBeNull()
})

test('a latitude is never in the thousands', () => {
  expect(readTypedNumber('21.853', 'degrees')).toEqual({ value: '21.853' })
  expect(readTypedNumber('106,761', 'degrees')).toEqual({ value: '106.761' })
})
