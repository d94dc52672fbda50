/** The map with streets from the operator's own file, in a real browser; and the drawing, whenever it cannot be. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, test } from 'vitest'
import { basemapAt } from '../../src/store/basemap-file.ts'
import { trialBasemap } from '../web/basemap-kit.ts'
import { trialContent } from '../web/trial-content.ts'
import { describeInBrowser, expect, PHONE_SIZE, soon, unexpected } from './browser.ts'

const SHAPES = 'content/admin-units.geojson'
const shapes = readFileSync(SHAPES)
const { features } = JSON.parse(shapes.toString()) as {
  features: { geometry: { coordinates: [number, number][][][] } }[]
}
const rings = features.flatMap(({ geometry }) => geometry.coordinates.flat())
/** `earth` of the style for the day and for the night. */
const EARTH = { day: [226, 223, 218], night: [31, 31, 31] }

describeInBrowser('a base map', (browsing) => {
  const folder = mkdtempSync(join(tmpdir(), 'stele-basemap-'))
  let number = 0
  /** Puts a file in place of the one before; an import makes the pages anew. */
  const bring = async (bytes: Uint8Array | null) => {
    const path = join(folder, `${number++}.pmtiles`)
    if (bytes) writeFileSync(path, bytes)
    const found = bytes && (await basemapAt(path))
    if (typeof found === 'string') throw new Error(found)
    browsing.site.services.findBasemap = () => Promise.resolve(found)
    const note = new TextEncoder().encode(`${shapes.toString().trimEnd()}\n`)
    const changed = { 'content/places/cho-thu/vi.md': marketText(number) }
    await browsing.site.importFromOutside(new Map([...trialContent(changed), [SHAPES, note]]))
  }
  const marketText = (n: number) =>
    `---\ntitle: Chợ Thử\nsummary: Lần thứ ${n} của chợ thử này.\nrevision: ${n}\n---\nChợ họp [^s1].\n`
  let vector: Uint8Array
  let elsewhere: Uint8Array

  beforeAll(async () => {
    vector = await trialBasemap({ rings })
    const far = rings.map((ring) => ring.map(([lon, lat]): [number, number] => [lon, lat - 12]))
    elsewhere = await trialBasemap({ rings: far })
    await bring(vector)
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const fresh = (options: BrowserContextOptions = {}, path = '/vi/map', locale = 'vi') =>
    browsing.open(path, locale, { viewport: PHONE_SIZE, ...options })
  const button = (page: Page) => page.getByRole('button', { name: 'Xem bản đồ có đường phố' })
  const shown = async (page: Page) => {
    await button(page).click()
    await soon(() => page.locator('[data-module=basemap] [role=status]').innerText()).toContain(
      'phím mũi tên',
    )
  }
  /** Whether a tile has pixels of this colour. */
  const isPainted = (page: Page, colour: number[]) =>
    page.evaluate((wanted) => {
      const tiles = [...document.querySelectorAll<HTMLCanvasElement>('canvas.leaflet-tile')]
      return tiles.some((tile) => {
        const pixels = tile.width
          ? tile.getContext('2d')!.getImageData(0, 0, tile.width, tile.height).data
          : []
        for (let i = 0; i < pixels.length; i += 4)
          if (wanted.every((value, j) => pixels[i + j] === value)) return true
        return false
      })
    }, colour)
  const drawing = (page: Page) => page.locator('svg.map')

  test('comes at a tap, from our own address only, with credit, pins and a list', async () => {
    const opened = await fresh()
    const { page, strangers } = opened
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    expect(await drawing(page).isVisible()).toBe(true)
    expect(asked.filter((path) => /basemap/.test(path))).toEqual([])
    await shown(page)
    expect(await drawing(page).isVisible()).toBe(false)
    await soon(() => isPainted(page, EARTH.day)).toBe(true)
    expect(asked.filter((path) => path.endsWith('.pmtiles')).length).toBeGreaterThan(1)
    expect(strangers).toEqual([])
    expect(unexpected(opened)).toEqual([])

    const credit = page.locator('.streets-credit')
    expect(await credit.innerText()).toBe('© OpenStreetMap')
    expect(await credit.evaluate((at) => at.innerHTML)).not.toMatch(/script|onclick|onerror|img/)
    const pins = await page.locator('.streets path.exact, .streets path.rough').count()
    expect(pins).toBe(await page.locator('svg.map circle').count())
    expect(await page.locator('.streets path.outline').count()).toBe(1)
    const list = page.locator('main ul.list a[href="/vi/places/cho-thu"]')
    expect(await list.first().isVisible()).toBe(true)
    await opened.close()
  }, 60_000)

  test('a pin says what it is and leads there', async () => {
    const { page, close } = await fresh({}, '/vi/map/05983')
    await shown(page)
    await page.locator('.streets path.exact').first().click({ force: true })
    const link = page.locator('.leaflet-popup a')
    await soon(() => link.count()).toBe(1)
    const title = await link.innerText()
    await link.click()
    expect(await page.locator('h1').innerText()).toBe(title)
    await close()
  }, 60_000)

  test('is moved and zoomed by keyboard, at once for who wants nothing to move, and is sound for axe', async () => {
    const { page, close } = await fresh({ reducedMotion: 'reduce' })
    await shown(page)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('streets')
    const state = () =>
      page.evaluate(() => [
        document.querySelector<HTMLElement>('.leaflet-map-pane')!.style.transform,
        document.querySelector('.streets path.outline')?.getAttribute('d')?.length ?? 0,
      ])
    const first = await state()
    await page.keyboard.press('+')
    await soon(state).not.toEqual(first)
    const zoomed = await state()
    await page.keyboard.press('ArrowRight')
    await soon(state).not.toEqual(zoomed)
    expect(await page.locator('.leaflet-zoom-anim, .leaflet-pan-anim').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Phóng to' }).isVisible()).toBe(true)
    const found = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode(true)
      .analyze()
    expect(found.violations).toEqual([])
    await close()
  }, 60_000)

  test('is dark at night, and prints as the drawing', async () => {
    const { page, close } = await fresh({ colorScheme: 'dark' })
    await page.emulateMedia({ colorScheme: 'dark' })
    await shown(page)
    await soon(() => isPainted(page, EARTH.night)).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await drawing(page).isVisible()).toBe(true)
    expect(await page.locator('.streets').isVisible()).toBe(false)
    await close()
  }, 60_000)

  test('without script there is the drawing, and no offer', async () => {
    const { page, close } = await fresh({ javaScriptEnabled: false })
    expect(await drawing(page).isVisible()).toBe(true)
    expect(await button(page).count()).toBe(0)
    await close()
  })

  test.each([
    ['is gone', null, 'no-network'],
    ['is broken behind its header', (bytes: Uint8Array) => bytes.fill(7, 127), ''],
    ['has broken tiles', (bytes: Uint8Array) => bytes.fill(7, bytes.byteLength >> 1), ''],
    ['is of another province', () => elsewhere, ''],
  ] as const)(
    'a file that %s leaves the drawing, and says so',
    async (_what, spoil, network) => {
      if (spoil) await bring(spoil(vector.slice()))
      const { page, close } = await fresh()
      if (network) await page.context().route('**/*.pmtiles', (route) => route.abort())
      await button(page).click()
      await soon(() => page.locator('[data-module=basemap] [role=status]').innerText()).toContain(
        'Bản vẽ và danh sách vẫn đầy đủ',
      )
      expect(await drawing(page).isVisible()).toBe(true)
      expect(await page.locator('.streets').count()).toBe(0)
      expect(await button(page).isEnabled()).toBe(true)
      await close()
    },
    60_000,
  )

  test('a script that does not come is said too, and the next tap tries again', async () => {
    await bring(vector)
    const { page, close } = await fresh()
    await page.context().route('**/static/basemap.js', (route) => route.abort(), { times: 1 })
    await button(page).click()
    await soon(() => page.locator('[data-module=basemap] small').first().innerText()).toContain(
      'Bản vẽ và danh sách vẫn đầy đủ',
    )
    await shown(page)
    await close()
  }, 60_000)

  test('a file of pictures is shown too', async () => {
    const flat = { width: 256, height: 256, channels: 3, background: '#3f5e4a' } as const
    const picture = new Uint8Array(await sharp({ create: flat }).png().toBuffer())
    await bring(await trialBasemap({ rings, picture, metadata: {} }))
    const opened = await fresh()
    const { page } = opened
    await shown(page)
    await soon(() =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>('img.leaflet-tile')].some(
          ({ naturalWidth }) => naturalWidth === 256,
        ),
      ),
    ).toBe(true)
    expect(await page.locator('.streets-credit').innerText()).toBe('')
    expect([...opened.strangers, ...unexpected(opened)]).toEqual([])
    await opened.close()
  }, 60_000)

  test('no file, no offer', async () => {
    await bring(null)
    const { page, close } = await fresh()
    expect(await drawing(page).isVisible()).toBe(true)
    expect(await button(page).count()).toBe(0)
    await close()
  })
})
