/** Pages and drawings as pixels: PDFium for finished PDFs, resvg for SVG. Both are WebAssembly, the same everywhere. */
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { openPdfium, type OpenPdf, type Picture } from './pdfium-pages.ts'

export interface Renderer {
  /** Throws when the bytes are no PDF. Whoever opens one closes it. */
  open(bytes: Uint8Array): OpenPdf
  /** One page, the first unless told, on white. Rejects when the bytes are no PDF. */
  pdf(bytes: Uint8Array, dotsPerInch: number, index?: number): Promise<Picture>
  /** The words of one page, the first unless told, as a reader would copy them. */
  pdfText(bytes: Uint8Array, index?: number): Promise<string>
  /** Transparent where nothing is painted. */
  svg(text: string, width: number): Picture
  /** The same on white, as a PNG file; `width` in pixels. */
  png(text: string, width: number): Uint8Array
}

let resvgStarted: Promise<void> | null = null

export async function openRenderer(wasm: {
  pdfium: WebAssembly.Module
  resvg: WebAssembly.Module
}): Promise<Renderer> {
  resvgStarted ??= initWasm(wasm.resvg)
  await resvgStarted
  const open = await openPdfium(wasm.pdfium)
  const opened = <Result>(bytes: Uint8Array, work: (pdf: OpenPdf) => Result): Result => {
    const pdf = open(bytes)
    try {
      return work(pdf)
    } finally {
      pdf.close()
    }
  }
  return {
    open,
    pdf: async (bytes, dotsPerInch, index) =>
      opened(bytes, (pdf) => pdf.picture(dotsPerInch, index)),
    pdfText: async (bytes, index) => opened(bytes, (pdf) => pdf.text(index)),
    png(text, width) {
      const drawing = new Resvg(text, {
        fitTo: { mode: 'width', value: width },
        font: { loadSystemFonts: false },
        background: '#ffffff',
      })
      const image = drawing.render()
      const png = image.asPng()
      image.free()
      drawing.free()
      return png
    },
    svg(text, width) {
      const drawing = new Resvg(text, {
        fitTo: { mode: 'width', value: width },
        font: { loadSystemFonts: false },
      })
      const image = drawing.render()
      const picture = {
        width: image.width,
        height: image.height,
        data: clamped(image.pixels),
      }
      image.free()
      drawing.free()
      return picture
    },
  }
}

/** The same bytes, which both packages hand out as a copy of their own. */
function clamped({ buffer, byteOffset, byteLength }: Uint8Array): Uint8ClampedArray<ArrayBuffer> {
  return new Uint8ClampedArray(buffer as ArrayBuffer, byteOffset, byteLength)
}
