/** What phones see, by three independent decoders: zxing-cpp, zbar and the one of `qr`. */
import {
  scanGrayBuffer,
  setModuleArgs,
  ZBarConfigType,
  ZBarScanner,
  ZBarSymbolType,
} from '@undecaf/zbar-wasm'
import { decodeQR } from 'qr/decode.js'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { sideInModules } from '../../domain/placard.ts'
import { lightOf } from './picture.ts'
import type { Picture } from './pdfium-pages.ts'
import { instantiating } from './wasm.ts'

export const DECODERS = ['zxing', 'zbar', 'qr'] as const
export type Decoder = (typeof DECODERS)[number]
/** Null where a decoder found nothing; a decoder that was not asked is left out. */
export type Reading = Partial<Record<Decoder, string | null>>

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

export interface FoundCode {
  says: string
  corners: readonly [Corner, Corner, Corner, Corner]
}

interface Corner {
  x: number
  y: number
}

export interface Decode {
  /** The slowest is not asked where both others read `expected`: it would only say it a third time. */
  (picture: Picture, expected?: string): Promise<Reading>
  locate(picture: Picture): Promise<FoundSymbol | null>
  /** Whatever holds data on a page, of any kind that phones read: what it says and its corners. */
  codes(picture: Picture): Promise<FoundCode[]>
}

/** Milliseconds for the decoder that would otherwise give up by the clock, and so differ from run to run. */
const PATIENCE = 10_000

export function openDecoders(wasm: {
  zxing: WebAssembly.Module
  zbar: WebAssembly.Module
}): Decode {
  prepareZXingModule({ overrides: { instantiateWasm: instantiating(wasm.zxing) } })
  setModuleArgs({ instantiateWasm: instantiating(wasm.zbar) } as never)
  const decode = async (picture: Picture, expected?: string): Promise<Reading> => {
    // Light on dark is refused: zbar and many telephones never read it.
    const zxing = (await zxingRead(picture))?.text ?? null
    const zbar = await zbarRead(picture)
    const isCertain = expected !== undefined && zxing === expected && zbar === expected
    return isCertain ? { zxing, zbar } : { zxing, zbar, qr: qrOrNull(picture) }
  }
  return Object.assign(decode, { locate, codes })
}

async function zxingRead({ width, height, data }: Picture) {
  const image = { width, height, data, colorSpace: 'srgb' } as ImageData
  const [found] = await readBarcodes(image, { formats: ['QRCode'], tryInvert: false })
  return found?.isValid ? found : null
}

/** Every so many lines of a picture; a symbol that fills a page's height is crossed often enough by the first. */
const LINES = [3, 1] as const
let scanner: Promise<ZBarScanner> | null = null

async function zbarRead(picture: Picture): Promise<string | null> {
  const light = lightOf(picture)
  scanner ??= ZBarScanner.create()
  const opened = await scanner
  const { ZBAR_NONE, ZBAR_QRCODE } = ZBarSymbolType
  const { ZBAR_CFG_ENABLE, ZBAR_CFG_X_DENSITY, ZBAR_CFG_Y_DENSITY } = ZBarConfigType
  // A picture of a page is not searched for the bars of groceries.
  opened.setConfig(ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
  opened.setConfig(ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
  for (const lines of LINES) {
    opened.setConfig(ZBAR_NONE, ZBAR_CFG_X_DENSITY, lines)
    opened.setConfig(ZBAR_NONE, ZBAR_CFG_Y_DENSITY, lines)
    const [found] = await scanGrayBuffer(light.buffer, picture.width, picture.height, opened)
    if (found) return found.decode()
  }
  return null
}

/** Codes on one page that are told of. */
const CODES_MOST = 20

async function codes({ width, height, data }: Picture): Promise<FoundCode[]> {
  const image = { width, height, data, colorSpace: 'srgb' } as ImageData
  const found = await readBarcodes(image, { formats: [], maxNumberOfSymbols: CODES_MOST })
  return found
    .filter(({ isValid }) => isValid)
    .map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
      says: text,
      corners: [topLeft, topRight, bottomRight, bottomLeft],
    }))
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
