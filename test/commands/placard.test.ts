/** `stele placard` from the database to the file, in every template. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importInto } from '../../src/exchange/folder/import-folder.ts'
import { placardCommand } from '../../src/commands/placard-command.ts'
import { openDatabase } from '../../src/installation.ts'
import { readSettings, type Settings } from '../../src/settings.ts'
import { listEntries, saveEntry } from '../../src/store/entries.ts'
import { decode, render } from '../print/decode.ts'
import { utf16In } from '../print/pdf-objects.ts'
import { LANG_SON } from '../web/both/installations.ts'
import { importOptions } from '../web/both/running.ts'

const ROOT = new URL('../../', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'stele-placard-'))
const settingsFor = (content: string, origin: string) => {
  const read = readSettings({ STELE_DATA: folder, STELE_CONTENT: content, STELE_ORIGIN: origin })
  if (Array.isArray(read)) throw new Error(read.join('\n'))
  return read
}
const settings = settingsFor(ROOT, 'https://qr.langson.gov.vn')

async function run(template: string, words: string[], own: Settings = settings, format = 'pdf') {
  const [lines, notes]: [string[], string[]] = [[], []]
  const status = await placardCommand.run({
    settings: own,
    words,
    options: { out: join(folder, 'out'), template, format },
    out: (line) => lines.push(line),
    note: (line) => notes.push(line),
    calledWrongly: (why) => (notes.push(why), 2),
  })
  return { status, lines, notes: notes.join('\n') }
}

describe('stele placard', () => {
  beforeAll(async () => {
    const opened = openDatabase(settings)
    await importInto(opened.db, LANG_SON, importOptions)
    const review = { state: 'approved', by: 'Lan', on: '2026-11-01' } as const
    for (const state of await listEntries(opened.db))
      if (APPROVED.includes(state.id)) {
        const facts = { ...state.facts, review }
        const next = { ...state, facts, factsNumber: state.factsNumber + 1 }
        await opened.db.batch(saveEntry(next, new Map(), importOptions.act))
      }
    opened.close()
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** A pass that documents stand for; a street. */
  const [PASS, STREET, UNSOURCED, UNREVIEWED] = ['TRDXJP', '7K3QXC', 'AZT3EP', 'JA3CCW']
  const APPROVED = ['heritage-sites/ai-chi-lang', 'streets/hoang-van-thu'] as string[]

  test.each([
    ['placard-150x200', [PASS, STREET]],
    ['placard-180x120', [PASS, STREET]],
    ['board-750x400', [STREET]],
    ['panel-600x900', [PASS, STREET]],
    ['card-a5', [PASS, STREET]],
  ])('writes %s', async (template, codes) => {
    const { status, lines } = await run(template, codes)
    expect(status).toBe(0)
    expect(lines).toEqual(codes.map((code) => join(folder, 'out', `${code}__${template}@2.pdf`)))
  })

  test('writes a draft, and says why, while the entry is not approved', async () => {
    const { lines, notes } = await run('placard-150x200', [UNREVIEWED])
    expect(lines[0]).toMatch(/JA3CCW__placard-150x200@2__draft\.pdf$/)
    expect(notes).toMatch(/chưa được thẩm định.*not approved yet/)
  })

  test('writes the other files of a sign beside the print file, each once', async () => {
    const { status, lines } = await run(
      'placard-150x200',
      [STREET],
      settings,
      'pdf,screen,svg,dxf,ndef,png',
    )
    expect(status).toBe(0)
    const name = join(folder, 'out', '7K3QXC__placard-150x200@2')
    const endings = ['.pdf', '__screen.pdf', '.svg', '.dxf', '.ndef', '.png']
    expect(lines).toEqual(endings.map((ending) => name + ending))
    const png = readFileSync(`${name}.png`)
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // 150 mm, bleed and slug on both sides, four pixels each.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([720, 920])
    const screen = readFileSync(`${name}__screen.pdf`)
    const address = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
    expect(await decode(await render(screen, 100))).toMatchObject({ zxing: address, zbar: address })
    expect(utf16In(screen.toString('latin1'))).toContain(
      `Mặt biển 7K3 QXC, Đường Hoàng Văn Thụ. Mã QR trên biển mở ${address}`,
    )
  })

  test('knows no other format, and says which there are', async () => {
    const { status, notes } = await run('placard-150x200', [STREET], settings, 'png,gif')
    expect(status).toBe(2)
    expect(notes).toContain('--format gif: only pdf, screen, svg, dxf, ndef, png')
  })

  test('refuses a panel when every statement rests on general knowledge, and says so', async () => {
    const { status, lines, notes } = await run('panel-600x900', [UNSOURCED])
    expect({ status, lines }).toEqual({ status: 1, lines: [] })
    expect(notes).toMatch(/kiến thức chung.*general knowledge/)
  })

  test('says what a panel leaves out', async () => {
    const { notes } = await run('panel-600x900', [PASS])
    expect(notes).toMatch(/^TRDXJP: .* đoạn.* paragraphs/)
  })

  test('refuses a board for what is no street', async () => {
    const { status, notes } = await run('board-750x400', [PASS])
    expect(status).toBe(1)
    expect(notes).toContain('"Ải Chi Lăng"')
  })

  test('writes drafts under an origin that may not be printed, but a board is none', async () => {
    const local = settingsFor(ROOT, 'http://localhost:8787')
    expect((await run('card-a5', [PASS], local)).lines[0]).toMatch(/__draft\.pdf$/)
    expect((await run('board-750x400', [STREET], local)).lines[0]).not.toMatch(/draft/)
  })

  test('takes a template that was only put into the folder', async () => {
    const own = mkdtempSync(join(folder, 'own-'))
    cpSync(join(ROOT, 'templates'), join(own, 'templates'), { recursive: true })
    cpSync(
      join(ROOT, 'test/fixtures/placard-240x160.json'),
      join(own, 'templates/placard-240x160.json'),
    )
    const { status } = await run(
      'placard-240x160',
      [PASS, STREET],
      settingsFor(own, settings.origin),
    )
    expect(status).toBe(0)
    expect(readdirSync(join(folder, 'out'))).toContain(`${PASS}__placard-240x160@1.pdf`)
  })

  test('names the templates there are when asked for another', async () => {
    await expect(run('poster', [PASS])).rejects.toThrow(
      /board-750x400, bonded-150x200, card-a5, panel-600x900/,
    )
  })
})
