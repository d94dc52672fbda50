/** Tiles of the file, vector or picture, as a layer of the map. */
import * as L from 'leaflet'
import { TileType, type Header, type PMTiles } from 'pmtiles'
import { leafletLayer } from 'protomaps-leaflet'
import type { Drawing } from './street-drawing.ts'

// protomaps-leaflet looks for it there.
;(window as unknown as { L: typeof L }).L = L

const PICTURES: Partial<Record<TileType, string>> = {
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
}

/**
 * Whether the file can be shown: throws where it has nothing in the middle of the drawing, or cannot be read from first
 * to last zoom.
 */
export async function tryTiles(archive: PMTiles, header: Header, drawing: Drawing): Promise<void> {
  const lat = (((drawing.north + drawing.south) / 2) * Math.PI) / 180
  const lon = (drawing.west + drawing.east) / 2
  const middleAt = (z: number) => {
    const x = Math.floor(((lon + 180) / 360) * 2 ** z)
    const y = Math.floor(((1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2) * 2 ** z)
    return archive.getZxy(z, x, y)
  }
  const [coarse] = await Promise.all([middleAt(header.minZoom), middleAt(header.maxZoom)])
  if (!coarse) throw new Error('the base map is of somewhere else')
}

export function tileLayer(
  archive: PMTiles,
  header: Header,
  { locale, isNight }: { locale: string; isNight: boolean },
): L.GridLayer {
  const type = PICTURES[header.tileType]
  return type ? pictureLayer(archive, header, type) : vectorLayer(archive, header, locale, isNight)
}

/** Labels are drawn by the browser with its own fonts: no glyphs, no sprites, no other file. */
function vectorLayer(archive: PMTiles, header: Header, lang: string, isNight: boolean) {
  const layer = leafletLayer({
    url: archive,
    lang,
    flavor: isNight ? 'dark' : 'light',
    attribution: '',
    maxDataZoom: header.maxZoom,
  }) as unknown as L.GridLayer & { paintRules: { dataLayer: string }[] }
  // Where wards and the province end is said by the outlines of the installation, not by whoever mapped.
  layer.paintRules = layer.paintRules.filter(({ dataLayer }) => dataLayer !== 'boundaries')
  return layer
}

function pictureLayer(archive: PMTiles, header: Header, type: string): L.GridLayer {
  const layer = new L.GridLayer({ minNativeZoom: header.minZoom, maxNativeZoom: header.maxZoom })
  Object.assign(layer, {
    createTile({ z, x, y }: L.Coords, done: L.DoneCallback): HTMLElement {
      const picture = document.createElement('img')
      picture.alt = ''
      archive
        .getZxy(z, x, y)
        .then((tile) => (tile ? dataAddress(tile.data, type) : null))
        .then((address) => {
          if (address) picture.src = address
          done(undefined, picture)
        })
        .catch((error: unknown) => done(error as Error, picture))
      return picture
    },
  })
  return layer
}

/** The bytes of a tile as an address: the pages' policy allows pictures from `data:`, not from `blob:`. */
function dataAddress(bytes: ArrayBuffer, type: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result as string))
    reader.addEventListener('error', () => reject(new Error('a tile that cannot be read')))
    reader.readAsDataURL(new Blob([bytes], { type }))
  })
}
