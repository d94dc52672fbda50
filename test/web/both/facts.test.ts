import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeEntryFile } from '../../../src/content/entry-file.ts'
import { factsFileOf, kindOfFolder, parseEntryPath, type Facts } from '../../../src/domain/entry.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { findFacts, listFactsSaved } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf, unescaped, type Fields } from './form-fields.ts'
import { INSTALLATIONS, LANG_SON, SONG_NGU } from './installations.ts'

const entriesIn = (folder: ReadonlyMap<string, Uint8Array>) =>
  [...folder.keys()].flatMap((file) => {
    const path = /^content\/(.+)\/(?:entry|walk)\.yaml$/.exec(file)?.[1]
    return path && parseEntryPath(path) ? [path] : []
  })

const fileOf = (path: string) => {
  const { kind } = parseEntryPath(path)!
  return `content/${path}/${factsFileOf(kind)}`
}

async function stored(desk: RunningDesk, path: string) {
  const [folder = '', slug = ''] = path.split('/')
  const kind = kindOfFolder(folder)
  const state = kind && (await findFacts(desk.db, kind, slug))
  if (!state) throw new Error(`no entry ${path}`)
  return state
}

async function form(browser: Browser, path: string): Promise<Fields> {
  const at = `/admin/entries/${path}/facts`
  const { status, text } = await browser.get(at)
  expect(status, text).toBe(200)
  return fieldsOf(text, at)
}

/** The list of problems, for whoever reads a failed test. */
const said = ({ text }: { text: string }) => /class="errors".*?<\/div>/s.exec(text)?.[0] ?? ''

const save = (browser: Browser, path: string, fields: Fields) =>
  browser.post(`/admin/entries/${path}/facts`, { ...fields, do: 'save' })

describe.each(Object.entries(INSTALLATIONS))(`the facts of %s, on ${RUNTIME}`, (_, folder) => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(folder)
    browser = (await desk.as('publisher')).browser
  })

  test.each(entriesIn(folder))('of %s come out of the form byte for byte', async (path) => {
    const file = new TextDecoder().decode(folder.get(fileOf(path)))
    const untouched = await form(browser, path)
    expect((await save(browser, path, untouched)).to).toContain('unchanged=1')

    const { withheld, ...shown } = untouched
    const flipped = withheld === undefined ? { ...shown, withheld: 'true' } : shown
    expect((await save(browser, path, flipped)).to).toContain('saved=1')
    const state = await stored(desk, path)
    expect(state).toMatchObject({ factsNumber: 2, facts: { withheld: withheld === undefined } })
    const back = { ...untouched, number: '2' }
    expect((await save(browser, path, back)).to).toContain('saved=1')
    expect(writeEntryFile((await stored(desk, path)).facts)).toBe(file)
  })
})

describe(`the form of facts, on ${RUNTIME}`, () => {
  const STREET = 'streets/vi-du'
  let desk: RunningDesk
  let editor: Awaited<ReturnType<RunningDesk['as']>>
  let publisher: Awaited<ReturnType<RunningDesk['as']>>
  beforeAll(async () => {
    desk = await runDesk(SONG_NGU)
    editor = await desk.as('editor')
    publisher = await desk.as('publisher')
  })
  const factsOf = async (path: string): Promise<Facts> => (await stored(desk, path)).facts

  test('more rows are offered without saving, and nothing typed is lost', async () => {
    const fields = await form(editor.browser, STREET)
    const typed = { ...fields, 'names-2-text': 'Đường <b>số "5"</b>', 'extent-from': 'nửa chừng' }
    const at = `/admin/entries/${STREET}/facts`
    const more = await editor.browser.post(at, { ...typed, do: 'more-names' })
    expect(more.status).toBe(200)
    const again = fieldsOf(more.text, at)
    expect(again).toMatchObject({
      'names-2-text': 'Đường <b>số "5"</b>',
      'extent-from': 'nửa chừng',
    })
    expect(Number(again['names-rows'])).toBe(Number(fields['names-rows']) + 2)
    expect((await stored(desk, STREET)).factsNumber).toBe(1)
  })

  test('what is typed is saved in the shape of entry.yaml, with who did it', async () => {
    const fields = await form(editor.browser, STREET)
    const answer = await save(editor.browser, STREET, {
      ...fields,
      'names-2-text': 'Đường số 5',
      'names-2-locale': 'vi',
      'names-2-kind': 'former',
      'names-2-to': '28/1/2002',
      'names-2-source': 's1',
      'namings-0-body': 'HĐND tỉnh',
      'namings-0-date': '28/01/2002',
      'namings-0-act': 'named',
      'namings-0-source': 's2',
      'sources-1-title': 'Nghị quyết 5',
      'extent-from': 'đường Mẫu',
      'extent-to': 'bờ sông',
      'extent-lengthM': '420',
      'extent-source': 's2',
    })
    expect(answer.to, said(answer)).toBe(`/admin/entries/${STREET}/facts?saved=1`)
    expect(await factsOf(STREET)).toMatchObject({
      names: [{}, {}, { text: 'Đường số 5', kind: 'former', to: '2002-01-28', source: 's1' }],
      namings: [{ body: 'HĐND tỉnh', date: '2002-01-28', act: 'named', source: 's2' }],
      extent: { from: 'đường Mẫu', lengthM: 420 },
      sources: [{}, { id: 's2', title: 'Nghị quyết 5' }],
    })
    const [line] = await listAuditOf(desk.db, STREET)
    expect(line).toMatchObject({ by: editor.editor.email, what: 'facts.saved' })
    expect(line?.details).toMatchObject({
      number: 2,
      changed: ['names', 'namings', 'extent', 'sources'],
    })
  })

  test('a row is removed by its mark, or by emptying it', async () => {
    const fields = await form(editor.browser, STREET)
    const emptied = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, /^namings-0-/.test(name) ? '' : value]),
    )
    const answer = await save(editor.browser, STREET, { ...emptied, 'names-2-remove': 'true' })
    expect(answer.to, said(answer)).toContain('saved=1')
    const facts = await factsOf(STREET)
    expect(facts.names).toHaveLength(2)
    expect(facts.namings).toBeUndefined()
  })

  test('a number is taken as people write it, and asked about where it could be two', async () => {
    for (const [typed, lengthM] of [
      ['0,9 km', 900],
      ['850m', 850],
      ['1 250', 1250],
      ['9,5', 9.5],
    ] as const) {
      const answer = await save(editor.browser, STREET, {
        ...(await form(editor.browser, STREET)),
        'extent-lengthM': typed,
      })
      expect(answer.to, said(answer)).toContain('saved=1')
      expect((await factsOf(STREET)).extent?.lengthM).toBe(lengthM)
    }
    for (const typed of ['1.250', '1,250', '1.255']) {
      const fields = await form(editor.browser, STREET)
      const answer = await save(editor.browser, STREET, { ...fields, 'extent-lengthM': typed })
      expect(answer.status).toBe(422)
      expect(said(answer)).toMatch(/có thể là 125\d hoặc 1\.25/)
    }
  })

  test('letters that only look right are put right, and said; damaged ones are refused', async () => {
    const fields = await form(editor.browser, STREET)
    const righted = await save(editor.browser, STREET, {
      ...fields,
      'extent-from': 'ðường Mẫu\u200b Mới',
    })
    expect(righted.to).toContain('saved=1&righted=1')
    expect((await editor.browser.get(righted.to)).text).toContain('đã được đổi thành chữ đúng')
    expect((await factsOf(STREET)).extent?.from).toBe('đường Mẫu Mới')
    for (const damaged of ['Ä‘Æ°á»ng Máº«u', '®­êng MÉu', '??ng M?u', 'đư\ufffdng']) {
      const again = await form(editor.browser, STREET)
      const answer = await save(editor.browser, STREET, { ...again, 'extent-from': damaged })
      expect(answer.status, damaged).toBe(422)
      expect(said(answer)).toContain('extent-from')
    }
  })

  test('errors are said at their fields, keep everything typed, and save nothing', async () => {
    const before = (await stored(desk, STREET)).factsNumber
    const fields = await form(editor.browser, STREET)
    const wrong: Fields = {
      'names-2-text': 'Tên thừa dấu.',
      'names-2-locale': 'vi',
      'names-2-kind': 'other',
      'names-2-from': '31/02/2002',
      'extent-lengthM': '1.250',
      'position-lat': '105.97',
      'position-lon': '9.6',
      'position-accuracyM': '5',
      'position-source': 's9',
      'adminUnits-2-code': 'Phường Không Có',
      'related-1': 'Mục từ không có',
    }
    const answer = await save(editor.browser, STREET, { ...fields, ...wrong })
    expect(answer.status).toBe(422)
    const again = fieldsOf(answer.text, `/admin/entries/${STREET}/facts`)
    expect(again).toMatchObject(wrong)
    for (const field of ['names-2-from', 'extent-lengthM', 'related-1'])
      expect(answer.text).toContain(`href="#${field}"`)
    expect(answer.text).toMatch(/id="extent-lengthM"[^>]*aria-invalid="true"/)

    const formal = { 'names-2-from': '', 'extent-lengthM': '420', 'related-1': '' }
    const second = await save(editor.browser, STREET, { ...again, ...formal })
    expect(second.status).toBe(422)
    for (const field of ['names-2-text', 'position', 'position-source', 'adminUnits-2'])
      expect(second.text).toContain(`href="#${field}"`)
    expect((await stored(desk, STREET)).factsNumber).toBe(before)
  })

  test('units and entries are chosen by name', async () => {
    const fields = await form(editor.browser, 'places/cho-vi-du')
    const answer = await save(editor.browser, 'places/cho-vi-du', {
      ...fields,
      'related-0': 'đường ví dụ',
      'adminUnits-0-code':
        fieldsOf(
          (await editor.browser.get(`/admin/entries/${STREET}/facts`)).text,
          `/admin/entries/${STREET}/facts`,
        )['adminUnits-0-code'] ?? '',
      'adminUnits-0-from': '1/7/2025',
    })
    expect(answer.to, said(answer)).toContain('saved=1')
    expect(await factsOf('places/cho-vi-du')).toMatchObject({
      related: [STREET],
      adminUnits: [{ code: '31001', from: '2025-07-01' }],
    })
  })

  test('of two who edit the same state, the second sees what the first did and loses nothing', async () => {
    const [mine, theirs] = await Promise.all([
      form(editor.browser, STREET),
      form(publisher.browser, STREET),
    ])
    const first = { ...theirs, 'sources-0-publisher': 'Sở Văn hóa', 'names-2-text': 'Đường Một' }
    const other = { 'names-2-locale': 'vi', 'names-2-kind': 'other' }
    expect((await save(publisher.browser, STREET, { ...first, ...other })).to).toContain('saved=1')

    const typed = { ...mine, 'names-2-text': 'Đường Hai', ...other }
    const answer = await save(editor.browser, STREET, typed)
    expect(answer.status).toBe(409)
    expect(answer.text).toContain(`${publisher.editor.name} đã lưu`)
    expect(answer.text).toContain('<ins>Đường Một; ')
    const joined = fieldsOf(answer.text, `/admin/entries/${STREET}/facts`)
    expect(joined).toMatchObject({
      'names-2-text': 'Đường Hai',
      'sources-0-publisher': 'Sở Văn hóa',
    })
    expect((await save(editor.browser, STREET, joined)).to).toContain('saved=1')
    expect(await factsOf(STREET)).toMatchObject({
      names: [{}, {}, { text: 'Đường Hai' }],
      sources: [{ publisher: 'Sở Văn hóa' }, {}],
    })
  })

  test('of two who save at the same moment, one saves', async () => {
    const fields = await form(editor.browser, 'figures/nguoi-vi-du')
    const answers = await Promise.all(
      [editor, publisher].map(({ browser }, i) =>
        save(browser, 'figures/nguoi-vi-du', { ...fields, 'born-lunar': `${i + 1}/8` }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await listFactsSaved(desk.db, 'figures/nguoi-vi-du' as never)).toHaveLength(2)
  })

  test('approved facts wait for approval again once they change, but not when they are withheld', async () => {
    const path = 'heritage-sites/chua-vi-du'
    const fields = await form(publisher.browser, path)
    await save(publisher.browser, path, { ...fields, withheld: 'true' })
    expect((await factsOf(path)).review.state).toBe('approved')
    const next = await form(publisher.browser, path)
    expect(next['withheld']).toBe('true')
    await save(publisher.browser, path, { ...next, 'rank-year': '2002' })
    expect(await factsOf(path)).toMatchObject({
      rank: { year: 2002 },
      review: { state: 'pending' },
    })
  })

  test('only who may withhold is asked for it, and is heeded', async () => {
    const path = 'heritage-sites/chua-vi-du'
    const fields = await form(editor.browser, path)
    expect(fields['withheld']).toBeUndefined()
    const typed = { ...fields, 'rank-decision': '5/QĐ' }
    expect((await save(editor.browser, path, typed)).to).toContain('saved=1')
    expect((await factsOf(path)).withheld).toBe(true)
    const forged = { ...(await form(editor.browser, path)), withheld: '', 'rank-decision': '6/QĐ' }
    await save(editor.browser, path, forged)
    expect(await factsOf(path)).toMatchObject({ withheld: true, rank: { decision: '6/QĐ' } })
  })

  test('a renamed entry keeps its old address, and those who name it follow', async () => {
    const path = 'places/cho-vi-du'
    const fields = await form(editor.browser, path)
    const taken = await save(editor.browser, 'figures/nguoi-vi-du', {
      ...(await form(editor.browser, 'figures/nguoi-vi-du')),
      slug: 'Chợ Mới',
    })
    expect(taken.status).toBe(422)
    const answer = await save(editor.browser, path, { ...fields, slug: 'cho-vi-du-cu' })
    expect(answer.to, said(answer)).toBe('/admin/entries/places/cho-vi-du-cu/facts?saved=1')
    expect(await factsOf('places/cho-vi-du-cu')).toMatchObject({ formerSlugs: ['cho-vi-du'] })
    expect((await factsOf(STREET)).related).toEqual(['places/cho-vi-du-cu'])
    // A form that was opened at the old address still arrives.
    expect((await save(editor.browser, path, fields)).status).toBe(409)
    const back = { ...(await form(editor.browser, 'places/cho-vi-du-cu')), slug: 'cho-vi-du' }
    const again = Object.fromEntries(
      Object.entries(back).filter(([name]) => name !== 'formerSlugs-0'),
    )
    expect((await save(editor.browser, 'places/cho-vi-du-cu', again)).to).toContain(`/${path}/`)
    expect(await factsOf(path)).toMatchObject({ formerSlugs: ['cho-vi-du-cu'] })
  })

  const NAUGHTY: Record<string, string> = {
    'a script': '<script>alert("1")</script>',
    quotes: `" onfocus='x' “ ” & &amp; \\`,
    'ten thousand characters': 'ê'.repeat(10_000),
    'decomposed letters': 'Đường Lê Lợi'.normalize('NFD'),
    emoji: '👩🏽‍🏫 🇻🇳',
    'another direction': 'شارع התחנה',
    YAML: ': [{ - # & * ! | > %',
  }
  const FREE = [
    'names-0-text',
    'namings-0-body',
    'namings-0-number',
    'extent-from',
    'sources-0-title',
    'sources-0-publisher',
  ]

  test.each(Object.entries(NAUGHTY))(
    '%s comes back as it was typed, and no markup of it',
    async (_, text) => {
      const path = 'streets/vi-du'
      const fields = {
        ...(await form(publisher.browser, path)),
        ...Object.fromEntries(FREE.map((name) => [name, `x${FREE.indexOf(name)} ${text} x`])),
        'namings-0-date': '2002',
        'namings-0-act': 'named',
        'namings-0-source': 's1',
        'extent-to': 'bờ sông',
        'extent-source': 's1',
      }
      const answer = await save(publisher.browser, path, fields)
      expect(answer.to, said(answer)).toContain('saved=1')
      const again = await form(publisher.browser, path)
      for (const name of FREE)
        expect(again[name]).toBe(`x${FREE.indexOf(name)} ${text} x`.normalize('NFC'))
      for (const page of ['facts', 'facts/approval', 'facts/history']) {
        const { text: html } = await publisher.browser.get(`/admin/entries/${path}/${page}`)
        expect(html).not.toMatch(/<script(?! nonce)/)
        expect(html).not.toContain(" onfocus='x'")
      }
      expect((await save(publisher.browser, path, again)).to).toContain('unchanged=1')
    },
  )

  test.each(['line\nbreak', 'tab\there', 'bell\u0007', 'zero\u0000', 'turn\u202eround'])(
    'hidden characters are refused in every field and still shown: %j',
    async (text) => {
      const fields = await form(publisher.browser, STREET)
      const texts = Object.keys(fields).filter((name) => !/^(?:number|[A-Za-z]+-rows)$/.test(name))
      const flags = ['livingPerson', 'restrictedLocation', 'withheld']
      const typed = { ...fields }
      for (const name of texts) if (!flags.includes(name)) typed[name] = text
      const answer = await save(publisher.browser, STREET, typed)
      expect(answer.status).toBe(422)
      for (const name of ['slug', ...FREE]) expect(answer.text).toContain(`href="#${name}"`)
      const again = fieldsOf(answer.text, `/admin/entries/${STREET}/facts`)
      expect(unescaped(again['names-0-text'] ?? '')).toBe(text)
    },
  )

  test('who may not write facts is refused, and an unknown entry is not found', async () => {
    const { browser } = await desk.as('translator')
    for (const page of ['facts', 'facts/approval', 'facts/history'])
      expect((await browser.get(`/admin/entries/${STREET}/${page}`)).status).toBe(
        page === 'facts' ? 403 : 200,
      )
    for (const page of [
      'facts',
      'facts/approval',
      'facts/approval/end',
      'facts/history/1/restoration',
    ])
      expect((await browser.post(`/admin/entries/${STREET}/${page}`)).status).toBe(403)
    for (const path of ['streets/khong-co', 'walks/x', 'streets/..%2f'])
      expect((await editor.browser.get(`/admin/entries/${path}/facts`)).status).toBe(404)
  })
})

test('the real content is there to be tried', () => {
  expect(entriesIn(LANG_SON).length).toBeGreaterThan(10)
})
