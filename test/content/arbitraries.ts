/** Nasty values for round trips: what spreadsheets, keyboards and YAML are known to mangle. */
import fc from 'fast-check'
import { withRightLetters } from '../../src/domain/look-alike.ts'

const NASTY = [
  '05986',
  '1909',
  '1e3',
  '0x1F',
  '12:30',
  'no',
  'null',
  'true',
  '~',
  '- gạch đầu dòng',
  'Lê Lợi: cuộc đời',
  'ngõ #3 # ghi chú',
  '"trong ngoặc"',
  "'một'",
  '[s1], {a: b}',
  '* & ! % @ `',
  '---',
  '...',
  '黎笋路，第一段',
  'ផ្លូវ ព្រះនរោត្តម។',
  '😀 👨‍👩‍👧 🇻🇳',
  'a\\nb\\"c',
  '|',
  '>',
  '? :',
  'Đường Hoàng Văn Thụ',
  '=1+1',
  'x,y;z',
  '2002-01-28',
  '﻿x',
  'a\u2028b\u0085c\u00a0d',
]

/** NFC, with right letters, trimmed, not empty. May hold line ends only when `lines` is true. */
export function nastyText(lines = false): fc.Arbitrary<string> {
  return fc
    .oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary' }), fc.string(), mixed())
    .map((text) => (lines ? text.replace(/\r\n?/g, '\n') : text.replace(/[\r\n]+/g, ' ')))
    .map((text) => withRightLetters(text.normalize('NFC')).normalize('NFC').trim())
    .filter((text) => text !== '' && !text.startsWith('\uFEFF'))
}

function mixed(): fc.Arbitrary<string> {
  const parts = fc.constantFrom(...NASTY, ' ', ': ', ' #', ',', '"', '\n', '\t', '- ', '::')
  return fc.array(parts, { maxLength: 6 }).map((all) => all.join(''))
}

export const isoDate = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

export const partialDate = fc.oneof(
  isoDate,
  isoDate.map((date) => date.slice(0, 7)),
  isoDate.map((date) => date.slice(0, 4)),
)

export const metres = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }),
  fc.double({ min: 0, max: 90, noNaN: true }).map((n) => Number(n.toFixed(3))),
)

/** Leaves keys out at random, and never sets one to undefined. */
export function withOptional<T extends object, K extends keyof T>(
  model: { [Key in keyof T]: fc.Arbitrary<T[Key]> },
  required: K[],
): fc.Arbitrary<T> {
  return fc.record(model, { requiredKeys: required }) as fc.Arbitrary<T>
}
