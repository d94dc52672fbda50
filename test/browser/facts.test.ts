/** The pages of facts before a publisher: on the desk's screen, on a telephone, at night. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import type { Email } from '../../src/domain/editor.ts'
import { openDatabase } from '../../src/installation.ts'
import { newInvitation } from '../../src/store/new-invitation.ts'
import { PASSWORD } from '../web/both/desk.ts'
import { ORIGIN } from '../web/both/running.ts'
import { describeInBrowser, expect, PHONE_SIZE, type Browsing } from './browser.ts'

const LAPTOP_SIZE = { width: 1366, height: 768 }

async function publisherAt(browsing: Browsing): Promise<Page> {
  const opened = openDatabase(browsing.site.settings)
  const email = 'lan@example.gov.vn' as Email
  const made = await newInvitation(
    {
      purpose: 'invitation' as const,
      email,
      name: 'Hoàng Thị Lan',
      role: 'publisher' as const,
      locales: [],
      by: 'import',
    },
    new Date(),
    ORIGIN,
  )
  await opened.db.batch(made.statements)
  const address = made.address.slice(ORIGIN.length)
  const { page } = await browsing.open(address, 'vi', {})
  await page.fill('#password', PASSWORD)
  await page.click('main form button')
  await page.waitForURL(/second-step/)
  await opened.db.run({ text: 'UPDATE editor SET twoFactorEnabled = 1', values: [] })
  opened.close()
  return page
}

async function expectGood(page: Page): Promise<void> {
  for (const size of [PHONE_SIZE, LAPTOP_SIZE])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      expect(said, `${page.url()} ${size.width} ${colorScheme}`).toEqual([])
      const widths = await page.evaluate(() => [document.body.scrollWidth, window.innerWidth])
      expect(widths[0], `${page.url()} fits`).toBeLessThanOrEqual(widths[1] ?? 0)
    }
}

describeInBrowser('the pages of facts', (browsing) => {
  test('are good, also when something is wrong', { timeout: 120_000 }, async () => {
    const page = await publisherAt(browsing)
    const go = (path: string) => page.goto(`${browsing.site.address}/admin/entries/${path}`)
    for (const path of ['new', 'places/cho-thu/facts', 'streets/le-loi/facts/approval']) {
      await go(path)
      await expectGood(page)
    }
    await go('streets/le-loi/facts')
    await page.click('button[value="more-namings"]')
    expect(await page.locator('[id^="namings-"][id$="-body"]').count()).toBe(4)
    await page.fill('#extent-lengthM', '1.250')
    await page.fill('#related-2', 'không có')
    await page.press('#related-2', 'Enter')
    expect(await page.locator('.errors a').count()).toBe(2)
    await page.click('.errors a >> nth=0')
    expect(page.url()).toContain('#extent-lengthM')
    await expectGood(page)
    await page.fill('#extent-lengthM', '1200')
    await page.fill('#related-2', '')
    await page.click('.fact-bar button')
    expect(page.url()).toContain('saved=1')
    await go('streets/le-loi/facts/history')
    await expectGood(page)
  })
})
