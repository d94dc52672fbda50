import { expect, test } from 'vitest'
import { parseLocalTime } from '../../src/domain/local-time.ts'

test.each([
  ['2026-12-01T08:00', 'Asia/Ho_Chi_Minh', '2026-12-01T01:00:00.000Z'],
  ['2026-12-01 08:00', 'Asia/Ho_Chi_Minh', '2026-12-01T01:00:00.000Z'],
  ['2026-01-01T00:30', 'Asia/Ho_Chi_Minh', '2025-12-31T17:30:00.000Z'],
  ['2026-07-01T12:00', 'Europe/Paris', '2026-07-01T10:00:00.000Z'],
  ['2026-12-01T12:00', 'Europe/Paris', '2026-12-01T11:00:00.000Z'],
])('%s on the clock of %s is %s', (text, timeZone, utc) => {
  expect(parseLocalTime(text, timeZone)?.toISOString()).toBe(utc)
})

test.each([
  '2026-02-30T08:00',
  '2026-12-01T24:00',
  '2026-12-01T08:60',
  '2026-13-01T08:00',
  'mai',
  '',
])('"%s" is no time', (text) => {
  expect(parseLocalTime(text, 'Asia/Ho_Chi_Minh')).toBeNull()
})
