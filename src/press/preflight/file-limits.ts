/** How much a finished file may ask for before it is looked at: what is more would keep the program for itself. */
import { Inflate } from 'fflate'
import type { PDFDict } from '@cantoo/pdf-lib'
import { PDFArray, PDFName, PDFNumber, PDFRawStream, type PDFDocument } from '@cantoo/pdf-lib'

/** Bytes of a file; a placard has 0.1 million. */
export const FILE_MOST = 50_000_000
/** Bytes of all content that a page paints, forms included and each as often as it is used, unpacked. */
const CONTENT_MOST = 20_000_000
/** Operators likewise; the panel with the longest texts has some 20,000. */
const OPERATIONS_MOST = 400_000
/** Forms within forms. */
const DEPTH_MOST = 12
/** Pixels of all pictures on a page, each as often as it is painted. */
const IMAGE_PIXELS_MOST = 100_000_000
/** Tiles of a pattern if it covered the page. */
const TILES_MOST = 20_000
const PAGES_MOST = 20
/** mm: the longest side of a page. */
export const SIDE_MOST = 5_000
/** Objects in a file. */
const OBJECTS_MOST = 200_000

/** `what` is short and for people who know PDF: `400000 operators`. */
export class LimitExceeded extends Error {}

/** Counts what a page asks for, and throws LimitExceeded at the first thing too many. */
export class Budget {
  #operations = 0
  #bytes = 0
  #pixels = 0

  operation(): void {
    if (++this.#operations > OPERATIONS_MOST)
      throw new LimitExceeded(`more than ${OPERATIONS_MOST} operators`)
  }

  content(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > CONTENT_MOST)
      throw new LimitExceeded(`more than ${CONTENT_MOST / 1e6} MB of content`)
  }

  depth(depth: number): void {
    if (depth > DEPTH_MOST) throw new LimitExceeded(`forms ${depth} deep`)
  }

  image(width: number, height: number): void {
    this.#pixels += width * height
    if (!(this.#pixels <= IMAGE_PIXELS_MOST))
      throw new LimitExceeded(`pictures of more than ${IMAGE_PIXELS_MOST / 1e6} million pixels`)
  }

  spent(): { operations: number; bytes: number; pixels: number } {
    return { operations: this.#operations, bytes: this.#bytes, pixels: this.#pixels }
  }

  since(before: ReturnType<Budget['spent']>): ReturnType<Budget['spent']> {
    return {
      operations: this.#operations - before.operations,
      bytes: this.#bytes - before.bytes,
      pixels: this.#pixels - before.pixels,
    }
  }

  /** The same once more. */
  again({ operations, bytes, pixels }: ReturnType<Budget['spent']>): void {
    this.#operations += operations
    this.operation()
    this.content(bytes)
    this.image(pixels, 1)
  }

  /** `area` of the page and of a tile's step, in the same unit. */
  tiles(area: number, step: number): void {
    if (!(step > 0) || area / step > TILES_MOST)
      throw new LimitExceeded(`a pattern of more than ${TILES_MOST} tiles`)
  }
}

/** Of the whole file, before any of its pages is painted: throws LimitExceeded. */
export function refuseHuge(document: PDFDocument): void {
  const objects = document.context.enumerateIndirectObjects()
  if (objects.length > OBJECTS_MOST) throw new LimitExceeded(`more than ${OBJECTS_MOST} objects`)
  const pages = document.getPageCount()
  if (pages > PAGES_MOST) throw new LimitExceeded(`${pages} pages`)
  let pixels = 0
  for (const [, object] of objects) {
    if (!(object instanceof PDFRawStream)) continue
    const { dict } = object
    const filter = dict.lookup(PDFName.of('Filter'))
    if (filter instanceof PDFArray && filter.size() > 3)
      throw new LimitExceeded(`${filter.size()} filters on one stream`)
    if (dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) continue
    pixels += sideOf(dict, 'Width') * sideOf(dict, 'Height')
  }
  if (!(pixels <= IMAGE_PIXELS_MOST))
    throw new LimitExceeded(`pictures of more than ${IMAGE_PIXELS_MOST / 1e6} million pixels`)
}

function sideOf(image: PDFDict, key: string): number {
  const side = image.lookup(PDFName.of(key))
  return side instanceof PDFNumber ? side.asNumber() : 0
}

/** Bytes that the tables of a packed file may unpack to; they are needed before anything else is. */
const TABLES_MOST = 40_000_000
const TABLES_COUNT_MOST = 2_000
/** Bytes; what is packed is unpacked by so much at a time. */
const PORTION = 4096

/** Before the file is parsed: throws LimitExceeded for one too large, and for packed tables that unpack without end. */
export function refuseBombs(bytes: Uint8Array): void {
  if (bytes.length > FILE_MOST) throw new LimitExceeded(`more than ${FILE_MOST / 1e6} MB`)
  const text = new TextDecoder('latin1').decode(bytes)
  let total = 0
  let tables = 0
  for (const { index, 0: keyword } of text.matchAll(
    /\/(?:ObjStm|XRef)\b[^]{0,400}?\bstream\r?\n/g,
  )) {
    if (++tables > TABLES_COUNT_MOST)
      throw new LimitExceeded(`more than ${TABLES_COUNT_MOST} packed tables`)
    const inflate = new Inflate()
    const from = index + keyword.length + 2
    const end = text.indexOf('endstream', from)
    const to = end === -1 ? bytes.length : end
    inflate.ondata = (part) => {
      total += part.length
      if (total > TABLES_MOST)
        throw new LimitExceeded(`tables of more than ${TABLES_MOST / 1e6} MB`)
    }
    try {
      // After the two bytes of zlib's header; in portions, as what is packed says nothing of its length.
      for (let at = from; at < to; at += PORTION)
        inflate.push(bytes.subarray(at, Math.min(to, at + PORTION)))
    } catch (error) {
      if (error instanceof LimitExceeded) throw error
      // Not packed this way, or at its end: whoever parses it will say so.
    }
  }
}
