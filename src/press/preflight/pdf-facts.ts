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
  PDFRawStream,
  PDFRef,
  PDFStream,
  type PDFObject,
} from '@cantoo/pdf-lib'

export interface PdfFacts {
  document: PDFDocument
  header: string
  pages: number
  catalog: PDFDict
  page: PDFDict
  info: PDFDict | null
  /** The whole of the first page's content, with that of the forms it uses. */
  content: string
  /** Every dictionary in the file, those of streams included. */
  dictionaries: PDFDict[]
  /** mm, from the lower left corner of the media box; null where the page has none. */
  boxes: Record<'MediaBox' | 'TrimBox' | 'BleedBox' | 'ArtBox', Rectangle | null>
  xmp: string
}

export type Rectangle = readonly [left: number, bottom: number, right: number, top: number]

const MM = 25.4 / 72

/** Rejects when the bytes are no PDF that can be read. */
export async function readPdfFacts(bytes: Uint8Array): Promise<PdfFacts> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  const { context, catalog } = document
  const page = document.getPage(0).node
  const dictionaries: PDFDict[] = []
  for (const [, object] of context.enumerateIndirectObjects()) collect(object, dictionaries)
  const info = context.trailerInfo.Info
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  return {
    document,
    header: new TextDecoder('latin1').decode(bytes.subarray(0, 8)),
    pages: document.getPageCount(),
    catalog,
    page,
    info: info ? (context.lookup(info) as PDFDict) : null,
    content: contentOf(page.lookup(PDFName.of('Contents'))) + formsOf(dictionaries, context),
    dictionaries,
    boxes: boxesOf(page),
    xmp: metadata instanceof PDFStream ? new TextDecoder().decode(bytesOf(metadata)) : '',
  }
}

/** Unpacked. Throws for filters a PDF/X may not have. */
export function bytesOf(stream: PDFStream): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents()
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
  return contents instanceof PDFStream ? new TextDecoder('latin1').decode(bytesOf(contents)) : ''
}

function formsOf(dictionaries: PDFDict[], context: PDFDocument['context']): string {
  const streams = context.enumerateIndirectObjects().map(([, object]) => object)
  return streams
    .filter(
      (one): one is PDFStream =>
        one instanceof PDFStream &&
        dictionaries.includes(one.dict) &&
        nameIn(one.dict, 'Subtype') === 'Form',
    )
    .map((form) => `\n${new TextDecoder('latin1').decode(bytesOf(form))}`)
    .join('')
}

function boxesOf(page: PDFDict): PdfFacts['boxes'] {
  const media = numbersIn(page, 'MediaBox')
  const box = (name: string): Rectangle | null => {
    const numbers = numbersIn(page, name)
    if (numbers.length !== 4) return null
    const [left = 0, bottom = 0] = media
    return numbers.map(
      (value, i) => (value - (i % 2 === 0 ? left : bottom)) * MM,
    ) as unknown as Rectangle
  }
  return {
    MediaBox: box('MediaBox'),
    TrimBox: box('TrimBox'),
    BleedBox: box('BleedBox'),
    ArtBox: box('ArtBox'),
  }
}

export function numbersIn(dictionary: PDFDict, key: string): number[] {
  const value = dictionary.lookup(PDFName.of(key))
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

export interface Operation {
  operator: string
  /** Numbers and names; strings and arrays are left out. */
  operands: string[]
}

/** The operators of a content stream (ISO 32000-1, 7.8.2), without strings, arrays and inline images' data. */
export function operationsOf(content: string): Operation[] {
  const bare = content
    .replace(/\\[()\\]/g, '')
    .replace(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, ' ')
    .replace(/<<|>>/g, ' ')
    .replace(/<[0-9A-Fa-f\s]*>/g, ' ')
    .replace(/\bID\s[\s\S]*?\sEI\b/g, ' EI ')
    .replace(/%[^\r\n]*/g, ' ')
  const operations: Operation[] = []
  let operands: string[] = []
  for (const word of bare.split(/[\s[\]]+/)) {
    if (word === '') continue
    if (/^[-+.\d]/.test(word) || word.startsWith('/')) operands.push(word)
    else {
      operations.push({ operator: word, operands })
      operands = []
    }
  }
  return operations
}
