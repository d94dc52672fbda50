/** A template that just keeps a rule is taken; a hair beyond, it is refused. */
import { describe, expect, test } from 'vitest'
import type { Template } from '../../src/press/template/template.ts'
import { templateFaults } from '../../src/press/template/template-faults.ts'
import { template } from './placard-kit.ts'

const HAIR = 0.01
const [WIDTH, HEIGHT] = template.trim
const faults = (change: Partial<Template>) => templateFaults({ ...template, ...change })
const box = template.symbol!.box
const symbolAt = (x: number, y: number) => ({
  symbol: { ...template.symbol!, x, y },
  holes: [],
})
/** Two diameters from the edges, in the corner that is farthest from the symbol. */
const hole = (x: number, y: number, diameter = 5) => ({ holes: [{ x, y, diameter }] })

test('as it is, a template has no fault', () => {
  expect(templateFaults(template)).toEqual([])
})

describe('a quiet zone', () => {
  test.each([
    ['left', 0, 50],
    ['upper', 20, 0],
    ['right', WIDTH - box, 50],
    ['lower', 20, HEIGHT - box],
  ])('may touch the %s edge, and not cross it', (side, x, y) => {
    expect(faults(symbolAt(x, y))).toEqual([])
    const dx = { left: -HAIR, right: HAIR }[side] ?? 0
    const dy = { upper: -HAIR, lower: HAIR }[side] ?? 0
    expect(faults(symbolAt(x + dx, y + dy)).map(({ path }) => path)).toEqual(['symbol'])
  })
})

describe('a hole', () => {
  test.each([
    ['left', 10, 10, -HAIR, 0],
    ['upper', 10, 10, 0, -HAIR],
    ['right', WIDTH - 10, 10, HAIR, 0],
    ['lower', 10, HEIGHT - 10, 0, HAIR],
  ])('keeps two diameters from the %s edge', (_side, x, y, dx, dy) => {
    expect(faults(hole(x, y))).toEqual([])
    const found = faults(hole(x + dx, y + dy))
    expect(found).toEqual([
      { path: 'holes', message: `hole at ${x + dx}, ${y + dy} is too near the edge` },
    ])
  })

  test.each([
    ['beside', 60 + box + 2.5 + 3, 100, -HAIR, 0],
    ['before', 60 - 2.5 - 3, 100, HAIR, 0],
    ['above', 60 + box / 2, 80 - 2.5 - 3, 0, HAIR],
    ['below', 60 + box / 2, 80 + box + 2.5 + 3, 0, -HAIR],
  ])('keeps 3 mm %s the quiet zone', (_where, x, y, dx, dy) => {
    const trim: Template['trim'] = [400, 400]
    const at = (u: number, v: number) =>
      faults({ trim, symbol: { ...template.symbol!, x: 60, y: 80 }, ...hole(u, v) })
    expect(at(x, y)).toEqual([])
    expect(at(x + dx, y + dy).map(({ message }) => message)).toEqual([
      `hole at ${x + dx}, ${y + dy} is too near the quiet zone`,
    ])
  })

  test('by the corner of the quiet zone is measured slantwise', () => {
    const trim: Template['trim'] = [400, 400]
    const at = (off: number) =>
      faults({
        trim,
        symbol: { ...template.symbol!, x: 60, y: 80 },
        ...hole(60 + box + off, 80 + box + off),
      })
    expect(at(5.5 / Math.SQRT2 + HAIR)).toEqual([])
    expect(at(5.5 / Math.SQRT2 - HAIR)).toHaveLength(1)
  })
})

test('a face without a symbol has holes, and no quiet zone to keep from', () => {
  expect(faults({ symbol: null })).toEqual([])
})

test('ink up to what the paper takes is taken', () => {
  const most = Math.max(
    ...Object.values(template.palette).map((inks) => inks.reduce((sum, ink) => sum + ink, 0)),
  )
  expect(faults({ maxInk: most })).toEqual([])
  expect(faults({ maxInk: most - 1 }).length).toBeGreaterThan(0)
})

test('letters as small as the rules let them be are taken', () => {
  const smallest = (size: number) => {
    const [stack] = template.stacks
    const { rules } = template
    const lines = stack!.lines.map((line) => ({
      ...line,
      measure: undefined,
      size: [line.size[0], rules.text + size] as [number, number],
    }))
    return { stacks: [{ ...stack!, lines }] } as unknown as Partial<Template>
  }
  expect(faults(smallest(0))).toEqual([])
  const found = faults(smallest(-HAIR)).map(({ path }) => path)
  expect(found[0]).toBe('stacks.0.lines.0.size')
  expect(found).toHaveLength(template.stacks[0]!.lines.length)
})
