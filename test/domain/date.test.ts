import { expect, test } from 'vitest'
import { dateFault, firstDay, isBefore, lastDay, yearsBetween } from '../../src/domain/date.ts'

test.each([
  ['1909', null],
  ['1909-11', null],
  ['2024-02-29', null],
  ['2023-02-29', 'impossible'],
  ['2023-02-30', 'impossible'],
  ['1900-02-29', 'impossible'],
  ['2023-13', 'impossible'],
  ['0000', 'impossible'],
  ['4/11/1909', 'malformed'],
  ['1909-1-4', 'malformed'],
  ['', 'malformed'],
])('%s is %s', (text, fault) => {
  expect(dateFault(text)).toBe(fault)
})

test('a date as precise as its source stands for all of its days', () => {
  expect([firstDay('1909'), lastDay('1909')]).toEqual(['1909-01-01', '1909-12-31'])
  expect([firstDay('1904-02'), lastDay('1904-02')]).toEqual(['1904-02-01', '1904-02-29'])
  expect(isBefore('1909', '1909-11-04')).toBe(false)
  expect(isBefore('1908', '1909-11-04')).toBe(true)
})

test('years are whole years', () => {
  expect(yearsBetween('1907-04-07', '1986-04-06')).toBe(78)
  expect(yearsBetween('1907-04-07', '1986-04-07')).toBe(79)
  expect(yearsBetween('1907', '1986-04-07')).toBe(79)
})
