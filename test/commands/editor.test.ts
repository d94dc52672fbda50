/** Accounts from the command line: who is let in, by which address, and what is refused in words. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Called, Command } from '../../src/commands/command.ts'
import {
  editorAdd,
  editorDisable,
  editorList,
  editorReset,
} from '../../src/commands/editor-command.ts'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import { openDatabase, openMedia } from '../../src/installation.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import type { Email } from '../../src/domain/editor.ts'
import { addEditor, newAuth } from '../../src/web/session.ts'
import { listAudit } from '../../src/store/audit-log.ts'
import { PASSWORD } from '../web/both/desk.ts'
import { LANG_SON } from '../web/both/installations.ts'
import { importOptions } from '../web/both/running.ts'

const LAN = 'lan@example.gov.vn' as Email
let settings: Settings

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'stele-editors-'))
  settings = readSettings({ STELE_DATA: data }) as Settings
  const opened = openDatabase(settings)
  await importInto(opened.db, LANG_SON, { ...importOptions, media: openMedia(settings) })
  const { origin } = settings
  const auth = newAuth({ database: opened.file, secret: 'x'.repeat(32), origin, provider: null })
  const person = { name: 'Lò Thị Lan', role: 'translator' as const, locales: ['en', 'zh-Hans'] }
  await addEditor(auth, { email: LAN, password: PASSWORD, ...person } as never)
  opened.close()
})
afterAll(() => rm(settings.data, { recursive: true, force: true }))

async function run(command: Command, words: string[], options: Called['options'] = {}) {
  const [out, notes, wrong]: [string[], string[], string[]] = [[], [], []]
  const status = await command.run({
    settings,
    words,
    options: { name: '', locales: '', ...options },
    note: (line) => notes.push(line),
    out: (line) => out.push(line),
    calledWrongly: (why) => wrong.push(why) + 1,
  })
  return { status, out, notes, wrong }
}

async function logged() {
  const opened = openDatabase(settings)
  const lines = await listAudit(opened.db)
  opened.close()
  return lines.map(({ by, what, subject }) => `${by}: ${what} ${subject}`)
}

test('invites by an address of the site, printed once, and says so in the log', async () => {
  const made = await run(editorAdd, ['moi@example.gov.vn'], { role: 'publisher', name: 'Mới' })
  expect(made).toMatchObject({ status: 0, notes: [], wrong: [] })
  expect(made.out).toHaveLength(1)
  expect(made.out[0]).toMatch(/^https?:\/\/[^/]+\/admin\/[^/]+\/\S{20,}$/)
  expect(made.out[0]).toContain(settings.origin)
  expect((await logged())[0]).toBe('command line: editor.invitation-made moi@example.gov.vn')
})

test.each([
  ['no address', ['lan'], { role: 'editor' }, 'lan@langson.gov.vn'],
  ['no role', ['a@example.vn'], {}, '--role is one of'],
  ['a role there is not', ['a@example.vn'], { role: 'king' }, '--role is one of'],
  ['a translator of nothing', ['a@example.vn'], { role: 'translator' }, '--locales en,zh-Hans'],
  ['a language the site has not', ['a@example.vn'], { role: 'translator', locales: 'en,fr' }, 'fr'],
])('is called wrongly with %s, and then lets nobody in', async (_what, words, options, why) => {
  const before = await logged()
  const refused = await run(editorAdd, words, options)
  expect(refused.out).toEqual([])
  expect(refused.wrong.join()).toContain(why)
  expect(await logged()).toEqual(before)
})

test('takes a translator of the site’s languages, local ones too', async () => {
  const options = { role: 'translator', locales: 'en,tyz' }
  expect(await run(editorAdd, ['dich@example.vn'], options)).toMatchObject({ status: 0, wrong: [] })
})

test('invites nobody who has an account', async () => {
  const again = await run(editorAdd, [LAN], { role: 'editor' })
  expect(again).toMatchObject({ status: 1, out: [], wrong: [] })
  expect(again.notes.join()).toContain(LAN)
})

test('lists who they are, a line each, and what they may write', async () => {
  const { status, out } = await run(editorList, [])
  expect(status).toBe(0)
  expect(out.map((line) => line.split('\t'))).toEqual([
    [LAN, 'translator', 'en,zh-Hans', 'active', 'one step', 'Lò Thị Lan'],
  ])
})

test('gives a new way in to whoever is locked out, and to nobody unknown', async () => {
  expect(await run(editorReset, [LAN])).toMatchObject({ status: 0, notes: [] })
  expect((await logged())[0]).toBe(`command line: editor.reset-made ${LAN}`)
  for (const command of [editorReset, editorDisable]) {
    const unknown = await run(command, ['ai@example.vn'])
    expect(unknown).toMatchObject({ status: 1, out: [] })
    expect(unknown.notes.join()).toContain('ai@example.vn')
    expect((await run(command, ['ai'])).wrong).toHaveLength(1)
  }
})

test('keeps out whom it disables, with a line in the log', async () => {
  expect(await run(editorDisable, [LAN])).toMatchObject({ status: 0, out: [], notes: [] })
  expect((await logged())[0]).toBe(`command line: editor.disabled ${LAN}`)
  const [line = ''] = (await run(editorList, [])).out
  expect(line.split('\t')[3]).toMatch(/^disabled \d{4}-/)
})
