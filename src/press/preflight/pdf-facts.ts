/**
 * What a finished PDF is made of, read by @cantoo/pdf-lib, which shares nothing with the writer. (The original
 * pdf-lib has had no release since 2021, mupdf is under the AGPL, and pdfjs-dist shows no objects; this is the
 * maintained continuation, under the MIT licence.)
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** Of one page, and of the file it stands in. */
import { joinBytes } from '../files/join-bytes.ts'
import { contentFrom } from './content-tokens.ts'
import { LimitExceeded, refuseBombs, refuseHuge } from './file-limits.ts'

export interface PdfFacts {
  document: PDFDocument
  header: string
  pages: number
  /** Of the page, from 0. */
  index: number
  catalog: PDFDict
  page: PDFPageLeaf
  /** What the page may name, inherited or its own. */
  resources: PDFDict
  info: PDFDict | null
  /** Of the page alone. */
  ownContent: string
  /** With that of every form in the file. */
  content: string
  /** Every dictionary in the file, those of streams included. */
  dictionaries: PDFDict[]
  /** mm, from the lower left corner of the media box; null where the page has none, its own or inherited. */
  boxes: Record<'MediaBox' | 'CropBox' | 'TrimBox' | 'BleedBox' | 'ArtBox', Rectangle | null>
  /** The media box in units of the page's own space; its corner may lie anywhere. */
  media: Rectangle
  /** UserUnit: points to a unit of that space. */
  unit: number
  /** Degrees a viewer turns the page clockwise: 0, 90, 180 or 270. */
  turned: number
  xmp: string
}

export type Rectangle = readonly [left: number, bottom: number, right: number, top: number]

const MM = 25.4 / 72

/** Of the first page. Rejects when the bytes are no PDF that can be read, or ask for too much (LimitExceeded). */
export async function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  refuseBombs(bytes)
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  refuseHuge(document)
  return factsOfPage(document, new TextDecoder('latin1').decode(bytes.subarray(0, 8)), 0)
}

export function factsOfPage(document: PDFDocument, header: string, index: number): PdfFacts {
  const { context, catalog } = document
  const page = document.getPage(index).node
  const dictionaries: PDFDict[] = []
  const objects = context.enumerateIndirectObjects()
  for (const [, object] of objects) collect(object, dictionaries)
  const info = context.trailerInfo.Info
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  const ownContent = contentOf(page.lookup(PDFName.of('Contents')))
  const forms = objects.flatMap(([, one]) =>
    one instanceof PDFStream && nameIn(one.dict, 'Subtype') === 'Form'
      ? [`\n${contentOf(one)}`]
      : [],
  )
  const resources = page.Resources()
  const turned = page.getInheritableAttribute(PDFName.of('Rotate'))
  const degrees = turned && context.lookup(turned)
  return {
    document,
    header,
    pages: document.getPageCount(),
    index,
    catalog,
    page,
    resources: resources ?? context.obj({}),
    info: info ? (context.lookup(info) as PDFDict) : null,
    ownContent,
    content: ownContent + forms.join(''),
    dictionaries,
    boxes: boxesOf(page),
    media: boxIn(page, 'MediaBox') ?? [0, 0, 612, 792],
    unit: unitOf(page),
    turned: degrees instanceof PDFNumber ? ((degrees.asNumber() % 360) + 360) % 360 : 0,
    xmp: metadata instanceof PDFStream ? new TextDecoder().decode(bytesOf(metadata)) : '',
  }
}

/** Bytes that one stream may unpack to. */
const UNPACKED_MOST = 40_000_000
const CHUNK = 1 << 16

/** Unpacked. Throws for filters a PDF/X may not have, and LimitExceeded for what unpacks without end. */
export function bytesOf(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  const packed = decodePDFRawStream(stream)
  const chunks: Uint8Array[] = []
  let total = 0
  for (;;) {
    const chunk = packed.getBytes(CHUNK)
    if (chunk.length === 0) break
    total += chunk.length
    if (total > UNPACKED_MOST)
      throw new LimitExceeded(`a stream of more than ${UNPACKED_MOST / 1e6} MB`)
    chunks.push(new Uint8Array(chunk))
  }
  return chunks.length === 1 ? (chunks[0] as Uint8Array) : joinBytes(chunks)
}

/** Dictionaries nested in `object`, not those it refers to. */
function collect(object: PDFObject, into: PDFDict[]): void {
  if (object instanceof PDFStream) collect(object.dict, into)
  else if (object instanceof PDFArray) for (const one of object.asArray()) collect(one, into)
  else if (object instanceof PDFDict) {
    into.push(object)
    for (const [, value] of object.entries()) if (!(value instanceof PDFRef)) collect(value, into)
  }
}

function contentOf(contents: PDFObject | undefined): string {
  if (contents instanceof PDFArray)
    return contents
      .asArray()
      .map((_, i) => contentOf(contents.lookup(i)))
      .join('\n')
  return contents instanceof PDFStream ? contentFrom(bytesOf(contents)) : ''
}

function unitOf(page: PDFPageLeaf): number {
  const unit = page.lookup(PDFName.of('UserUnit'))
  return unit instanceof PDFNumber ? unit.asNumber() : 1
}

/** Its own or inherited. Any two opposite corners make a box (ISO 32000-1, 7.9.5). */
function boxIn(page: PDFPageLeaf, name: string): Rectangle | null {
  const value = page.getInheritableAttribute(PDFName.of(name))
  const [a, b, c, d, ...more] = numbersOf(value && page.context.lookup(value))
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0)
    return null
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

function boxesOf(page: PDFPageLeaf): PdfFacts['boxes'] {
  const scale = MM * unitOf(page)
  const [left = 0, bottom = 0] = boxIn(page, 'MediaBox') ?? []
  const box = (name: string): Rectangle | null => {
    const [a, b, c, d] = boxIn(page, name) ?? []
    if (a === undefined || b === undefined || c === undefined || d === undefined) return null
    return [(a - left) * scale, (b - bottom) * scale, (c - left) * scale, (d - bottom) * scale]
  }
  return {
    MediaBox: box('MediaBox'),
    CropBox: box('CropBox'),
    TrimBox: box('TrimBox'),
    BleedBox: box('BleedBox'),
    ArtBox: box('ArtBox'),
  }
}

export function numbersOf(value: PDFObject | undefined): number[] {
  if (!(value instanceof PDFArray)) return []
  return value.asArray().flatMap((_, i) => {
    const one = value.lookup(i)
    return one instanceof PDFNumber ? [one.asNumber()] : []
  })
}

/** Without its slash; null when the value is no name. */
export function nameIn(dictionary: PDFDict, key: string): string | null {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : null
}

export function numbersIn(dictionary: PDFDict, key: string): number[] {
  return numbersOf(dictionary.lookup(PDFName.of(key)))
}
