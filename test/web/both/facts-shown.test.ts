import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EntryPath } from '../../../src/domain/entry.ts'
import { agreeOnFolder, exportFolder } from '../../../src/exchange/folder/export-folder.ts'
import { importInto } from '../../../src/exchange/folder/import-folder.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { findFacts } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf, type Fields } from './form-fields.ts'
import { LANG_SON } from './installations.ts'
import { importOptions } from './running.ts'

const STREET = 'streets/le-loi' as EntryPath
const at = `/admin/entries/${STREET}/facts`

describe(`facts and who reads them, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let editor: Browser
  let publisher: Browser
  let other: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    editor = (await desk.as('editor')).browser
    publisher = (await desk.as('publisher')).browser
    other = (await desk.as('publisher')).browser
  })
  const state = async () => (await findFacts(desk.db, 'street', 'le-loi'))!
  const read = async (path = `/vi/${STREET}`) => (await desk.browser().get(path)).text
  async function change(typed: Fields, browser = editor) {
    const fields = fieldsOf((await browser.get(at)).text, at)
    const { to, text } = await browser.post(at, { ...fields, ...typed, do: 'save' })
    expect(to, text).toContain('saved=1')
  }
  async function show(browser: Browser) {
    const number = String((await state()).factsNumber)
    return (await browser.post(`${at}/approval/show`, { number })).status
  }
  const NAMES = ['/vi/search?q=Phố+Hàng+Thử', '/data/entries.json']

  test('what an editor changes, visitors read once somebody who publishes shows it', async () => {
    const row = (await state()).facts.names.length
    const name = { text: 'Phố Hàng Thử', locale: 'vi', kind: 'other' }
    const typed = Object.entries(name).map(([key, value]) => [`names-${row}-${key}`, value])
    await change(Object.fromEntries(typed) as Fields)
    for (const path of [`/vi/${STREET}`, ...NAMES]) {
      const page = await read(path)
      expect(page.replaceAll('value="Phố Hàng Thử"', ''), path).not.toContain('>Phố Hàng Thử<')
      expect(page, path).not.toContain('"text":"Phố Hàng Thử"')
    }
    expect((await state()).shown?.number).toBe(1)
    expect((await editor.get(at)).text).toContain('Khách vẫn đọc lần sửa 1')
    expect((await publisher.get(`${at}/approval`)).text).toContain('chưa đổi: Tên')

    expect(await show(editor)).toBe(403)
    expect(await show(other)).toBe(303)
    expect(await read()).toContain('Phố Hàng Thử')
    expect(await read('/data/entries.json')).toContain('"text":"Phố Hàng Thử"')
    expect((await state()).shown).toBeNull()
    const [line] = await listAuditOf(desk.db, STREET)
    expect(line).toMatchObject({ what: 'facts.shown', details: { number: 2 } })
    expect(await show(other)).toBe(409)
  })

  test('where four eyes look, whoever wrote them does not show them', async () => {
    await change({ 'names-0-from': '2002' }, publisher)
    expect(await show(publisher)).toBe(403)
    expect(await show(other)).toBe(303)
  })

  test('links follow the facts that are read', async () => {
    const target = 'heritage-sites/doan-thanh'
    const row = (await state()).facts.related?.length ?? 0
    await change({ [`related-${row}`]: target })
    expect(await read()).not.toContain(`/vi/${target}"`)
    expect(await read(`/vi/${target}`)).not.toContain(`/vi/${STREET}"`)
    expect(await show(other)).toBe(303)
    expect(await read()).toContain(`/vi/${target}"`)
    expect(await read(`/vi/${target}`)).toContain(`/vi/${STREET}"`)
    await change({ [`related-${row}`]: '' })
    expect(await read()).toContain(`/vi/${target}"`)
    expect(await show(other)).toBe(303)
    expect(await read()).not.toContain(`/vi/${target}"`)
    expect(await read(`/vi/${target}`)).not.toContain(`/vi/${STREET}"`)
  })

  test('what keeps a place back counts at once, and is lifted only with the rest', async () => {
    const spot = { 'position-lat': '21.85', 'position-lon': '106.76', 'position-accuracyM': '20' }
    const { id } = (await state()).facts.sources[0]!
    await change({ ...spot, 'position-source': id })
    expect(await show(other)).toBe(303)
    expect(await read()).toContain('geo:21.85')
    await change({ restrictedLocation: 'true' })
    expect(await read()).not.toContain('geo:21.85')
    expect(await read('/data/entries.json')).not.toContain('"lat":21.85,')
    expect(await show(other)).toBe(303)
    await change({ restrictedLocation: '' })
    expect(await read()).not.toContain('geo:21.85')
    expect(await show(other)).toBe(303)
    expect(await read()).toContain('geo:21.85')
  })

  test('a folder shows what it brings, but not over what is approved', async () => {
    const PENDING = 'review: { state: pending }'
    const APPROVED = 'review: { state: approved, by: Bà Hai, on: 2026-11-20 }'
    const take = async (...changes: (readonly [string, string])[]) => {
      const folder = await exportFolder(desk.db, desk.services.media.find)
      await agreeOnFolder(desk.db)
      const file = `content/${STREET}/entry.yaml`
      let text = new TextDecoder().decode(folder.get(file))
      for (const [from, to] of changes) {
        expect(text).toContain(from)
        text = text.replace(from, to)
      }
      folder.set(file, new TextEncoder().encode(text))
      const { conflicts } = await importInto(desk.db, folder, {
        ...importOptions,
        media: desk.services.media,
      })
      expect(conflicts).toEqual([])
    }
    await take(['Phố Hàng Thử', 'Phố Hàng Khác'])
    expect(await read()).toContain('Phố Hàng Khác')
    const sourced = ['kind: general-knowledge', 'title: Sổ đường'] as const
    await take(['Phố Hàng Khác', 'Phố Hàng Nữa'], [PENDING, APPROVED], sourced)
    expect(await read()).toContain('Phố Hàng Nữa')
    await take(['Phố Hàng Nữa', 'Phố Hàng Mai'], [APPROVED, PENDING])
    expect(await read()).toContain('Phố Hàng Nữa')
    expect(await read()).not.toContain('Phố Hàng Mai')
  })
})
