import { describe, expect, test } from 'vitest'
import { newShortCode } from '../../src/domain/short-code.ts'
import type { Drawing } from '../../src/press/face/drawing.ts'
import { csvOf } from '../../src/domain/table.ts'
import { cutList, nestedSheet } from '../../src/press/files/nested-sheet.ts'
import { placesFor, type Place } from '../../src/press/files/nesting.ts'
import { pdfOf } from '../../src/press/files/pdf.ts'
import { drawPlacard } from '../../src/press/files/placard-artwork.ts'
import { isProblems } from '../../src/press/face/problems.ts'
import type { Template } from '../../src/press/template/template.ts'
import { cropped, decode, render } from '../print/decode.ts'
import { condition, fonts, INPUT, texts } from './placard-kit.ts'
import { templateOf } from './template-cases.ts'

let seed = 7
const random = (limit: number) => (seed = (seed * 16807) % 2147483647) % limit

function faceOf(template: Template, code = INPUT.code): Drawing {
  const drawn = drawPlacard({
    ...INPUT,
    template,
    code,
    // A board asks for a word that says what kind of street it is.
    names: texts('Đường Lê Lợi'),
    intro: texts('Đường mang tên vua Lê Thái Tổ.'),
    body: texts('Con đường chạy từ cầu đến chợ.'),
  })
  if (isProblems(drawn)) throw new Error(JSON.stringify(drawn))
  return drawn.drawing
}

function sheetOf(id: string, codes: (typeof INPUT.code)[]) {
  const template = templateOf(id)
  const faces = codes.map((code) => faceOf(template, code))
  const drawing = nestedSheet(template, fonts, faces, 'LS-2026-001   1/1')
  const facts = { title: 'panel', subject: '', creator: '', producer: '', date: new Date(0) }
  return { template, drawing, pdf: () => pdfOf(drawing, facts, fonts, condition) }
}

const DOTS = 60
const pixels = (mm: number) => Math.round((mm / 25.4) * DOTS)
const boxOf = ({ x, y, width, height }: Place) => ({
  x: pixels(x),
  y: pixels(y),
  width: pixels(width),
  height: pixels(height),
})

describe('a panel of faces', () => {
  test('shows every sign at the place the cut list gives it', async () => {
    const codes = Array.from({ length: 77 }, () => newShortCode(random))
    const { template, pdf } = sheetOf('placard-150x200', codes)
    const bytes = pdf()
    const picture = await render(bytes, DOTS)
    expect([picture.width, picture.height].map((side) => Math.round((side / DOTS) * 25.4))).toEqual(
      [1220, 2440],
    )
    const places = placesFor(...template.trim)
    for (const i of [0, 6, 7, 40, 76]) {
      const { zxing, zbar } = await decode(cropped(picture, boxOf(places[i]!)))
      const address = `HTTPS://QR.LANGSON.GOV.VN/${codes[i]}`
      expect([i, zxing, zbar]).toEqual([i, address, address])
    }
    expect(Buffer.from(pdf()).equals(bytes)).toBe(true)
  })

  test('reads where the faces are turned', async () => {
    const { template, pdf } = sheetOf('panel-600x900', [INPUT.code, INPUT.code, INPUT.code])
    const places = placesFor(...template.trim)
    expect(places[2]?.isTurned).toBe(true)
    const picture = await render(pdf(), DOTS)
    const { zxing, zbar } = await decode(cropped(picture, boxOf(places[2]!)))
    const address = `HTTPS://QR.LANGSON.GOV.VN/${INPUT.code}`
    expect([zxing, zbar]).toEqual([address, address])
  })

  test.each(['placard-150x200', 'placard-180x120', 'board-750x400', 'panel-600x900'])(
    'of %s keeps each contour of cutting and drilling, inside its place',
    (id) => {
      const template = templateOf(id)
      const { drawing } = sheetOf(id, [INPUT.code, INPUT.code])
      const of = (layer: string) =>
        drawing.primitives.filter((primitive) => primitive.layer === layer)
      expect(of('cut')).toHaveLength(2)
      expect(of('drill')).toHaveLength(2 * template.holes.length)
      // Eleven for optical cutters, and the line that says which panel it is.
      expect(of('marks').map(({ kind }) => kind)).toEqual([...Array(11).fill('path'), 'text'])
      const [, second] = placesFor(...template.trim)
      const [, cut] = of('cut')
      if (cut?.kind !== 'spot' || !second) throw new Error('a cut line is a spot')
      const points = cut.path.flatMap(([, ...numbers]) => [numbers.slice(-2)])
      const xs = points.flatMap(([x]) => (x === undefined ? [] : [x]))
      const ys = points.flatMap(([, y]) => (y === undefined ? [] : [y]))
      expect([Math.min(...xs), Math.max(...xs)]).toEqual([second.x, second.x + second.width])
      expect([Math.min(...ys), Math.max(...ys)]).toEqual([second.y, second.y + second.height])
    },
  )

  test('lets no bleed reach into a neighbour', () => {
    const { drawing, template } = sheetOf('board-750x400', [INPUT.code, INPUT.code])
    const [first] = placesFor(...template.trim)
    const [ground] = drawing.primitives
    if (ground?.kind !== 'rect' || !first) throw new Error('the ground comes first')
    expect(ground.box.x + ground.box.width).toBe(first.x + first.width + 3)
  })

  test('has a list that no spreadsheet takes for a formula', () => {
    const csv = csvOf(cutList([['=1+1', '7K3QXC']], placesFor(150, 200), false))
    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      "1,1,'=1+1,10,10,150,200",
      '1,2,7K3QXC,166,10,150,200',
    ])
  })

  test('takes no more faces than it has places', () => {
    const template = templateOf('panel-600x900')
    const five = Array.from({ length: 5 }, () => faceOf(template))
    expect(() => nestedSheet(template, fonts, five, '')).toThrow('takes 4 faces, not 5')
  })
})
