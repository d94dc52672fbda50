/** The street-name board against Thông tư 36/2006/TT-BVHTT: 750 x 400 mm, a white line, two lines of white capitals. */
import { describe, expect, test } from 'vitest'
import type { Box, PathStep, Primitive } from '../../src/press/face/drawing.ts'
import { fonts, madeOf, problemsOf, texts } from './placard-kit.ts'
import { templateOf, textsOn } from './template-cases.ts'

const template = templateOf('board-750x400')
const board = (vi: string) => madeOf({ template, names: texts(vi) })

function frameOf(primitives: readonly Primitive[]) {
  const line = primitives.find((one) => one.kind === 'line')
  if (line?.kind !== 'line') throw new Error('a board has a line')
  return line
}

/** Points on the middle of the line: curves at a hundred places. */
function pointsOf(path: readonly PathStep[]): [number, number][] {
  const points: [number, number][] = []
  for (const [op, ...numbers] of path) {
    const [x = 0, y = 0] = points.at(-1) ?? []
    if (op === 'M' || op === 'L') points.push(numbers as [number, number])
    if (op !== 'C') continue
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers
    for (let i = 1; i <= 100; i++) {
      const t = i / 100
      const at = (a: number, b: number, c: number, d: number) =>
        (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d
      points.push([at(x, x1, x2, x3), at(y, y1, y2, y3)])
    }
  }
  return points
}

const capHeight = (run: { font: string; size: number }) =>
  run.size * (fonts.get(run.font)?.capHeight ?? 0)

describe('the face of a street-name board', () => {
  const { drawing, symbol } = board('Đường Lê Lợi')
  const line = frameOf(drawing.primitives)
  const points = pointsOf(line.path)

  test('measures 750 x 400 mm and is blue out to the bleed', () => {
    expect(drawing.trim).toEqual({ width: 750, height: 400 })
    const [ground] = drawing.primitives
    expect(ground).toMatchObject({
      kind: 'rect',
      box: { x: -5, y: -5, width: 760, height: 410 } satisfies Box,
      fill: template.palette['blue'],
    })
    const [cyan = 0, magenta = 0, yellow = 0] = template.palette['blue'] ?? []
    expect(cyan + magenta).toBeGreaterThan(150)
    expect(yellow).toBeLessThan(20)
  })

  test('has a white line 5 mm wide, its outer side 30 to 35 mm from every edge', () => {
    expect(line.width).toBe(5)
    expect(line.stroke).toEqual([0, 0, 0, 0])
    expect(line.path.at(-1)).toEqual(['Z'])
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    for (const middle of [
      Math.min(...xs),
      750 - Math.max(...xs),
      Math.min(...ys),
      400 - Math.max(...ys),
    ]) {
      expect(middle - line.width / 2).toBeGreaterThanOrEqual(30)
      expect(middle - line.width / 2).toBeLessThanOrEqual(35)
    }
  })

  test('has a line whose four corners curve inwards', () => {
    const { inset } = template.shapes.find((one) => one.shape === 'frame') ?? { inset: 0 }
    for (const [cx, cy] of [
      [inset, inset],
      [750 - inset, inset],
      [inset, 400 - inset],
      [750 - inset, 400 - inset],
    ] as const) {
      const distances = points
        .map(([x, y]) => Math.hypot(x - cx, y - cy))
        .filter((distance) => distance < 40)
      // A convex or square corner would come nearer; an arc round the corner keeps its distance.
      expect(distances.length).toBeGreaterThan(100)
      expect(Math.min(...distances)).toBeGreaterThan(24.9)
      expect(Math.max(...distances.filter((distance) => distance < 25.5))).toBeLessThan(25.1)
    }
  })

  test('carries no symbol and no address', () => {
    expect(symbol).toBeNull()
    expect(drawing.symbolBox).toBeNull()
    expect(drawing.primitives.some((one) => one.kind === 'path' && one.role === 'symbol')).toBe(
      false,
    )
    expect(textsOn(board('Đường Lê Lợi')).map(({ text }) => text)).toEqual(['ĐƯỜNG', 'LÊ LỢI'])
  })

  test('has its logo white, at the upper left, inside the line', () => {
    const logo = template.shapes.find((one) => one.shape === 'star-anise')
    if (logo?.shape !== 'star-anise') throw new Error('a board has a logo')
    expect(logo.fill).toBe('white')
    expect(logo.x + logo.radius).toBeLessThan(750 / 4)
    expect(logo.y + logo.radius).toBeLessThan(400 / 2)
    expect(Math.min(logo.x, logo.y) - logo.radius).toBeGreaterThan(37.5 + 10)
  })

  test('is made whatever origin the program runs under, for it shows none', () => {
    expect(problemsOf({ template, origin: 'http://localhost:8787' })).toEqual([])
  })
})

describe('the words of a board', () => {
  test.each([
    ['Đường Lê Lợi', ['ĐƯỜNG', 'LÊ LỢI'], 60],
    ['Phố Nguyễn Thị Minh Khai', ['PHỐ', 'NGUYỄN THỊ', 'MINH KHAI'], 60],
    ['đường Hoàng Văn Thụ', ['ĐƯỜNG', 'HOÀNG', 'VĂN THỤ'], 60],
    ['Đường Nguyễn Đình Chiểu', ['ĐƯỜNG', 'NGUYỄN', 'ĐÌNH CHIỂU'], 60],
    ['Đường Phai Vệ', ['ĐƯỜNG', 'PHAI VỆ'], 60],
    ['Quảng trường Hùng Vương', ['QUẢNG TRƯỜNG', 'HÙNG VƯƠNG'], 60],
    ['Đường Huyền Trân Công Chúa', ['ĐƯỜNG', 'HUYỀN TRÂN', 'CÔNG CHÚA'], 60],
    ['Đường Nguyễn Nghiễm', ['ĐƯỜNG', 'NGUYỄN NGHIỄM'], 45],
  ])('%s stand in white capitals, the kind above the larger name', (vi, lines, least) => {
    const runs = textsOn(board(vi))
    expect(runs.map(({ text }) => text)).toEqual(lines)
    for (const run of runs) expect(run.fill).toEqual([0, 0, 0, 0])
    const [kind, ...name] = runs
    for (const run of name) {
      expect(capHeight(run)).toBeGreaterThanOrEqual(least)
      expect(capHeight(run)).toBeGreaterThan(capHeight(kind ?? run))
      expect(run.ink.y).toBeGreaterThan((kind?.ink.y ?? 0) + (kind?.ink.height ?? 0))
    }
  })

  test('keep 10 mm of blue between ink and ink, stacked marks included', () => {
    const [kind, upper, lower] = textsOn(board('Phố Nguyễn Thị Minh Khai')).map(({ ink }) => ink)
    const gap = (a?: Box, b?: Box) => (b?.y ?? 0) - ((a?.y ?? 0) + (a?.height ?? 0))
    expect(gap(kind, upper)).toBeGreaterThanOrEqual(9.99)
    expect(gap(upper, lower)).toBeGreaterThanOrEqual(9.99)
  })

  test('below 60 mm ask for a signature, below 45 mm are refused', () => {
    const small = board('Đường Nguyễn Nghiễm')
    expect(small.warnings.map(({ code }) => code)).toEqual(['text-below-sign-off'])
    expect(board('Đường Lê Lợi').warnings).toEqual([])
    const endless = texts('Đường Nghĩa trang Liệt sĩ Nguyễn Hữu Đễ và Đoàn Thị Điểm')
    expect(problemsOf({ template, names: endless })).toEqual(['name-too-long name-bare'])
  })

  test('need a kind word, from the name or given beside it', () => {
    expect(problemsOf({ template, names: texts('Lê Lợi') })).toEqual(['no-kind-word'])
    expect(problemsOf({ template, names: texts('Đườngx Lê Lợi') })).toEqual(['no-kind-word'])
    const kindWord = { locale: 'vi', text: 'Lối' }
    const made = madeOf({ template, names: texts('Lối Cũ Ngọc'), kindWord })
    expect(textsOn(made).map(({ text }) => text)).toEqual(['LỐI', 'CŨ NGỌC'])
  })
})
