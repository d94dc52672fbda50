/** Files made to keep a program busy, or its memory full: each is refused with a sentence, and soon. */
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { zlibSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { isReleased } from '../../src/domain/preflight.ts'
import { preflightFile } from '../../src/press/preflight/preflight-file.ts'
import { guardedPreflight } from '../../src/printing/guarded-preflight.ts'
import { printEngines } from '../../src/printing/print-engines.ts'
import { KNOWN } from './known-sign.ts'
import { GOOD_FACE, wrongFile, type WrongFile } from './wrong-files.ts'

/** Seconds; most are refused in a tenth of one. */
const SOON = 12

function form(file: WrongFile, content: string, keys: Record<string, unknown> = {}) {
  return file.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 700], ...keys })
}

/** Each form paints the one before ten times. */
function nested(file: WrongFile, depth: number) {
  let inner = form(file, '0 0 1 1 re f')
  for (let i = 0; i < depth; i++)
    inner = form(file, '/F Do '.repeat(10), { Resources: { XObject: { F: inner } } })
  file.resource('XObject', 'Deep', inner).add('/Deep Do')
}

function packed(file: WrongFile, megabytes: number) {
  const zeros = zlibSync(new Uint8Array(1_000_000).fill(32), { level: 9 })
  const twice = zlibSync(new Uint8Array(megabytes * 1_000_000).fill(32), { level: 9 })
  const dictionary = file.document.context.obj({ Filter: 'FlateDecode', Subtype: 'Form' })
  file.document.context.register(PDFRawStream.of(dictionary, zeros))
  file.document.context.register(
    PDFRawStream.of(file.document.context.obj({ Filter: 'FlateDecode', Subtype: 'Form' }), twice),
  )
}

const tiles = (file: WrongFile, step: number) => {
  const tile = file.stream('0 0 0 1 k 0 0 1 1 re f', {
    Type: 'Pattern',
    PatternType: 1,
    PaintType: 1,
    TilingType: 1,
    BBox: [0, 0, 1, 1],
    XStep: step,
    YStep: step,
    Resources: {},
  })
  file.resource('Pattern', 'P', tile).add('/Pattern cs /P scn 0 0 150 200 re f')
}

const picture = (file: WrongFile, side: number) =>
  file
    .resource(
      'XObject',
      'I',
      file.stream('x', {
        Type: 'XObject',
        Subtype: 'Image',
        Width: side,
        Height: side,
        BitsPerComponent: 8,
        ColorSpace: 'DeviceGray',
      }),
    )
    .add('/I Do')

const BOMBS: readonly [string, (file: WrongFile) => unknown][] = [
  ['a million operators', (file) => file.add('0 0 m 1 1 l S '.repeat(350_000))],
  ['a million strings that are open', (file) => file.add('('.repeat(1_000_000))],
  ['a hundred thousand inline pictures without end', (file) => file.add('BI ID '.repeat(100_000))],
  ['a hundred thousand arrays in each other', (file) => file.add('['.repeat(100_000))],
  ['forms that paint each other ten times, eight deep', (file) => nested(file, 8)],
  ['forms in each other, fifty deep', (file) => nested(file, 50)],
  [
    'a form that paints itself',
    (file) => {
      const own = form(file, '/F Do')
      const stream = file.document.context.lookup(own as never) as PDFRawStream
      stream.dict.set(
        PDFName.of('Resources'),
        file.document.context.obj({ XObject: { F: own } } as never),
      )
      file.resource('XObject', 'Own', own).add('/Own Do')
    },
  ],
  ['a pattern of a million tiles', (file) => tiles(file, 0.1)],
  ['a pattern without a step', (file) => tiles(file, 0)],
  ['a picture of 30,000 x 30,000 pixels', (file) => picture(file, 30_000)],
  [
    'a picture of 2,000 pixels a thousand times',
    (file) => picture(file, 2000).add('/I Do '.repeat(1000)),
  ],
  ['a stream of 100 MB', (file) => packed(file, 100)],
  ['a page of 5 km', (file) => file.box('MediaBox', [0, 0, 5e6, 5e6])],
  ['a page without width', (file) => file.box('MediaBox', [0, 0, 0, 230])],
  ['a UserUnit of 75,000', (file) => file.set('UserUnit', 75_000)],
  ['a thousand pages', (file) => Array.from({ length: 1000 }, () => file.document.addPage([9, 9]))],
]

beforeAll(printEngines)

describe('a file is refused with a sentence, soon', () => {
  test.each(BOMBS)('for %s', { timeout: 60_000 }, async (_, edit) => {
    const pdf = await wrongFile(edit)
    const engines = await printEngines()
    const begin = performance.now()
    const report = await preflightFile(pdf, () => Promise.resolve(KNOWN), engines)
    expect((performance.now() - begin) / 1000).toBeLessThan(SOON)
    expect(isReleased(report)).toBe(false)
    expect(report.findings.map(({ id }) => id).some((id) => id === 'PF-06' || id === 'PF-02')).toBe(
      true,
    )
  })

  test('for whatever takes longer than a file may, by ending its thread', async () => {
    // No file is that quick: the engines alone take longer to open.
    const preflight = guardedPreflight(0.1)
    try {
      const report = await preflight.judge(GOOD_FACE.pdf, () => Promise.reject(new Error('asked')))
      expect(report.findings.map(({ fault }) => fault)).toEqual(['PF-06.heavy'])
      expect(report.findings[0]?.measured).toBe('more than 0.1 seconds')
    } finally {
      await preflight.close()
    }
  })

  test('for whatever takes more memory than a file may, by ending its thread', async () => {
    // The engines alone take more, before they have looked at anything.
    const preflight = guardedPreflight(60, 20)
    try {
      const report = await preflight.judge(GOOD_FACE.pdf, () => Promise.reject(new Error('asked')))
      expect(report.findings.map(({ fault }) => fault)).toEqual(['PF-06.heavy'])
      expect(report.findings[0]?.measured).toBe('more than 20 MB of memory')
    } finally {
      await preflight.close()
    }
  })
})
