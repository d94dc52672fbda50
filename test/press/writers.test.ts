import { describe, expect, test } from 'vitest'
import { printEngines } from '../../src/printing/print-engines.ts'
import { dxfOf, DXF_LAYERS } from '../../src/press/files/dxf.ts'
import { openProfile } from '../../src/press/files/icc.ts'
import { ndefOf, tagMemory } from '../../src/press/files/ndef.ts'
import type { Primitive } from '../../src/press/face/drawing.ts'
import { svgOf } from '../../src/press/files/svg.ts'
import { readPdf } from '../print/pdf-objects.ts'
import { condition, fonts, INPUT, made, texts } from './placard-kit.ts'
import { apart, fromLines, pdfShapes, readDxf, svgShapes, type Polygon } from './read-back.ts'
import { printedAddress } from '../../src/domain/placard.ts'

const TOLERANCE = 0.01
const { pdf, drawing, symbol } = made({
  names: texts('NGUYỄN THỊ MINH KHAI', 'Ngô Quyền & “Stone”', '阮氏明开街'),
})
const svg = svgOf(drawing, fonts, openProfile(condition.profile).screen)
const dxf = readDxf(dxfOf(drawing, fonts))
const shapes = svgShapes(svg)
const { height, width } = drawing.trim

const file = readPdf(pdf)
const [, page] = file.find(/\/Type \/Page\n/)
const content = file.stream(Number(/\/Contents (\d+)/.exec(page)?.[1]))
const onFace = (points: Polygon): Polygon => points.map(([x, y]) => [x, height - y])
const dxfOn = (layer: string) =>
  dxf.polylines.filter((one) => one.layer === layer).map(({ points }) => onFace(points))

describe('PDF, SVG and DXF of one drawing', () => {
  const painted = drawing.primitives.filter(({ kind }) => kind !== 'text')

  test('have every shape at the same place', () => {
    const isMarks = (one: Primitive) => one.kind === 'spot' && one.spot === 'all'
    // Crop marks are painted once for each ink.
    const times = painted.flatMap((one) => (isMarks(one) ? [one, one, one, one] : [one]))
    const inPdf = pdfShapes(content)
    const inSvg = shapes.slice(1).filter((_, i) => drawing.primitives[i]?.kind !== 'text')
    expect(inPdf).toHaveLength(times.length)
    expect(inSvg).toHaveLength(painted.length)
    inPdf.forEach((polygons, i) => {
      const one = times[i]!
      const other = inSvg[painted.indexOf(one)]?.polygons ?? []
      if (one.kind !== 'line' && !(one.kind === 'spot' && isMarks(one)))
        return expect(apart(polygons, other)).toBeLessThan(TOLERANCE)
      // What is a line with a width there is the outline of its ink here.
      const off = other.flat().map((point) => fromLines(point, polygons))
      expect(Math.min(...off)).toBeGreaterThan(one.width / 2 - TOLERANCE)
      // More than half of it only where a corner comes to a point.
      expect(Math.max(...off)).toBeLessThan(one.width)
    })
  })

  test('cut, drill and engrave the same lines', () => {
    const of = (name: string) =>
      shapes.filter((one) => one.class === name).flatMap(({ polygons }) => polygons)
    for (const [layer, name] of [
      ['CUT', 'CutContour'],
      ['QR_ENGRAVE', 'symbol'],
    ] as const) {
      expect(dxfOn(layer).length).toBeGreaterThan(0)
      expect(apart(dxfOn(layer), of(name))).toBeLessThan(TOLERANCE)
      expect(apart(of(name), dxfOn(layer))).toBeLessThan(TOLERANCE)
    }
  })

  test('have every letter at the same place', () => {
    const letters = shapes
      .slice(1)
      .filter(({ group }, i) => drawing.primitives[i]?.kind === 'text' && group !== 'marks')
      .flatMap(({ polygons }) => polygons)
    expect(apart(dxfOn('TEXT_ENGRAVE'), letters)).toBeLessThan(TOLERANCE)
    expect(apart(letters, dxfOn('TEXT_ENGRAVE'))).toBeLessThan(TOLERANCE)
  })

  test('start every run of text at the same place, in the same size', () => {
    const runs = drawing.primitives.filter((one) => one.kind === 'text')
    const matrices = [...content.matchAll(/([-\d. ]+) Tm/g)].map(
      ([, numbers]) => numbers?.split(' ').map(Number) ?? [],
    )
    expect(matrices).toHaveLength(runs.length)
    runs.forEach((run, i) => {
      const [size = 0, , , , x = 0, y = 0] = matrices[i] ?? []
      expect(
        Math.hypot(size - run.size, x - run.x - (run.glyphs[0]?.x ?? 0), y - run.y),
      ).toBeLessThan(TOLERANCE)
    })
  })
})

describe('the SVG of a placard', () => {
  test('is in millimetres, outlined, and names its machine layers', () => {
    expect(svg).toContain('width="180mm" height="230mm" viewBox="-15 -15 180 230"')
    expect(svg).not.toMatch(/<text|<image|<use|font-family/)
    expect(svg).toMatch(
      /<g class="cut" id="CutContour">\n<path class="CutContour"[^>]* fill="none" stroke=/,
    )
    expect(svg).toMatch(
      /<g class="drill" id="DrillHole">\n<path class="DrillHole"[^>]* fill="none" stroke=/,
    )
  })

  test('decodes without a page behind it', async () => {
    const { renderer, decode } = await printEngines()
    const payload = symbol.payload
    expect(await decode(renderer.svg(svg, 900))).toEqual({
      zxing: payload,
      zbar: payload,
      qr: payload,
    })
  })

  test('paints a white panel under symbol and quiet zone', () => {
    const [panel] = shapes
    expect(panel?.class).toBe('panel')
    expect(panel?.polygons[0]?.[0]).toEqual([-3, -3])
    expect(svg.indexOf('class="panel"')).toBeLessThan(svg.indexOf('class="symbol"'))
  })

  test('of a draft keeps the stamp inside its fields', () => {
    const draft = made({ draft: true, origin: 'http://localhost:8787' })
    expect(svgOf(draft.drawing, fonts)).toMatch(
      /<clipPath id="clip-1">[\s\S]*<path class="draft" clip-path="url\(#clip-\d\)"/,
    )
  })
})

describe('the DXF of a placard', () => {
  test('says R12, millimetres and the size of the face', () => {
    expect(dxf.header.get('$ACADVER')).toEqual(['AC1009'])
    expect(dxf.header.get('$INSUNITS')).toEqual(['4'])
    expect(dxf.header.get('$EXTMIN')?.map(Number)).toEqual([0, 0])
    expect(dxf.header.get('$EXTMAX')?.map(Number)).toEqual([width, height])
    expect(dxf.layers).toEqual([...DXF_LAYERS])
  })

  test.each([
    ['a placard', {}],
    ['a draft', { draft: true, origin: 'http://localhost:8787' }],
  ])('of %s closes every line, and fills the trim exactly', (_name, change) => {
    const { polylines } = readDxf(dxfOf(made(change).drawing, fonts))
    expect(polylines.filter(({ closed, points }) => !closed || points.length < 3)).toEqual([])
    const points = polylines.flatMap((one) => one.points)
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
    expect([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]).toEqual([
      0,
      0,
      width,
      height,
    ])
  })

  test('of a draft engraves the stamp, and not over the code', () => {
    const draft = made({ draft: true, origin: 'http://localhost:8787', names: INPUT.names })
    const { x, y, width: side } = draft.drawing.symbolBox
    const engraved = readDxf(dxfOf(draft.drawing, fonts)).polylines
    const letters = engraved.filter(({ layer }) => layer === 'TEXT_ENGRAVE')
    const plain = readDxf(dxfOf(made().drawing, fonts)).polylines.filter(
      ({ layer }) => layer === 'TEXT_ENGRAVE',
    )
    expect(letters.length).toBeGreaterThan(plain.length)
    expect(dxfOf(draft.drawing, fonts)).toMatch(/^999\nNHAP - DRAFT/)
    expect(dxfOf(drawing, fonts)).not.toContain('DRAFT')
    const over = letters
      .flatMap((one) => onFace(one.points))
      .filter(([px, py]) => px > x && px < x + side && py > y && py < y + side)
    expect(over).toEqual([])
  })
})

describe('the NFC file of a placard', () => {
  test('is one URI record that gives the printed address', () => {
    const message = ndefOf(printedAddress('https://qr.langson.gov.vn', INPUT.code) as never)
    const hex = Buffer.from(message).toString('hex')
    expect(hex).toBe(`d1011955` + `04` + Buffer.from('QR.LANGSON.GOV.VN/7K3QXC').toString('hex'))
    expect(Buffer.from(tagMemory(message)).toString('hex')).toBe(`031d${hex}fe`)
  })

  test('of a draft keeps its scheme', () => {
    const message = ndefOf(printedAddress('http://localhost:8787', INPUT.code) as never)
    expect(Buffer.from(message).toString('latin1')).toBe('\xd1\x01\x16U\x03LOCALHOST:8787/7K3QXC')
  })
})
