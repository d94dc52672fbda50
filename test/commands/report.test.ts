import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportCommand } from '../../src/commands/report-command.ts'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import { openDatabase, openMedia } from '../../src/installation.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { LANG_SON } from '../web/both/installations.ts'
import { importOptions } from '../web/both/running.ts'

let data: string
let settings: Settings

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'stele-report-'))
  settings = readSettings({ STELE_DATA: data }) as Settings
  const opened = openDatabase(settings)
  await importInto(opened.db, LANG_SON, {
    ...importOptions,
    media: openMedia(settings),
  })
  opened.close()
})
afterAll(() => rm(data, { recursive: true, force: true }))

async function run(options: Record<string, string | boolean>) {
  const lines: string[] = []
  const wrong: string[] = []
  const status = await reportCommand.run({
    settings,
    words: [],
    note: () => undefined,
    out: (line) => lines.push(line),
    options: { format: 'md', lang: 'vi', ...options },
    calledWrongly: (why) => wrong.push(why) + 1,
  })
  return { status, text: lines.join('\n'), wrong }
}

test('what reviewers must verify, as a list to tick, as CSV and as JSON: the same points', async () => {
  const md = await run({ review: true })
  const json = await run({ review: true, format: 'json' })
  const csv = await run({ review: true, format: 'csv' })
  const items = JSON.parse(json.text) as { entry: string; what: string }[]
  expect(items.length).toBeGreaterThan(0)
  expect(md.text).toMatch(/^# Danh sách cần thẩm định\n/)
  expect(md.text.match(/^- \[ \] /gm)).toHaveLength(items.length)
  for (const { entry, what } of items) {
    expect(md.text).toContain(`\`${entry}\``)
    expect(md.text).toContain(what)
    expect(csv.text).toContain(entry)
  }
  expect(csv.text).toMatch(/^\uFEFFentry,title,unit,what,document\r?\n/)
  expect([md, json, csv].map(({ status }) => status)).toEqual([0, 0, 0])
})

test('in English too; and a call that asks for no report, or another format, is told what there is', async () => {
  expect((await run({ review: true, lang: 'en' })).text).toMatch(/^# To be verified/)
  expect((await run({})).wrong).toEqual(['say which report: --review'])
  expect((await run({ review: true, format: 'pdf' })).wrong).toEqual([
    '--format is md, csv or json',
  ])
})
