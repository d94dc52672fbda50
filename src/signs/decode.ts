/** What phones see, by three independent decoders: zxing-cpp, zbar and the one of `qr`. */
import { scanRGBABuffer, setModuleArgs } from '@undecaf/zbar-wasm'
import { decodeQR } from 'qr/decode.js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import type { Picture } from './render.ts'
import { instantiating } from './wasm.ts'

export const DECODERS = ['zxing', 'zbar', 'qr'] as const
export type Decoder = (typeof DECODERS)[number]
/** Null where a decoder found nothing. */
export type Reading = Record<Decoder, string | null>
export type Decode = (picture: Picture) => Promise<Reading>

/** Milliseconds for the decoder that would otherwise give up by the clock, and so differ from run to run. */
const PATIENCE = 10_000

export function openDecoders(wasm: { zxing: WebAssembly.Module; zbar: WebAssembly.Module }): Decode {
  prepareZXingModule({ overrides: { instantiateWasm: instantiating(wasm.zxing) } })
  setModuleArgs({ instantiateWasm: instantiating(wasm.zbar) } as never)
  return async (picture) => {
    const { width, height, data } = picture
    const image = { width, height, data, colorSpace: 'srgb' } as ImageData
    // Light on dark is refused: zbar and many telephones never read it.
    const [zxing] = await readBarcodes(image, { formats: ['QRCode'], tryInvert: false })
    const [zbar] = await scanRGBABuffer(data.slice().buffer, width, height)
    return { zxing: zxing?.text ?? null, zbar: zbar?.decode() ?? null, qr: qrOrNull(picture) }
  }
}

function qrOrNull({ width, height, data }: Picture): string | null {
  try {
    return decodeQR({ width, height, data }, { timeLimit: PATIENCE })
  } catch {
    return null
  }
}
