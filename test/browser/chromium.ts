/** One Chromium for all the files of a worker: starting it takes longer than most of them. It ends with the worker. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core'
import { describe } from 'vitest'

const executable = process.env['STELE_CHROMIUM'] ?? '/usr/bin/chromium'
let launched: Promise<Browser> | null = null

export function openChromium(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: executable,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
    timeout: 30_000,
  })
  return launched
}

/** A window with nothing in it, and everything it can be told before it opens an address. */
export async function newWindow(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options)
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

/** Where there is no Chromium, the tests are reported as skipped, with the reason. */
export function describeWithChromium(title: string, tests: () => void): void {
  if (existsSync(executable)) {
    describe(title, tests)
    return
  }
  console.warn(`*** NO CHROMIUM AT ${executable}: ${title} IS SKIPPED (set STELE_CHROMIUM) ***`)
  describe.skip(`${title} (no Chromium at ${executable})`, tests)
}
