/** A finished file held against the one we would make, by what it is made of: whatever a picture does not show. */
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { canonical, operationsIn } from './content-tokens.ts'
import { bytesOf, type PdfFacts } from './pdf-facts.ts'

/** About the file rather than the page: a tool that packs a file anew may add or change them. */
const PAGE_KEYS = new Set([
  ...['Type', 'Parent', 'Contents', 'Resources', 'Metadata', 'LastModified', 'PieceInfo', 'ID'],
  ...['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'StructParents', 'Tabs'],
])
const CATALOG_KEYS = new Set([
  ...['Type', 'Pages', 'Metadata', 'Version', 'Lang', 'PageLayout', 'PageMode', 'Extensions'],
])
const STREAM_KEYS = new Set(['Length', 'Filter', 'DecodeParms', 'DL'])
/** mm */
const BOX_ALLOWANCE = 0.01
/** Told of one file. */
const TOLD_MOST = 6

/** Where the two are not the same, as `page/Resources/ExtGState/Knock/op`; none when they are. */
export function unlikeParts(file: PdfFacts, wanted: PdfFacts): string[] {
  const likeness = new Likeness(file.document.context, wanted.document.context)
  const { page, catalog } = file
  for (const [key, value] of page.entries())
    if (!PAGE_KEYS.has(key.decodeText()))
      likeness.compare(value, wanted.page.get(key), `page${key.toString()}`)
  likeness.compare(file.resources, wanted.resources, 'page/Resources')
  for (const key of new Set([...catalog.keys(), ...wanted.catalog.keys()]))
    // Ours has an empty tree of names, which a tool may leave out.
    if (!CATALOG_KEYS.has(key.decodeText()) && !(key.decodeText() === 'Names' && !catalog.has(key)))
      likeness.compare(catalog.get(key), wanted.catalog.get(key), `catalog${key.toString()}`)
  for (const key of ['Title', 'Trapped'])
    likeness.compare(
      file.info?.get(PDFName.of(key)),
      wanted.info?.get(PDFName.of(key)),
      `Info/${key}`,
    )
  if (file.turned !== 0) likeness.unlike.add('page/Rotate')
  for (const name of ['MediaBox', 'BleedBox', 'TrimBox', 'ArtBox'] as const) {
    const [a, b] = [file.boxes[name], wanted.boxes[name]]
    if (!a !== !b || a?.some((side, i) => Math.abs(side - (b?.[i] ?? 0)) > BOX_ALLOWANCE))
      likeness.unlike.add(`page/${name}`)
  }
  return [...likeness.unlike].slice(0, TOLD_MOST)
}

/** The first operation that is painted otherwise, however it is written; null when all are the same. */
export function unlikeOperation(file: PdfFacts, wanted: PdfFacts): string | null {
  const others = operationsIn(wanted.ownContent)
  for (const operation of operationsIn(file.ownContent)) {
    const other = others.next()
    const said = canonical(operation)
    if (other.done || canonical(other.value) !== said) return said.slice(0, 60)
  }
  const more = others.next()
  return more.done ? null : `– ${canonical(more.value).slice(0, 60)}`
}

class Likeness {
  readonly unlike = new Set<string>()
  readonly #seen = new Set<string>()
  readonly #contexts: [PDFContext, PDFContext]

  constructor(file: PDFContext, wanted: PDFContext) {
    this.#contexts = [file, wanted]
  }

  compare(file: PDFObject | undefined, wanted: PDFObject | undefined, path: string): void {
    if (this.unlike.size >= TOLD_MOST) return
    if (file instanceof PDFRef && wanted instanceof PDFRef) {
      const pair = `${file.toString()} ${wanted.toString()}`
      if (this.#seen.has(pair)) return
      this.#seen.add(pair)
    }
    const a = file instanceof PDFRef ? this.#contexts[0].lookup(file) : file
    const b = wanted instanceof PDFRef ? this.#contexts[1].lookup(wanted) : wanted
    if (!this.#isAlike(a, b, path)) this.unlike.add(path)
  }

  /** False where the two differ themselves; what differs within them is told by its own path. */
  #isAlike(a: PDFObject | undefined, b: PDFObject | undefined, path: string): boolean {
    if (a instanceof PDFStream || b instanceof PDFStream) {
      if (!(a instanceof PDFStream && b instanceof PDFStream)) return false
      this.#dictionaries(a.dict, b.dict, path, STREAM_KEYS)
      return isSameStream(a, b)
    }
    if (a instanceof PDFDict && b instanceof PDFDict) {
      this.#dictionaries(a, b, path, new Set(['ProcSet']))
      return true
    }
    if (a instanceof PDFArray && b instanceof PDFArray) {
      if (a.size() !== b.size()) return false
      a.asArray().forEach((one, i) => this.compare(one, b.get(i), `${path}/${i}`))
      return true
    }
    if (a instanceof PDFNumber && b instanceof PDFNumber)
      return Math.abs(a.asNumber() - b.asNumber()) < 1e-3
    if (isText(a) && isText(b)) return a.decodeText() === b.decodeText()
    if (a instanceof PDFName && b instanceof PDFName) return a === b
    if (a instanceof PDFBool && b instanceof PDFBool) return a === b
    return a?.toString() === b?.toString()
  }

  #dictionaries(a: PDFDict, b: PDFDict, path: string, left: ReadonlySet<string>): void {
    for (const key of new Set([...a.keys(), ...b.keys()]))
      if (!left.has(key.decodeText()))
        this.compare(a.get(key), b.get(key), `${path}${key.toString()}`)
  }
}

function isText(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString
}

function isSameStream(a: PDFStream, b: PDFStream): boolean {
  if (a instanceof PDFRawStream && b instanceof PDFRawStream && isSame(a.contents, b.contents))
    return true
  return isSame(withoutEnd(bytesOf(a)), withoutEnd(bytesOf(b)))
}

/** A tool may end a stream of text with a line of its own. */
function withoutEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--
  return bytes.subarray(0, end)
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
