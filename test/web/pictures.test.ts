/** Real pictures through the real server: what sharp makes of them, and what it is kept from. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPictureFile } from '../../src/domain/picture-file.ts'
import { mediaFolder } from '../../src/installation.ts'
import { digestOf } from '../../src/domain/digest.ts'
import { listPictureSizes } from '../../src/store/media.ts'
import { makeMissingSizes } from '../../src/web/picture-sizes.ts'
import type { MadeSize } from '../../src/web/pictures.ts'
import { sharpPictures } from '../../src/web/sharp-pictures.ts'
import { pngClaiming } from './both/media-bytes.ts'
import { serve, type Serving } from './server.ts'
import { trialContent } from './trial-content.ts'

const pictures = sharpPictures()
const made = async (bytes: Uint8Array): Promise<MadeSize[]> => {
  const all = await pictures.make(bytes)
  if (typeof all === 'string') throw new Error(all)
  return all
}

/** Red above, blue below, as the photographer saw it; the camera lay on its side and says so. */
async function sideways(): Promise<Buffer> {
  const half = (background: string) => ({
    create: { width: 1000, height: 1000, channels: 3 as const, background },
  })
  return sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#000' } })
    .composite([
      { input: half('#d00000'), left: 0, top: 0 },
      { input: half('#0000d0'), left: 1000, top: 0 },
    ])
    .withExif({
      IFD0: { Make: 'Nokia', Artist: 'Lan' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 51/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

describe('a photograph taken sideways, with its place', () => {
  let all: MadeSize[]
  beforeAll(async () => {
    const bytes = await sideways()
    expect((await sharp(bytes).metadata()).orientation).toBe(6)
    all = await made(bytes)
  })

  test('stands upright in every size', async () => {
    expect(all.map(({ format, width, height }) => [format, width, height])).toEqual([
      ...[1000, 960, 480].map((width) => ['jpeg', width, width * 2]),
      ...[1000, 960, 480].map((width) => ['webp', width, width * 2]),
    ])
    for (const { bytes, height } of all) {
      const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
      expect(data[0]).toBeGreaterThan(150)
      expect(data.at(-1), `${height}`).toBeGreaterThan(150)
      expect(data.at(-3)).toBeLessThan(60)
    }
  })

  test('has nothing left of where and by whom', async () => {
    for (const { bytes, format, width, height } of all) {
      expect(readPictureFile(bytes)).toEqual({ format, width, height, extras: [] })
      const { exif, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined])
      expect(Buffer.from(bytes).includes('Nokia')).toBe(false)
    }
  })
})

test('colours outside of sRGB are brought into it', async () => {
  const p3 = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#ff0000' } })
    .withIccProfile('p3')
    .png()
    .toBuffer()
  const [jpeg] = await made(p3)
  const { space, icc } = await sharp(jpeg!.bytes).metadata()
  expect([space, icc]).toEqual(['srgb', undefined])
})

test.each(['png', 'webp', 'avif'] as const)(
  'a small transparent %s is never enlarged, and lies on white',
  async (format) => {
    const background = { r: 0, g: 0, b: 0, alpha: 0 }
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 4, background } })
      .toFormat(format)
      .toBuffer()
    const all = await made(bytes)
    expect(all.map(({ width }) => width)).toEqual([300, 300])
    const data = await sharp(all[0]!.bytes).raw().toBuffer()
    expect(data[0]).toBeGreaterThan(250)
  },
)

test('the same picture gives the same bytes', async () => {
  const bytes = await sideways()
  expect(await made(bytes)).toEqual(await made(bytes))
})

test('a file that ends early is broken', async () => {
  const bytes = await sideways()
  expect(await pictures.make(bytes.subarray(0, bytes.length - 2000))).toBe('broken')
})

test('400 million pixels are refused from the header, without their memory', async () => {
  const before = process.memoryUsage().rss
  expect(await pictures.make(pngClaiming(20_000, 20_000))).toBe('too-large')
  // A real one: white compresses to almost nothing.
  const bomb = await sharp({
    create: { width: 12_000, height: 8000, channels: 3, background: '#fff' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const made = process.memoryUsage().rss
  const began = performance.now()
  expect(await pictures.make(bomb)).toBe('too-large')
  expect(performance.now() - began).toBeLessThan(500)
  expect(process.memoryUsage().rss - made).toBeLessThan(30 * 1024 * 1024)
  expect(before).toBeGreaterThan(0)
})

describe('a picture that was imported', () => {
  let site: Serving
  beforeAll(async () => {
    site = await serve(trialContent())
  })
  afterAll(() => site?.remove())

  test('stays as it is, and gets its sizes soon', async () => {
    const original = trialContent().get('content/places/cho-thu/cover.png')!
    const digest = await digestOf(original)
    const before = await site.ask('/vi/places/cho-thu')
    expect(before.bytes.toString()).toContain(`/media/${digest}.png`)
    const sizing = makeMissingSizes(site.services, 3_600_000)
    await sizing.look()
    await sizing.stop()
    const sizes = await listPictureSizes(site.services.db, [digest])
    expect(sizes.map(({ format, width }) => `${format} ${width}`)).toEqual(
      expect.arrayContaining(['jpeg 480', 'jpeg 640', 'webp 480', 'webp 640']),
    )
    const kept = readFileSync(join(mediaFolder(site.settings), digest))
    expect(new Uint8Array(kept)).toEqual(original)
    const text = (await site.ask('/vi/places/cho-thu')).bytes.toString()
    const webp = sizes.find(({ format, width }) => format === 'webp' && width === 480)
    expect(text).toContain(`<source type="image/webp" srcset="/media/${webp!.derived}.webp 480w`)
    expect(text).toContain('width="640" height="360"')
    const answer = await site.ask(`/media/${webp!.derived}.webp`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/webp'])
  })
})
