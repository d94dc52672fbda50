import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { printEngines } from '../../src/printing/print-engines.ts'
import { isReleased, PREFLIGHT_RULES, type PreflightReport } from '../../src/domain/preflight.ts'
import { newShortCode } from '../../src/domain/short-code.ts'
import { PREFLIGHT_CATALOGUES, preflightMessage } from '../../src/messages/preflight-message.ts'
import type { Cmyk, Drawing, Primitive } from '../../src/press/face/drawing.ts'
import { preflightFile, type FileFacts } from '../../src/press/preflight/preflight-file.ts'
import { encodeSymbol } from '../../src/press/face/symbol.ts'
import { nastyNames } from './nasty-names.ts'
import { INPUT, made, texts } from './placard-kit.ts'
import { faultsOf, inputFor, judge } from './preflight-kit.ts'

const BLACK: Cmyk = [0, 0, 0, 100]
const WHITE: Cmyk = [0, 0, 0, 0]

/** The drawing with every primitive passed through `change`. */
const each =
  (change: (one: Primitive, drawing: Drawing) => Primitive | Primitive[]) =>
  (drawing: Drawing): Drawing => ({
    ...drawing,
    primitives: drawing.primitives.flatMap((one) => change(one, drawing)),
  })

const isSymbol = (one: Primitive) => one.kind === 'path' && one.role === 'symbol'
const isPanel = (one: Primitive, { symbolBox }: Drawing) =>
  one.kind === 'rect' && one.box === symbolBox

const GOOD: FileFacts = {
  sign: {
    payload: null,
    origins: INPUT.allowedOrigins,
    isIssued: true,
    isEnded: false,
    pinned: null,
  },
  review: null,
  site: null,
  scanMetres: null,
  minModule: 0,
  wanted: null,
  maxInk: 300,
}

async function judgeFile(pdf: Uint8Array, change: Partial<FileFacts> = {}) {
  return preflightFile(pdf, () => Promise.resolve({ ...GOOD, ...change }), await printEngines())
}

/** Every finding has its words, in both languages, with nothing left to fill. */
function expectWords({ findings }: PreflightReport) {
  for (const lang of Object.keys(PREFLIGHT_CATALOGUES) as ('vi' | 'en')[])
    for (const finding of findings) expect(preflightMessage(lang, finding)).not.toMatch(/[{}]/)
}

beforeAll(printEngines)

describe('a good placard', () => {
  test('is released, with every rule measured', async () => {
    const input = inputFor()
    const report = await judge({ ...input, again: inputFor().pdf })
    expect(report.findings).toEqual([])
    expect(report.rows.map(({ id }) => id)).toEqual(PREFLIGHT_RULES)
    const skipped = report.rows.filter(({ state }) => state === 'not-applicable')
    // Only a board has TX-06, our faces have no pictures, and the others are of files that came from somewhere.
    expect(skipped.map(({ id }) => id)).toEqual([
      ...['QR-08', 'CO-05', 'TX-06', 'TX-07', 'SZ-01', 'IM-01', 'PF-05', 'PF-06'],
    ])
  })

  test('is released whatever its names and its code: forty nasty ones', async () => {
    let seed = 1
    const random = (limit: number) => (seed = (seed * 48271) % 2147483647) % limit
    for (let i = 0; i < 40; i++) {
      const names = nastyNames(i * 12)
      const report = await judge(inputFor({ names, code: newShortCode(random) }))
      expect(report.findings, JSON.stringify(names)).toEqual([])
    }
  })

  test('is released as a finished file too', async () => {
    const names = INPUT.names.map(({ text }) => text)
    const report = await judgeFile(made().pdf, {
      review: { isApproved: true, names },
      minModule: 2.5,
    })
    expect(report.findings).toEqual([])
  })
})

describe('a placard is kept out of print', () => {
  const other = encodeSymbol('HTTPS://QR.LANGSON.GOV.VN/7K3QXD') as NonNullable<
    ReturnType<typeof encodeSymbol>
  >

  test('when it carries another sign’s code', async () => {
    const input = inputFor()
    const sign = { ...input.sign, payload: 'HTTPS://QR.LANGSON.GOV.VN/2222A6' }
    expect(faultsOf(await judge({ ...input, sign }))).toEqual(['QR-01.other'])
    const wrong = await judge({ ...input, symbol: other })
    expect(faultsOf(wrong)).toEqual(
      expect.arrayContaining(['QR-01.check', 'QR-04.unread', 'QR-05.modules']),
    )
    expectWords(wrong)
  })

  test('when a logo lies over the code', async () => {
    const logo: Primitive = {
      kind: 'rect',
      layer: 'artwork',
      box: { x: 67, y: 91, width: 16, height: 16 },
      fill: [0, 90, 90, 0],
    }
    const input = inputFor(
      {},
      each((one) => (isSymbol(one) ? [one, logo] : one)),
    )
    const report = await judge(input)
    expect(faultsOf(report)).toEqual(expect.arrayContaining(['QZ-01.quiet', 'QR-05.modules']))
    expect(faultsOf(await judgeFile(input.pdf))).toContain('QR-05.modules')
    expectWords(report)
  })

  test('when the code is light on dark', async () => {
    const input = inputFor(
      {},
      each((one, drawing) => {
        if (isSymbol(one)) return { ...one, fill: WHITE } as Primitive
        return isPanel(one, drawing) ? ({ ...one, fill: BLACK } as Primitive) : one
      }),
    )
    const report = await judge(input)
    expect(faultsOf(report)).toEqual(
      expect.arrayContaining(['CO-01.reversed', 'CO-02.contrast', 'QR-04.unread']),
    )
    expect(faultsOf(await judgeFile(input.pdf))).toEqual(
      expect.arrayContaining(['QR-04.unread', 'CO-01.reversed']),
    )
    expectWords(report)
  })

  test('when the quiet zone is missing', async () => {
    const shrink = ({ x, y, width, height }: NonNullable<Drawing['symbolBox']>) => ({
      x: x + 10,
      y: y + 10,
      width: width - 20,
      height: height - 20,
    })
    const input = inputFor(
      {},
      each((one, drawing) => {
        if (!isPanel(one, drawing) || one.kind !== 'rect') return one
        return [
          { ...one, fill: [100, 80, 10, 15] },
          { ...one, box: shrink(one.box) },
        ]
      }),
    )
    const report = await judge(input)
    expect(faultsOf(report)).toEqual(expect.arrayContaining(['QZ-01.quiet', 'QZ-02.panel']))
    expect(faultsOf(await judgeFile(input.pdf))).toContain('QZ-01.quiet')
    expectWords(report)
  })

  test('when Lê Duẩn is written Lê Duẫn', async () => {
    const input = inputFor({ names: texts('Đường Lê Duẫn', 'Lê Duẩn Street') })
    const review = { isApproved: true, names: ['Đường Lê Duẩn', 'Lê Duẩn Street'] }
    const report = await judge({ ...input, review })
    expect(report.findings.map(({ fault, values }) => [fault, values['text']])).toEqual([
      ['RV-01.text', 'Đường Lê Duẫn'],
    ])
    expect(faultsOf(await judgeFile(input.pdf, { review }))).toEqual(['RV-01.text'])
    expectWords(report)
  })

  test('when a glyph is missing', async () => {
    const input = inputFor(
      {},
      each((one) => {
        if (one.kind !== 'text' || one.role !== 'name-first') return one
        return {
          ...one,
          glyphs: one.glyphs.map((glyph, i) => (i === 3 ? { ...glyph, id: 0 } : glyph)),
        }
      }),
    )
    const report = await judge(input)
    expect(faultsOf(report)).toEqual(['TX-02.missing'])
    expectWords(report)
  })

  test('when 8 cm of code shall be read from 4 m', async () => {
    const [x, y] = [35, 60]
    const input = inputFor({}, (drawing) => {
      const factor = 80 / 87
      const move = (value: number, from: number, to: number) => to + (value - from) * factor
      return each((one) => {
        if (!isSymbol(one) || one.kind !== 'path') return one
        const { symbolBox } = drawing
        if (!symbolBox) return one
        return {
          ...one,
          path: one.path.map(
            ([op, ...n]) =>
              [
                op,
                ...n.map((value, i) =>
                  i % 2 === 0 ? move(value, symbolBox.x + 12, x) : move(value, symbolBox.y + 12, y),
                ),
              ] as never,
          ),
        }
      })(drawing)
    })
    const report = await judge({ ...input, scanMetres: 4 })
    expect(faultsOf(report)).toEqual(['QR-03.small'])
    expect(report.findings[0]).toMatchObject({ measured: '2.76 mm', threshold: '13.60 mm' })
    expect(faultsOf(await judgeFile(input.pdf, { scanMetres: 4 }))).toEqual(['QR-03.small'])
    expectWords(report)
  })

  test('when black is RGB, fonts are loose and the bleed is missing, wherever the file comes from', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([425, 567])
    const font = await document.embedFont(StandardFonts.Helvetica)
    page.drawText('Duong Hoang Van Thu', { x: 60, y: 520, size: 20, font })
    const { symbol } = made()
    for (let i = 0; i < symbol.size ** 2; i++) {
      const [column, row] = [i % symbol.size, Math.floor(i / symbol.size)]
      if (symbol.dark(column, row))
        page.drawRectangle({
          x: 80 + column * 9,
          y: 450 - row * 9,
          width: 9.01,
          height: 9.01,
          color: rgb(0, 0, 0),
        })
    }
    const report = await judgeFile(await document.save({ useObjectStreams: false }))
    expect(faultsOf(report)).toEqual([
      ...['CO-01.inks', 'CO-03.rgb', 'GE-01.cut'],
      ...['PF-01.structure', 'PF-02.fonts', 'PF-02.bleed'],
    ])
    expect(report.findings.map(({ values }) => values['what'])).toContain(
      'one output intent GTS_PDFX',
    )
    expect(report.rows.find(({ id }) => id === 'QR-03')?.measured).toBe('3.18 mm')
    expectWords(report)
  })

  test('when its ground stops at the cut', async () => {
    const input = inputFor(
      {},
      each((one) =>
        one.kind === 'rect' && one.layer === 'artwork' && one.box.x < 0
          ? {
              ...one,
              box: { x: 0, y: Math.max(0, one.box.y), width: 150, height: one.box.height - 3 },
            }
          : one,
      ),
    )
    const report = await judge(input)
    expect(faultsOf(report)).toEqual(['TX-05.bleed'])
    expectWords(report)
  })

  test('when its sign is retired', async () => {
    const input = inputFor()
    const report = await judge({ ...input, sign: { ...input.sign, isEnded: true } })
    expect(faultsOf(report)).toEqual(['QR-01.ended'])
    expectWords(report)
  })

  test('when its SVG and DXF are not those of its PDF', async () => {
    const input = inputFor()
    const strange = inputFor({ names: texts('Đường Trần Phú') })
    const svg = strange.svg.replace(/<rect class="panel"[^>]*>/, '')
    const report = await judge({
      ...input,
      svg,
      dxf: input.dxf.replace('\n30\n0\n70\n1\n', '\n30\n0\n70\n0\n'),
    })
    expect(faultsOf(report)).toEqual(['PF-03.differ', 'SV-01.svg', 'SV-01.dxf'])
    expectWords(report)
  })

  test('when the file is no PDF', async () => {
    expect(faultsOf(await judgeFile(new TextEncoder().encode('Hello')))).toEqual([
      'PF-02.unreadable',
    ])
  })

  test('when it is a reprint with another mask, unapproved, or different every time', async () => {
    const input = inputFor()
    const report = await judge({
      ...input,
      again: new Uint8Array(3),
      review: { isApproved: false, names: null },
      sign: { ...input.sign, pinned: { version: 3, level: 'H', mask: 1 } },
    })
    expect(faultsOf(report)).toEqual(['QR-02.pinned', 'PF-04.bytes', 'RV-01.unapproved'])
    expect(isReleased(report)).toBe(false)
    expectWords(report)
  })
})
