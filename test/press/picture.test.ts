/** What counts as a difference between two pictures of one face by two renderers. */
import { expect, test } from 'vitest'
import { difference } from '../../src/press/preflight/picture.ts'

const TILE = 20

/** A tile of grey columns, 0 to 255 from the left; white beyond. */
function columns(...greys: number[]) {
  const data = new Uint8ClampedArray(4 * TILE * TILE)
  for (let at = 0; at < TILE * TILE; at++) {
    const grey = greys[at % TILE] ?? 255
    data.set([grey, grey, grey, 255], 4 * at)
  }
  return { width: TILE, height: TILE, data }
}
const worst = (a: ReturnType<typeof columns>, b: ReturnType<typeof columns>) =>
  difference(a, b, 96, TILE).worstTile

test('a pixel that an edge crosses may be painted more or less full', () => {
  // Two strokes of a letter, whose edges lie between pixels: the one renderer rounds, the other blends.
  const rounded = columns(255, 255, 0, 0, 255, 255, 255, 0, 0, 255, 255)
  const blended = columns(255, 128, 0, 0, 128, 255, 128, 0, 0, 128, 255)
  expect(worst(rounded, blended)).toBe(0)
  expect(worst(blended, rounded)).toBe(0)
})

test('a stroke that is lost, or one that is there too much, differs', () => {
  const whole = columns(255, 255, 0, 0, 0, 255, 255)
  expect(worst(whole, columns(255))).toBeGreaterThanOrEqual(0.05)
  expect(worst(columns(255), whole)).toBeGreaterThanOrEqual(0.05)
})

test('an ink that is another differs, wherever it ends', () => {
  expect(worst(columns(255, 40, 40, 40, 255), columns(255, 200, 200, 200, 255))).toBeGreaterThan(0)
})
