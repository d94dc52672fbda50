/**
 * A placard (the face printed on a sign): how large its QR symbol must be, and which address may stand in it.
 *
 * Lengths on paper are in millimetres, lengths inside the symbol in modules (one module is one small
 * square). Points (1/72 inch) appear only where PDF is written.
 */
import type { ShortCode } from './short-code.ts'

/** Light border on each side, in modules; the least that ISO/IEC 18004 allows. */
export const QUIET_ZONE = 4

/** Side of the symbol without its quiet zone, in modules: 21 for version 1, 177 for version 40. */
export function sideInModules(version: number): number {
  if (!Number.isInteger(version) || version < 1 || version > 40)
    throw new RangeError(`QR version must be a whole number from 1 to 40, got ${version}`)
  return 4 * version + 17
}

/** Width of one module, in mm, when symbol and quiet zone together fill `boxMm`. */
export function moduleWidth(version: number, boxMm: number): number {
  return boxMm / (sideInModules(version) + 2 * QUIET_ZONE)
}

/** Five camera pixels per module at 1080p, in mm of module per metre of distance: a planning figure. */
export const MODULE_MM_PER_METRE = 3.4

/** Farthest distance, in mm, from which a worn sign is still expected to scan. */
export function designDistance(version: number, boxMm: number): number {
  return (moduleWidth(version, boxMm) / MODULE_MM_PER_METRE) * 1000
}

/** Characters; leaves room for the code in a version 3 symbol at level H. */
export const HOST_MAX = 20

/** What stands in the symbol, all of it in QR alphanumeric mode: `HTTPS://QR.LANGSON.GOV.VN/7K3QXC`. */
export type Address = string & { readonly brand: 'Address' }

/** Why an origin may not be printed on a sign. */
export type OriginFault = 'malformed' | 'not-https' | 'host-too-long' | 'not-on-allow-list'

/** Null when artwork for real orders may carry `origin`; `allowed` is the list in site.yaml. */
export function originFault(origin: string, allowed: readonly string[]): OriginFault | null {
  const url = parseOrigin(origin)
  if (!url) return 'malformed'
  if (url.protocol !== 'https:') return 'not-https'
  if (!/^[a-z0-9.-]+$/.test(url.host)) return 'malformed'
  if (url.host.length > HOST_MAX) return 'host-too-long'
  return allowed.some((other) => parseOrigin(other)?.origin === url.origin)
    ? null
    : 'not-on-allow-list'
}

/** True for a localhost or an origin nobody allowed: what is made with it says NHÁP - DRAFT. */
export function isDraftOrigin(origin: string, allowed: readonly string[]): boolean {
  return originFault(origin, allowed) !== null
}

/**
 * What is printed in the symbol; null when `origin` is no origin at all, or has characters that alphanumeric mode
 * lacks.
 */
export function printedAddress(origin: string, code: ShortCode): Address | null {
  const url = parseOrigin(origin)
  return url && /^[a-z0-9.:-]+$/.test(url.host)
    ? (`${url.origin}/${code}`.toUpperCase() as Address)
    : null
}

/** The part of the address that people read before the code: `qr.langson.gov.vn/`. */
export function readableHost(origin: string): string {
  return `${parseOrigin(origin)?.host ?? ''}/`
}

function parseOrigin(text: string): URL | null {
  const url = URL.parse(text)
  const bare = url && /^https?:$/.test(url.protocol) && url.pathname === '/'
  return bare && !url.search && !url.hash && !url.username && !url.password ? url : null
}
