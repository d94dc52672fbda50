/** The operator's base map as a runtime hands it over. */
import type { ByteRange, OpenedFile } from './media-port.ts'

export interface Basemap {
  /** 16 hexadecimal digits that change with the file. */
  version: string
  /** Bytes. */
  size: number
  /** Null when the file is no longer the one this version names. */
  open: (range?: ByteRange) => Promise<OpenedFile | null>
}

/** `/basemap/0123456789abcdef.pmtiles`: another file has another address, so that it may be kept for good. */
export function addressOfBasemap({ version }: Basemap): string {
  return `/basemap/${version}.pmtiles`
}
