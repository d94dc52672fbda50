/**
 * What a first view costs on a telephone: every request until the page is still and all bytes over the wire, per locale
 * and kind, nothing kept from before; and the same for an entry that has a photograph of 12 megapixels.
 */
import { chromium, type Browser } from 'playwright-core'
import sharp from 'sharp'
import { readFolderFromDisk } from '../src/exchange/folder/folder-on-disk.ts'
import { KIND_FOLDERS } from '../src/domain/entry.ts'
import { listEntryTitles } from '../src/store/public-entry.ts'
import { makeMissingSizes } from '../src/web/picture-sizes.ts'
import { serve } from '../test/web/server.ts'

const BUDGET = 100_000
const ENTRY = 'content/heritage-sites/dong-tam-thanh'
const PICTURED = 'heritage-sites/dong-tam-thanh'

export async function benchView(): Promise<string[]> {
  const site = await serve(await withPhotograph())
  const browser = await chromium.launch({
    executablePath: process.env['STELE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const views = new Map<string, View[]>()
  try {
    const sizing = makeMissingSizes(site.services, 60_000)
    await sizing.look()
    await sizing.stop()
    for (const { kind, slug, titles } of await listEntryTitles(site.services.db))
      for (const locale of Object.keys(titles)) {
        const path = `${KIND_FOLDERS[kind]}/${slug}`
        const group = `${kind}${path === PICTURED ? ' with a photograph' : ''} ${locale}`
        const view = await viewOf(browser, `${site.address}/${locale}/${path}`)
        views.set(group, [...(views.get(group) ?? []), view])
      }
  } finally {
    await browser.close()
    await site.remove()
  }
  return [
    `first view, budget ${BUDGET} bytes; requests and bytes of the largest of each`,
    ...[...views].map(([group, all]) => {
      const largest = all.sort((a, b) => b.bytes - a.bytes)[0]!
      return `${group.padEnd(40)} ${largest.requests} requests  ${largest.bytes} bytes`
    }),
  ]
}

interface View {
  requests: number
  /** Bodies and headers, as they came. */
  bytes: number
}

async function viewOf(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
  })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  const view = { requests: 0, bytes: 0 }
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    view.requests++
    view.bytes += encodedDataLength
  })
  await line.send('Network.enable')
  await page.goto(url, { waitUntil: 'networkidle' })
  await context.close()
  return view
}

/** Noise under blur: it compresses no better than a photograph of leaves and rock. */
async function withPhotograph() {
  const folder = new Map(await readFolderFromDisk('.'))
  const photograph = await sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#66735c',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .blur(3)
    .jpeg({ quality: 90 })
    .toBuffer()
  const facts = new TextDecoder().decode(folder.get(`${ENTRY}/entry.yaml`))
  const image =
    'images:\n  - { file: cover.jpg, alt: { vi: Cửa động, zh-Hans: 洞口, en: The mouth of the cave }, author: An, licence: CC BY 4.0 }\n'
  folder.set(
    `${ENTRY}/entry.yaml`,
    new TextEncoder().encode(facts.replace('related:', `${image}related:`)),
  )
  folder.set(`${ENTRY}/cover.jpg`, new Uint8Array(photograph))
  return folder
}
