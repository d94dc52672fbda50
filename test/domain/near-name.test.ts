import { describe, expect, test } from 'vitest'
import { slipsBetween, slipsForgiven, wordsMeant } from '../../src/domain/near-name.ts'

describe('slips of the hand', () => {
  test.each([
    ['thu', 'thu', 0],
    ['thu', 'htu', 1],
    ['thu', 'thuu', 1],
    ['thu', 'tho', 1],
    ['hoang', 'haong', 1],
    ['kitten', 'sitting', 3],
  ])('between %s and %s are %i', (a, b, slips) => {
    expect(slipsBetween(a, b, 5)).toBe(slips)
    expect(slipsBetween(b, a, 5)).toBe(slips)
  })

  test('past the most asked for are told as one more', () => {
    expect(slipsBetween('kitten', 'sitting', 2)).toBe(3)
    expect(slipsBetween('a', 'abcdef', 2)).toBe(3)
  })

  test.each([
    [3, 0],
    [4, 1],
    [5, 1],
    [6, 2],
    [11, 2],
    [12, 3],
  ])('forgiven in %i letters are %i', (letters, slips) => {
    expect(slipsForgiven(letters)).toBe(slips)
  })
})

describe('a word of a query', () => {
  test('of five letters stands for those one slip away, of six for those two away', () => {
    expect(wordsMeant('trieu', ['trieu', 'trien', 'tries', 'tried', 'troen'])).toEqual([
      ['trieu', 'trien', 'tries', 'tried'],
    ])
    expect(wordsMeant('truong', ['truong', 'troang', 'tranh'])).toEqual([['truong', 'troang']])
  })

  test('is cut into known ones where somebody left the spaces out', () => {
    expect(wordsMeant('hoangvanthu', ['hoang', 'van', 'thu'])).toEqual([
      ['hoang'],
      ['van'],
      ['thu'],
    ])
  })

  test('that stands for none is left out', () => {
    expect(wordsMeant('qqqqqq thu', ['thu'])).toEqual([['thu']])
  })
})
