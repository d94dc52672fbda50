/** The works that entries rest on: listed once, found by their words, chosen for a source, told anew everywhere. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { findFacts } from '../../../src/store/facts.ts'
import { listWorks } from '../../../src/store/works.ts'
import type { Work } from '../../../src/domain/work.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const WORKS = '/admin/review/works'

describe(`works, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let publisher: Browser
  beforeEach(async () => {
    desk = await runDesk(LANG_SON)
    publisher = (await desk.as('publisher')).browser
  })
  const facts = async (slug: string) => (await findFacts(desk.db, 'street', slug))!
  const list = (words = '') => listWorks(desk.db, { words, from: 0, most: 50 })
  const shared = async (): Promise<Work> => {
    const [first] = await list()
    expect(first?.uses).toBeGreaterThan(1)
    return first!
  }
  const form = async (slug: string) => {
    const path = `/admin/entries/streets/${slug}/facts`
    return { path, fields: fieldsOf((await publisher.get(path)).text, path) }
  }
  const documents = () =>
    desk.db.first<{ n: number }>({
      text: `SELECT count(*) AS n FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number,
        json_each(f.facts, '$.sources') j WHERE coalesce(j.value->>'kind', '') <> 'general-knowledge'`,
      values: [],
    })

  test('are every document some entry cites, each once, the most cited first', async () => {
    const works = await list()
    const uses = works.map((one) => one.uses)
    expect(uses).toEqual([...uses].sort((a, b) => b - a))
    const all = await desk.db.first<{ n: number }>({
      text: 'SELECT sum(uses) AS n FROM work',
      values: [],
    })
    expect(all).toEqual(await documents())
    expect(new Set(works.map((one) => one.url || one.title)).size).toBe(works.length)
  })

  test('are found by any of their words, with or without marks, and by beginnings', async () => {
    const work = (await list()).find(({ title }) => /đ/i.test(title))!
    const plain = work.title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
    for (const words of [work.title, plain, plain.toLowerCase().slice(0, -2)])
      expect((await list(words)).map(({ id }) => id)).toContain(work.id)
    expect(await list('không có tài liệu nào như thế cả')).toEqual([])
    expect(await list('"; DROP TABLE work; --')).toEqual([])
    const page = await publisher.get(`${WORKS}?q=${encodeURIComponent(plain)}`)
    expect(page.text).toContain(`href="${WORKS}/${work.id}"`)
  })

  test('are offered while somebody types, and a chosen one fills the source, but for its page', async () => {
    const work = await shared()
    const offered = await publisher.get(`/admin/choices/works?q=${encodeURIComponent(work.title)}`)
    const label = (JSON.parse(offered.text) as string[]).find((one) =>
      one.endsWith(`[#${work.id}]`),
    )!
    const { path, fields } = await form('le-loi')
    const row = Number(fields['sources-rows']) - 1
    const sent = { ...fields, [`sources-${row}-title`]: label, [`sources-${row}-at`]: 'tr. 69' }
    expect((await publisher.post(path, sent)).to).toContain('saved=1')
    const saved = (await facts('le-loi')).facts.sources.at(-1)!
    expect(saved).toMatchObject({ title: work.title, at: 'tr. 69' })
    expect([saved.url ?? '', saved.publisher ?? '']).toEqual([work.url, work.publisher])
    expect((await list()).find(({ id }) => id === work.id)?.uses).toBe(work.uses + 1)
  })

  test('fill the source of a new entry, by their number alone', async () => {
    const work = await shared()
    const sent = {
      do: 'create',
      kind: 'street',
      name: 'Đường Cây Đa',
      source: `#${work.id}`,
      sourceAt: 'tr. 7',
    }
    expect((await publisher.post('/admin/entries/new', sent)).to).toContain('created=1')
    const [source] = (await facts('cay-da')).facts.sources
    expect(source).toMatchObject({ id: 's1', title: work.title, at: 'tr. 7' })
    expect(source?.url ?? '').toBe(work.url)
  })

  test('are told anew in every entry at once, keep their number, and change no approval', async () => {
    const work = await shared()
    const page = await publisher.get(`${WORKS}/${work.id}`)
    const fields = fieldsOf(page.text, `${WORKS}/${work.id}`)
    const told = {
      ...fields,
      author: 'Nhiều tác giả',
      url: 'https://example.org/moi',
      copy: 'Thư viện tỉnh',
    }
    const before = await desk.db.all<{ id: string; review: string }>({
      text: `SELECT e.id, f.facts->'$.review' AS review FROM work_use u JOIN entry e ON e.id = u.entry_id
        JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number WHERE u.work_id = ? ORDER BY e.id`,
      values: [work.id],
    })
    const answer = await publisher.post(`${WORKS}/${work.id}`, told)
    expect(answer.to).toBe(`${WORKS}/${work.id}?saved=${new Set(before.map(({ id }) => id)).size}`)
    const now = await desk.db.all<{ id: string; review: string; sources: string }>({
      text: `SELECT e.id, f.facts->'$.review' AS review, f.facts->'$.sources' AS sources
        FROM work_use u JOIN entry e ON e.id = u.entry_id
        JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number WHERE u.work_id = ? ORDER BY e.id`,
      values: [work.id],
    })
    expect(now.map(({ id, review }) => ({ id, review }))).toEqual(before)
    for (const { sources } of now)
      expect(JSON.parse(sources)).toContainEqual(
        expect.objectContaining({ url: 'https://example.org/moi', author: 'Nhiều tác giả' }),
      )
    expect((await list('Nhiều tác giả')).map(({ id }) => id)).toEqual([work.id])
    expect((await publisher.get('/admin/audit')).text).toContain('sửa tài liệu')
  })

  test('told as another one is told become one with it', async () => {
    const [one, other] = (await list()).filter(({ url }) => url !== '')
    const { title, author, publisher: house, url, date, copy } = other!
    const told = { title, author, publisher: house, url, date, copy }
    const answer = await publisher.post(`${WORKS}/${one!.id}`, told)
    expect(answer.to).toMatch(new RegExp(`^${WORKS}/${other!.id}\\?saved=`))
    const now = await list()
    expect(now.map(({ id }) => id)).not.toContain(one!.id)
    expect(now.find(({ id }) => id === other!.id)!.uses).toBeGreaterThan(other!.uses)
  })

  test('are not told wrongly, by nobody but a publisher, and not where nobody cites them', async () => {
    const work = await shared()
    const path = `${WORKS}/${work.id}`
    for (const wrong of [
      { title: '' },
      { title: 'A', url: 'no address' },
      { title: 'A', date: '31/02/2002' },
    ])
      expect((await publisher.post(path, wrong)).status).toBe(422)
    const editor = (await desk.as('editor')).browser
    expect((await editor.post(path, { title: 'A' })).status).toBe(403)
    expect((await editor.get(path)).text).not.toContain('<form method="post" action="' + path)
    expect((await publisher.get(`${WORKS}/999999`)).status).not.toBe(200)
    expect((await publisher.post(`${WORKS}/999999`, { title: 'A' })).status).toBe(404)
  })

  test('that bear an entry alone are listed with it, others are not', async () => {
    const work = await shared()
    const sent = { do: 'create', kind: 'street', name: 'Đường Cây Đa', source: `#${work.id}` }
    await publisher.post('/admin/entries/new', sent)
    const rows = await desk.db.all<{ n: number }>({
      text: `SELECT count(DISTINCT work_id) AS n FROM work_use GROUP BY entry_id HAVING n = 1`,
      values: [],
    })
    const page = await publisher.get(`${WORKS}/alone`)
    expect(page.text).toContain('>Đường Cây Đa</a>')
    expect(page.text).not.toContain('>Đường Lê Lợi</a>')
    expect([...page.text.matchAll(/<li><a href="\/admin\/entries\//g)]).toHaveLength(rows.length)
  })

  test('once told rightly are not told otherwise by the next who cites them', async () => {
    const work = (await list()).find(({ url, uses }) => url !== '' && uses > 1)!
    const told = { title: 'Tên đúng', author: 'Tác giả đúng', url: work.url }
    await publisher.post(`${WORKS}/${work.id}`, told)
    const { path, fields } = await form('le-loi')
    const row = Number(fields['sources-rows']) - 1
    const sloppy = { [`sources-${row}-title`]: 'Tên ẩu', [`sources-${row}-url`]: work.url }
    expect((await publisher.post(path, { ...fields, ...sloppy })).to).toContain('saved=1')
    expect((await list()).find(({ id }) => id === work.id)).toMatchObject(told)
  })

  test('stand on the page with author and place', async () => {
    const { path, fields } = await form('le-loi')
    const cited = (await facts('le-loi')).facts.sources.findIndex(
      ({ kind }) => kind !== 'general-knowledge',
    )
    const sent = {
      ...fields,
      [`sources-${cited}-author`]: 'Nguyễn Văn Một',
      [`sources-${cited}-at`]: 'điều 3',
      [`sources-${cited}-copy`]: 'Thư viện tỉnh, LS 12',
    }
    expect((await publisher.post(path, sent)).to).toContain('saved=1')
    const number = String((await facts('le-loi')).factsNumber)
    const other = (await desk.as('publisher')).browser
    expect((await other.post(`${path}/approval/show`, { number })).status).toBe(303)
    const page = await publisher.get('/vi/streets/le-loi')
    expect(page.text).toContain('Nguyễn Văn Một')
    expect(page.text).toContain('điều 3')
    expect(page.text).toContain('Thư viện tỉnh, LS 12')
  })
})
