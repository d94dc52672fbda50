/** Every kind of page is HTML that a validator finds nothing in, whole in itself. */
import { HtmlValidate, type ConfigData } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGES } from '../browser/pages.ts'
import { textOf } from './asking.ts'
import { serve, type Serving } from './server.ts'
import { trialContent } from './trial-content.ts'

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Manners of writing, not faults: hono/jsx closes void elements and writes hidden="" and selected="".
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-empty-style': 'off',
    'attribute-boolean-style': 'off',
    // Our own script from our own server.
    'require-sri': 'off',
  },
}

let site: Serving
beforeAll(async () => {
  site = await serve(trialContent())
})
afterAll(() => site?.remove())

const validator = new HtmlValidate(CONFIG)

describe.each(['vi', 'en', 'zh-Hans'])('in %s', (locale) => {
  test.each(Object.entries(PAGES).map(([name, path]) => ({ name, path: path(locale) })))(
    '$name is valid HTML, with every fragment it links to',
    async ({ path }) => {
      const html = textOf(await site.ask(path, { headers: { 'Accept-Language': locale } }))
      const report = await validator.validateString(html, CONFIG)
      const found = report.results.flatMap(({ messages }) =>
        messages.map(
          ({ ruleId, message, offset }) =>
            `${ruleId}: ${message} at ${html.slice(offset - 1, offset + 79)}`,
        ),
      )
      expect(found).toEqual([])

      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
      expect(ids.length, 'no id twice').toBe(new Set(ids).size)
      const fragments = [...html.matchAll(/ href="#([^"]*)"/g)].map((match) => match[1])
      expect(fragments.length).toBeGreaterThan(0)
      for (const fragment of fragments) expect(ids).toContain(fragment)
    },
  )
})
