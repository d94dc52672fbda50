/** axe-core over every kind of page, entries in every language: on a phone, on a desk, at night. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { test } from 'vitest'
import { describeInBrowser, DESK_SIZE, expect } from './browser.ts'
import { ENOUGH_PAGES } from './pages.ts'

const RULES = [
  ...['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  'best-practice',
]

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations']

const said = ({ id, nodes }: Violations[number]) =>
  `${id}: ${nodes.map((node) => node.html).join(' ')}`

/** axe is in the page by now; at night only colours can have changed. */
function again(page: Page, rules?: string[]): Promise<Violations> {
  const only = rules ? { type: 'rule', values: rules } : { type: 'tag', values: RULES }
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: AxeInPage }
    return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations
  }, only)
}

interface AxeInPage {
  run: (where: Document, options: object) => Promise<{ violations: Violations }>
}

describeInBrowser('accessibility', (browsing) => {
  test.each(ENOUGH_PAGES)('$name in $locale has no axe violation', async ({ path, locale }) => {
    const opened = await browsing.open(path, locale)
    const { page } = opened
    const first = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze()
    expect(first.violations.map(said), 'on a phone').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect((await again(page, ['color-contrast'])).map(said), 'at night').toEqual([])
    await page.setViewportSize(DESK_SIZE)
    await page.emulateMedia({ colorScheme: 'light' })
    expect((await again(page)).map(said), 'on a desk').toEqual([])
    await opened.close()
  })
})
