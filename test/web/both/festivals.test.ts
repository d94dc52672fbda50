/** Festivals on the page and for programs; beside them what a source bears out and what is to be verified, at the desk only. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeEntryFile } from '../../../src/content/entry-file.ts'
import type { Folder } from '../../../src/domain/folder.ts'
import { findFacts } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'
import { run } from './running.ts'

const SITE = 'heritage-sites/den-thu'
const YAML = `names:
  - { text: Đền Thử, locale: vi, kind: official }
rank: { level: provincial, year: 1999, source: s1 }
festivals:
  - { from: 22/1, to: 27/1, name: { vi: Lễ hội Đền Thử, zh-Hans: 试庙节 }, source: s1 }
  - { from: 15/8, source: s2 }
restrictedLocation: false
livingPerson: false
toVerify:
  - { what: Ngày lễ hội kín, document: Hồ sơ xếp hạng }
  - { what: Diện tích }
sources:
  - { id: s1, title: Địa chí }
  - { id: s2, title: Hồ sơ lễ hội, attests: ["1779", "5,5"] }
review: { state: pending }
withheld: false
`
const textOf = (title: string, basedOn = '') =>
  `---\ntitle: ${title}\nsummary: 一座河边的古庙 for the test here.\nrevision: 1\n${basedOn}---\n1495 [^s1].\n`
const files = {
  'entry.yaml': YAML,
  'vi.md': textOf('Đền Thử'),
  'en.md': textOf('Trial Shrine', 'basedOn: 1\n'),
  'zh-Hans.md': textOf('试庙', 'basedOn: 1\n'),
}
const folder: Folder = new Map([
  ...LANG_SON,
  ...Object.entries(files).map(
    ([name, text]) => [`content/${SITE}/${name}`, new TextEncoder().encode(text)] as const,
  ),
])

const factsIn = (html: string) =>
  [...html.matchAll(/<dt>(?:Lễ hội|Festival|节庆)<\/dt><dd>(.*?)<\/dd>/g)].map(([, dd = '']) => dd)
const wordsIn = (html: string) => html.replace(/<[^>]*>/g, '')

async function pageAt(day: string, path: string): Promise<string> {
  const site = await run(folder)
  site.services.now = () => new Date(`${day}T02:00:00Z`)
  return site.text(path)
}

describe(`festivals, on ${RUNTIME}`, () => {
  test.each([
    [
      'vi',
      'Lễ hội Đền Thử: 22–27 tháng 1 âm lịch; lần tới: từ 27 tháng 2 đến 4 tháng 3 năm 2027[1]',
      '15 tháng 8 âm lịch; lần tới: ngày 15 tháng 9 năm 2027[2]',
    ],
    [
      'en',
      'Lễ hội Đền Thử: days 22–27 of lunar month 1; next: 27 February to 4 March 2027[1]',
      'day 15 of lunar month 8; next: 15 September 2027[2]',
    ],
    [
      'zh-Hans',
      '试庙节：农历正月二十二至二十七；下一次：2027年2月27日至3月4日[1]',
      '农历八月十五；下一次：2027年9月15日[2]',
    ],
  ])('are told in %s with their next days and their sources', async (locale, first, second) => {
    const html = await pageAt('2026-11-28', `/${locale}/${SITE}`)
    expect(factsIn(html).map(wordsIn)).toEqual([first, second])
    expect(html).toContain('id="source-2"')
    for (const id of ['cite-2-1', 'cite-1-1']) expect(html.split(`id="${id}"`)).toHaveLength(2)
    if (locale === 'en') expect(html).toContain('<span lang="vi">Lễ hội Đền Thử</span>')
  })

  test('are on now until their last day is over where the site is', async () => {
    const now = 'đang diễn ra: từ 27 tháng 2 đến 4 tháng 3 năm 2027'
    for (const day of ['2027-02-27', '2027-03-04'])
      expect(factsIn(await pageAt(day, `/vi/${SITE}`))[0]).toContain(now)
    expect(factsIn(await pageAt('2027-03-05', `/vi/${SITE}`))[0]).toContain('năm 2028')
  })

  test('are events for programs, and stand in the open data', async () => {
    const html = await pageAt('2026-11-28', `/vi/${SITE}`)
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
    const { event } = JSON.parse(json) as { event: unknown }
    expect(event).toMatchObject([
      {
        '@type': 'Festival',
        name: 'Lễ hội Đền Thử',
        startDate: '2027-02-27',
        endDate: '2027-03-04',
      },
      { name: 'Lễ hội: Đền Thử', startDate: '2027-09-15', endDate: '2027-09-15' },
    ])

    const site = await run(folder)
    const data = await site.text('/data/entries.json')
    const { entries } = JSON.parse(data) as { entries: { path: string; festivals?: unknown }[] }
    expect(entries.find(({ path }) => path === SITE)?.festivals).toEqual([
      {
        from: '22/1',
        to: '27/1',
        name: { vi: 'Lễ hội Đền Thử', 'zh-Hans': '试庙节' },
        source: 's1',
      },
      { from: '15/8', source: 's2' },
    ])
    for (const text of [data, html]) {
      expect(text).toContain('Hồ sơ lễ hội')
      for (const secret of ['Ngày lễ hội kín', 'toVerify', 'attests', '"1779"'])
        expect(text).not.toContain(secret)
    }
  })
})

describe(`the same at the desk, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  const form = `/admin/entries/${SITE}/facts`
  const stored = async () => (await findFacts(desk.db, 'heritage-site', 'den-thu'))!
  const fields = async () => fieldsOf((await browser.get(form)).text, form)
  beforeAll(async () => {
    desk = await runDesk(folder)
    browser = (await desk.as('publisher')).browser
  })

  test('is kept byte for byte, and changed by the form', async () => {
    expect(writeEntryFile((await stored()).facts)).toBe(YAML)
    const untouched = await fields()
    expect((await browser.post(form, { ...untouched, do: 'save' })).to).toContain('unchanged=1')
    const typed = {
      ...untouched,
      'festivals-2-from': '30/12',
      'festivals-2-to': '2/1',
      'festivals-2-source': 's1',
      'festivals-1-remove': 'true',
      'toVerify-1-what': 'Diện tích khu di tích',
      'sources-1-attests': '1779, 500;  5,5 ;',
    }
    const answer = await browser.post(form, { ...typed, do: 'save' })
    expect(answer.to, answer.text).toContain('saved=1')
    const { facts } = await stored()
    expect(facts.festivals?.map(({ from, to }) => [from, to])).toEqual([
      ['22/1', '27/1'],
      ['30/12', '2/1'],
    ])
    expect(facts.toVerify?.[1]).toEqual({ what: 'Diện tích khu di tích' })
    expect(facts.sources[1]?.attests).toEqual(['1779', '500', '5,5'])
  })

  test('a day that no calendar has is said at its field, and nothing is saved', async () => {
    const before = (await stored()).factsNumber
    const answer = await browser.post(form, {
      ...(await fields()),
      'festivals-0-from': '31/1',
      do: 'save',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('“31/1” chưa phải ngày âm lịch')
    expect(answer.text).toContain('id="festivals-0-from-problem"')
    expect((await stored()).factsNumber).toBe(before)
  })

  test('is read by whoever approves the facts', async () => {
    const { text } = await browser.get(`${form}/approval`)
    for (const said of [
      'Điểm cần đối chiếu',
      'Ngày lễ hội kín',
      'Hồ sơ xếp hạng',
      '1779; 500; 5,5',
    ])
      expect(text).toContain(said)
  })

  test('is lost by no table that is imported over it', async () => {
    const before = (await stored()).facts
    const table = new File(['Tên di tích,Năm xếp hạng\nĐền Thử,1998'], 'bang.csv')
    const shown = await browser.send('/admin/import/table', { table: 'heritage-site', file: table })
    const at = '/admin/import/table/writing'
    expect((await browser.send(at, fieldsOf(shown.text, at))).status, shown.text).toBe(303)
    const { facts } = await stored()
    expect(facts.rank?.year).toBe(1998)
    expect(facts).toEqual({ ...before, rank: { ...before.rank, year: 1998 } })
  })

  test('numbers nobody bears out are told while a text is written', async () => {
    const at = `/admin/entries/${SITE}/vi`
    const { text } = await browser.get(at)
    expect(text).toContain('Ngày lễ hội kín (Tài liệu cần xem: Hồ sơ xếp hạng)')
    expect(text).toContain('Bài ghi số 1495, nhưng không nguồn nào')
  })
})
