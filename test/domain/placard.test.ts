import { describe, expect, test } from 'vitest'
import {
  designDistance,
  isDraftOrigin,
  moduleWidth,
  originFault,
  readableHost,
  sideInModules,
  printedAddress,
} from '../../src/domain/placard.ts'
import { parseShortCode, type ShortCode } from '../../src/domain/short-code.ts'

const CODE = parseShortCode('7K3QXC') as ShortCode
const ALLOWED = ['https://qr.langson.gov.vn']

describe('the size of a symbol', () => {
  test('follows from its version and box', () => {
    expect(sideInModules(3)).toBe(29)
    expect(moduleWidth(3, 111)).toBe(3)
    expect(() => sideInModules(0)).toThrow(RangeError)
  })

  test('gives the distance it is planned for: 3.4 mm of module for every metre', () => {
    expect(designDistance(3, 3.4 * 37)).toBeCloseTo(1000)
  })
})

describe('an address', () => {
  test('is in capitals', () => {
    expect(printedAddress('https://qr.langson.gov.vn', CODE)).toBe(
      'HTTPS://QR.LANGSON.GOV.VN/7K3QXC',
    )
    expect(printedAddress('http://localhost:8787', CODE)).toBe('HTTP://LOCALHOST:8787/7K3QXC')
  })

  test.each([
    'qr.langson.gov.vn',
    'https://a.vn/x',
    'https://a.vn?b',
    'ftp://a.vn',
    'https://me@a.vn',
    '',
  ])('is not made from %j', (origin) => {
    expect(printedAddress(origin, CODE)).toBeNull()
  })

  test('is read with a small host', () => {
    expect(readableHost('https://QR.langson.gov.vn')).toBe('qr.langson.gov.vn/')
  })

  test.each([
    ['https://qr.langson.gov.vn', null],
    ['https://qr.langson.gov.vn/', null],
    ['HTTPS://QR.LANGSON.GOV.VN', null],
    ['http://qr.langson.gov.vn', 'not-https'],
    ['https://qr.langson.gov.vn:8443', 'malformed'],
    ['https://qr.langson.gov.vn.example', 'host-too-long'],
    ['https://qr.example.vn', 'not-on-allow-list'],
    ['http://localhost:8787', 'not-https'],
    ['qr', 'malformed'],
  ])('%s may be printed: %s is what stands against it', (origin, fault) => {
    expect(originFault(origin, ALLOWED)).toBe(fault)
    expect(isDraftOrigin(origin, ALLOWED)).toBe(fault !== null)
  })
})
