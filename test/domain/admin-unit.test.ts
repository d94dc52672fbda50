import { describe, expect, test } from 'vitest'
import { isValidOn, unitsOn, unitsOver, type AdminUnit } from '../../src/domain/admin-unit.ts'

const unit = (
  name: string,
  code: string,
  validFrom = '',
  validTo = '',
  successors: string[] = [],
) => ({ name, code, kind: 'ward', validFrom, validTo, successors }) as AdminUnit
const names = (units: readonly AdminUnit[]) => units.map(({ name }) => name)

/** One code, given to another unit on 1 July 2025. */
const OLD = unit('Phường Cũ', '05983', '', '2025-07-01', ['05983', '05986'])
const NEW = unit('Phường Mới', '05983', '2025-07-01')
const OTHER = unit('Phường Khác', '05986', '2025-07-01')
const UNITS = [OLD, NEW, OTHER]

describe('a unit', () => {
  test.each([
    ['2025-06-30', [true, false]],
    ['2025-07-01', [false, true]],
    ['1900-01-01', [true, false]],
    ['2999-01-01', [false, true]],
  ])('that ended and the one that followed share no day: %s', (day, valid) => {
    expect([isValidOn(OLD, day), isValidOn(NEW, day)]).toEqual(valid)
  })
})

describe('what lies in units', () => {
  test('lies on a day in those that its facts and their own dates both give', () => {
    const facts = [{ code: '05986' }, { code: '05983' }]
    expect(names(unitsOn(facts, UNITS, '2025-06-30'))).toEqual(['Phường Cũ'])
    expect(names(unitsOn(facts, UNITS, '2025-07-01'))).toEqual(['Phường Khác', 'Phường Mới'])
    expect(unitsOn([], UNITS, '2025-07-01')).toEqual([])
    expect(unitsOn([{ code: '05977' }], UNITS, '2025-07-01')).toEqual([])
  })

  test('lies there from the first of its days, and on the last no longer', () => {
    const on = (day: string) =>
      names(unitsOn([{ code: '05983', from: '2025-08-01', to: '2025-09-01' }], UNITS, day))
    expect(on('2025-07-31')).toEqual([])
    expect(on('2025-08-01')).toEqual(['Phường Mới'])
    expect(on('2025-08-31')).toEqual(['Phường Mới'])
    expect(on('2025-09-01')).toEqual([])
  })

  test('has lain in those of its time, and in what they were formed from', () => {
    const over = (from?: string, to?: string) =>
      names(unitsOver([{ code: '05983', ...(from && { from }), ...(to && { to }) }], UNITS)).sort()
    expect(over()).toEqual(['Phường Cũ', 'Phường Mới'])
    expect(over('2025-07-01')).toEqual(['Phường Cũ', 'Phường Mới'])
    expect(over(undefined, '2025-07-01')).toEqual(['Phường Cũ'])
    expect(over(undefined, '2025-07-02')).toEqual(['Phường Cũ', 'Phường Mới'])
    expect(names(unitsOver([{ code: '05986' }], UNITS)).sort()).toEqual([
      'Phường Cũ',
      'Phường Khác',
    ])
  })
})
