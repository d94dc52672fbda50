/** The desk in a real Chromium: a site of its own, asked at the very address it is told it has. */
import { createServer, type AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openWorkshop } from '../../src/workshop/workshop.ts'
import type { Email, Invitation } from '../../src/domain/editor.ts'
import { newInvitation } from '../../src/store/new-invitation.ts'
import { oneTimePassword } from '../web/both/one-time-password.ts'
import { serve, type Serving } from '../web/server.ts'
import { trialContent } from '../web/trial-content.ts'
import { describeWithChromium, newWindow, openChromium } from './chromium.ts'

export const PASSWORD = 'cá chép vượt vũ môn quan'
/** The least screen the desk is made for. */
const LAPTOP = { width: 1366, height: 768 }

export interface AtDesk {
  site: Serving
  browser: Browser
  /** A one-time address for a new editor, made as `stele editor add` makes it. */
  invite: (change: Partial<Invitation>) => Promise<string>
  /** A window of its own, with nobody signed in; it watches what goes wrong in it. */
  window: (options?: BrowserContextOptions) => Promise<Page>
  /** What went wrong so far. */
  wrong: string[]
}

/** `env`: settings besides those of every desk, known when the tests begin. */
export function describeAtDesk(
  title: string,
  tests: (desk: AtDesk) => void,
  env: () => Promise<Record<string, string>> = () => Promise.resolve({}),
): void {
  describeWithChromium(title, () => {
    const wrong: string[] = []
    const desk = { wrong } as AtDesk
    const opened: Page[] = []
    beforeAll(async () => {
      const port = await freePort()
      const origin = `http://localhost:${port}`
      const more = await env()
      const hosts = [origin, ...(more['STELE_OIDC_ISSUER'] ? [more['STELE_OIDC_ISSUER']] : [])]
      desk.site = await serve(
        trialContent(),
        {
          ...more,
          PORT: String(port),
          STELE_ORIGIN: origin,
        },
        { openWorkshop },
      )
      desk.browser = await openChromium()
      desk.invite = async (change) => {
        const made = await newInvitation(
          {
            purpose: 'invitation',
            email: 'moi@example.gov.vn' as Email,
            name: '',
            role: 'editor',
            locales: [],
            by: 'lan@example.gov.vn',
            ...change,
          },
          new Date(),
          origin,
        )
        await desk.site.services.db.batch(made.statements)
        return made.address
      }
      desk.window = async (options = { viewport: LAPTOP }) => {
        const page = await newWindow(desk.browser, { ...options, locale: 'vi-VN' })
        opened.push(page)
        page.on('pageerror', (error) => wrong.push(String(error)))
        page.on('request', (request) => {
          const url = request.url()
          if (!hosts.some((host) => url.startsWith(host)) && !url.startsWith('data:'))
            wrong.push(`asked ${url}`)
        })
        return page
      }
    }, 60_000)
    afterAll(async () => {
      for (const page of opened) await page.context().close()
      await desk.site?.remove()
      expect(wrong).toEqual([])
    })
    tests(desk)
  })
}

/** Opens the address, makes the account, and is at the desk. */
export async function accept(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await page.fill('#name', name)
  await page.fill('#password', PASSWORD)
  await page.click('main form button')
  await page.waitForURL((url) => !url.pathname.includes('/invitations/'))
}

/** The body as it would be sent now. */
export function bodyOf(page: Page): Promise<string> {
  return page.inputValue('[name=body]')
}

/** Types at the end of the body, or in the place of all of it, as fingers do. */
export async function typeBody(page: Page, words: string, from: 'end' | 'empty' = 'end') {
  await page.locator('.cm-content').press(from === 'end' ? 'Control+End' : 'Control+a')
  for (const [i, line] of words.split('\n').entries()) {
    if (i > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
}

export async function saveText(page: Page): Promise<void> {
  await page.click('#save')
  await page.waitForLoadState()
}

/** A publisher with an account of their own and a second step, in a window of their own. */
export async function signedInPublisher(desk: AtDesk): Promise<Page> {
  const page = await desk.window()
  await accept(page, await desk.invite({ role: 'publisher' }), 'Nguyễn Thị Lan')
  await page.fill('#password', PASSWORD)
  await page.click('main form button')
  const key = (await page.textContent('.key')) ?? ''
  await page.fill('#code', await oneTimePassword(key.trim()))
  await page.click('main form button')
  await page.waitForURL('**/admin/account')
  return page
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  // Manners of writing, not faults; a button in a form submits it, which is what ours are for.
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-implicit-button-type': 'off',
    // Our own script from our own server, under a nonce.
    'require-sri': 'off',
    // Boxes of one question share their name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  },
})

/** No fault for axe by day and by night, none for a validator, and nothing wider than the window. */
export async function expectSound(page: Page): Promise<void> {
  const where = page.url()
  // A frame without scripts cannot be examined; what it shows is a page of visitors, which is examined as such.
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe[sandbox]')) frame.remove()
  })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    // In one window: there are no frames left to look into. At night only colours differ.
    const axe = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast'])
    ).analyze()
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)
    expect(said, `${where} in ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
  const answer = await page.request.get(where)
  const report = await validator.validateString(await answer.text())
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
  expect(found, where).toEqual([])
  for (const width of [360, 768, LAPTOP.width]) {
    await page.setViewportSize({ width, height: 740 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide, `${where} at ${width}`).toBeLessThanOrEqual(width)
  }
  await page.setViewportSize(LAPTOP)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
