/** Renders a PDF with PDFium and reads its QR symbol with three independent decoders. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { scanRGBABuffer } from '@undecaf/zbar-wasm'
import { decodeQR } from 'qr/decode.js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

export interface Picture {
  width: number
  height: number
  /** RGBA, row by row from the top. */
  data: Uint8ClampedArray<ArrayBuffer>
}

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } })
const pdfium = PDFiumLibrary.init()

/** The first page. */
export async function render(pdf: Uint8Array, dotsPerInch: number): Promise<Picture> {
  const document = await (await pdfium).loadDocument(pdf)
  try {
    const page = await document.getPage(0).render({ scale: dotsPerInch / 72, render: 'bitmap' })
    const { width, height } = page
    const data = new Uint8ClampedArray(page.data)
    // PDFium gives BGRA.
    for (let i = 0; i < data.length; i += 4)
      [data[i], data[i + 2]] = [data[i + 2] ?? 0, data[i] ?? 0]
    return { width, height, data }
  } finally {
    document.destroy()
  }
}

export async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await (await pdfium).loadDocument(pdf)
  try {
    return document.getPage(0).getText()
  } finally {
    document.destroy()
  }
}

export type Decoder = 'zxing' | 'zbar' | 'qr'

/** What each decoder read; null where it found nothing. */
export async function decode(picture: Picture): Promise<Record<Decoder, string | null>> {
  const { width, height, data } = picture
  const image = { width, height, data, colorSpace: 'srgb' } as ImageData
  const [zxing] = await readBarcodes(image, { formats: ['QRCode'], tryInvert: false })
  const [zbar] = await scanRGBABuffer(data.slice().buffer, width, height)
  return { zxing: zxing?.text ?? null, zbar: zbar?.decode() ?? null, qr: qrOrNull(picture) }
}

function qrOrNull({ width, height, data }: Picture): string | null {
  try {
    return decodeQR({ width, height, data })
  } catch {
    return null
  }
}
