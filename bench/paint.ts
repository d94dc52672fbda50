/**
 * How soon a scanned page is painted on a slow telephone network, beside a plain page of the same bytes: in Chromium,
 * nothing kept from before, pairs by turns. Slow 4G is what its developer tools call so; two bars is slower than that.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import { serve } from '../test/web/server.ts'
import { readFolderFromDisk } from '../src/exchange/folder/folder-on-disk.ts'

const RUNS = 7
/** Milliseconds added to each answer, and kbit/s down. */
const NETWORKS = { 'slow 4G': [562.5, 1440], 'two bars': [400, 400] } as const
const PAGES = ['/7K3QXC/vi', '/7K3QXC/zh-Hans', '/EC85VC/en']

export async function benchPaint(): Promise<string[]> {
  const site = await serve(await readFolderFromDisk('.'))
  const browser = await chromium.launch({
    executablePath: process.env['STELE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const lines: string[] = []
  try {
    for (const path of PAGES)
      for (const [network, [latency, kbits]] of Object.entries(NETWORKS)) {
        const paintOf = painter(browser, latency, kbits)
        const ours = await site.ask(path, { headers: { 'Accept-Encoding': 'gzip' } })
        const plain = await plainPage(ours.bytes.byteLength)
        const pairs: { ours: Paint; plain: Paint }[] = []
        for (let i = 0; i < RUNS; i++)
          pairs.push({
            ours: await paintOf(site.address + path),
            plain: await paintOf(plain.address),
          })
        plain.stop()
        const ratio = (of: keyof Paint) => median(pairs.map((one) => one.ours[of] / one.plain[of]))
        const time = (whose: 'ours' | 'plain', of: keyof Paint) =>
          Math.round(median(pairs.map((one) => one[whose][of])))
        lines.push(
          `${network} ${path} ${ours.bytes.byteLength} B: first paint ${time('ours', 'first')} ms, plain ${time('plain', 'first')} ms, ` +
            `ratio ${ratio('first').toFixed(2)}; largest ${time('ours', 'largest')} ms, plain ${time('plain', 'largest')} ms, ratio ${ratio('largest').toFixed(2)}`,
        )
      }
  } finally {
    await browser.close()
    await site.remove()
  }
  return lines
}

interface Network {
  offline: boolean
  /** Milliseconds. */
  latency: number
  /** Bytes a second. */
  downloadThroughput: number
  uploadThroughput: number
}

interface Paint {
  /** Milliseconds from the beginning of the navigation. */
  first: number
  largest: number
}

function painter(browser: Browser, latency: number, kbits: number) {
  const bytes = (kbits * 1000) / 8
  const network = { latency, downloadThroughput: bytes, uploadThroughput: bytes / 2 }
  return (url: string) => paintOf(browser, url, { offline: false, ...network })
}

async function paintOf(browser: Browser, url: string, network: Network): Promise<Paint> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', network)
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 })
  await page.waitForTimeout(500)
  const paint = await page.evaluate(
    () =>
      new Promise<Paint>((resolve) => {
        const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN
        new PerformanceObserver((list) =>
          resolve({ first, largest: list.getEntries().at(-1)?.startTime ?? NaN }),
        ).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  await context.close()
  return paint
}

/** Words that gzip makes about `bytes` of, in one paragraph, with nothing to fetch. */
async function plainPage(bytes: number): Promise<{ address: string; stop: () => void }> {
  let seed = 1
  const word = () => ((seed = (seed * 48271) % 2147483647) % 46656).toString(36)
  let text = ''
  const pageOf = (words: string) =>
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><p>${words}</p></html>`
  while (gzipSync(pageOf(text)).byteLength < bytes) text += `${word()} ${word()} ${word()} `
  const body = gzipSync(pageOf(text))
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Encoding': 'gzip',
    })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}
