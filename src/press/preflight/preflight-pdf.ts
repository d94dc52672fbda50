/** What is judged on the finished PDF: its structure as ISO 15930-7 (PDF/X-4) wants it, boxes, fonts and inks. */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFStream,
  PDFString,
  PDFHexString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { broken, passed, rowsFor, type PreflightRow } from '../../domain/preflight.ts'
import { operationsIn } from './content-tokens.ts'
import { Budget } from './file-limits.ts'
import { bytesOf, nameIn, type PdfFacts, type Rectangle } from './pdf-facts.ts'

/** PF-01. One row per requirement that is not met. */
export function structureRows(facts: PdfFacts): PreflightRow[] {
  const checks = structureOf(facts)
  const unmet = checks.filter(([, isMet]) => !isMet).map(([what]) => what)
  return rowsFor(
    'PF-01',
    unmet.map((what) => broken('PF-01.structure', what, 'PDF/X-4', { what })),
    `${checks.length} of ${checks.length}`,
    'PDF/X-4',
  )
}

/** What ISO 15930-7 asks for, in the words of PDF; the numbers in docs/printers.md */
function structureOf(facts: PdfFacts): [what: string, isMet: boolean][] {
  const { document, catalog, page, info, xmp, boxes, dictionaries } = facts
  const trailer = document.context.trailerInfo
  const has = (dictionary: PDFDict, key: string) => dictionary.get(PDFName.of(key)) !== undefined
  const nowhere = (test: (dictionary: PDFDict) => boolean) => !dictionaries.some(test)
  const intents = intentsOf(catalog)
  const [intent] = intents
  const profile = intent?.lookup(PDFName.of('DestOutputProfile'))
  const { MediaBox, BleedBox, TrimBox, ArtBox } = boxes
  const layers = catalog.lookup(PDFName.of('OCProperties'))
  const layerDefault = layers instanceof PDFDict ? layers.lookup(PDFName.of('D')) : undefined
  return [
    ['header %PDF-1.6', facts.header === '%PDF-1.6'],
    ['trailer /ID', trailer.ID instanceof PDFArray && trailer.ID.size() === 2],
    ['no /Encrypt', !trailer.Encrypt],
    ['Info /Title', textIn(info, 'Title') !== ''],
    ['Info /CreationDate', textIn(info, 'CreationDate') !== ''],
    ['Info /ModDate', textIn(info, 'ModDate') !== ''],
    [
      'Info /Trapped True or False',
      info !== null && /^(?:True|False)$/.test(nameIn(info, 'Trapped') ?? ''),
    ],
    [
      'XMP GTS_PDFXVersion PDF/X-4',
      /<pdfxid:GTS_PDFXVersion>PDF\/X-4<|pdfxid:GTS_PDFXVersion="PDF\/X-4"/.test(xmp),
    ],
    ['XMP dc:title', xmp.includes('<dc:title>')],
    ...[
      'xmp:CreateDate',
      'xmp:ModifyDate',
      'xmp:MetadataDate',
      'xmpMM:DocumentID',
      'pdf:Trapped',
    ].map((name): [string, boolean] => [`XMP ${name}`, xmp.includes(name)]),
    ['one output intent GTS_PDFX', intents.length === 1],
    ['OutputConditionIdentifier', textIn(intent ?? null, 'OutputConditionIdentifier') !== ''],
    ['output profile prtr CMYK, whole', profile instanceof PDFStream && isCmykProfile(profile)],
    ['TrimBox or ArtBox, not both', (TrimBox === null) !== (ArtBox === null)],
    [
      'trim in bleed in media',
      isWithin(TrimBox ?? ArtBox, BleedBox ?? MediaBox) && isWithin(BleedBox ?? MediaBox, MediaBox),
    ],
    ['no /UserUnit', !has(page, 'UserUnit')],
    ['no annotations', numbersOf(page, 'Annots') === 0],
    [
      'no scripts, no actions',
      nowhere(
        (one) =>
          has(one, 'JavaScript') || has(one, 'JS') || has(one, 'OpenAction') || has(one, 'AA'),
      ),
    ],
    ['no embedded files', nowhere((one) => has(one, 'EmbeddedFiles') || has(one, 'EF'))],
    ['no LZW', nowhere((one) => filtersOf(one).includes('LZWDecode'))],
    [
      'no transfer functions',
      nowhere((one) => has(one, 'TR') || (has(one, 'TR2') && nameIn(one, 'TR2') !== 'Default')),
    ],
    ['no PostScript XObjects', nowhere((one) => nameIn(one, 'Subtype') === 'PS')],
    [
      'layers on by default',
      !layers ||
        (layerDefault instanceof PDFDict &&
          [null, 'ON'].includes(nameIn(layerDefault, 'BaseState')) &&
          !has(layerDefault, 'AS') &&
          !has(layerDefault, 'OFF')),
    ],
    ['one alternate for each spot name', hasOneAlternateEach(facts)],
  ]
}

function intentsOf(catalog: PDFDict): PDFDict[] {
  const list = catalog.lookup(PDFName.of('OutputIntents'))
  if (!(list instanceof PDFArray)) return []
  return list.asArray().flatMap((_, i) => {
    const one = list.lookup(i)
    return one instanceof PDFDict && nameIn(one, 'S') === 'GTS_PDFX' ? [one] : []
  })
}

function textIn(dictionary: PDFDict | null, key: string): string {
  const value: PDFObject | undefined = dictionary?.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

function numbersOf(dictionary: PDFDict, key: string): number {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFArray ? value.size() : 0
}

function filtersOf(dictionary: PDFDict): string[] {
  const filter = dictionary.lookup(PDFName.of('Filter'))
  if (filter instanceof PDFName) return [filter.decodeText()]
  return filter instanceof PDFArray ? filter.asArray().map((one) => one.toString().slice(1)) : []
}

/** The last profile that was whole, packed: the files of an order hold the very same. */
let wholeBefore: Uint8Array | null = null

/** An output profile (class prtr) of four inks, as long as it says. */
function isCmykProfile(stream: PDFStream): boolean {
  const packed = stream.getContents()
  if (wholeBefore && isSameBytes(packed, wholeBefore)) return true
  const bytes = bytesOf(stream)
  if (bytes.length < 128) return false
  const word = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const isWhole =
    size === bytes.length && word(12) === 'prtr' && word(16) === 'CMYK' && word(36) === 'acsp'
  if (isWhole) wholeBefore = packed.slice()
  return isWhole
}

function isSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

function isWithin(inner: Rectangle | null, outer: Rectangle | null): boolean {
  if (!inner || !outer) return false
  return [0, 1].every(
    (i) =>
      (inner[i] ?? 0) >= (outer[i] ?? 0) - 0.01 &&
      (inner[i + 2] ?? 0) <= (outer[i + 2] ?? 0) + 0.01,
  )
}

function hasOneAlternateEach({ document }: PdfFacts): boolean {
  const alternates = new Map<string, string>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFArray) || object.get(0)?.toString() !== '/Separation') continue
    const [name = '', alternate] = [
      object.get(1)?.toString(),
      `${object.lookup(2)?.toString()} ${object.lookup(3)?.toString()}`,
    ]
    if ((alternates.get(name) ?? alternate) !== alternate) return false
    alternates.set(name, alternate)
  }
  return true
}

/** Null where nothing is known of the template. */
export interface WantedBoxes {
  trim: readonly [width: number, height: number]
  bleed: number
}

/** PF-02: fonts embedded, boxes to 0.01 mm, and room for the cutter in every file. */
export function fileRows(facts: PdfFacts, wanted: WantedBoxes | null): PreflightRow[] {
  const { MediaBox, CropBox, TrimBox, BleedBox } = facts.boxes
  const [loose, fonts] = [
    looseFonts(facts),
    facts.dictionaries.filter((one) => nameIn(one, 'Type') === 'FontDescriptor'),
  ]
  const rows = loose.map((font) => broken('PF-02.fonts', font, 'embedded', { font }))
  const trim = TrimBox ?? MediaBox
  const bleed = trim && MediaBox ? bleedOf(trim, BleedBox ?? MediaBox) : 0
  const least = wanted?.bleed ?? 3
  if (!TrimBox || bleed < least - 0.01)
    rows.push(
      broken('PF-02.bleed', `${bleed.toFixed(2)} mm`, `${least} mm`, {
        bleed: bleed.toFixed(2),
        least,
      }),
    )
  const kept = trim && CropBox ? bleedOf(trim, CropBox) : least
  if (kept < least - 0.01) {
    const reach = kept.toFixed(2)
    rows.push(broken('PF-02.crop', `${reach} mm`, `${least} mm`, { reach }))
  }
  const size = trim ? [trim[2] - trim[0], trim[3] - trim[1]] : [0, 0]
  const measured = size.map((side) => side.toFixed(2)).join(' x ')
  if (wanted && size.some((side, i) => Math.abs(side - (wanted.trim[i] ?? 0)) > 0.01))
    rows.push(
      broken('PF-02.boxes', `${measured} mm`, `${wanted.trim.join(' x ')} mm`, {
        size: measured,
        wanted: wanted.trim.join(' x '),
      }),
    )
  return rowsFor(
    'PF-02',
    rows,
    `${measured} mm + ${bleed.toFixed(2)} mm; ${fonts.length} fonts embedded`,
    `${wanted ? wanted.trim.join(' x ') : 'any'} + ${least} mm`,
  )
}

function bleedOf(trim: Rectangle, bleed: Rectangle): number {
  return Math.min(trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
}

/** Names of fonts without their file. A Type 3 font is made of content, a composite one has it in its descendant. */
function looseFonts({ dictionaries }: PdfFacts): string[] {
  return dictionaries.flatMap((one) => {
    if (nameIn(one, 'Type') !== 'Font' || /^Type[03]$/.test(nameIn(one, 'Subtype') ?? '')) return []
    const descriptor = one.lookup(PDFName.of('FontDescriptor'))
    const isEmbedded =
      descriptor instanceof PDFDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some(
        (key) => descriptor.lookup(PDFName.of(key)) instanceof PDFStream,
      )
    return isEmbedded ? [] : [nameIn(one, 'BaseFont') ?? '?']
  })
}

/** CO-03 on the file itself: nothing in RGB, and no more ink than the material takes. */
export function inkRows(facts: PdfFacts, maxInk: number): PreflightRow[] {
  const budget = new Budget()
  const spaces = facts.dictionaries
    .flatMap((one) => spaceNames(one))
    .filter((name) => /RGB/.test(name))
  const painted = new Set<string>()
  let heaviest = 0
  for (const { operator, operands } of operationsIn(facts.content)) {
    budget.operation()
    if (operator === 'k' || operator === 'K')
      heaviest = Math.max(
        heaviest,
        operands.reduce<number>((sum, ink) => sum + Number(ink), 0),
      )
    const isNamed = (operator === 'cs' || operator === 'CS') && /RGB/.test(String(operands[0]))
    if (operator === 'rg' || operator === 'RG' || isNamed)
      painted.add([...operands, ...(isNamed ? [] : [operator])].join(' '))
  }
  const what = [...new Set([...painted, ...spaces])]
  const most = Math.round(100 * heaviest)
  return rowsFor(
    'CO-03',
    [
      ...what.slice(0, 3).map((one) => broken('CO-03.rgb', one, 'CMYK', { what: one })),
      ...(most > maxInk
        ? [broken('CO-03.heavy', `${most} %`, `${maxInk} %`, { ink: most, most: maxInk })]
        : []),
    ],
    `${most} %; CMYK`,
    `${maxInk} %; CMYK`,
  )
}

/** Colour spaces a resource, an image or a group names. A profile with three channels is RGB too. */
function spaceNames(dictionary: PDFDict): string[] {
  const values = ['ColorSpace', 'CS'].map((key) => dictionary.lookup(PDFName.of(key)))
  return values.flatMap((value) => {
    if (value instanceof PDFName) return [value.decodeText()]
    if (value instanceof PDFDict)
      return value.entries().map(([, one]) => describeSpace(value.context.lookup(one)))
    return value instanceof PDFArray ? [describeSpace(value)] : []
  })
}

function describeSpace(space: PDFObject | undefined): string {
  if (space instanceof PDFName) return space.decodeText()
  if (!(space instanceof PDFArray)) return ''
  const family = space.lookup(0)?.toString().slice(1) ?? ''
  const profile = space.lookup(1)
  const isRgb =
    family === 'ICCBased' &&
    profile instanceof PDFStream &&
    profile.dict.lookup(PDFName.of('N'))?.toString() === '3'
  return isRgb ? 'ICCBased RGB' : family
}

/** PF-04: the same input twice. Null when nobody made it twice. */
export function repeatRows(pdf: Uint8Array, again: Uint8Array | null): PreflightRow[] {
  if (!again) return []
  return [
    isSameBytes(pdf, again)
      ? passed('PF-04', `${pdf.length} bytes, same`, 'same bytes')
      : broken('PF-04.bytes', 'different', 'same bytes'),
  ]
}
