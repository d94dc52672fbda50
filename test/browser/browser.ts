/** A real Chromium in front of the real server, and everything it complained about on the way. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { serve, type Serving } from '../web/server.ts'
import { trialContent } from '../web/trial-content.ts'
import { describeWithChromium, newWindow, openChromium } from './chromium.ts'

export const PHONE_SIZE = { width: 360, height: 740 }
export const DESK_SIZE = { width: 1280, height: 800 }

export interface Browsing {
  site: Serving
  /** Opens an address in a phone's window in the reader's language, and watches it; with `options`, in a fresh one. */
  open: (path: string, locale?: string, options?: BrowserContextOptions) => Promise<Opened>
  /** As open, in a fresh window that `before` prepares. */
  openWith: (
    path: string,
    options: BrowserContextOptions,
    before: (page: Page) => Promise<unknown>,
  ) => Promise<Opened>
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

/** Describes what needs a browser. */
export function describeInBrowser(title: string, tests: (browsing: Browsing) => void): void {
  describeWithChromium(title, () => {
    /** Addresses outside of this server that any page of any test asked for. */
    const everAsked: string[] = []
    const browsing = {} as Browsing
    const windows = new Map<string, Page>()
    const opened: Page[] = []
    beforeAll(async () => {
      browsing.site = await serve(trialContent())
      const { address } = browsing.site
      const browser = await openChromium()
      const fresh = async (options: BrowserContextOptions) => {
        const page = await newWindow(browser, { viewport: PHONE_SIZE, ...options })
        page.context().on('request', (request) => {
          if (isStranger(request.url(), address)) everAsked.push(request.url())
        })
        opened.push(page)
        return page
      }
      const openOnce = async (page: Page, path: string) => ({
        ...(await openIn(page, address, path)),
        close: () => page.context().close(),
      })
      browsing.open = async (path, locale = 'vi', options) => {
        if (options) return openOnce(await fresh({ locale, ...options }), path)
        const page = windows.get(locale) ?? (await fresh({ locale }))
        windows.set(locale, page)
        return { ...(await openIn(page, address, path)), close: () => Promise.resolve() }
      }
      browsing.openWith = async (path, options, before) => {
        const page = await fresh({ locale: 'vi', ...options })
        await before(page)
        return openOnce(page, path)
      }
    }, 60_000)
    afterAll(async () => {
      for (const page of opened) await page.context().close()
      await browsing.site?.remove()
      expect(everAsked, 'requests to another host').toEqual([])
    })
    tests(browsing)
  })
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

/** Chromium itself notes a page whose status is an error; that is the page's own status, not a fault. */
export function unexpected({ complaints, status }: Opened): string[] {
  const note = `the server responded with a status of ${status}`
  return complaints.filter((text) => status < 400 || !text.includes(note))
}

/** Asks again until it is so; a busy machine gets its time. */
export const soon = <Value>(ask: () => Promise<Value>) => expect.poll(ask, { timeout: 15_000 })

export { expect }
