/** Search: what is found by which words, and that it follows every change of what is public. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { foldedWords } from '../../../src/domain/search.ts'
import { pathOf, type EntryPath } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import { listEntries, saveEntry } from '../../../src/store/entries.ts'
import { listEntryTitles } from '../../../src/store/public-entry.ts'
import { schedulePublication, publishDue } from '../../../src/store/schedules.ts'
import { dropSearch } from '../../../src/store/search-writing.ts'
import { saveUnits, listUnits } from '../../../src/store/site-settings.ts'
import { publishText, removeText, saveText, unpublishText } from '../../../src/store/texts.ts'
import { trialContent } from '../trial-content.ts'
import { INSTALLATIONS, LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'

const act = { by: 'a@example.gov.vn', at: '2026-11-23T02:00:00.000Z' }

/** Addresses of the results of a search, in their order. */
async function find(site: Running, q: string, locale = 'vi', more = ''): Promise<string[]> {
  const answer = await site.ask(`/${locale}/search?q=${encodeURIComponent(q)}${more}`)
  expect(answer.status, q).toBe(200)
  const text = await answer.text()
  return [...text.matchAll(/<li><a href="\/[^/"]+\/([a-z-]+\/[a-z0-9-]+)">/g)].map(
    (m) => m[1] ?? '',
  )
}

const page = (site: Running, q: string, locale = 'vi') =>
  site.text(`/${locale}/search?q=${encodeURIComponent(q)}`)

describe(`search in Lạng Sơn, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(LANG_SON)
  })

  test.each([
    ['hoang van thu', 'streets/hoang-van-thu'],
    ['hoang van thu', 'figures/hoang-van-thu'],
    ['Hoàng Văn Thụ', 'streets/hoang-van-thu'],
    ['黄文树', 'streets/hoang-van-thu'],
    ['黄文', 'figures/hoang-van-thu'],
    ['duong le loi', 'streets/le-loi'],
    ['phố Lê Lợi', 'streets/le-loi'],
    ['DONG TAM THANH', 'heritage-sites/dong-tam-thanh'],
    ['le loi street', 'streets/le-loi'],
    ['ngo thi s', 'figures/ngo-thi-si'],
    ['ải chi lăng', 'heritage-sites/ai-chi-lang'],
    ['Đ. Lê Lợi', 'streets/le-loi'],
    ['đ.Lê Lợi', 'streets/le-loi'],
    ['Đ Lê Lợi', 'streets/le-loi'],
    ['P. Lê Lợi', 'streets/le-loi'],
    ['Đ. Lê Lợi, P. Đông Kinh', 'streets/le-loi'],
    ['DT. Ải Chi Lăng', 'heritage-sites/ai-chi-lang'],
    ['Ðường Lê Lợi', 'streets/le-loi'],
    ['陳登寧', 'figures/tran-dang-ninh'],
    ['陈登宁', 'figures/tran-dang-ninh'],
    ['黃文樹', 'streets/hoang-van-thu'],
    ['黃文樹街', 'streets/hoang-van-thu'],
  ])('“%s” finds %s', async (q, path) => {
    for (const locale of ['vi', 'en', 'zh-Hans'])
      expect(await find(site, q, locale)).toContain(path)
  })

  test('an abolished ward leads to its successor and to the entries there', async () => {
    expect(await find(site, 'phường Chi Lăng')).toContain('streets/hoang-van-thu')
    const text = await page(site, 'phường Chi Lăng')
    expect(text).toContain('Không còn từ ngày 1 tháng 7 năm 2025')
    const [, after = ''] = text.split('Nay thuộc:')
    expect(after).toMatch(/<a href="\/vi\/units\/05983">Phường/)
  })

  test('an abbreviated ward is found, and marked', async () => {
    for (const q of ['P.Đông Kinh', 'p. đông kinh', 'Ph. Đông Kinh'])
      expect(await page(site, q), q).toMatch(/href="\/vi\/units\/05977/)
    expect(await page(site, 'P. Đông Kinh')).toMatch(/href="\/vi\/units\/05977/)
    expect(await page(site, 'TT. Đồng Đăng')).toMatch(/href="\/vi\/units\/06184/)
    expect(await page(site, 'X. Bảo Lâm')).toMatch(/href="\/vi\/units\/06190/)
  })

  test('characters of either script are marked where they stand', async () => {
    expect(await page(site, '陳登寧', 'zh-Hans')).toContain('<mark>陈登宁</mark>')
  })

  test('a code that was typed leads to its sign, uncounted', async () => {
    const answer = await site.ask('/vi/search?q=7k3+qxc')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/7K3QXC/vi')
    expect(await page(site, '7K3 QXD')).toContain('href="/7K3QXC/vi"')
  })

  test.each([
    ['hoang van thuj', 'Hoàng Văn Thụ'],
    ['tam thnah', 'Động Tam Thanh'],
    ['ngo thi sỹx', 'Ngô Thì Sĩ'],
  ])('“%s” offers %s', async (q, name) => {
    const [, meant = ''] = (await page(site, q)).split('Ý bạn là:')
    expect(meant.split('</ul>')[0]).toContain(name)
  })

  test('says what was hit, where, and in which language', async () => {
    const text = await page(site, 'hoang van thu', 'zh-Hans')
    expect(text).toContain('<mark>')
    const english = await page(site, 'boarding school', 'en')
    expect(english).not.toContain('undefined')
    expect(await page(site, 'le loi')).toMatch(/Đường phố · [^<]*<|Danh nhân · /)
  })

  test('shows at most ten of a kind, and says how many there are', async () => {
    const text = await page(site, 'xa')
    expect(text).toMatch(/kind=units/)
    const units = await site.text('/vi/search?q=xa&kind=units')
    expect(units).not.toContain('/vi/streets/')
    expect(units.match(/<li>/g)?.length).toBeGreaterThan(12)
  })

  test('without a question says what can be asked; an unreadable kind is no kind', async () => {
    for (const path of [
      '/vi/search',
      '/en/search?q=',
      '/zh-Hans/search?q=++',
      '/vi/search?q=a&kind=x',
    ]) {
      const answer = await site.ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    }
    const redirect = await site.ask('/search?q=l%C3%AA', { 'Accept-Language': 'en' })
    expect(redirect.headers.get('Location')).toBe('/en/search?q=l%C3%AA')
    expect((await site.ask('/xx/search?q=le')).status).toBe(404)
  })

  test.each([
    '"',
    '*',
    'a" OR b',
    'NEAR(a b)',
    '-',
    'names:le',
    '%',
    "' --",
    '(',
    '\u0000',
    '𠀀',
    '𠀀𠀁',
    'ً',
    '\u202e',
    'x'.repeat(5000),
    'a '.repeat(300),
    '黄'.repeat(400),
    '{}',
    '^le',
    'le + loi',
    '…',
    '<script>',
    '👨‍👩‍👧',
  ])('takes %j as words, whatever it means elsewhere', async (q) => {
    const answer = await site.ask(`/vi/search?q=${encodeURIComponent(q)}`)
    expect(answer.status).toBe(200)
    const text = await answer.text()
    expect(text).not.toContain('<script>')
    expect(text.length).toBeLessThan(60_000)
  })

  test('answers HEAD as GET, and is kept by nobody', async () => {
    const path = '/vi/search?q=le+loi'
    const [get, head] = [await site.ask(path), await site.ask(path, {}, 'HEAD')]
    expect(await head.text()).toBe('')
    expect([...head.headers]).toEqual([...get.headers])
    expect(get.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(site.services.pages.kept(path)).toBeUndefined()
  })
})

describe.each(Object.entries(INSTALLATIONS))(
  `every name, of %s, on ${RUNTIME}`,
  (_name, folder) => {
    test('finds its entry among the first three of its kind', async () => {
      const site = await run(folder)
      const shown = new Set((await listEntryTitles(site.db)).map(pathOf))
      const entries = (await listEntries(site.db)).filter((entry) => shown.has(pathOf(entry)))
      expect(entries.length).toBeGreaterThan(2)
      for (const entry of entries)
        for (const name of entry.facts.names)
          for (const q of [name.text, foldedWords(name.text), name.text.toUpperCase()]) {
            const folderName = entry.id.split('/')[0] ?? ''
            const found = await find(site, q)
            const ofKind = found.filter((path) => path.startsWith(`${folderName}/`))
            expect(ofKind.slice(0, 3), q).toContain(`${folderName}/${entry.slug}`)
          }
    })
  },
)

describe(`search after a change, on ${RUNTIME}`, () => {
  const entry = 'places/cho-thu' as EntryPath
  const vi = { entry, locale: 'vi' as Locale }
  let site: Running
  beforeAll(async () => {
    site = await run(trialContent())
  })
  const finds = async (q: string) => (await find(site, q)).includes('places/cho-thu')
  const revision = (number: number, body: string, title = 'Chợ Thử') => ({
    ...vi,
    number,
    title,
    summary: 'Chợ phiên.',
    body,
    basedOn: null,
    origin: 'hand' as const,
  })

  test('finds a text from its publication on, and loses it with it', async () => {
    expect(await finds('cho thu')).toBe(true)
    await saveText(site.db, revision(2, 'Có bán thuốc nam [^s1]. ::withheld Và rượu lậu. ::'), act)
    expect(await finds('thuoc nam')).toBe(false)
    await publishText(site.db, { ...vi, number: 2 }, act)
    expect(await finds('thuoc nam')).toBe(true)
    expect(await finds('ruou lau')).toBe(false)
    await unpublishText(site.db, vi, act)
    expect(await finds('thuoc nam')).toBe(false)
    await publishText(site.db, { ...vi, number: 2 }, act)
    await removeText(site.db, vi, act)
    expect(await finds('thuoc nam')).toBe(false)
  })

  test('finds what was published at its hour', async () => {
    const other = { ...vi, locale: 'en' as Locale }
    await saveText(
      site.db,
      { ...revision(9, 'A market of indigo cloth.', 'Trial Market'), ...other },
      act,
    )
    await schedulePublication(
      site.db,
      { ...other, number: 9 },
      new Date('2026-11-24T00:00:00Z'),
      act,
    )
    expect(await finds('indigo cloth')).toBe(false)
    await publishDue(site.db, new Date('2026-11-24T00:00:01Z'))
    expect(await finds('indigo cloth')).toBe(true)
  })

  test('follows names, withholding and wards, within the batch that changes them', async () => {
    const save = async (change: object) => {
      const known = (await listEntries(site.db)).find((one) => one.id === entry)!
      const facts = { ...known.facts, ...change }
      const next = { ...known, facts, factsNumber: known.factsNumber + 1 }
      await site.db.batch(saveEntry(next, new Map(), act))
    }
    const [first] = (await listEntries(site.db)).find((one) => one.id === entry)!.facts.names
    await save({ names: [first, { text: 'Chợ Kỳ Cùng', locale: 'vi', kind: 'former' }] })
    expect(await finds('ky cung')).toBe(true)
    await save({ withheld: true })
    expect(await finds('ky cung')).toBe(false)
    const left = await site.db.all<{ n: number }>({
      text: 'SELECT count(*) AS n FROM search_names WHERE search_names MATCH ?',
      values: ['names: "ky cung"'],
    })
    expect(left[0]?.n).toBe(0)
    await save({ withheld: false })
    expect(await finds('ky cung')).toBe(true)
    const units = await listUnits(site.db)
    await site.db.batch(
      saveUnits(units.map((unit) => ({ ...unit, name: unit.name.replace('Tam Thanh', 'Nhị Hà') }))),
    )
    expect(await page(site, 'nhi ha')).toContain('Nhị')
  })

  test('is written anew from the rows when it was dropped', async () => {
    await dropSearch(site.db)
    expect(await finds('ky cung')).toBe(true)
    expect(await find(site, 'hoang van thu')).toContain('streets/hoang-van-thu')
  })
})
