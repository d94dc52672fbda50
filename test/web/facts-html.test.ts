/** The pages of facts are HTML that a validator finds nothing in, with every fragment they link to. */
import { HtmlValidate, type ConfigData } from 'html-validate'
import { beforeAll, describe, expect, test } from 'vitest'
import { runDesk, type Browser } from './both/desk.ts'
import { fieldsOf } from './both/form-fields.ts'
import { trialContent } from './trial-content.ts'

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  // Manners of writing, not faults: hono/jsx closes void elements and gives flags a value, the doctype is in small
  // letters, and a button of a form sends it.
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'no-implicit-button-type': 'off',
    // Our own script from our own server, under a nonce.
    'require-sri': 'off',
  },
}
const validator = new HtmlValidate(CONFIG)

async function expectValid(html: string): Promise<void> {
  const report = await validator.validateString(html, CONFIG)
  const found = report.results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, offset }) =>
        `${ruleId}: ${message} at ${html.slice(offset - 1, offset + 99)}`,
    ),
  )
  expect(found).toEqual([])
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
  expect(ids.length, 'no id twice').toBe(new Set(ids).size)
  for (const [, fragment] of html.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(fragment)
  for (const [, described = ''] of html.matchAll(/ aria-describedby="([^"]*)"/g))
    for (const id of described.split(' ')) expect(ids).toContain(id)
}

describe('the pages of facts', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = (await (await runDesk(trialContent())).as('publisher')).browser
  })

  test.each(
    ['streets/le-loi', 'figures/le-loi', 'heritage-sites/doan-thanh', 'places/cho-thu'].flatMap(
      (path) => ['', '/approval', '/history'].map((page) => `/admin/entries/${path}/facts${page}`),
    ),
  )('%s is valid', async (path) => {
    await expectValid((await browser.get(path)).text)
  })

  test('with every error there is, they are valid still', async () => {
    for (const path of ['streets/le-loi', 'figures/le-loi', 'places/cho-thu']) {
      const at = `/admin/entries/${path}/facts`
      const fields = fieldsOf((await browser.get(at)).text, at)
      const wrong = Object.entries(fields).map(([name, value]) => [
        name,
        /^number$|-rows$|-file$/.test(name) ? value : '<b>"\'\u0007',
      ])
      const answer = await browser.post(at, { ...Object.fromEntries(wrong), do: 'save' })
      expect(answer.status).toBe(422)
      await expectValid(answer.text)
      const stale = await browser.post(at, { ...fields, number: '99', do: 'save' })
      expect(stale.status).toBe(409)
      await expectValid(stale.text)
    }
  })

  test('a new entry, asked for and refused', async () => {
    await expectValid((await browser.get('/admin/entries/new')).text)
    const refused = await browser.post('/admin/entries/new', {
      kind: 'street',
      name: 'Phố Lê Lợi.',
    })
    expect(refused.status).toBe(422)
    await expectValid(refused.text)
  })
})
