import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EntryPath } from '../../src/domain/entry.ts'
import { resolve, type SignHistory } from '../../src/domain/resolver.ts'
import type { ShortCode } from '../../src/domain/short-code.ts'
import {
  positionOf,
  SIGN_EVENTS,
  stateOf,
  type Sign,
  type SignEvent,
  type SignEventKind,
} from '../../src/domain/sign.ts'

function sign(code: string, entry = `streets/${code.toLowerCase()}`): Sign {
  return {
    code: code as ShortCode,
    entry: entry as EntryPath,
    issuedOn: '2026-01-01',
    placement: '',
    lat: null,
    lon: null,
    accuracyM: null,
    mount: null,
    heightMm: null,
    readingDistanceMm: null,
    template: null,
    faces: null,
    symbolVersion: null,
    symbolLevel: null,
    symbolMask: null,
    replaces: null,
    note: '',
  }
}

function event(
  code: string,
  what: SignEventKind,
  on: string,
  successor: string | null = null,
): SignEvent {
  const at = { lat: null, lon: null }
  return {
    code: code as ShortCode,
    on,
    what,
    by: 'Lan',
    ...at,
    successor: successor as ShortCode,
    note: '',
  }
}

function world(...histories: [Sign, SignEvent[]][]) {
  const known = new Map<ShortCode, SignHistory>(
    histories.map(([sign, events]) => [sign.code, { sign, events }]),
  )
  return {
    known,
    resolve: (code: string) => resolve(code as ShortCode, (c) => known.get(c) ?? null),
  }
}

describe('the resolver', () => {
  test('answers a sign with its entry from the day its code is issued', () => {
    const { resolve } = world([sign('A'), []])
    expect(resolve('A')).toMatchObject({ what: 'entry', entry: 'streets/a' })
  })

  test('answers a damaged, missing or moved sign still', () => {
    for (const what of ['damaged', 'missing', 'moved'] as const)
      expect(world([sign('A'), [event('A', what, '2027-01-01')]]).resolve('A').what).toBe('entry')
  })

  test('follows successors to the one that lives', () => {
    const { resolve } = world(
      [sign('A'), [event('A', 'replaced', '2027-01-01', 'B')]],
      [sign('B'), [event('B', 'replaced', '2030-01-01', 'C')]],
      [sign('C'), []],
    )
    expect(resolve('A')).toMatchObject({ what: 'successor', entry: 'streets/c' })
  })

  test('says what stood there when nothing took its place', () => {
    const { resolve } = world([sign('A'), [event('A', 'retired', '2031-05-01')]])
    expect(resolve('A')).toMatchObject({ what: 'gone', end: { on: '2031-05-01' } })
  })

  test('cuts a circle of successors', () => {
    const { resolve } = world(
      [sign('A'), [event('A', 'replaced', '2027-01-01', 'B')]],
      [sign('B'), [event('B', 'replaced', '2028-01-01', 'A')]],
    )
    expect(resolve('A').what).toBe('gone')
    expect(resolve('B').what).toBe('gone')
  })

  test('knows a code never issued', () => {
    expect(world().resolve('A').what).toBe('never-issued')
  })

  test('answers every code ever issued, whatever happened to the signs', () => {
    const codes = ['A', 'B', 'C', 'D', 'E', 'F']
    const anyEvent = fc.record({
      code: fc.constantFrom(...codes),
      what: fc.constantFrom(...SIGN_EVENTS),
      day: fc.integer({ min: 1, max: 28 }),
      // A successor may be missing, itself ended, never issued, or the sign itself.
      successor: fc.option(fc.constantFrom(...codes, 'Z')),
    })
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (drawn) => {
        const { known, resolve } = world(
          ...codes.map((code): [Sign, SignEvent[]] => [
            sign(code),
            drawn
              .filter((one) => one.code === code)
              .map((one) => {
                const on = `2030-01-${String(one.day).padStart(2, '0')}`
                return event(code, one.what, on, one.successor)
              }),
          ]),
        )
        for (const code of codes) {
          const answer = resolve(code)
          expect(['entry', 'successor', 'gone']).toContain(answer.what)
          if (answer.what === 'successor') {
            const heir = known.get(answer.successor.code)
            expect(['replaced', 'retired']).not.toContain(stateOf(heir?.events ?? []))
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('the state of a sign', () => {
  test('follows from its events in order of date, not of writing', () => {
    expect(
      stateOf([event('A', 'installed', '2026-05-01'), event('A', 'printed', '2026-04-01')]),
    ).toBe('installed')
    expect(stateOf([])).toBe('planned')
    expect(
      stateOf([event('A', 'damaged', '2027-01-01'), event('A', 'repaired', '2027-02-01')]),
    ).toBe('installed')
  })

  test('once ended stays ended', () => {
    const events = [event('A', 'retired', '2027-01-01'), event('A', 'installed', '2028-01-01')]
    expect(stateOf(events)).toBe('retired')
  })

  test('has its position from the last move, else from the register', () => {
    const registered = { ...sign('A'), lat: 21.85, lon: 106.75 }
    expect(positionOf(registered, [])).toEqual({ lat: 21.85, lon: 106.75 })
    const moved = { ...event('A', 'moved', '2028-01-01'), lat: 21.9, lon: 106.7 }
    expect(positionOf(registered, [moved])).toEqual({ lat: 21.9, lon: 106.7 })
  })
})
