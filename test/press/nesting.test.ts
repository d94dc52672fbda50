import { describe, expect, test } from 'vitest'
import { EDGE, PANEL, panelsOf, placesFor, TOOL_GAP } from '../../src/press/files/nesting.ts'
import { TEMPLATES } from './template-cases.ts'

describe('a panel', () => {
  test.each([
    [150, 200, 77],
    [750, 400, 6],
    [600, 300, 12],
    [600, 900, 4],
    [210, 297, 40],
    [1200, 2420, 1],
    [2420, 1200, 1],
    [1201, 2420, 0],
  ])('takes faces of %d x %d mm: %d', (width, height, count) => {
    expect(placesFor(width, height)).toHaveLength(count)
  })

  test('keeps a face upright where turning it gains nothing', () => {
    expect(placesFor(200, 200)[0]?.isTurned).toBe(false)
    expect(placesFor(150, 200)[0]?.isTurned).toBe(false)
    expect(placesFor(750, 400)[0]).toMatchObject({ isTurned: true, width: 400, height: 750 })
  })

  test.each(TEMPLATES.map(({ trim }) => trim))(
    'holds faces of %d x %d mm apart and off its edges',
    (width, height) => {
      const places = placesFor(width, height)
      for (const [i, one] of places.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(EDGE)
        expect(one.y).toBeGreaterThanOrEqual(EDGE)
        expect(one.x + one.width).toBeLessThanOrEqual(PANEL.width - EDGE)
        expect(one.y + one.height).toBeLessThanOrEqual(PANEL.height - EDGE)
        for (const other of places.slice(i + 1)) {
          const across = Math.abs(one.x - other.x) - one.width
          const down = Math.abs(one.y - other.y) - one.height
          expect(Math.max(across, down)).toBeGreaterThanOrEqual(TOOL_GAP)
        }
      }
    },
  )

  test('is filled before the next one is begun', () => {
    const places = placesFor(600, 900)
    expect(panelsOf([1, 2, 3, 4, 5], places)).toEqual([[1, 2, 3, 4], [5]])
    expect(panelsOf([], places)).toEqual([])
    expect(panelsOf([1], placesFor(3000, 3000))).toEqual([])
  })
})
