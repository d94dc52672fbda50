/** A real Chromium in front of the real server, and everything it complained about on the way. */
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { serve, type Serving } from '../web/server.ts'
import { trialContent } from '../web/trial-content.ts'

export const PHONE_SIZE = { width: 360, height: 740 }
export const DESK_SIZE = { width: 1280, height: 800 }

const executable = process.env['STELE_CHROMIUM'] ?? '/usr/bin/chromium'

export interface Browsing {
  site: Serving
  /** Opens an address in a phone's window in the reader's language, and watches it; with `options`, in a fresh one. */
  open: (path: string, locale?: string, options?: BrowserContextOptions) => Promise<Opened>
}

export interface Opened {
  page: Page
  /** Console messages, faults, refused requests: all of it empty on a good page. */
  complaints: string[]
  /** Addresses outside of this server that the page asked for. */
  strangers: string[]
  status: number
  close: () => Promise<void>
}

/** Describes what needs a browser; where there is none, its tests are reported as skipped, with the reason. */
export function describeInBrowser(title: string, tests: (browsing: Browsing) => void): void {
  if (!existsSync(executable)) {
    console.warn(`*** NO CHROMIUM AT ${executable}: ${title} IS SKIPPED (set STELE_CHROMIUM) ***`)
    describe.skip(`${title} (no Chromium at ${executable})`, () => tests({} as Browsing))
    return
  }
  describe(title, () => {
    let browser: Browser
    /** Addresses outside of this server that any page of any test asked for. */
    const everAsked: string[] = []
    const browsing = {} as Browsing
    beforeAll(async () => {
      browsing.site = await serve(trialContent())
      browser = await chromium.launch({
        executablePath: executable,
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
        timeout: 30_000,
      })
      const windows = new Map<string, Page>()
      const noteStranger = (url: string) => {
        if (isStranger(url, browsing.site.address)) everAsked.push(url)
      }
      browsing.open = async (path, locale = 'vi', options) => {
        const known = options ? undefined : windows.get(locale)
        const page = known ?? (await newWindow(browser, locale, noteStranger, options))
        if (!options) windows.set(locale, page)
        const opened = await openIn(page, browsing.site.address, path)
        return { ...opened, close: () => (options ? page.context().close() : Promise.resolve()) }
      }
    }, 60_000)
    afterAll(async () => {
      await browser?.close()
      await browsing.site?.remove()
      expect(everAsked, 'requests to another host').toEqual([])
    })
    tests(browsing)
  })
}

async function newWindow(
  browser: Browser,
  locale: string,
  noteRequest: (url: string) => void,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE_SIZE, locale, ...options })
  context.setDefaultTimeout(15_000)
  context.on('request', (request) => noteRequest(request.url()))
  return context.newPage()
}

function isStranger(url: string, address: string): boolean {
  return !url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url)
}

/** Listeners of the page before are let go, so that each page answers for itself. */
async function openIn(page: Page, address: string, path: string): Promise<Omit<Opened, 'close'>> {
  page.removeAllListeners()
  await page.setViewportSize(PHONE_SIZE)
  await page.emulateMedia({ colorScheme: 'light', media: 'screen' })
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    const url = request.url()
    if (isStranger(url, address)) strangers.push(url)
  })
  const response = await page.goto(`${address}${path}`, { waitUntil: 'load' })
  const status = response?.status() ?? 0
  return { page, status, strangers, complaints }
}

/** Opens a page in a fresh window; `before` prepares it. */
export async function openWith(
  { open }: Browsing,
  path: string,
  options: BrowserContextOptions,
  before: (page: Page) => Promise<unknown>,
) {
  const opened = await open('/vi/', 'vi', options)
  await before(opened.page)
  opened.complaints.length = 0
  const address = new URL(opened.page.url()).origin
  await opened.page.goto(address + path, { waitUntil: 'load' })
  return opened
}

/** Chromium itself notes a page whose status is an error; that is the page's own status, not a fault. */
export function unexpected({ complaints, status }: Opened): string[] {
  const note = `the server responded with a status of ${status}`
  return complaints.filter((text) => status < 400 || !text.includes(note))
}

/** Asks again until it is so; a busy machine gets its time. */
export const soon = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 15_000 })

export { expect }
