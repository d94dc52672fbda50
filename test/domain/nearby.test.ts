import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boxAround,
  directionOf,
  distanceM,
  roundedM,
  walkingMinutes,
  type Point,
} from '../../src/domain/nearby.ts'

/** Kỳ Lừa market, and the entrance of Tam Thanh cave, about 1.5 km to its west. */
const MARKET = { lat: 21.8539, lon: 106.7612 }
const inVietNam = fc.record({
  lat: fc.double({ min: 8, max: 23.5, noNaN: true }),
  lon: fc.double({ min: 102, max: 110, noNaN: true }),
})
const move = ({ lat, lon }: Point, north: number, east: number): Point => ({
  lat: lat + north / 111_195,
  lon: lon + east / (111_195 * Math.cos((lat * Math.PI) / 180)),
})

describe('what is near', () => {
  test('is measured in metres, the same both ways', () => {
    // One degree of latitude on a sphere of 6,371,009 m.
    expect(distanceM({ lat: 21, lon: 106 }, { lat: 22, lon: 106 })).toBeCloseTo(111_195.08, 1)
    fc.assert(
      fc.property(inVietNam, inVietNam, (a, b) => {
        expect(distanceM(a, b)).toBeCloseTo(distanceM(b, a), 6)
        expect(distanceM(a, a)).toBe(0)
      }),
    )
  })

  test.each([
    [100, 0, 'n'],
    [100, 100, 'ne'],
    [0, 100, 'e'],
    [-100, 100, 'se'],
    [-100, 0, 's'],
    [-100, -100, 'sw'],
    [0, -100, 'w'],
    [100, -100, 'nw'],
    [100, 41, 'n'],
    [100, 42, 'ne'],
  ])('%i m to the north and %i m to the east lies %s', (north, east, direction) => {
    expect(directionOf(MARKET, move(MARKET, north, east))).toBe(direction)
  })

  test('is never outside of the box it is looked for in', () => {
    const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })
    fc.assert(
      fc.property(inVietNam, turn, (here, angle) => {
        const there = move(here, 1999 * Math.cos(angle), 1999 * Math.sin(angle))
        const { south, north, west, east } = boxAround(here, 2000)
        expect(there.lat).toBeGreaterThan(south)
        expect(there.lat).toBeLessThan(north)
        expect(there.lon).toBeGreaterThan(west)
        expect(there.lon).toBeLessThan(east)
      }),
    )
  })

  test('is said as precisely as a walker can use', () => {
    expect([0, 4, 37, 99, 312, 960, 990, 1449].map(roundedM)).toEqual([
      ...[10, 10, 40, 100, 300, 950, 1000, 1400],
    ])
    expect([0, 80, 300, 2000].map(walkingMinutes)).toEqual([1, 1, 4, 25])
  })
})
