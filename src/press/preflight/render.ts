/** Pages and drawings as pixels: PDFium for finished PDFs, resvg for SVG. Both are WebAssembly, the same everywhere. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { instantiating } from './wasm.ts'

export interface Picture {
  width: number
  height: number
  /** RGBA, row by row from the top. */
  data: Uint8ClampedArray<ArrayBuffer>
}

/** Read once, for several pictures of it. Pages count from 0. */
export interface OpenPdf {
  picture(dotsPerInch: number, index?: number): Promise<Picture>
  text(index?: number): string
  close(): void
}

export interface Renderer {
  /** Rejects when the bytes are no PDF. Whoever opens one closes it. */
  open(bytes: Uint8Array): Promise<OpenPdf>
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
  const pdfium = await PDFiumLibrary.init({
    instantiateWasm: instantiating(wasm.pdfium) as never,
  })
  const open = async (bytes: Uint8Array): Promise<OpenPdf> => {
    const document = await pdfium.loadDocument(bytes)
    return {
      async picture(dotsPerInch, index = 0) {
        const page = document.getPage(index)
        const { originalWidth, originalHeight } = page.getOriginalSize()
        // Left to itself the package counts whole points, and the picture comes out askew by as much as 0.2 %.
        const pixels = (points: number) => Math.max(1, Math.round((points * dotsPerInch) / 72))
        const [width, height] = [pixels(originalWidth), pixels(originalHeight)]
        const { data } = await page.render({ width, height, scale: 1, render: 'bitmap' })
        return { width, height, data: clamped(data) }
      },
      text: (index = 0) => document.getPage(index).getText(),
      close: () => document.destroy(),
    }
  }
  const opened = async <Result>(
    bytes: Uint8Array,
    work: (pdf: OpenPdf) => Result,
  ): Promise<Awaited<Result>> => {
    const pdf = await open(bytes)
    try {
      return await work(pdf)
    } finally {
      pdf.close()
    }
  }
  return {
    open,
    pdf: (bytes, dotsPerInch, index) => opened(bytes, (pdf) => pdf.picture(dotsPerInch, index)),
    pdfText: (bytes, index) => opened(bytes, (pdf) => pdf.text(index)),
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
