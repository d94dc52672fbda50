/** The pages of the desk that list things, empty and full, are HTML that a validator finds nothing in. */
import { HtmlValidate, type ConfigData } from 'html-validate'
import { beforeAll, expect, test } from 'vitest'
import { addNote } from '../../src/store/notes.ts'
import { askReview } from '../../src/store/reviews.ts'
import { actBy, addEntry, EN, ref, VI, write } from './both/desk-entries.ts'
import { runDesk, type Browser } from './both/desk.ts'
import { LANG_SON } from './both/installations.ts'

const CONFIG: ConfigData = {
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document'],
  // Manners of writing, not faults: hono/jsx closes void elements and writes `checked=""`, the doctype is in small
  // letters, a button submits and a field is text unless told; boxes of one question share a name.
  rules: {
    'void-style': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-implicit-button-type': 'off',
    'no-implicit-input-type': 'off',
    'form-dup-name': 'off',
    // Our own script from our own server, under a nonce.
    'require-sri': 'off',
  },
}
const validator = new HtmlValidate(CONFIG)

let browser: Browser
beforeAll(async () => {
  const desk = await runDesk(LANG_SON)
  const publisher = await desk.as('publisher')
  browser = publisher.browser
  for (let i = 0; i < 60; i++)
    await addEntry(desk.db, `places/cho-${i}`, `Chợ "${i}" <b>`, { withheld: true })
  await write(desk.db, ref('streets/le-loi', EN, 2), 'lan@example.vn', { basedOn: 1 })
  await askReview(desk.db, ref('streets/le-loi', EN, 2), actBy('lan@example.vn'))
  await write(desk.db, ref('streets/le-loi', VI, 2), publisher.editor.email)
  const note = { paragraph: 0, text: 'Năm "nào" <b>?' }
  await addNote(desk.db, ref('streets/le-loi', VI, 2), note, actBy('lan@example.vn'))
})

test.each([
  '/admin/',
  '/admin/entries/streets/le-loi/vi',
  '/admin/entries/streets/le-loi/en',
  '/admin/entries',
  '/admin/entries?q=%22cho%3C&kind=place&mark=withheld&page=2',
  '/admin/entries?q=no+such+entry',
  '/admin/review',
  '/admin/review?filter=general',
  '/admin/review/streets/le-loi',
  '/admin/review/points?document=',
  '/admin/review/progress',
  '/admin/import',
  '/admin/signs',
  '/admin/entries/signs',
  '/admin/orders',
  '/admin/orders/ready',
  '/admin/orders/ready?q=le+loi&only=unplaced',
  '/admin/orders/new?entry=streets/le-loi',
  '/admin/signs/AZT3EP',
  '/admin/audit',
  '/admin/audit?by=import&before=40&subject=streets',
])('%s is valid, with every id once', async (path) => {
  for (const language of ['vi', 'en']) {
    browser.cookie('stele-desk', language)
    const { text, status } = await browser.get(path)
    expect(status).toBe(200)
    const { results } = await validator.validateString(text, CONFIG)
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message])),
    ).toEqual([])
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids.length).toBe(new Set(ids).size)
  }
})
