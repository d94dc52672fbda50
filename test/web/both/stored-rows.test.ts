/** Rows that are older or newer than our words: a page that lists them shows them raw, and never fails. */
import { RUNTIME } from '#runtime'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { deskVi } from '../../../src/messages/desk-vi.ts'
import { addAudit } from '../../../src/store/audit-log.ts'
import type { Database } from '../../../src/store/database.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'

const CODE = '7K3QXC'
const AT = '2026-11-23T03:00:00.000Z'
const KNOWN = Object.keys(deskVi)
  .filter((key) => key.startsWith('audit.what.'))
  .map((key) => key.slice('audit.what.'.length))
/** Names of what Object.prototype has, of placeholders, and of nothing. */
const STRANGE = ['constructor', '__proto__', 'toString', '{by}', '', 'năm 2046', 'sign.moved-again']

const details = fc.dictionary(
  fc.constantFrom('number', 'rows', 'list', 'file', 'due', 'role', 'note', 'text', 'what', 'x'),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant([1]), fc.constant({ a: 1 })),
)

async function addEvent(db: Database, what: string): Promise<void> {
  await db.run({
    text: 'INSERT INTO sign_event (code, happened_on, what, by, lat, lon, successor, note) VALUES (?, ?, ?, ?, NULL, NULL, NULL, ?)',
    values: [CODE, '2026-11-20', what, 'lan@example.vn', ''],
  })
}

describe(`rows of another time, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('publisher')).browser
  })

  test('every act there are words for is said, whatever details it came with', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KNOWN, ...STRANGE), details, async (what, about) => {
        const act = { by: 'lan@example.vn', at: AT }
        await desk.db.run(addAudit({ what, subject: 'streets/le-loi', details: about }, act))
        expect((await browser.get('/admin/audit')).status).toBe(200)
      }),
      { numRuns: 120 },
    )
  })

  test.each(STRANGE.filter((what) => what !== ''))(
    'a sign to which %s happened answers, and its pages say it',
    async (what) => {
      await addEvent(desk.db, what)
      const shown = await browser.get(`/admin/signs/${CODE}`)
      expect(shown.status).toBe(200)
      expect(shown.text).toContain(what)
      for (const path of [`/${CODE}`, `/vi/signs/${CODE}`, '/admin/signs', '/data/signs.geojson'])
        expect((await browser.get(path)).status, path).toBe(200)
    },
  )

  test('an act that was never heard of is shown as it is', async () => {
    const line = { what: 'sign.sang', subject: CODE, details: { song: 'then' } }
    await desk.db.run(addAudit(line, { by: 'lan@example.vn', at: AT }))
    const { text } = await browser.get('/admin/audit')
    expect(text).toContain('sign.sang')
    expect(text).toContain('{&quot;song&quot;:&quot;then&quot;}')
  })
})
