/** Pages of a finished PDF as PDFium paints them: whole or in part, each page read once for all its pictures. */
import { PDFiumModule } from '@hyzyla/pdfium'
import { instantiating } from './wasm.ts'

export interface Picture {
  width: number
  height: number
  /** RGBA, row by row from the top. */
  data: Uint8ClampedArray<ArrayBuffer>
}

/** Pixels of a page at some resolution, from its top left corner; it may reach beyond the page, which is white there. */
export interface PixelWindow {
  left: number
  top: number
  width: number
  height: number
}

/** Read once, for several pictures of it. Pages count from 0. */
export interface OpenPdf {
  pages: number
  /** Points, as a viewer shows the page: cropped and turned. */
  size(index?: number): readonly [width: number, height: number]
  /** On white. Throws when it would have more than PIXELS_MOST. */
  picture(dotsPerInch: number, index?: number, part?: PixelWindow): Picture
  text(index?: number): string
  close(): void
}

/** Throws when the bytes are no PDF. Whoever opens one closes it. */
export type PdfOpener = (bytes: Uint8Array) => OpenPdf

/** A panel of 630 x 930 mm at 150 dots per inch has 20 million; four bytes each. */
export const PIXELS_MOST = 60_000_000

/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER: annotations are painted too, and red comes first. */
const FLAGS = 0x01 | 0x10
/** FPDFBitmap_BGRA */
const FORMAT = 4
const WHITE = 0xffffffff

const FAILURES: Record<number, string> = {
  2: 'File not found or could not be opened',
  3: 'File not in PDF format or corrupted',
  4: 'Password required or incorrect password',
  5: 'Unsupported security scheme',
  6: 'Page not found or content error',
}

export async function openPdfium(wasm: WebAssembly.Module): Promise<PdfOpener> {
  const pdfium = await PDFiumModule({ instantiateWasm: instantiating(wasm) as never })
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 })
  const { malloc, free } = pdfium.wasmExports
  const taken = (bytes: number) => {
    const at = malloc(bytes)
    if (at === 0) throw new Error(`no memory for ${bytes} bytes`)
    return at
  }

  return (bytes) => {
    const at = taken(bytes.length)
    pdfium.HEAPU8.set(bytes, at)
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0)
    if (!document) {
      const failure = FAILURES[pdfium._FPDF_GetLastError()] ?? 'Unknown error'
      free(at)
      throw new Error(failure)
    }
    const loaded = new Map<number, number>()
    const pageAt = (index: number) => {
      const page = loaded.get(index) ?? pdfium._FPDF_LoadPage(document, index)
      if (!page) throw new Error(`page ${index + 1} cannot be read`)
      loaded.set(index, page)
      return page
    }
    const size = (index = 0) =>
      [pdfium._FPDF_GetPageWidth(pageAt(index)), pdfium._FPDF_GetPageHeight(pageAt(index))] as const

    return {
      pages: pdfium._FPDF_GetPageCount(document),
      size,
      picture(dotsPerInch, index = 0, part) {
        const [wide, high] = size(index).map((points) =>
          Math.max(1, Math.round((points * dotsPerInch) / 72)),
        ) as [number, number]
        const { left, top, width, height } = part ?? { left: 0, top: 0, width: wide, height: high }
        if (width * height > PIXELS_MOST)
          throw new Error(`${width} x ${height} pixels are too many`)
        const pixels = taken(4 * width * height)
        const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, FORMAT, pixels, 4 * width)
        try {
          pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
          const page = pageAt(index)
          pdfium._FPDF_RenderPageBitmap(bitmap, page, -left, -top, wide, high, 0, FLAGS)
          const data = new Uint8ClampedArray(4 * width * height)
          data.set(pdfium.HEAPU8.subarray(pixels, pixels + data.length))
          return { width, height, data }
        } finally {
          pdfium._FPDFBitmap_Destroy(bitmap)
          free(pixels)
        }
      },
      text(index = 0) {
        const words = pdfium._FPDFText_LoadPage(pageAt(index))
        if (!words) throw new Error(`the words of page ${index + 1} cannot be read`)
        const count = pdfium._FPDFText_CountChars(words)
        const units = taken(2 * (count + 1))
        try {
          // The last of them is the zero that ends the text.
          const written = count > 0 ? pdfium._FPDFText_GetText(words, 0, count, units) : 1
          const utf16 = pdfium.HEAPU8.slice(units, units + 2 * Math.max(0, written - 1))
          return new TextDecoder('utf-16le').decode(utf16)
        } finally {
          free(units)
          pdfium._FPDFText_ClosePage(words)
        }
      },
      close() {
        for (const page of loaded.values()) pdfium._FPDF_ClosePage(page)
        pdfium._FPDF_CloseDocument(document)
        free(at)
      },
    }
  }
}
