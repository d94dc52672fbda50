/** What is kept back is nowhere that anybody outside can look: withheld things, exact places, unreviewed lives. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { placardTextsFor } from '../../../src/printing/placard-texts-for.ts'
import type { Folder } from '../../../src/domain/folder.ts'
import type { ShortCode } from '../../../src/domain/short-code.ts'
import { findEdition } from '../../../src/store/site-settings.ts'
import { trialContent, trialCode } from '../trial-content.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { SONG_NGU } from './installations.ts'

const SECRETS = {
  'a withheld entry': 'Hang Không Ai Biết',
  'the words of a withheld entry': 'chum bạc dưới nền',
  'a withheld passage': 'bản đồ vẽ tay',
  'a withheld half of a sentence': 'người giữ chìa khóa',
  'the latitude of a restricted place': '21.98765',
  'the longitude of a restricted place': '106.54321',
  'a draft': 'lời nháp chưa duyệt',
  'what a reviewer must verify': 'tuổi của tấm bia',
  'the document that may tell': 'Sổ tay điền dã 1987',
  'a number that a source bears out': '98761',
}
const SIGNS = { hidden: trialCode(21), restricted: trialCode(22) }

const entry = (name: string, more: string) => `names:
  - { text: ${name}, locale: vi, kind: official }
adminUnits:
  - { code: "05983", from: 2025-07-01 }
${more}review: { state: pending }
withheld: `
const source =
  'sources:\n  - { id: s1, title: Hồ sơ, publisher: Phòng, url: https://example.gov.vn/a, date: "2020", accessed: 2026-11-22 }\n'
const verify = `toVerify:\n  - { what: ${SECRETS['what a reviewer must verify']}, document: ${SECRETS['the document that may tell']} }\n`
const attested = source.replace(
  ' }\n',
  `, attests: ["${SECRETS['a number that a source bears out']}"] }\n`,
)
const flags = (restricted: boolean) => `restrictedLocation: ${restricted}\nlivingPerson: false\n`
const words = (title: string, body: string) =>
  `---\ntitle: ${title}\nsummary: Tóm tắt của mục từ này, đủ dài.\nrevision: 1\n---\n${body}\n`

function withSecrets(): Folder {
  const register = new TextDecoder().decode(trialContent().get('signs/register.csv'))
  const [head = ''] = register.split('\n')
  const row = (code: string, path: string) =>
    head
      .split(',')
      .map(
        (name) => ({ code, entry: path, issued_on: '2026-11-01', placement: 'Cổng' })[name] ?? '',
      )
      .join(',')
  const place = 'position: { lat: 21.98765, lon: 106.54321, accuracyM: 5, source: s1 }\n'
  const files: Record<string, string> = {
    'content/places/hang-kin/entry.yaml': `${entry(SECRETS['a withheld entry'], `${place}${flags(false)}${source}`)}true\n`,
    'content/places/hang-kin/vi.md': words(
      SECRETS['a withheld entry'],
      `Có ${SECRETS['the words of a withheld entry']} [^s1].`,
    ),
    'content/places/bia-co/entry.yaml': `${entry('Bia Cổ', `${place}${flags(true)}related: [places/hang-kin]\n${verify}${attested}`)}false\n`,
    'content/places/bia-co/vi.md': words(
      'Bia Cổ',
      `Bia đứng ở đây [^s1], ::withheld do ${SECRETS['a withheld half of a sentence']} kể ::.\n\n` +
        `::withheld Có ${SECRETS['a withheld passage']} [^s1]. ::\n\nXem tiếp [^s1].`,
    ),
    'content/walks/loi-kin/walk.yaml': `names:
  - { text: Lối Kín, locale: vi, kind: official }
stops:
  - { entry: places/bia-co }
  - { entry: places/hang-kin, note: { vi: Tìm ${SECRETS['a withheld entry']}. } }
  - { entry: places/cho-thu }
${flags(false)}${source}review: { state: pending }
withheld: false
`,
    'content/walks/loi-kin/vi.md': words('Lối Kín', 'Đi theo lối này [^s1].'),
    'signs/register.csv': `${register.trimEnd()}\n${row(SIGNS.hidden, 'places/hang-kin')}\n${row(SIGNS.restricted, 'places/bia-co')}\n`,
  }
  return new Map([
    ...trialContent(),
    ...Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const),
  ])
}

/** Every address of this site that a visitor can come to from `starts`, with what it says. */
async function everythingFrom(browser: Browser, starts: readonly string[]) {
  const said = new Map<string, string>()
  const open = [...starts]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (said.has(path)) continue
    const answer = await browser.get(path)
    said.set(path, `${[...answer.headers].join('\n')}\n${answer.text}`)
    for (const [, to = ''] of answer.text.matchAll(/(?:href|src)="(\/[^"#]*)/g))
      if (!to.startsWith('/admin')) open.push(to.replaceAll('&amp;', '&'))
    if (answer.to.startsWith('/')) open.push(answer.to)
  }
  return said
}

const STARTS = [
  ...['/', '/vi/', '/en/', '/zh-Hans/', '/sitemap.xml', '/robots.txt', '/healthz'],
  ...['/data/entries.json', '/data/entries.csv', '/data/signs.geojson'],
  ...['/vi/search?q=hang', '/vi/search?q=chum+bac', '/vi/search?q=ban+do'],
  ...[
    '/vi/places/hang-kin/card.png',
    '/vi/places/hang-kin',
    '/vi/places/hang-kin/revisions/1',
    '/vi/places/bia-co',
  ],
  ...['/packs/units/05983.json', '/packs/walks/loi-kin.json', '/vi/offline'],
  ...['/manifest.webmanifest'],
  ...[
    '/vi/places/hang-kin/revisions',
    '/vi/places/bia-co/revisions/1',
    '/vi/places/bia-co/revisions/2',
  ],
  ...['/vi/units/05983', '/vi/units', '/vi/streets', '/vi/walks/loi-kin'],
  ...Object.values(SIGNS).flatMap((code) => [
    ...[`/${code}`, `/${code}/vi`, `/vi/signs/${code}`, `/${code}?linkType=linkset`],
  ]),
]

describe(`what is kept back, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  beforeAll(async () => {
    desk = await runDesk(withSecrets())
  })

  test('is on no page, in no list and in no header that a visitor can come to', async () => {
    const { browser: editor } = await desk.as('editor')
    const at = '/admin/entries/places/bia-co/vi'
    const page = await editor.get(at)
    const number = /name="number" value="(\d+)"/.exec(page.text)?.[1] ?? ''
    const draft = { number, basedOn: '', title: 'Bia Cổ', summary: 'Tóm tắt.' }
    const body = `Bia ở đây [^s1]. ${SECRETS['a draft']} [^s1].`
    const saved = await editor.submit(`${at}/revisions`, { ...draft, body })
    expect(saved.text).toContain(SECRETS['a draft'])

    const said = await everythingFrom(desk.browser(), STARTS)
    expect(said.size).toBeGreaterThan(60)
    expect(said.get('/vi/places/bia-co')).toContain('Bia đứng ở đây')
    for (const [path, text] of said)
      for (const [what, secret] of Object.entries(SECRETS))
        expect(text.includes(secret), `${what} at ${path}`).toBe(false)
  })

  test('is on no placard', async () => {
    const { site } = await findEdition(desk.db)
    const texts = (code: ShortCode) => placardTextsFor(desk.db, site!, code)
    expect(await texts(SIGNS.hidden)).toBeNull()
    const printed = await texts(SIGNS.restricted)
    expect(printed?.isRestricted).toBe(true)
    for (const secret of Object.values(SECRETS))
      expect(JSON.stringify(printed)).not.toContain(secret)
  })

  test('is gone from a page that was kept, as soon as it is withheld, and comes back with it', async () => {
    const visitor = desk.browser()
    expect((await visitor.get('/vi/places/cho-thu')).status).toBe(200)
    const { browser } = await desk.as('publisher')
    const form = '/admin/entries/places/cho-thu/facts'
    const set = async (withheld: boolean) => {
      const fields = fieldsOf((await browser.get(form)).text, form)
      const answer = await browser.post(form, { ...fields, withheld: String(withheld), do: 'save' })
      expect(answer.status).toBe(303)
    }
    await set(true)
    expect((await visitor.get('/vi/places/cho-thu')).status).toBe(404)
    expect((await visitor.get('/vi/')).text).not.toContain('Chợ Thử')
    await set(false)
    expect((await visitor.get('/vi/places/cho-thu')).status).toBe(200)
  })
})

describe(`somebody who lives, on ${RUNTIME}`, () => {
  const FIGURE = 'content/figures/nguoi-vi-du/entry.yaml'
  const at = '/admin/entries/figures/nguoi-vi-du'

  /** An installation that asks for four eyes nowhere else. */
  function living(): Folder {
    const yaml = new TextDecoder()
      .decode(SONG_NGU.get(FIGURE))
      .replace(/^died: .*\n/m, '')
      .replace('livingPerson: false', 'livingPerson: true')
    return new Map([...SONG_NGU, [FIGURE, new TextEncoder().encode(yaml)]])
  }

  test('is written about in public only after another has approved the text, and the facts', async () => {
    const desk = await runDesk(living())
    const { browser } = await desk.as('publisher')
    const { browser: other } = await desk.as('reviewer')
    const form = `${at}/vi/revisions`
    const fields = fieldsOf((await browser.get(`${at}/vi`)).text, form)
    await browser.post(form, { ...fields, summary: 'Đã đổi một chữ ở đây.' })
    const number = '2'
    const publish = () => browser.post(`${at}/vi/publication`, { number })
    expect((await publish()).status).toBe(403)
    await browser.post(`${at}/vi/review`, { number })
    expect((await browser.get(`${at}/vi`)).text).toContain('một người khác phải duyệt')
    const request = /action="[^"]*\/review\/(\d+)"/.exec((await other.get(`${at}/vi`)).text)?.[1]
    const decision = { decision: 'approved', note: '' }
    expect((await browser.post(`${at}/vi/review/${request}`, decision)).status).toBe(403)
    expect((await other.post(`${at}/vi/review/${request}`, decision)).status).toBe(303)

    expect((await browser.get(`${at}/vi`)).text).toContain('người còn sống')
    expect((await publish()).status).toBe(403)
    const due = '2027-01-01T08:00'
    expect((await browser.post(`${at}/vi/schedule`, { number, due })).status).toBe(403)
    const facts = { number: '1', office: 'Trưởng phòng' }
    expect((await other.post(`${at}/facts/approval`, facts)).status).toBe(303)
    expect((await publish()).status).toBe(303)
    const page = await desk.browser().get('/vi/figures/nguoi-vi-du')
    expect(page.text).toContain('Đã đổi một chữ ở đây.')
  })
})
