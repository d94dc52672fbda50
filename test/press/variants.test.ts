/** Templates that say only in what they differ from another: other materials, no holes, the back of something clear. */
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { isReleased } from '../../src/domain/preflight.ts'
import { dxfOf } from '../../src/press/files/dxf.ts'
import { cutList } from '../../src/press/files/nested-sheet.ts'
import { placesFor } from '../../src/press/files/nesting.ts'
import { pdfOf } from '../../src/press/files/pdf.ts'
import { svgOf } from '../../src/press/files/svg.ts'
import type { Picture } from '../../src/press/preflight/pdfium-pages.ts'
import { readPdfFacts } from '../../src/press/preflight/pdf-facts.ts'
import { platesOf, USUAL_SPOTS } from '../../src/press/preflight/plate-pages.ts'
import { preflightFile, type FileFacts } from '../../src/press/preflight/preflight-file.ts'
import { preflight, profileOf } from '../../src/press/preflight/preflight-made.ts'
import { unmirrored } from '../../src/press/preflight/unmirrored.ts'
import { checkTemplates } from '../../src/press/template/check-templates.ts'
import { completed, filesOfVersion, isVersion, likeOf } from '../../src/press/template/like.ts'
import { readTemplate } from '../../src/press/template/read-template.ts'
import type { Template } from '../../src/press/template/template.ts'
import { printEngines } from '../../src/printing/print-engines.ts'
import { decode, render } from '../print/decode.ts'
import { KNOWN } from './known-sign.ts'
import {
  condition,
  fonts,
  madeOf,
  openTemplate,
  templateFile,
  templateJson,
} from './placard-kit.ts'
import { inputFor } from './preflight-kit.ts'
import { readDxf } from './read-back.ts'

beforeAll(printEngines)

const plain = openTemplate('placard-150x200')
const clear = openTemplate('acrylic-150x200')
const bonded = openTemplate('bonded-150x200')

/** Left and right exchanged. */
function flipped({ width, height, data }: Picture): Picture {
  const turned = new Uint8ClampedArray(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let part = 0; part < 4; part++)
        turned[4 * (y * width + x) + part] = data[4 * (y * width + width - 1 - x) + part] ?? 0
  return { width, height, data: turned }
}

describe('a template like another', () => {
  test('has everything of that version but what it says itself', () => {
    const { id, material, holes, ...rest } = bonded
    const { id: _, material: __, holes: ___, version, ...base } = plain
    expect({ id, holes, version }).toEqual({ id: 'bonded-150x200', holes: [], version: 2 })
    expect(material.process).toContain('bonded')
    expect(rest).toEqual({ ...base, version: 1 })
  })

  test('stays like the version it names when that was followed by another', () => {
    const [today, earlier] = filesOfVersion('placard-150x200@2')
    expect([today, earlier]).toEqual(['placard-150x200.json', 'earlier/placard-150x200@2.json'])
    expect(isVersion({ id: 'placard-150x200', version: 3 }, 'placard-150x200@2')).toBe(false)
    expect(isVersion({ id: 'placard-150x200', version: 2 }, 'placard-150x200@2')).toBe(true)
  })

  const file = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  const variant = { like: 'placard-150x200@2', id: 'thin', version: 1, holes: [] }
  const checked = (files: Record<string, unknown>) =>
    checkTemplates(new Map(Object.entries(files).map(([name, value]) => [name, file(value)])))

  test('is checked with what it is like, wherever that version lies', () => {
    const base = templateJson('placard-150x200')
    const today = { 'templates/thin.json': variant, 'templates/placard-150x200.json': base }
    expect(checked(today)).toEqual([])
    const later = {
      'templates/thin.json': variant,
      'templates/placard-150x200.json': { ...base, version: 3 },
    }
    expect(checked(later).map(({ rule }) => rule)).toContain('template.wrong')
    expect(checked({ ...later, 'templates/earlier/placard-150x200@2.json': base })).toEqual([])
  })

  test.each([['../x@1'], ['placard@0'], ['placard-150x200'], [7]])('of %s is none', (like) => {
    expect(likeOf({ ...variant, like })).toBeNull()
  })

  test('may not be like one that is like another', () => {
    expect(isVersion({ ...variant, like: 'placard-150x200@2' }, 'thin@1')).toBe(false)
  })

  test('of something clear needs white behind the code', () => {
    const { material } = clear
    const bare = completed({ material: { ...material, underbase: null } }, clear)
    expect(readTemplate(bare)).toEqual([expect.objectContaining({ path: 'material.underbase' })])
  })
})

describe('a face for the back of something clear', () => {
  const face = madeOf({ template: clear })
  const straight = madeOf({
    template: { ...clear, material: { ...clear.material, mirrored: undefined } },
  })
  const facts: FileFacts = { ...KNOWN, faces: [{ made: face, template: clear }] }
  const judged = async (pdf: Uint8Array) =>
    preflightFile(pdf, () => Promise.resolve(facts), await printEngines())

  test('is printed as the mirror image, to the pixel', async () => {
    const [mirrored, seen] = [await render(face.pdf, 100), await render(straight.pdf, 100)]
    const turned = flipped(mirrored)
    const differing = ({ data }: Picture) =>
      data.filter((value, i) => Math.abs(value - (seen.data[i] ?? 0)) > 96).length
    expect(differing(turned)).toBe(0)
    expect(differing(mirrored)).toBeGreaterThan(100_000)
    expect((await decode(turned)).zbar).toBe(face.symbol?.payload)
  })

  test('is cut, engraved and shown as it is seen from the front', () => {
    expect(svgOf(face.drawing, fonts)).toBe(svgOf(straight.drawing, fonts))
    expect(dxfOf(face.drawing, fonts)).toBe(dxfOf(straight.drawing, fonts))
  })

  test('is released by the rules of every face', async () => {
    const { drawing, symbol, pdf } = face
    const input = inputFor()
    const report = await preflight(
      {
        ...input,
        drawing,
        symbol,
        pdf,
        template: clear,
        svg: svgOf(drawing, fonts, profileOf(condition).screen),
        dxf: dxfOf(drawing, fonts),
      },
      await printEngines(),
    )
    expect(report.findings).toEqual([])
  })

  test('comes back as it was issued, or packed anew', async () => {
    expect((await judged(face.pdf)).findings).toEqual([])
    const again = await (
      await PDFDocument.load(face.pdf, { updateMetadata: false })
    ).save({
      useObjectStreams: false,
    })
    expect(again).not.toEqual(face.pdf)
    expect((await judged(again)).findings).toEqual([])
  })

  test('is refused without the white behind it', async () => {
    const { drawing } = face
    const primitives = drawing.primitives.filter(({ kind }) => kind !== 'white')
    const facts = { title: 'x', subject: '', creator: '', producer: '', date: new Date(0) }
    const pdf = pdfOf({ ...drawing, primitives }, facts, fonts, condition)
    expect((await judged(pdf)).findings.map(({ fault }) => fault)).toContain('CO-03.plate')
  })

  test('is refused where somebody turned it to be read', async () => {
    expect(isReleased(await judged(straight.pdf))).toBe(false)
    expect(isReleased(await judged(await unmirrored(face.pdf)))).toBe(false)
  })

  test('lies on its panel where the printed panel has it', () => {
    const places = placesFor(150, 200)
    const rows = (isMirrored: boolean) => cutList([['7K3QXC', 'P4S44J']], places, isMirrored)
    expect(rows(false).map(({ x_mm }) => x_mm)).toEqual([10, 166])
    expect(rows(true).map(({ x_mm }) => x_mm)).toEqual([1220 - 160, 1220 - 316])
  })
})

describe('a face whose blue is the material’s own', () => {
  const value = completed({ material: { ...plain.material, colours: { blue: 'RAL 5002' } } }, plain)
  const enamel = readTemplate(value) as Template
  const face = madeOf({ template: enamel })
  const judged = async (pdf: Uint8Array) => {
    const facts: FileFacts = { ...KNOWN, faces: [{ made: face, template: enamel }] }
    return preflightFile(pdf, () => Promise.resolve(facts), await printEngines())
  }

  test('has it on a plate of that name and on no other', async () => {
    const facts = await readPdfFacts(face.pdf)
    const { renderer } = await printEngines()
    const page = await platesOf(facts, USUAL_SPOTS, renderer, facts.media)
    try {
      expect([...page.parts.plates]).toContain('RAL 5002')
      const [rest, colours] = [page.rest?.(72) as Picture, page.colours(72)]
      const scale = 72 / 25.4
      // In the blue at the head of the face, beside the star; in the middle of the white panel.
      const at = ({ width, data }: Picture, x: number, y: number) => {
        const pixel = Math.round((15 + y) * scale) * width + Math.round((15 + x) * scale)
        return [...data.subarray(4 * pixel, 4 * pixel + 3)]
      }
      expect(at(rest, 30, 4)[0]).toBeLessThan(10)
      expect(at(colours, 30, 4)).toEqual([255, 255, 255])
      expect(at(rest, 22, 47)[0]).toBe(255)
    } finally {
      page.close()
    }
  })

  test('is released, and refused where the blue was turned into inks', async () => {
    expect((await judged(face.pdf)).findings).toEqual([])
    const printed = madeOf({ template: plain }).pdf
    expect((await judged(printed)).findings.map(({ fault }) => fault)).toContain('CO-03.plate')
  })

  test.each([
    ['the black of the code', { black: 'RAL 9005' }],
    ['the name of the cut line', { blue: 'CutContour' }],
    ['an ink', { blue: 'Cyan' }],
  ])('never takes %s', (_name, colours) => {
    const wrong = readTemplate(completed({ material: { ...plain.material, colours } }, plain))
    const [path] = Object.keys(colours)
    expect(wrong).toEqual([expect.objectContaining({ path: `material.colours.${path}` })])
  })

  test('needs a ground that is white by itself', () => {
    const material = { ...clear.material, colours: { blue: 'RAL 5002' } }
    expect(readTemplate(completed({ material }, clear))).toEqual([
      expect.objectContaining({ path: 'material.colours' }),
    ])
  })
})

test('a face that is glued has no holes in any file', async () => {
  const { drawing, pdf } = madeOf({ template: bonded })
  expect(new TextDecoder('latin1').decode(pdf)).not.toContain('DrillHole')
  expect(svgOf(drawing, fonts)).not.toMatch(/id="drill"/)
  expect(readDxf(dxfOf(drawing, fonts)).circles).toEqual([])
  const facts: FileFacts = {
    ...KNOWN,
    faces: [{ made: madeOf({ template: bonded }), template: bonded }],
  }
  const report = await preflightFile(pdf, () => Promise.resolve(facts), await printEngines())
  expect(report.findings).toEqual([])
  expect(templateFile('bonded-150x200.json').length).toBeLessThan(600)
})
