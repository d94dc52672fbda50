/**
 * First screens, pixel by pixel, beside pictures that a person has looked at and kept (test/browser/looks). The letters
 * are ours, so that every machine draws the same. `STELE_KEEP_LOOKS=1 npm test -- test/browser/looks.test.ts` keeps
 * new ones: open them before they are committed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { test } from 'vitest'
import { DESK_SIZE, describeInBrowser, expect, PHONE_SIZE, type Browsing } from './browser.ts'
import { PAGES } from './pages.ts'

const FOLDER = join(import.meta.dirname, 'looks')
const FONTS = join(import.meta.dirname, '../../templates/fonts')
/** Kept at half their size: enough to see what is wrong. */
const SCALE = 0.5
/** Of 255, over all pixels: smoothing of letters differs a little from one build of the browser to the next. */
const OFF_MAX = 0.8

const LOOKS = [
  { name: 'street', page: 'a scanned street sign', locale: 'vi' },
  { name: 'street-night', page: 'a scanned street sign', locale: 'vi', night: true },
  { name: 'site-zh', page: 'a heritage site', locale: 'zh-Hans' },
  { name: 'walk', page: 'a walk', locale: 'en' },
  { name: 'home', page: 'the home page', locale: 'vi' },
  { name: 'map', page: 'the map', locale: 'vi' },
  { name: 'passport', page: 'a passport', locale: 'vi' },
  { name: 'figure-wide', page: 'a figure', locale: 'vi', wide: true },
]
type Look = (typeof LOOKS)[number]

describeInBrowser('the look', (browsing) => {
  test.each(LOOKS)('of $name is the one that was kept', async (look) => {
    const file = join(FOLDER, `${look.name}.png`)
    const picture = await pictureOf(browsing, look)
    if (process.env['STELE_KEEP_LOOKS']) writeFileSync(file, picture)
    expect(existsSync(file), `${look.name}.png was never kept`).toBe(true)
    expect(await off(picture, readFileSync(file))).toBeLessThan(OFF_MAX)
  })

  test.each([
    ['another blue', '.head { background: #2f4a7e !important }'],
    ['a line lower', '.summary { margin-top: 2rem !important }'],
    ['smaller letters', 'body { font-size: 1.05rem !important }'],
  ])('would be found changed by %s', async (_, css) => {
    const street = LOOKS[0]!
    const other = await pictureOf(browsing, street, css)
    expect(await off(other, readFileSync(join(FOLDER, 'street.png')))).toBeGreaterThan(OFF_MAX)
  })
})

async function pictureOf(browsing: Browsing, look: Look, css = ''): Promise<Buffer> {
  const options = { bypassCSP: true, locale: look.locale }
  const { page, close } = await browsing.openWith(
    PAGES[look.page]!(look.locale),
    options,
    (window) => window.route('**/static/*.js', (route) => route.abort()),
  )
  await page.setViewportSize(look.wide ? DESK_SIZE : PHONE_SIZE)
  if (look.night) await page.emulateMedia({ colorScheme: 'dark' })
  await ourLetters(page, css)
  const shot = await page.screenshot()
  await close()
  const width = Math.round((look.wide ? DESK_SIZE : PHONE_SIZE).width * SCALE)
  return sharp(shot).resize({ width }).png({ palette: true, colours: 128 }).toBuffer()
}

async function ourLetters(page: Page, css: string): Promise<void> {
  const fonts = { 'look-vi': 'be-vietnam-pro-500', 'look-zh': 'noto-sans-sc-500' }
  await page.route('**/look-*.ttf', (route) => {
    const id = new URL(route.request().url()).pathname.slice(1, -4) as keyof typeof fonts
    return route.fulfill({ path: join(FONTS, `${fonts[id]}.ttf`), contentType: 'font/ttf' })
  })
  const faces = Object.keys(fonts).map(
    (id) => `@font-face { font-family: ${id}; src: url(/${id}.ttf) }`,
  )
  const all = `body, body * { font-family: look-vi, look-zh !important }`
  await page.addStyleTag({ content: `${faces.join(' ')} ${all} ${css}` })
  await page.evaluate(() => document.fonts.ready)
}

/** How far the channels are from what they were, on average, of 255; infinitely, for another size. */
async function off(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map(pixelsOf))
  if (a!.info.width !== b!.info.width || a!.info.height !== b!.info.height) return Infinity
  return a!.data.reduce((sum, value, i) => sum + Math.abs(value - b!.data[i]!), 0) / a!.data.length
}

function pixelsOf(png: Buffer) {
  return sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
}
