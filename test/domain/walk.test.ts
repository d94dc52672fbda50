import { describe, expect, test } from 'vitest'
import { legBetween } from '../../src/domain/walk.ts'

const at = (lat: number, lon: number, accuracyM: number, more = {}) => ({
  restrictedLocation: false,
  livingPerson: false,
  position: { lat, lon, accuracyM, source: 's1' },
  ...more,
})
const NHI_THANH = [21.851727, 106.752232] as const
const TAM_THANH = [21.8555666, 106.7467985] as const

describe('the way from one stop to the next', () => {
  test('is told to ten metres where both places are known exactly', () => {
    const leg = legBetween(at(...NHI_THANH, 5), at(...TAM_THANH, 50))
    expect(leg).toEqual({ metres: 700, isExact: true, minutes: 13 })
  })

  test('is never told exactly where one of them is not', () => {
    const leg = legBetween(at(...NHI_THANH, 5), at(...TAM_THANH, 51))
    expect(leg).toMatchObject({ metres: 700, isExact: false })
  })

  test.each([
    ['restricted', at(...TAM_THANH, 5, { restrictedLocation: true })],
    ['where somebody lives', at(...TAM_THANH, 5, { livingPerson: true })],
    ['unknown', { restrictedLocation: false, livingPerson: false }],
    ['known more loosely than it is far', at(...TAM_THANH, 800)],
    ['the same', at(...NHI_THANH, 5)],
  ])('is not told where a place is %s', (_what, to) => {
    expect(legBetween(at(...NHI_THANH, 5), to)).toBeNull()
  })
})
