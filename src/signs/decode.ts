/** What phones see, by three independent decoders: zxing-cpp, zbar and the one of `qr`. */
import { scanRGBABuffer, setModuleArgs } from '@undecaf/zbar-wasm'
import { decodeQR } from 'qr/decode.js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { sideInModules } from '../domain/placard.ts'
import type { Picture } from './render.ts'
import { instantiating } from './wasm.ts'

export const DECODERS = ['zxing', 'zbar', 'qr'] as const
export type Decoder = (typeof DECODERS)[number]
/** Null where a decoder found nothing. */
export type Reading = Record<Decoder, string | null>

/** A symbol somewhere on a page, as zxing found it. */
export interface FoundSymbol {
  payload: string
  version: number
  level: string
  mask: number
  /** Modules on each side. */
  size: number
  /** Pixels; clockwise from the symbol's own top left. */
  corners: readonly [Corner, Corner, Corner, Corner]
  isReversed: boolean
}

interface Corner {
  x: number
  y: number
}

export interface Decode {
  (picture: Picture): Promise<Reading>
  locate(picture: Picture): Promise<FoundSymbol | null>
}

/** Milliseconds for the decoder that would otherwise give up by the clock, and so differ from run to run. */
const PATIENCE = 10_000

export function openDecoders(wasm: {
  zxing: WebAssembly.Module
  zbar: WebAssembly.Module
}): Decode {
  prepareZXingModule({ overrides: { instantiateWasm: instantiating(wasm.zxing) } })
  setModuleArgs({ instantiateWasm: instantiating(wasm.zbar) } as never)
  const decode = async (picture: Picture): Promise<Reading> => {
    const { width, height, data } = picture
    // Light on dark is refused: zbar and many telephones never read it.
    const zxing = await zxingRead(picture)
    const [zbar] = await scanRGBABuffer(data.slice().buffer, width, height)
    return { zxing: zxing?.text ?? null, zbar: zbar?.decode() ?? null, qr: qrOrNull(picture) }
  }
  return Object.assign(decode, { locate })
}

async function zxingRead({ width, height, data }: Picture) {
  const image = { width, height, data, colorSpace: 'srgb' } as ImageData
  const [found] = await readBarcodes(image, { formats: ['QRCode'], tryInvert: false })
  return found?.isValid ? found : null
}

async function locate(picture: Picture): Promise<FoundSymbol | null> {
  const found = await zxingRead(picture)
  if (!found) return null
  const { topLeft, topRight, bottomRight, bottomLeft } = found.position
  const extra = JSON.parse(found.extra || '{}') as {
    Version?: string
    ECLevel?: string
    DataMask?: number
  }
  const version = Number(extra.Version)
  return {
    payload: found.text,
    version,
    level: extra.ECLevel ?? '?',
    mask: extra.DataMask ?? 0,
    size: sideInModules(version),
    corners: [topLeft, topRight, bottomRight, bottomLeft],
    isReversed: found.isInverted,
  }
}

function qrOrNull({ width, height, data }: Picture): string | null {
  try {
    return decodeQR({ width, height, data }, { timeLimit: PATIENCE })
  } catch {
    return null
  }
}
