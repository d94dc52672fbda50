import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { latenessOf } from '../../src/domain/print-order.ts'
import {
  isEnded,
  mayHappen,
  printedOn,
  SIGN_EVENTS,
  SIGN_STATES,
  stateOf,
  type SignEventKind,
} from '../../src/domain/sign.ts'

const event = (what: SignEventKind, on = '2026-12-01') => ({ on, what })
/** Only what may happen, one after another; the rest of the list is passed over. */
const story = fc.array(fc.constantFrom(...SIGN_EVENTS), { maxLength: 12 }).map((wished) => {
  const events: ReturnType<typeof event>[] = []
  for (const what of wished) if (mayHappen(stateOf(events), what)) events.push(event(what))
  return events
})

describe('what may happen to a sign', () => {
  test('nothing does once it has ended, and every event there is has a state it may come in', () => {
    for (const state of SIGN_STATES.filter(isEnded))
      expect(SIGN_EVENTS.filter((what) => mayHappen(state, what))).toEqual([])
    for (const what of SIGN_EVENTS)
      expect(SIGN_STATES.some((state) => mayHappen(state, what))).toBe(true)
  })

  test('an order that is cancelled leaves no trace in the state, nor in the day of printing', () => {
    fc.assert(
      fc.property(story, (events) => {
        fc.pre(!isEnded(stateOf(events)))
        const undone = [...events, event('ordered'), event('cancelled')]
        expect(stateOf(undone)).toBe(stateOf(events))
        expect(printedOn(undone)).toBe(printedOn(events))
      }),
    )
  })

  test('of two orders one may be cancelled, and the sign is ordered still', () => {
    const both = [event('ordered'), event('ordered'), event('cancelled')]
    expect(stateOf(both)).toBe('ordered')
    expect(stateOf([...both, event('cancelled')])).toBe('planned')
    expect(stateOf([event('printed'), event('ordered'), event('cancelled')])).toBe('printed')
  })

  test('what hangs, hangs, whatever is ordered and printed for it', () => {
    fc.assert(
      fc.property(story, fc.constantFrom('ordered', 'printed', 'cancelled'), (events, what) => {
        const state = stateOf(events)
        fc.pre(state === 'installed' || state === 'damaged' || state === 'missing')
        expect(stateOf([...events, event(what as SignEventKind)])).toBe(state)
      }),
    )
  })
})

test('an order is late a moment after its days are over, and never once its signs have come', () => {
  const order = { isCancelled: false, fetchedAt: null, signs: 2, printed: 1 }
  const given = { ...order, givenAt: '2026-12-01T00:00:00.000Z' }
  expect(latenessOf(given, '2026-12-04T00:00:00.000Z')).toBeNull()
  expect(latenessOf(given, '2026-12-04T00:00:00.001Z')).toBe('unfetched')
  const fetched = { ...given, fetchedAt: '2026-12-02T00:00:00.000Z' }
  expect(latenessOf(fetched, '2026-12-22T00:00:00.000Z')).toBeNull()
  expect(latenessOf(fetched, '2026-12-22T00:00:00.001Z')).toBe('unreceived')
  expect(latenessOf({ ...fetched, printed: 2 }, '2027-12-22T00:00:00.000Z')).toBeNull()
  expect(latenessOf({ ...fetched, isCancelled: true }, '2027-12-22T00:00:00.000Z')).toBeNull()
  expect(latenessOf({ ...order, givenAt: null }, '2027-12-22T00:00:00.000Z')).toBeNull()
})
