import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ALPHABET,
  codesOneSlipAway,
  isNumberLike,
  isReserved,
  newShortCode,
  parseShortCode,
  RESERVED_SEGMENTS,
  spaced,
} from '../../src/domain/short-code.ts'

const code = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 })
  .map((digits) => {
    const queue = [...digits]
    return newShortCode(() => queue.shift() ?? 0)
  })

describe('a short code', () => {
  test('reads back whatever the case and the spaces people type', () => {
    expect(parseShortCode('7k3 qxc')).toBe('7K3QXC')
    expect(parseShortCode('7K3-QXC')).toBe('7K3QXC')
  })

  test('is refused with a wrong check character, length or letter', () => {
    for (const text of [
      '7K3QX2',
      '7K3QX',
      '7K3QXCC',
      '7K3QX0',
      'IL0O11',
      '',
      'ＡＢＣＤＥＦ',
      '7K3QẌC',
    ])
      expect(parseShortCode(text)).toBeNull()
  })

  test('notices any one wrong character and any two swapped neighbours', () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(...ALPHABET),
        (right, i, char) => {
          const wrong = right.slice(0, i) + char + right.slice(i + 1)
          if (wrong !== right) expect(parseShortCode(wrong)).toBeNull()
          if (i < 5) {
            const swapped = right.slice(0, i) + right[i + 1] + right[i] + right.slice(i + 2)
            if (swapped !== right) expect(parseShortCode(swapped)).toBeNull()
          }
        },
      ),
    )
  })

  test('is offered to whoever made one slip of the hand', () => {
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(...'01OIL', ...ALPHABET),
        (right, i, char) => {
          const slips = [
            right.slice(0, i) + char + right.slice(i + 1),
            right.slice(0, i) + right.slice(i + 1),
            right.slice(0, i) + char + right.slice(i),
          ]
          for (const slip of slips)
            if (slip !== right) expect(codesOneSlipAway(slip)).toContain(right)
        },
      ),
    )
  })

  test('never spells the first segment of a fixed address', () => {
    const drawn = ['SEARC', 'AAAAA'].flatMap((text) =>
      [...text].map((char) => ALPHABET.indexOf(char)),
    )
    const made = newShortCode(() => drawn.shift() ?? 0)
    expect(RESERVED_SEGMENTS.some((segment) => isReserved(segment))).toBe(true)
    expect(isReserved(made)).toBe(false)
  })

  test('is never one that a spreadsheet takes for a number or a day, and stays good where one was issued', () => {
    const risky = [
      '2223E6',
      '222222',
      'E22222',
      '22222E',
      '2MAR25',
      '22MAR2',
      'JAN222',
      'MAR225',
      'JUNE22',
      'SEPT22',
      '2THG22',
      '222D22',
    ]
    for (const text of risky) expect(isNumberLike(text), text).toBe(true)
    for (const text of ['7K3QXC', 'MARCH2', 'BMAR22', '2E2E22', 'ABCDEF', 'DEEDED'])
      expect(isNumberLike(text), text).toBe(false)
    expect(parseShortCode('2223E6')).toBe('2223E6')
    const digits = [...'2223E'].map((char) => ALPHABET.indexOf(char))
    const queue = [...digits, ...[...'7K3QX'].map((char) => ALPHABET.indexOf(char))]
    expect(newShortCode(() => queue.shift() ?? 0)).toBe('7K3QXC')
    fc.assert(fc.property(code, (one) => !isNumberLike(one)))
  })

  test('is read aloud in threes', () => {
    expect(spaced(parseShortCode('7K3QXC')!)).toBe('7K3 QXC')
  })
})
