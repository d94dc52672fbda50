/** No rule is a promise only: each fault there is has something here that fires it. */
import { readFileSync } from 'node:fs'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import {
  PREFLIGHT_FAULTS,
  PREFLIGHT_RULES,
  type PreflightFault,
  type PreflightReport,
  type PreflightRow,
} from '../../src/domain/preflight.ts'
import type { Cmyk, Drawing, Primitive, TextRun } from '../../src/press/face/drawing.ts'
import { roundedRect } from '../../src/press/face/geometry.ts'
import { geometryRows, textRows } from '../../src/press/preflight/preflight-face.ts'
import { preflightFile } from '../../src/press/preflight/preflight-file.ts'
import { matrixOf, moduleRows } from '../../src/press/preflight/preflight-read.ts'
import { siteRows } from '../../src/press/preflight/preflight-site.ts'
import {
  addressRows,
  moduleSizeRows,
  versionRows,
} from '../../src/press/preflight/preflight-symbol.ts'
import { printEngines } from '../../src/printing/print-engines.ts'
import { KNOWN } from './known-sign.ts'
import { fonts, madeOf, openTemplate, texts } from './placard-kit.ts'
import { REPORTED, SIBLINGS } from './planted-faults.ts'
import { inputFor, judge } from './preflight-kit.ts'
import { GOOD_FACE, wrongFile } from './wrong-files.ts'

type Fired = PreflightRow[] | PreflightReport
const faultsIn = (fired: Fired) =>
  Array.isArray(fired) ? fired.map(({ fault }) => fault) : fired.findings.map(({ fault }) => fault)

const BOARD = openTemplate('board-750x400')
/** Fits a board at capitals of less than 60 mm. */
const LONG = 'Đường Nguyễn Nghiễm'
const GOOD = { ...KNOWN.sign }
const payload = GOOD_FACE.symbol.payload
const address = (change: Partial<typeof GOOD>, of = payload) =>
  addressRows(of, { ...GOOD, ...change })
const site = (change: object, heading = 'x') =>
  siteRows(payload, {
    promised: [{ locale: 'vi', name: 'x' }],
    answers: {
      address: payload.toLowerCase(),
      status: 200,
      pages: [{ locale: 'vi', status: 200, language: 'vi', heading, ...change }],
    },
  })
const made = (change: (one: Primitive, drawing: Drawing) => Primitive) =>
  judge(
    inputFor({}, (drawing) => ({
      ...drawing,
      primitives: drawing.primitives.map((one) => change(one, drawing)),
    })),
  )
const words = (role: string, change: (run: TextRun) => Partial<TextRun>) =>
  made((one) => (one.kind === 'text' && one.role === role ? { ...one, ...change(one) } : one))
const inkAt = (x: number, y: number) => (run: TextRun) => ({ ink: { ...run.ink, x, y } })
const lines = (spot: 'cut' | 'drill', path: Extract<Primitive, { kind: 'spot' }>['path']) =>
  made((one) => (one.kind === 'spot' && one.spot === spot ? { ...one, path } : one))
const panel = (fill: Cmyk) =>
  made((one, { symbolBox }) =>
    one.kind === 'rect' && one.box === symbolBox ? { ...one, fill } : one,
  )

/** What fires the faults that are planted in no finished file. */
const FIRED: Partial<Record<PreflightFault, () => Fired | Promise<Fired>>> = {
  'QR-01.form': () => address({}, payload.toLowerCase()),
  'QR-01.check': () => address({}, 'HTTPS://QR.LANGSON.GOV.VN/7K3QCX'),
  'QR-01.origin': () => address({ origins: ['https://qr.example.vn'] }),
  'QR-01.other': () => address({ payload: 'HTTPS://QR.LANGSON.GOV.VN/2222A6' }),
  'QR-01.unknown': () => address({ isIssued: false }),
  'QR-01.ended': () => address({ isEnded: true }),
  'QR-02.version': () => versionRows({ version: 5, level: 'H', mask: 0 }, 4, null),
  'QR-02.level': () => versionRows({ version: 3, level: 'M', mask: 0 }, 4, null),
  'QR-02.pinned': () =>
    versionRows({ version: 3, level: 'H', mask: 0 }, 4, { version: 3, level: 'H', mask: 1 }),
  'QR-03.small': () => moduleSizeRows(3, 0, 0.9),
  'QR-03.tight': () => moduleSizeRows(3, 0, 0.8),
  'QR-05.encoder': () =>
    moduleRows(
      {
        picture: { width: 1, height: 1, data: new Uint8ClampedArray(4) },
        place: { left: 0, top: 0, module: 9 },
      },
      matrixOf(GOOD_FACE.symbol),
      null,
    ),
  'QR-06.damage': () => fileWith((file) => file.within('-1 0 0 1 150 0 cm')),
  'QR-07.silent': () => site({ status: 404 }),
  'QR-07.language': () => site({ language: 'en' }),
  'QR-07.name': () => site({}, 'y'),
  'QR-07.unasked': () =>
    siteRows(payload, { promised: [{ locale: 'vi', name: null }], answers: null }),
  'QZ-02.panel': () => panel([2, 4, 12, 0]),
  'QZ-02.text': () => words('invitation-first', inkAt(40, 150)),
  'CO-01.reversed': () =>
    made((one, { symbolBox }) => {
      if (one.kind === 'path' && one.role === 'symbol') return { ...one, fill: [0, 0, 0, 0] }
      return one.kind === 'rect' && one.box === symbolBox ? { ...one, fill: [0, 0, 0, 100] } : one
    }),
  'CO-02.contrast': () => panel([100, 0, 0, 0]),
  'CO-02.low': () => panel([2, 4, 12, 0]),
  'CO-04.faint': () => words('hotline', () => ({ fill: [60, 40, 0, 0] })),
  'TX-01.form': () => words('hotline', () => ({ text: ' 0205' })),
  'TX-02.missing': () => words('hotline', () => ({ text: '𡨸喃' })),
  'TX-03.small': () => words('name-first', () => ({ size: 5 })),
  'TX-03.sign-off': () => {
    const { drawing, warnings } = madeOf({
      template: BOARD,
      names: texts(LONG),
    })
    return textRows(drawing, BOARD, fonts, warnings)
  },
  'TX-04.touch': () => words('hotline', inkAt(40, 181)),
  'TX-05.safe': () => words('hotline', inkAt(1, 187)),
  'TX-06.small': () => {
    const { drawing } = madeOf({
      template: BOARD,
      names: texts(LONG),
    })
    return geometryRows(drawing, BOARD, fonts)
  },
  'SZ-01.template': async () =>
    preflightFile(
      GOOD_FACE.pdf,
      () => Promise.resolve({ ...KNOWN, otherTemplate: { subject: 'a@1', wanted: 'b@1' } }),
      await printEngines(),
    ),
  'GE-01.hole': () => lines('drill', roundedRect({ x: 3, y: 3, width: 5, height: 5 }, 2.5)),
  'GE-01.text': () => words('hotline', inkAt(11, 188)),
  'GE-01.cut': () =>
    lines('cut', [
      ['M', 0, 0],
      ['L', 150, 0],
      ['L', 150, 200],
    ]),
  'PF-02.unreadable': async () =>
    preflightFile(
      new TextEncoder().encode('Hello'),
      () => Promise.resolve(KNOWN),
      await printEngines(),
    ),
  'PF-03.differ': () =>
    judge({ ...inputFor(), svg: inputFor({ names: texts('Đường Trần Phú') }).svg }),
  'PF-04.bytes': () => judge({ ...inputFor(), again: new Uint8Array(3) }),
  'PF-06.heavy': async () => {
    const document = await PDFDocument.create()
    const font = await document.embedFont(StandardFonts.Helvetica)
    document.addPage([14_400, 14_400]).drawText('x', { font })
    return preflightFile(await document.save(), () => Promise.resolve(KNOWN), await printEngines())
  },
  'RV-01.unapproved': () => judge({ ...inputFor(), review: { isApproved: false, names: null } }),
  'RV-01.text': () =>
    judge({ ...inputFor(), review: { isApproved: true, names: ['Đường Lê Duẩn'] } }),
  'SV-01.svg': () =>
    judge({ ...inputFor(), svg: inputFor().svg.replace(/<rect class="panel"[^>]*>/, '') }),
  'SV-01.dxf': () =>
    judge({ ...inputFor(), dxf: inputFor().dxf.replace('\n30\n0\n70\n1\n', '\n30\n0\n70\n0\n') }),
}

async function fileWith(edit: (typeof REPORTED)[number][2]): Promise<PreflightReport> {
  return preflightFile(await wrongFile(edit), () => Promise.resolve(KNOWN), await printEngines())
}

beforeAll(printEngines)

test.each(Object.keys(PREFLIGHT_FAULTS) as PreflightFault[])('%s can be broken', async (fault) => {
  const planted = [...REPORTED, ...SIBLINGS].find(([, of]) => of === fault)
  const fire = FIRED[fault] ?? (planted && (() => fileWith(planted[2])))
  expect(fire, `nothing fires ${fault}`).toBeDefined()
  expect(faultsIn(await fire!())).toContain(fault)
})

test('a sign that is all right breaks none of them', async () => {
  expect((await judge({ ...inputFor(), again: inputFor().pdf })).findings).toEqual([])
})

test('printers are told of every rule, in both languages', () => {
  const told = readFileSync(new URL('../../docs/printers.md', import.meta.url), 'utf8')
  for (const rule of PREFLIGHT_RULES)
    expect(
      told.split('\n').filter((line) => line.startsWith(`| ${rule} |`)),
      rule,
    ).toHaveLength(2)
})
