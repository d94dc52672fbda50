import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { PreflightRow } from '../../src/domain/preflight.ts'
import { roundedRect } from '../../src/press/face/geometry.ts'
import type { Drawing, Primitive, TextRun } from '../../src/press/face/drawing.ts'
import { readPdfFacts, type PdfFacts } from '../../src/press/preflight/pdf-facts.ts'
import {
  contrastRows,
  geometryRows,
  legibilityRows,
  textRows,
} from '../../src/press/preflight/preflight-face.ts'
import { reviewRows } from '../../src/press/preflight/preflight-review.ts'
import { fileRows, inkRows, structureRows } from '../../src/press/preflight/preflight-pdf.ts'
import { isRead } from '../../src/press/preflight/preflight-read.ts'
import {
  addressRows,
  moduleSizeRows,
  panelRows,
  symbolOn,
  versionRows,
} from '../../src/press/preflight/preflight-symbol.ts'
import { profileOf } from '../../src/press/preflight/preflight-made.ts'
import { condition, fonts, INPUT, made, template } from './placard-kit.ts'

const { drawing, symbol } = made()
const profile = profileOf(condition)

/** Rows of every rule that a drawing alone shows. */
function rowsOf(face: Drawing): PreflightRow[] {
  const found = symbolOn(face, symbol.size)
  if (!found) throw new Error('no symbol')
  return [
    ...textRows(face, template, fonts),
    ...geometryRows(face, template, fonts),
    ...legibilityRows(face, profile),
    ...panelRows(face, found),
    ...contrastRows(found, profile),
  ]
}

const faults = (rows: PreflightRow[]) => [
  ...new Set(rows.flatMap(({ fault }) => (fault ? [fault] : []))),
]
const altered = (change: (one: Primitive) => Primitive): Drawing => ({
  ...drawing,
  primitives: drawing.primitives.map(change),
})
const text = (role: string, change: (run: TextRun) => Partial<TextRun>) =>
  altered((one) => (one.kind === 'text' && one.role === role ? { ...one, ...change(one) } : one))
const path = (kind: 'cut' | 'drill', steps: Extract<Primitive, { kind: 'spot' }>['path']) =>
  altered((one) => (one.kind === 'spot' && one.spot === kind ? { ...one, path: steps } : one))
const painted = (kind: 'rect' | 'symbol', fill: readonly [number, number, number, number]) =>
  altered((one) => {
    if (kind === 'symbol')
      return one.kind === 'path' && one.role === 'symbol' ? { ...one, fill } : one
    return one.kind === 'rect' && one.box === drawing.symbolBox ? { ...one, fill } : one
  })
const movedInk = (x: number, y: number) => (run: TextRun) => ({ ink: { ...run.ink, x, y } })

describe('a drawing', () => {
  test('with nothing wrong keeps every rule', () => {
    expect(faults(rowsOf(drawing))).toEqual([])
  })

  test.each([
    ['TX-01.form', text('hotline', () => ({ text: 'Đường dây'.normalize('NFD') }))],
    ['TX-01.form', text('hotline', () => ({ text: ' 0205' }))],
    ['TX-02.missing', text('hotline', () => ({ text: '𡨸喃' }))],
    ['TX-03.small', text('name-first', () => ({ size: 5 }))],
    ['TX-04.touch', text('hotline', movedInk(40, 181))],
    ['TX-05.safe', text('hotline', movedInk(1, 187))],
    ['GE-01.text', text('hotline', movedInk(11, 188))],
    ['QZ-02.text', text('invitation-first', movedInk(40, 150))],
    ['CO-04.faint', text('hotline', () => ({ fill: [60, 40, 0, 0] }))],
    ['CO-01.inks', painted('symbol', [60, 40, 40, 100])],
    ['CO-02.low', painted('rect', [2, 4, 12, 0])],
    ['CO-02.contrast', painted('rect', [100, 0, 0, 0])],
    ['GE-01.hole', path('drill', roundedRect({ x: 3, y: 3, width: 5, height: 5 }, 2.5))],
    ['GE-01.cut', path('cut', roundedRect({ x: 0, y: 0, width: 150, height: 200 }, 1))],
    [
      'GE-01.cut',
      path('cut', [
        ['M', 0, 0],
        ['L', 150, 0],
        ['L', 150, 200],
      ]),
    ],
  ] as const)('breaks %s where it is broken', (fault, face) => {
    expect(faults(rowsOf(face))).toContain(fault)
  })
})

describe('names on a face', () => {
  const review = { isApproved: true, names: ['Đường Lê Lợi', 'Lê Lợi', 'Lê Lợi Memorial Street'] }
  const others = (...lines: string[]): Drawing => ({
    ...drawing,
    primitives: lines.map((line, i): Primitive => {
      const run = drawing.primitives.find((one) => one.kind === 'text') as TextRun
      return { ...run, layer: 'artwork', role: 'name-others', text: line, y: 20 + 5 * i }
    }),
  })

  test.each([
    [['Lê Lợi Memorial', 'Street']],
    [['Lê Lợi', 'Memorial Street']],
    [['Lê Lợi', 'Lê Lợi Memorial', 'Street']],
    [['Lê Lợi Memorial Street', 'Lê Lợi']],
  ])('are read over their lines: %j', (lines) => {
    expect(faults(reviewRows(others(...lines), review))).toEqual([])
  })

  test.each([[['Lê Lợi Memorial', 'Streets']], [['Lê Lợi', 'Memorial']]])(
    'are not put together to what nobody published: %j',
    (lines) => {
      expect(faults(reviewRows(others(...lines), review))).toEqual(['RV-01.text'])
    },
  )
})

describe('an address', () => {
  const sign = {
    payload: null,
    origins: INPUT.allowedOrigins,
    isIssued: true,
    isEnded: false,
    pinned: null,
  }

  test.each([
    ['https://qr.langson.gov.vn/7K3QXC', ['QR-01.form']],
    ['HTTPS://QR.LANGSON.GOV.VN/7K3QXC?X=1', ['QR-01.form']],
    ['HTTPS://QR.LANGSON.GOV.VN/7K3QCX', ['QR-01.check']],
    ['HTTPS://QR.EXAMPLE.VN/7K3QXC', ['QR-01.origin']],
  ])('%s is refused', (payload, expected) => {
    expect(faults(addressRows(payload, sign))).toEqual(expected)
  })

  test('that was never issued is refused', () => {
    expect(faults(addressRows(symbol.payload, { ...sign, isIssued: false }))).toEqual([
      'QR-01.unknown',
    ])
  })

  test('in too dense or too weak a symbol is refused', () => {
    expect(faults(versionRows({ version: 5, level: 'M', mask: 0 }, 4, null))).toEqual([
      'QR-02.version',
      'QR-02.level',
    ])
  })

  test.each([
    [3, null, []],
    [3, 0.75, []],
    [3, 0.8, ['QR-03.tight']],
    [3, 0.9, ['QR-03.small']],
    [1.4, null, ['QR-03.small']],
  ])('in modules of %d mm to be read from %s m: %j', (module, metres, expected) => {
    expect(faults(moduleSizeRows(module, 0, metres))).toEqual(expected)
  })

  test('counts as read when two decoders read it and none misreads it', () => {
    expect(isRead({ zxing: 'A', zbar: 'A', qr: null }, 'A')).toBe(true)
    expect(isRead({ zxing: 'A', zbar: null, qr: null }, 'A')).toBe(false)
    expect(isRead({ zxing: 'A', zbar: 'A', qr: 'B' }, 'A')).toBe(false)
  })
})

describe('predicted colour', () => {
  // What Argyll's transicc gives for the same data: 86 % on paper, 78 % on ivory, 21 % on cyan. Yellow of FOGRA39 is L* 89.
  test.each([
    [[0, 0, 0, 0], 0.86],
    [[2, 4, 12, 0], 0.78],
    [[100, 0, 0, 0], 0.21],
    [[0, 0, 100, 0], 0.72],
  ] as const)('of black on %j is near %d', (light, expected) => {
    const contrast = profile.absolute(light)[1] - profile.absolute([0, 0, 0, 100])[1]
    expect(Math.abs(contrast - expected)).toBeLessThan(0.015)
  })

  test('keeps black pure and paper white on screens', () => {
    expect(profile.screen([0, 0, 0, 100])).toEqual([0, 0, 0])
    expect(profile.screen([0, 0, 0, 0])).toEqual([255, 255, 255])
  })
})

const infoOf = (one: PDFDocument) => one.context.lookup(one.context.trailerInfo.Info, PDFDict)

describe('a finished PDF', () => {
  async function facts(change: (document: PDFDocument) => void): Promise<PdfFacts> {
    const document = await PDFDocument.load(made().pdf, { updateMetadata: false })
    change(document)
    return readPdfFacts(
      await document.save({ useObjectStreams: false, updateFieldAppearances: false }),
    )
  }
  const unmet = (found: PdfFacts) =>
    structureRows(found).flatMap(({ values }) => (values['what'] ? [values['what']] : []))

  test.each([
    [
      'TrimBox or ArtBox, not both',
      (one: PDFDocument) => one.getPage(0).node.delete(PDFName.of('TrimBox')),
    ],
    [
      'no /UserUnit',
      (one: PDFDocument) => one.getPage(0).node.set(PDFName.of('UserUnit'), PDFNumber.of(2)),
    ],
    [
      'no annotations',
      (one: PDFDocument) =>
        one.getPage(0).node.set(PDFName.of('Annots'), one.context.obj([one.context.obj({})])),
    ],
    [
      'one output intent GTS_PDFX',
      (one: PDFDocument) => one.catalog.delete(PDFName.of('OutputIntents')),
    ],
    [
      'Info /Trapped True or False',
      (one: PDFDocument) => infoOf(one).set(PDFName.of('Trapped'), PDFString.of('False')),
    ],
    [
      'no scripts, no actions',
      (one: PDFDocument) =>
        one.catalog.set(PDFName.of('OpenAction'), one.context.obj({ JS: PDFString.of('x') })),
    ],
    [
      'XMP GTS_PDFXVersion PDF/X-4',
      (one: PDFDocument) => one.catalog.delete(PDFName.of('Metadata')),
    ],
    ['trailer /ID', (one: PDFDocument) => delete one.context.trailerInfo.ID],
  ] as const)('without “%s” is no PDF/X-4', async (what, change) => {
    expect(unmet(await facts(change))).toContain(what)
  })

  test('may have its boxes from the tree of pages', async () => {
    const found = await facts((one) => {
      const { node } = one.getPage(0)
      const box = node.get(PDFName.of('MediaBox'))
      if (box) one.catalog.Pages().set(PDFName.of('MediaBox'), box)
      node.delete(PDFName.of('MediaBox'))
    })
    expect(faults(fileRows(found, { trim: [150, 200], bleed: 3 }))).toEqual([])
    expect(unmet(found)).toEqual([])
  })

  test('is one as it comes, with its fonts, boxes and inks in order', async () => {
    const found = await readPdfFacts(made().pdf)
    const rows = [
      ...structureRows(found),
      ...fileRows(found, { trim: [150, 200], bleed: 3 }),
      ...inkRows(found, 300),
    ]
    expect(rows.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'PF-01 pass',
      'PF-02 pass',
      'CO-03 pass',
    ])
    expect(faults(fileRows(found, { trim: [148, 210], bleed: 5 }))).toEqual([
      'PF-02.bleed',
      'PF-02.boxes',
    ])
    expect(faults(inkRows(found, 200))).toEqual(['CO-03.heavy'])
  })
})
