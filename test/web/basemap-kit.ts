/** A small PMTiles file of version 3, made of our own outlines: vector tiles as a street map has them, or pictures. */
import { zxyToTileId } from 'pmtiles'

type LonLat = readonly [number, number]
type Ring = readonly LonLat[]

export interface Trial {
  /** Rings of wards and communes. */
  rings: readonly Ring[]
  metadata?: Record<string, unknown>
  /** In place of vector tiles: the bytes of a PNG, the same for every tile. */
  picture?: Uint8Array
  zooms?: readonly [least: number, most: number]
}

export const CREDIT =
  '<a href="https://www.openstreetmap.org/copyright" onclick="alert(1)">© OpenStreetMap</a><script>alert(2)</script><img src=x onerror="alert(3)">'

export async function trialBasemap(trial: Trial): Promise<Uint8Array<ArrayBuffer>> {
  const { rings, metadata = { attribution: CREDIT }, picture, zooms = [7, 11] } = trial
  const points = rings.flat()
  const box = boxOf(points)
  const tiles: { id: number; bytes: Uint8Array }[] = []
  for (let z = zooms[0]; z <= zooms[1]; z++) {
    const [left, top] = tileAt([box.west, box.north], z)
    const [right, bottom] = tileAt([box.east, box.south], z)
    for (let x = Math.floor(left); x <= right; x++)
      for (let y = Math.floor(top); y <= bottom; y++)
        tiles.push({
          id: zxyToTileId(z, x, y),
          bytes: picture ?? (await gzipped(vectorTile(rings, z, x, y))),
        })
  }
  tiles.sort((a, b) => a.id - b.id)
  const root = await gzipped(directoryOf(tiles))
  const said = await gzipped(new TextEncoder().encode(JSON.stringify(metadata)))
  const data = joined(tiles.map(({ bytes }) => bytes))
  const head = new DataView(new ArrayBuffer(127))
  new TextEncoder().encodeInto('PMTiles', new Uint8Array(head.buffer))
  head.setUint8(7, 3)
  const parts = [root, said, new Uint8Array(), data]
  let offset = 127
  parts.forEach((part, i) => {
    head.setBigUint64(8 + i * 16, BigInt(offset), true)
    head.setBigUint64(16 + i * 16, BigInt(part.byteLength), true)
    offset += part.byteLength
  })
  for (const at of [72, 80, 88]) head.setBigUint64(at, BigInt(tiles.length), true)
  const bytes = [1, 2, picture ? 1 : 2, picture ? 2 : 1, ...zooms]
  bytes.forEach((byte, i) => head.setUint8(96 + i, byte))
  const degrees = [box.west, box.south, box.east, box.north]
  degrees.forEach((value, i) => head.setInt32(102 + i * 4, Math.round(value * 1e7), true))
  head.setUint8(118, zooms[0])
  head.setInt32(119, Math.round(((box.west + box.east) / 2) * 1e7), true)
  head.setInt32(123, Math.round(((box.south + box.north) / 2) * 1e7), true)
  return joined([new Uint8Array(head.buffer), ...parts])
}

function boxOf(points: readonly LonLat[]) {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)]
  return {
    west: Math.min(...lons),
    east: Math.max(...lons),
    south: Math.min(...lats),
    north: Math.max(...lats),
  }
}

/** In tiles of zoom `z` from the upper left of the world, with fractions. */
function tileAt([lon, lat]: LonLat, z: number): [number, number] {
  const tan = Math.tan((lat * Math.PI) / 180)
  return [((lon + 180) / 360) * 2 ** z, ((1 - Math.asinh(tan) / Math.PI) / 2) * 2 ** z]
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.byteLength
  }
  return whole
}

async function gzipped(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

/** Entries in columns: identities as steps, run lengths, lengths, offsets (0: right after the one before). */
function directoryOf(tiles: readonly { id: number; bytes: Uint8Array }[]) {
  let last = 0
  const steps = tiles.flatMap(({ id }) => {
    const step = id - last
    last = id
    return varint(step)
  })
  return Uint8Array.from([
    ...varint(tiles.length),
    ...steps,
    ...tiles.flatMap(() => varint(1)),
    ...tiles.flatMap(({ bytes }) => varint(bytes.byteLength)),
    ...tiles.flatMap((_, i) => varint(i === 0 ? 1 : 0)),
  ])
}

const EXTENT = 4096

/** Mapbox vector tile 2.1: `earth` with the rings, `roads` along them. */
function vectorTile(rings: readonly Ring[], z: number, x: number, y: number) {
  const inTile = rings.map((ring) =>
    ring.map((point) => {
      const [tx, ty] = tileAt(point, z)
      return [Math.round((tx - x) * EXTENT), Math.round((ty - y) * EXTENT)] as const
    }),
  )
  const near = inTile.filter((ring) => {
    const [xs, ys] = [ring.map(([px]) => px), ring.map(([, py]) => py)]
    const meets = (values: number[]) => Math.max(...values) >= 0 && Math.min(...values) <= EXTENT
    return meets(xs) && meets(ys)
  })
  return Uint8Array.from([
    ...field(3, layerOf('earth', 'earth', 3, near)),
    ...field(3, layerOf('roads', 'highway', 2, near)),
  ])
}

/** A field that holds bytes. */
const field = (number: number, bytes: readonly number[]) => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (words: string) => [...new TextEncoder().encode(words)]

/** `type`: 2 lines, 3 polygons. */
function layerOf(
  name: string,
  kind: string,
  type: 2 | 3,
  rings: readonly (readonly (readonly [number, number])[])[],
): number[] {
  const features = rings.flatMap((ring) =>
    field(2, [
      ...field(2, [0, 0]),
      ...[...varint(3 * 8), type],
      ...field(4, commandsOf(type === 3 ? ring.slice(0, -1) : ring, type)),
    ]),
  )
  return [
    ...[...varint(15 * 8), 2],
    ...field(1, text(name)),
    ...features,
    ...field(3, text('kind')),
    ...field(4, field(1, text(kind))),
    ...[...varint(5 * 8), ...varint(EXTENT)],
  ]
}

function commandsOf(points: readonly (readonly [number, number])[], type: 2 | 3): number[] {
  let [lastX, lastY] = [0, 0]
  const steps = points.map(([x, y]) => {
    const step = [x - lastX, y - lastY].flatMap((by) => varint(by < 0 ? -by * 2 - 1 : by * 2))
    ;[lastX, lastY] = [x, y]
    return step
  })
  const lines = [...varint((points.length - 1) * 8 + 2), ...steps.slice(1).flat()]
  return [...varint(8 + 1), ...(steps[0] ?? []), ...lines, ...(type === 3 ? [15] : [])]
}
