/** What machines of a workshop need of the files, read back by other means than ours. */
import { describe, expect, test } from 'vitest'
import { FORMS, formsOf } from '../../src/domain/print-order.ts'
import type { TextRun } from '../../src/press/face/drawing.ts'
import { flattened } from '../../src/press/face/flatten.ts'
import { lettersOf, type Letter } from '../../src/press/face/text-outline.ts'
import { wholeLetters } from '../../src/press/files/whole-outlines.ts'
import { dxfOf } from '../../src/press/files/dxf.ts'
import { svgOf } from '../../src/press/files/svg.ts'
import { readPdfFacts } from '../../src/press/preflight/pdf-facts.ts'
import { platesOf, USUAL_SPOTS } from '../../src/press/preflight/plate-pages.ts'
import { printEngines } from '../../src/printing/print-engines.ts'
import { readPdf } from '../print/pdf-objects.ts'
import { fonts, made, madeOf, openTemplate, texts } from './placard-kit.ts'
import { fromLines, readDxf, type Polygon } from './read-back.ts'

const KHMER = { locale: 'km', text: 'ផ្លូវប៉ៃលិន ស្រុកព្រំដែន' }
const CJK = texts('Đường Hoàng Văn Thụ', 'Hoàng Văn Thụ Street', '凭祥友谊关右辅山炮台遗址街')

async function painted(svg: string, width = 1800) {
  const { renderer } = await printEngines()
  return renderer.svg(svg, width)
}

/** Pixels that differ by more than the blur of an edge. */
async function differing(a: string, b: string): Promise<number> {
  const [one, two] = [await painted(a), await painted(b)]
  let count = 0
  for (let i = 0; i < one.data.length; i++)
    if (Math.abs((one.data[i] ?? 0) - (two.data[i] ?? 0)) > 96) count++
  return count
}

const evenOdd = (svg: string) => svg.replaceAll('<path ', '<path fill-rule="evenodd" ')

/** DXF contours of some layers, as a program that knows no winding fills them. */
function filled(polygons: readonly Polygon[], height: number, rule: string): string {
  const d = polygons
    .map((points) => `M${points.map(([x, y]) => `${x} ${height - y}`).join('L')}Z`)
    .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 200" width="150mm" height="200mm"><path fill-rule="${rule}" d="${d}"/></svg>`
}

describe.each([
  ['Chinese', made({ names: CJK })],
  ['Khmer', made({ names: [...texts('Phố Muối'), KHMER] })],
])('letters in %s', (_name, { drawing }) => {
  const svg = svgOf(drawing, fonts)
  const before = svgOf({ ...drawing, forms: 1 }, fonts)

  test('have no holes for a program that counts crossings, where those of the fonts do', async () => {
    expect(await differing(before, evenOdd(before))).toBeGreaterThan(50)
    expect(await differing(svg, evenOdd(svg))).toBe(0)
  })

  test('look as the fonts draw them', async () => {
    expect(await differing(svg, before)).toBe(0)
  })

  test('are engraved without holes too', async () => {
    const { polylines } = readDxf(dxfOf(drawing, fonts))
    const text = polylines.filter(({ layer }) => layer === 'TEXT_ENGRAVE')
    const polygons = text.map(({ points }) => points)
    expect(
      await differing(filled(polygons, 200, 'evenodd'), filled(polygons, 200, 'nonzero')),
    ).toBe(0)
  })

  test('stay as smooth as their curves, to a hundredth of a millimetre', () => {
    const texts = drawing.primitives.filter(
      (one): one is TextRun => one.kind === 'text' && /[\u1780-\u17ff\u4e00-\u9fff]/.test(one.text),
    )
    const fine = (letters: readonly Letter[]) =>
      letters.flatMap(({ outline, x, y }) =>
        flattened(outline, 0.0005).map((points) => {
          const placed = points.map(([px, py]): [number, number] => [px + x, py + y])
          return [...placed, placed[0]!]
        }),
      )
    const drawn = fine(lettersOf(texts[0]!, fonts))
    const united = fine(wholeLetters(texts[0]!, fonts))
    const middles = united.flatMap((points) =>
      points.slice(1).map(([x, y], i): [number, number] => {
        const [bx, by] = points[i]!
        return [(x + bx) / 2, (y + by) / 2]
      }),
    )
    expect(Math.max(...middles.map((point) => fromLines(point, drawn)))).toBeLessThan(0.01)
  })
})

describe('a DXF', () => {
  test('has a circle for each hole, where the template has it', () => {
    const { circles, polylines } = readDxf(dxfOf(made().drawing, fonts))
    expect(circles).toEqual(
      [10, 140]
        .flatMap((x) => [190, 10].map((y) => ({ layer: 'DRILL', x, y, radius: 2.5 })))
        .sort((a, b) => b.y - a.y || a.x - b.x),
    )
    expect(polylines.filter(({ layer }) => layer === 'DRILL')).toEqual([])
  })

  test('of a board has its frame of 5 mm as two contours', () => {
    const board = openTemplate('board-750x400')
    const { drawing } = madeOf({
      template: board,
      names: texts('Đường Hoàng Văn Thụ'),
      kindWord: { locale: 'vi', text: 'Đường' },
    })
    const { polylines } = readDxf(dxfOf(drawing, fonts))
    const frame = polylines.filter(({ layer }) => layer === 'FRAME')
    const sides = frame
      .map(({ points }) => {
        const xs = points.map(([x]) => x)
        return [Math.min(...xs), Math.max(...xs)]
      })
      .sort(([a = 0], [b = 0]) => a - b)
    expect(frame.every(({ closed }) => closed)).toBe(true)
    // The middle of the line is 35 mm from the edge.
    expect(sides).toEqual([
      [32.5, 717.5],
      [37.5, 712.5],
    ])
  })
})

test('no line of ink is a stroke in the SVG, which a laser would cut along', () => {
  const svg = svgOf(made().drawing, fonts)
  for (const [element] of svg.matchAll(/<[^>]* stroke="[^>]*>/g))
    expect(element).toMatch(/class="(?:CutContour|DrillHole)"/)
})

describe('white ink below the colours', () => {
  const narrow = { template: openTemplate('placard-180x120') }
  const { pdf, drawing } = madeOf(narrow)

  const plates = async (bytes: Uint8Array) => {
    const { renderer } = await printEngines()
    const facts = await readPdfFacts(bytes)
    return platesOf(facts, USUAL_SPOTS, renderer, facts.media)
  }

  test('is a plate of its own that covers the face and its bleed, letters and code included', async () => {
    const page = await plates(pdf)
    expect([...page.parts.plates]).toContain('White')
    const { width, height, data } = page.rest!(72)
    const at = (x: number, y: number) =>
      data[4 * (Math.round((y * 72) / 25.4) * width + Math.round((x * 72) / 25.4))]
    // Page coordinates: 15 mm round the face. In a letter-rich spot, in the code, at the bleed; then outside.
    for (const [x, y] of [
      [15 + 150, 15 + 30],
      [15 + 67, 15 + 60],
      [13.5, 13.5],
      [15 + 181, 15 + 121],
    ])
      expect(at(x!, y!), `${x}, ${y}`).toBe(0)
    expect(at(5, 5)).toBe(255)
    expect(height).toBeGreaterThan(width / 2)
    page.close()
  })

  test('leaves the plates of ink as they are without it', async () => {
    const [white, plain] = [await plates(pdf), await plates(madeOf({ ...narrow, forms: 1 }).pdf)]
    const [a, b] = [white.colours(72), plain.colours(72)]
    const trimmed = ({ width, height, data }: typeof a) => {
      const edge = Math.ceil((13 * 72) / 25.4)
      const rows: number[] = []
      for (let y = edge; y < height - edge; y++)
        for (let x = 4 * edge; x < 4 * (width - edge); x++) rows.push(data[4 * y * width + x] ?? 0)
      return Buffer.from(rows)
    }
    expect(trimmed(a).equals(trimmed(b))).toBe(true)
    expect(white.look(72).data).toBeDefined()
    white.close()
    plain.close()
  })

  test('is a group of the SVG below all others, and a layer of the DXF', () => {
    const svg = svgOf(drawing, fonts)
    expect(svg.indexOf('id="White"')).toBeGreaterThan(0)
    expect(svg.indexOf('id="White"')).toBeLessThan(svg.indexOf('id="artwork"'))
    const { layers, polylines } = readDxf(dxfOf(drawing, fonts))
    expect(layers).toContain('WHITE')
    expect(polylines.filter(({ layer }) => layer === 'WHITE')).toHaveLength(1)
  })

  test('is not on a template whose ground is white', async () => {
    const page = await plates(made().pdf)
    expect(page.parts.plates.has('White')).toBe(false)
    page.close()
  })
})

test('crop marks are on the four plates of ink and on no plate of a machine', async () => {
  const { renderer } = await printEngines()
  const facts = await readPdfFacts(made().pdf)
  const page = await platesOf(facts, USUAL_SPOTS, renderer, facts.media)
  // On the upper left mark: 15 mm of margin, the mark from 4.5 to 10.5 mm beyond the trim.
  const dots = 600
  const x = Math.round((15 * dots) / 25.4)
  const y = Math.round((8 * dots) / 25.4)
  const darkest = (picture: ReturnType<typeof page.look>, channel: number) =>
    Math.min(
      ...[-1, 0, 1].map((dx) => picture.data[4 * (y * picture.width + x + dx) + channel] ?? 255),
    )
  const [colours, machine] = [page.colours(dots), page.machine(dots)]
  for (const channel of [0, 1, 2]) expect(darkest(colours, channel)).toBeLessThan(90)
  expect(darkest(machine, 0)).toBeLessThan(90)
  for (const channel of [1, 2]) expect(darkest(machine, channel)).toBe(255)
  expect(page.parts.plates.has('All')).toBe(false)
  page.close()
})

test('an order from before has its files as they were: written the first way, and known as such', () => {
  const old = made({ forms: 1 })
  expect(old.drawing).not.toHaveProperty('forms')
  expect(readPdf(old.pdf).find(/\/Separation \/All/)).toBeDefined()
  expect(svgOf(old.drawing, fonts)).toContain('class="mark"')
  expect([formsOf({}), formsOf({ forms: FORMS })]).toEqual([1, 2])
})
