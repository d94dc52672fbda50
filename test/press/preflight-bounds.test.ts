/** What preflight lets pass that just keeps a rule, and what it says of a hair more. */
import { describe, expect, test } from 'vitest'
import type { PreflightRow } from '../../src/domain/preflight.ts'
import { lightAt } from '../../src/press/preflight/picture.ts'
import type { Picture } from '../../src/press/preflight/pdfium-pages.ts'
import { quietModules } from '../../src/press/preflight/preflight-read.ts'
import { differenceRows, vectorRows } from '../../src/press/preflight/preflight-vector.ts'
import { inputFor } from './preflight-kit.ts'

/** A grey page, and what is painted on it. */
function page(width: number, height: number, paint: (x: number, y: number) => number): Picture {
  const data = new Uint8ClampedArray(4 * width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x)
      data.fill(paint(x, y), at, at + 3)
      data[at + 3] = 255
    }
  return { width, height, data }
}
const said = (rows: readonly PreflightRow[]) => rows.flatMap(({ fault }) => fault ?? [])

describe('a picture', () => {
  test('is white wherever it is not', () => {
    const dark = page(3, 2, () => 0)
    for (const [x, y] of [[0, 0], [2.9, 1.9]] as const) expect(lightAt(dark, x, y)).toBe(0) // prettier-ignore
    for (const [x, y] of [
      [-0.1, 0],
      [0, -0.1],
      [3, 0],
      [0, 2],
    ] as const)
      // prettier-ignore
      expect(lightAt(dark, x, y), `${x}, ${y}`).toBe(255)
  })
})

describe('two pictures of one page', () => {
  const SCALE = 4
  const [WIDTH, HEIGHT] = [200, 200]
  const white = page(WIDTH, HEIGHT, () => 255)
  /** Blocks of 8 by `height` pixels, as many in a row as fit, each in tiles of its own. */
  const blocks = (count: number, height: number) =>
    page(WIDTH, HEIGHT, (x, y) => {
      const block = Math.floor(y / 20) * 10 + Math.floor(x / 20)
      return block < count && x % 20 < 8 && y % 20 < height ? 0 : 255
    })
  const judged = (other: Picture) => said(differenceRows(white, other, SCALE))

  test('may differ in fewer than five pixels of a thousand', () => {
    expect(judged(white)).toEqual([])
    // 16 pixels each, of 40,000: 192 are less than 200, 208 are more.
    expect(judged(blocks(12, 2))).toEqual([])
    expect(judged(blocks(13, 2))).toEqual(['PF-03.differ'])
    expect(judged(page(WIDTH, HEIGHT, (x, y) => (y % 20 === 0 && x % 10 === 0 ? 0 : 255)))).toEqual(
      ['PF-03.differ'],
    )
  })

  test('may not differ in six of a hundred of one tile', () => {
    // Of the 400 pixels of a tile of 5 mm, in rows of eight.
    const differing = (count: number) =>
      page(WIDTH, HEIGHT, (x, y) => (x < 8 && x + 8 * y < count ? 0 : 255))
    expect(judged(differing(23))).toEqual([])
    expect(judged(differing(25))).toEqual(['PF-03.differ'])
  })

  test('may be two conversions of one ink', () => {
    const shade = (light: number) => page(WIDTH, HEIGHT, () => light)
    expect(judged(shade(255 - 90))).toEqual([])
    expect(judged(shade(255 - 100))).toEqual(['PF-03.differ'])
  })
})

describe('a quiet zone', () => {
  const [SIZE, MODULE, LEFT] = [21, 10, 60]
  const SIDE = LEFT + SIZE * MODULE
  const place = { left: LEFT, top: LEFT, module: MODULE }
  const blot = (isBlot: (x: number, y: number) => boolean, light = 0) =>
    quietModules(
      {
        picture: page(SIDE + LEFT, SIDE + LEFT, (x, y) => {
          const isInside = x >= LEFT && y >= LEFT && x < SIDE && y < SIDE
          return isInside || isBlot(x, y) ? light : 255
        }),
        place,
      },
      SIZE,
    )

  test('is four modules where nothing is nearer, though the symbol be dark to its edge', () => {
    expect(blot(() => false)).toBe(4)
    expect(blot((x) => x < LEFT - 4 * MODULE)).toBe(4)
    expect(blot((x, y) => x === LEFT - 1 && y >= LEFT && y < SIDE)).toBe(4)
  })

  test.each([
    ['left', (x: number) => x === LEFT - 20],
    ['above', (_: number, y: number) => y === LEFT - 20],
    ['right', (x: number) => x === SIDE + 19],
    ['below', (_: number, y: number) => y === SIDE + 19],
    ['aslant', (x: number, y: number) => x === SIDE + 19 && y === SIDE + 19],
  ])('ends at the nearest ink, %s', (_side, isBlot) => {
    expect(blot(isBlot)).toBeCloseTo(1.9, 5)
  })

  test('is broken by the faintest line there is, and not by paper', () => {
    const at = (x: number) => x === LEFT - 20
    expect(blot(at, 239)).toBeCloseTo(1.9, 5)
    expect(blot(at, 244)).toBeCloseTo(1.9, 5)
    expect(blot(at, 245)).toBe(4)
  })
})

describe('the vector files of a face', () => {
  const { drawing, symbol, svg, dxf } = inputFor()
  const payload = symbol!.payload
  const judged = (files: { svg?: string; dxf?: string }) =>
    vectorRows(
      drawing,
      files.svg ?? svg,
      files.dxf ?? dxf,
      { zxing: payload, zbar: payload, qr: payload },
      payload,
    )
  const told = (rows: readonly PreflightRow[]) =>
    rows.flatMap(({ fault, measured }) => (fault ? [`${fault} ${measured}`] : []))

  test('as they are have no fault', () => {
    expect(told(judged({}))).toEqual([])
  })

  test.each([
    ['millimetres', (text: string) => text.replaceAll('mm"', 'px"')],
    ['no <text>', (text: string) => text.replace('</svg>', '<text>a</text></svg>')],
    [
      'white panel',
      (text: string) => text.replace(/(class="panel"[^>]*fill=")#ffffff/, '$1#fffffe'),
    ],
  ])('an SVG without %s is told by it alone', (what, edit) => {
    expect(told(judged({ svg: edit(svg) }))).toEqual([`SV-01.svg ${what}`])
  })

  test.each([
    ['unit', /(\$INSUNITS\n *70\n) *4\n/, '$15\n', '$INSUNITS is not 4'],
    ['closing', /\n30\n0\n70\n1\n/, '\n30\n0\n70\n0\n', '1 open polylines'],
  ])('a DXF with another %s is told by it alone', (_what, pattern, instead, words) => {
    const edited = dxf.replace(pattern, instead)
    expect(edited).not.toBe(dxf)
    expect(told(judged({ dxf: edited }))).toEqual([`SV-01.dxf ${words}`])
  })

  test.each([
    ['10', 0, 150],
    ['20', 0, 200],
  ])(
    'a DXF may leave the trim by a hundredth of a millimetre, not by more: code %s',
    (code, low, high) => {
      /** The outermost corners moved outwards. */
      const moved = (by: number) =>
        dxf.replace(/(VERTEX\n(?:(?!\n0\n)[\s\S])*?)(?=\n0\n)/g, (vertex) =>
          vertex.replace(
            new RegExp(`(\\n${code}\\n)(-?[\\d.]+)`),
            (_all, head: string, value: string) => {
              const at = Number(value)
              if (at === low) return `${head}${(-by).toFixed(3)}`
              return at === high ? `${head}${(high + by).toFixed(3)}` : `${head}${value}`
            },
          ),
        )
      expect(told(judged({ dxf: moved(0.009) }))).toEqual([])
      expect(told(judged({ dxf: moved(0.02) }))).toEqual([
        'SV-01.dxf extents off the trim by 0.020 mm',
      ])
    },
  )

  test('a DXF of nothing is off the trim as well', () => {
    expect(told(judged({ dxf: '' })).length).toBeGreaterThan(1)
  })
})
