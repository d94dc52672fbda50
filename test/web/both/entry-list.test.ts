import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { askReview, decideReview } from '../../../src/store/reviews.ts'
import { schedulePublication } from '../../../src/store/schedules.ts'
import { findTextHistory } from '../../../src/store/text-history.ts'
import { publishText, removeText } from '../../../src/store/texts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { actBy, addEntry, EN, namesListed, ref, VI, write, ZH } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'

const ALL = 13

describe(`the list of entries, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  const found = async (search: string) =>
    namesListed((await browser.get(`/admin/entries?${search}`)).text)

  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('editor')).browser
  })

  test('has every entry once, in the order of a Vietnamese dictionary, with the state of each text in words', async () => {
    const { text, status } = await browser.get('/admin/entries')
    expect(status).toBe(200)
    const names = namesListed(text)
    expect(names).toHaveLength(ALL)
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
    expect(text).toContain(`Số mục từ: ${ALL}`)
    expect(text).toContain('href="/admin/entries/streets/le-loi"')
    expect(text.match(/<span class="state published">đã công bố<\/span>/g)).toHaveLength(3 * ALL)
    expect(text).toContain('<th scope="col" lang="zh-Hans">简体中文</th>')
  })

  test('opens with a slash behind its address, and with doubled ones', async () => {
    for (const path of ['/admin/entries/?q=le+loi', '/admin//entries?q=le+loi'])
      expect((await browser.get(path)).to, path).toBe('/admin/entries?q=le+loi')
    expect((await browser.get('/admin/nowhere/')).status).toBe(301)
    expect((await browser.get('/admin/nowhere')).status).toBe(404)
  })

  test.each([
    ['q=le+loi', ['Đường Lê Lợi', 'Lê Lợi']],
    ['q=L%C3%8A+l%E1%BB%A3i', ['Đường Lê Lợi', 'Lê Lợi']],
    ['q=%E9%BB%8E%E5%88%A9%E8%A1%97', ['Đường Lê Lợi']],
    ['q=street+loi', ['Đường Lê Lợi']],
    ['q=%C4%90.+L%C3%AA+L%E1%BB%A3i', ['Đường Lê Lợi', 'Lê Lợi']],
    ['q=%E9%99%B3%E7%99%BB%E5%AF%A7', ['Đường Trần Đăng Ninh', 'Trần Đăng Ninh']],
    ['q=dong-nhi-thanh&kind=heritage-site', ['Động Nhị Thanh']],
    ['q=le+loi&kind=figure', ['Lê Lợi']],
    ['q=kh%C3%B4ng+c%C3%B3+%C4%91%C3%A2u', []],
    [
      'kind=no-such-kind&state=%3Cscript%3E&page=-1&q=le+loi&locale=%21',
      ['Đường Lê Lợi', 'Lê Lợi'],
    ],
  ])('finds by %s', async (search, names) => {
    expect((await found(search)).sort()).toEqual(names.sort())
  })

  test('finds by the ward of today, not by one that had the same code before', async () => {
    const { text } = await browser.get('/admin/entries?unit=05977')
    expect(text).toContain('value="05977 Phường Đông Kinh"')
    expect(await found('unit=05977')).toContain('Đường Lê Lợi')
    await addEntry(desk.db, 'places/vinh-trai', 'Chợ Vĩnh Trại', {
      adminUnits: [{ code: '05977', to: '2025-07-01' }],
    })
    expect(await found('unit=05977')).not.toContain('Chợ Vĩnh Trại')
    expect(await found('q=vinh+trai')).toEqual(['Chợ Vĩnh Trại'])
  })

  test('finds by what an entry lacks', async () => {
    await addEntry(desk.db, 'places/du', 'Địa điểm đủ', {
      sources: [{ id: 's1', title: 'Sách' }],
      images: [{ file: 'a.jpg', decorative: true, author: 'Lan', licence: 'CC0-1.0' }],
      review: { state: 'approved', by: 'Lan', on: '2026-11-01' },
    })
    await addEntry(desk.db, 'places/giu', 'Địa điểm giữ lại', {
      withheld: true,
      sources: [{ id: 'g', kind: 'general-knowledge' }],
    })
    for (const mark of ['facts-pending', 'no-source', 'no-image', 'withheld']) {
      expect(await found(`mark=${mark}`)).toContain('Địa điểm giữ lại')
      expect(await found(`mark=${mark}`)).not.toContain('Địa điểm đủ')
    }
    expect(await found('mark=withheld&mark=no-source')).toEqual(['Địa điểm giữ lại'])
    expect(await found('mark=facts-pending&mark=no-image')).toHaveLength(ALL + 2)
  })

  test('finds by the state of a text in one language or in any', async () => {
    const { db } = desk
    const next = async (path: string, locale = EN) => {
      const revision = ref(path, locale, 2)
      await write(db, revision, 'lan@example.vn', { basedOn: locale === VI ? null : 1 })
      return revision
    }
    await next('streets/le-loi')
    await askReview(db, await next('streets/ngo-thi-si'), actBy('lan@example.vn'))
    const reviewed = await next('streets/tran-dang-ninh')
    await askReview(db, reviewed, actBy('lan@example.vn'))
    const [request] = (await findTextHistory(db, reviewed.entry))!.reviews
    await decideReview(db, request!.id, { decision: 'approved', note: '' }, actBy('ha@example.vn'))
    const due = new Date('2026-12-01T00:00:00Z')
    await schedulePublication(db, await next('figures/le-loi'), due, actBy('ha@example.vn'))
    await removeText(db, ref('figures/ngo-thi-si', ZH, 1), actBy('ha@example.vn'))
    await publishText(db, await next('figures/hoang-van-thu', VI), actBy('ha@example.vn'))

    const of = (state: string, locale = '') => found(`state=${state}&locale=${locale}`)
    expect(await of('draft', 'en')).toEqual(['Đường Lê Lợi'])
    expect(await of('draft', 'vi')).toEqual([])
    expect(await of('in-review')).toEqual(['Đường Ngô Thì Sĩ'])
    expect(await of('approved')).toEqual(['Đường Trần Đăng Ninh'])
    expect(await of('scheduled', 'en')).toEqual(['Lê Lợi'])
    expect(await of('removed')).toEqual(['Ngô Thì Sĩ'])
    expect(await of('stale', 'en')).toEqual(['Hoàng Văn Thụ'])
    expect(await of('stale', 'vi')).toEqual([])
    expect(await of('missing', 'zh-Hans')).toHaveLength(3)
    expect(await of('published', 'en')).not.toContain('Đường Lê Lợi')

    const { text } = await browser.get('/admin/entries?q=hoang+van+thu&kind=figure')
    expect(text.match(/class="state stale">cũ hơn bản gốc/g)).toHaveLength(2)
  })

  test('shows fifty a page and keeps what was looked for in the addresses of the others', async () => {
    for (let i = 1; i <= 60; i++)
      await addEntry(desk.db, `places/cay-${i}`, `Cây đa số ${i}`, { sources: [] })
    const { text } = await browser.get('/admin/entries?q=cay+da&kind=place&mark=no-source')
    const names = namesListed(text)
    expect([names.length, names[0], names[1]]).toEqual([50, 'Cây đa số 1', 'Cây đa số 2'])
    expect(text).toContain('1–50 trong 60 mục từ')
    const [, next = ''] = /href="([^"]*)" rel="next"/.exec(text) ?? []
    const second = await browser.get(next.replaceAll('&amp;', '&'))
    expect(namesListed(second.text)).toHaveLength(10)
    expect(second.text).toContain('value="cay da"')
    expect(second.text).toContain('<option value="place" selected="">')
    expect(
      namesListed((await browser.get(`${'/admin/entries?q=cay+da'}&page=99`)).text),
    ).toHaveLength(10)
  })

  test('shows a name as it is written, whatever is in it', async () => {
    const evil = '<script>alert(1)</script>"\'&'
    await addEntry(desk.db, 'places/la', evil)
    const { text } = await browser.get(`/admin/entries?q=${encodeURIComponent('<script>')}`)
    expect(text).not.toContain('<script>')
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).toContain('value="&lt;script&gt;"')
  })

  test('has a column for each language a translator writes in, also one the site has no page in', async () => {
    const translator = await desk.as('translator', { locales: ['tyz' as typeof EN] })
    const { text } = await translator.browser.get(
      '/admin/entries?state=missing&locale=tyz&q=le+loi',
    )
    expect(text).toContain('<th scope="col" lang="tyz">Tày</th>')
    expect(namesListed(text)).toHaveLength(2)
  })

  test('speaks English too', async () => {
    browser.cookie('stele-desk', 'en')
    const { text } = await browser.get('/admin/entries?q=le+loi&kind=street')
    expect(text).toContain('Entries: 1')
    expect(text).toContain('<bdi lang="vi">Đường Lê Lợi</bdi>')
    browser.cookie('stele-desk', 'vi')
  })

  test.each(['installer', 'contractor'] as const)('is not for the %s', async (role) => {
    const other = await desk.as(role)
    expect((await other.browser.get('/admin/entries')).status).toBe(403)
    expect((await other.browser.get('/admin/')).text).not.toContain('href="/admin/entries"')
  })

  test.each(['translator', 'reviewer', 'publisher'] as const)('is for the %s', async (role) => {
    const other = await desk.as(role)
    expect((await other.browser.get('/admin/entries')).status).toBe(200)
  })
})
