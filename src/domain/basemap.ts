/**
 * The base map is one PMTiles file of version 3 that an operator brings: streets and rivers under our own places.
 * Layout of its header: github.com/protomaps/PMTiles, spec/v3.
 */

/** Bytes of the header. */
export const BASEMAP_HEADER = 127
const MAGIC = 'PMTiles'
/** Codes of the header (1 for none, 2 for gzip); other compressions no script of ours can read. */
const COMPRESSIONS = [1, 2]
/** Vector tiles, PNG, JPEG, WebP. */
const TILE_TYPES = [1, 2, 3, 4]

export type BasemapFault = 'missing' | 'not-pmtiles' | 'other-version' | 'cut-short' | 'unreadable'

/** What is wrong with a file that begins with `head` and is `size` bytes long; null when it can be shown. */
export function basemapFault(head: Uint8Array, size: number): BasemapFault | null {
  if (new TextDecoder().decode(head.slice(0, MAGIC.length)) !== MAGIC) return 'not-pmtiles'
  if (head[MAGIC.length] !== 3) return 'other-version'
  if (head.byteLength < BASEMAP_HEADER) return 'cut-short'
  const view = new DataView(head.buffer, head.byteOffset)
  /** Offset and length of the root directory, the metadata, the leaf directories and the tiles. */
  const ends = [8, 24, 40, 56].map((at) =>
    Number(view.getBigUint64(at, true) + view.getBigUint64(at + 8, true)),
  )
  if (Math.max(...ends) > size) return 'cut-short'
  const isReadable =
    COMPRESSIONS.includes(view.getUint8(97)) &&
    COMPRESSIONS.includes(view.getUint8(98)) &&
    TILE_TYPES.includes(view.getUint8(99))
  return isReadable ? null : 'unreadable'
}
