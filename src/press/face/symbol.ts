/** The QR symbol of one address, as in ISO/IEC 18004: always alphanumeric mode, at least level Q, at most version 4. */
import core from 'qrcode/lib/core/qrcode.js'
import { digestOf } from '../../domain/digest.ts'
import { traceOutline, type Contour } from './outline.ts'

export const SYMBOL_LEVELS = ['Q', 'H'] as const
export type SymbolLevel = (typeof SYMBOL_LEVELS)[number]
export const MAX_VERSION = 4

/** What the register keeps of the first print, so that a reprint is the same symbol. */
export interface PinnedSymbol {
  version: number
  level: SymbolLevel
  /** 0 to 7 */
  mask: number
}

export interface QrSymbol extends PinnedSymbol {
  payload: string
  /** Modules on each side, without quiet zone. */
  size: number
  /** Column and row from the top left; false outside. */
  dark: (x: number, y: number) => boolean
  /** The dark modules as closed contours, in modules from the top left. */
  outline: Contour[]
  /** All modules row by row, four to a hexadecimal digit, 1 for dark: equal for equal symbols. */
  bits: string
}

/** Null when `payload` is not alphanumeric, does not fit version 4 at level Q, or does not fit the pinned symbol. */
export function encodeSymbol(
  payload: string,
  pinned?: Partial<PinnedSymbol> | null,
): QrSymbol | null {
  if (!/^[0-9A-Z $%*+\-./:]+$/.test(payload)) return null
  if (pinned?.level) return attempt(payload, pinned.level, pinned)
  const least = attempt(payload, 'Q', pinned)
  const boosted = least && attempt(payload, 'H', pinned)
  return boosted && boosted.version === least.version ? boosted : least
}

/** Lower-case hexadecimal SHA-256 of the modules, one byte each, row by row. */
export async function matrixSha256(symbol: QrSymbol): Promise<string> {
  const modules = Uint8Array.from({ length: symbol.size ** 2 }, (_, i) =>
    Number(symbol.dark(i % symbol.size, Math.floor(i / symbol.size))),
  )
  return digestOf(modules)
}

function attempt(
  payload: string,
  level: SymbolLevel,
  pinned?: Partial<PinnedSymbol> | null,
): QrSymbol | null {
  const encoded = encodeOrNull(payload, level, pinned)
  if (!encoded || encoded.version > MAX_VERSION) return null
  const { size, data } = encoded.modules
  const dark = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < size && y < size && data[y * size + x] === 1
  return {
    payload,
    version: encoded.version,
    level,
    mask: encoded.maskPattern,
    size,
    dark,
    outline: traceOutline(size, dark),
    bits: hexadecimal(data),
  }
}

function encodeOrNull(
  data: string,
  errorCorrectionLevel: SymbolLevel,
  pinned?: Partial<PinnedSymbol> | null,
) {
  try {
    return core.create([{ data, mode: 'alphanumeric' }], {
      errorCorrectionLevel,
      version: pinned?.version,
      maskPattern: pinned?.mask,
    })
  } catch {
    return null
  }
}

function hexadecimal(modules: Uint8Array): string {
  let digits = ''
  for (let i = 0; i < modules.length; i += 4)
    digits += parseInt([0, 1, 2, 3].map((k) => modules[i + k] ?? 0).join(''), 2).toString(16)
  return digits
}
