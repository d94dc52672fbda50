import { describe, expect, test } from 'vitest'
import { lunarDaysBetween, nextFestival, parseLunarDay, solarDay } from '../../src/domain/lunar.ts'

test.each([
  ['22/1', { day: 22, month: 1 }],
  ['01/12', { day: 1, month: 12 }],
  ['31/1', null],
  ['0/1', null],
  ['1/13', null],
  ['22/1/2027', null],
  ['22-1', null],
  ['rằm', null],
])('%s is a day of the lunar calendar or none', (text, day) => {
  expect(parseLunarDay(text)).toEqual(day)
})

describe('New Year', () => {
  test.each(
    Object.entries({
      2024: '2024-02-10',
      2025: '2025-01-29',
      2026: '2026-02-17',
      2027: '2027-02-06',
      2028: '2028-01-26',
      2029: '2029-02-13',
      2030: '2030-02-02',
      2031: '2031-01-23',
    }),
  )('of %s is on the day announced in Viet Nam', (year, day) => {
    expect(solarDay(1, 1, Number(year))).toBe(day)
  })

  test.each([
    [1985, '1985-01-21', '1985-02-20'],
    [2007, '2007-02-17', '2007-02-18'],
    [2030, '2030-02-02', '2030-02-03'],
  ])('of %i came earlier than in China', (year, here, there) => {
    expect([solarDay(1, 1, year), solarDay(1, 1, year, 8)]).toEqual([here, there])
  })
})

/** Festivals of Lạng Sơn, 2026 to 2031; those of 22–27/1 were announced for 10–15 March 2026. */
const FESTIVALS = [
  {
    from: '15/1',
    to: '15/1',
    held: ['2026-03-03', '2027-02-20', '2028-02-09', '2029-02-27', '2030-02-16', '2031-02-06'],
  },
  {
    from: '15/1',
    to: '17/1',
    held: [
      '2026-03-03 2026-03-05',
      '2027-02-20 2027-02-22',
      '2028-02-09 2028-02-11',
      '2029-02-27 2029-03-01',
      '2030-02-16 2030-02-18',
      '2031-02-06 2031-02-08',
    ],
  },
  {
    from: '18/1',
    to: '18/1',
    held: ['2026-03-06', '2027-02-23', '2028-02-12', '2029-03-02', '2030-02-19', '2031-02-09'],
  },
  {
    from: '22/1',
    to: '27/1',
    held: [
      '2026-03-10 2026-03-15',
      '2027-02-27 2027-03-04',
      '2028-02-16 2028-02-21',
      '2029-03-06 2029-03-11',
      '2030-02-23 2030-02-28',
      '2031-02-13 2031-02-18',
    ],
  },
  {
    from: '10/1',
    to: '10/1',
    held: ['2026-02-26', '2027-02-15', '2028-02-04', '2029-02-22', '2030-02-11', '2031-02-01'],
  },
  {
    from: '18/9',
    to: '20/9',
    held: [
      '2026-10-27 2026-10-29',
      '2027-10-17 2027-10-19',
      '2028-11-04 2028-11-06',
      '2029-10-25 2029-10-27',
      '2030-10-14 2030-10-16',
      '2031-11-02 2031-11-04',
    ],
  },
]

test.each(FESTIVALS)('a festival of $from to $to is held on the same lunar days', (festival) => {
  const found = [2026, 2027, 2028, 2029, 2030, 2031].map((year) => {
    const next = nextFestival(festival, `${year}-01-01`)
    return next?.first === next?.last ? next?.first : `${next?.first} ${next?.last}`
  })
  expect(found).toEqual(festival.held)
})

test.each([
  ['2026-11-28', '2027-02-27', '2027-03-04'],
  ['2027-02-27', '2027-02-27', '2027-03-04'],
  ['2027-03-04', '2027-02-27', '2027-03-04'],
  ['2027-03-05', '2028-02-16', '2028-02-21'],
])('on %s the festival of 22 to 27/1 is that of %s to %s', (today, first, last) => {
  expect(nextFestival({ from: '22/1', to: '27/1' }, today)).toEqual({ first, last })
})

test('a festival may go on over New Year, and a thirtieth that is missing is the last day', () => {
  const festival = { from: '30/12', to: '2/1' }
  // The twelfth month before New Year 2027 has 30 days, that before New Year 2026 has 29.
  expect(nextFestival(festival, '2027-02-07')).toEqual({ first: '2027-02-05', last: '2027-02-07' })
  expect(nextFestival(festival, '2026-02-17')).toEqual({ first: '2026-02-16', last: '2026-02-18' })
  expect(nextFestival({ from: '30/12' }, '2026-02-17')?.first).toBe('2027-02-05')
})

test('days of two months lie apart as the calendar turns', () => {
  expect(lunarDaysBetween('22/1', '27/1')).toBe(5)
  expect(lunarDaysBetween('30/12', '2/1')).toBe(2)
  expect(lunarDaysBetween('27/1', '22/1')).toBe(355)
})
