/** Strings that have broken other programs, in every field of every form of the desk. */
import { beforeAll, describe, expect, test } from 'vitest'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { migrate } from '../../src/store/migrate.ts'
import { exportFolder } from '../../src/exchange/folder/export-folder.ts'
import { runDesk, type Browser, type RunningDesk } from './both/desk.ts'
import { SONG_NGU } from './both/installations.ts'
import { importOptions } from './both/running.ts'
import { formsFrom, NAUGHTY, type FoundForm } from './naughty-kit.ts'

/** Done, or refused with a page that says why; never a fault of ours. */
const GOOD = [200, 303, 403, 404, 409, 410, 413, 422]
const PER_FORM = 25

describe('naughty strings', () => {
  let desk: RunningDesk
  let browser: Browser
  let forms: FoundForm[]
  beforeAll(async () => {
    desk = await runDesk(SONG_NGU)
    browser = (await desk.as('publisher')).browser
    forms = await formsFrom(browser, '/admin/')
  })

  test('the forms are found', () => {
    const actions = forms.map(({ action }) => action)
    for (const part of ['/facts', '/revisions', '/signs', '/entries/new', '/invitations'])
      expect(actions.join('\n')).toContain(part)
    expect(forms.length).toBeGreaterThan(15)
  })

  test(
    'in every field of every form end in an answer, and the desk goes on',
    { timeout: 120_000 },
    async () => {
      let next = 0
      const naughty = () => NAUGHTY[next++ % NAUGHTY.length] as string
      for (const { action, fields, open } of forms)
        for (let i = 0; i < PER_FORM; i++) {
          const typed: Record<string, string[]> = {}
          for (const [name, value] of fields) {
            // Now and then the hidden ones too: somebody else may have made this request.
            const isOpen = open.has(name) || i % 5 === 4
            typed[name] = [isOpen ? naughty() : value]
          }
          const { status } = await browser.post(action, typed)
          expect(GOOD, `${status} for ${action}: ${JSON.stringify(typed).slice(0, 500)}`).toContain(
            status,
          )
        }
      for (const path of [
        '/admin/',
        '/admin/entries',
        '/admin/audit',
        '/admin/signs',
        '/vi/',
        '/km/',
      ])
        expect((await browser.get(path)).status, path).toBe(200)
    },
  )

  test('as words to look for, in lists and logs', { timeout: 60_000 }, async () => {
    for (const text of NAUGHTY) {
      const asked = encodeURIComponent(text)
      for (const path of [`/admin/entries?q=${asked}`, `/admin/audit?by=${asked}&subject=${asked}`])
        expect((await browser.get(path)).status, JSON.stringify(text)).toBeLessThan(500)
    }
  })

  test('as addresses, as codes and as headers of visitors', { timeout: 60_000 }, async () => {
    const visitor = desk.browser()
    for (const text of NAUGHTY.filter((one) => one !== '' && one.length < 8000)) {
      const asked = encodeURIComponent(text)
      for (const path of [
        `/${asked}`,
        `/vi/${asked}`,
        `/vi/streets/${asked}`,
        `/vi/search?q=${asked}`,
      ])
        expect((await visitor.get(path)).status, path).toBeLessThan(500)
    }
  })

  test('what was saved is written to a folder, and read back from it', async () => {
    const folder = await exportFolder(desk.db, () => Promise.resolve(null))
    const { db, file } = openSqlite(':memory:')
    migrate(file)
    const { conflicts } = await importInto(db, folder, importOptions)
    expect(conflicts).toEqual([])
    const audit = await browser.download('/admin/audit.csv')
    const lines = new TextDecoder().decode(audit.bytes).split('\r\n')
    expect(lines.length).toBeGreaterThan(50)
    for (const line of lines) expect(line).not.toMatch(/(?:^|,)"?[=+@]/)
  })
})
