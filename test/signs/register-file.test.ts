import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newShortCode } from '../../src/domain/short-code.ts'
import type { Report } from '../../src/domain/finding.ts'
import type { EntryPath } from '../../src/domain/entry.ts'
import {
  MOUNTS,
  SIGN_EVENTS,
  type LegacyCode,
  type Sign,
  type SignEvent,
} from '../../src/domain/sign.ts'
import { canonicalSigns } from '../../src/signs/canonical-signs.ts'
import {
  readEvents,
  readLegacyCodes,
  readRegister,
  writeEvents,
  writeLegacyCodes,
  writeRegister,
} from '../../src/signs/register-file.ts'
import { isoDate, nastyText } from '../content/arbitraries.ts'
import { goodText } from '../content/good-folder.ts'

const nothing: Report = (rule, file, line, values) => {
  throw new Error(`${rule} in ${file}, line ${line}: ${JSON.stringify(values)}`)
}

const text = fc.oneof(fc.constant(''), nastyText(true))
const code = fc
  .infiniteStream(fc.nat())
  .map((numbers) => newShortCode((limit) => (numbers.next().value ?? 0) % limit))
const entry = fc.constantFrom('streets/le-loi', 'figures/so-9').map((path) => path as EntryPath)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value)
const degrees = fc.double({ min: -90, max: 90, noNaN: true }).map((n) => Number(n.toFixed(6)) + 0)
const millimetres = fc.integer({ min: 0, max: 9000 })

const sign: fc.Arbitrary<Sign> = fc.record({
  code,
  entry,
  issuedOn: isoDate,
  placement: text,
  lat: maybe(degrees),
  lon: maybe(degrees),
  accuracyM: maybe(millimetres),
  mount: maybe(fc.constantFrom(...MOUNTS)),
  heightMm: maybe(millimetres),
  readingDistanceMm: maybe(millimetres),
  template: maybe(fc.constantFrom('placard-150x200', '05986')),
  faces: maybe(fc.constantFrom(1, 2)),
  symbolVersion: maybe(fc.integer({ min: 1, max: 40 })),
  symbolLevel: maybe(fc.constantFrom('L', 'M', 'Q', 'H')),
  symbolMask: maybe(fc.integer({ min: 0, max: 7 })),
  replaces: maybe(code),
  note: text,
})

const event: fc.Arbitrary<SignEvent> = fc.record({
  code,
  on: isoDate,
  what: fc.constantFrom(...SIGN_EVENTS),
  by: text,
  lat: maybe(degrees),
  lon: maybe(degrees),
  successor: maybe(code),
  note: text,
})

const legacy: fc.Arbitrary<LegacyCode> = fc.record({
  address: nastyText(),
  entry,
  code: maybe(code),
  note: text,
})

function roundTrip<T extends object>(
  rows: fc.Arbitrary<T>,
  write: (rows: readonly T[]) => string,
  read: (text: string, report: Report) => (T & { line: number })[],
): void {
  fc.assert(
    fc.property(fc.array(rows, { maxLength: 5 }), (all) => {
      const written = write(all)
      const again = read(written, nothing)
      expect(again).toEqual(all.map((one, i) => ({ ...one, line: again[i]?.line })))
      expect(write(again)).toBe(written)
    }),
  )
}

test('a register that was written is read again', () => {
  roundTrip(sign, writeRegister, readRegister)
})

test('events that were written are read again', () => {
  roundTrip(event, writeEvents, readEvents)
})

test('legacy codes that were written are read again', () => {
  roundTrip(legacy, writeLegacyCodes, readLegacyCodes)
})

test.each(['register', 'events', 'legacy-codes', 'plan'])('%s.csv is canonical already', (name) => {
  const file = `signs/${name}.csv`
  expect(canonicalSigns(file, goodText(file), nothing)).toBe(goodText(file))
})
