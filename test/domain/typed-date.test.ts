import { expect, test } from 'vitest'
import { readTypedDate, turnedDate } from '../../src/domain/typed-date.ts'

test.each([
  ['7/7/2022', '2022-07-07'],
  ['11/12/2014', '2014-12-11'],
  ['ngày 7 tháng 7 năm 2022', '2022-07-07'],
  ['Ngày 07 tháng 7, năm 2022', '2022-07-07'],
  ['tháng 7 năm 2022', '2022-07'],
  ['7-2022', '2022-07'],
  ['7.7.2022', '2022-07-07'],
  ['năm 2002', '2002'],
  ['2014-12-11 00:00:00', '2014-12-11'],
  ['31/02/2002', '2002-02-31'],
])('%s is read as %s', (text, value) => {
  expect(readTypedDate(text)).toEqual({ value })
})

test('what can be two days is not guessed', () => {
  expect(readTypedDate('7/7/22')).toEqual({ either: ['1922-07-07', '2022-07-07'] })
  expect(readTypedDate('12/25/2014')).toEqual({ monthFirst: '2014-12-25' })
  expect(readTypedDate('khoảng 2002')).toBeNull()
  expect(readTypedDate('7/22')).toBeNull()
})

test('a column where the month comes first is turned, where that is a day', () => {
  expect(turnedDate('2014-12-11')).toBe('2014-11-12')
  expect(turnedDate('2014-12-25')).toBeNull()
})
