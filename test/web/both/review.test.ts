/** The room of review: points settled by rows, entries approved in one act, and nothing approved that is not there. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EntryPath } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import { isApproved } from '../../../src/domain/text-state.ts'
import { exportFolder } from '../../../src/exchange/folder/export-folder.ts'
import { importInto } from '../../../src/exchange/folder/import-folder.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { listEntries } from '../../../src/store/entries.ts'
import { listNotes } from '../../../src/store/notes.ts'
import { findLatestRevision } from '../../../src/store/revisions.ts'
import { listSettlements } from '../../../src/store/settlements.ts'
import { findTextHistory } from '../../../src/store/text-history.ts'
import { ref, write } from './desk-entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { LANG_SON } from './installations.ts'
import { importOptions } from './running.ts'

const STREET = 'streets/le-loi' as EntryPath
const at = `/admin/review/${STREET}`
/** Two sites that ask for the same document, as most of the edition does. */
const FOLDER = new Map(
  [...LANG_SON].map(([path, bytes]) => {
    if (!/(?:ai-chi-lang|doan-thanh)\/entry\.yaml$/.test(path)) return [path, bytes]
    const asked =
      'toVerify:\n  - { what: Vị trí, document: Khảo sát thực địa }\n  - { what: Số “quyết định”, document: Khảo sát thực địa }\nsources:'
    const text = new TextDecoder().decode(bytes).replace(/^sources:/m, asked)
    return [path, new TextEncoder().encode(text)]
  }),
)
const decoded = (html: string) =>
  html
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')

describe(`the room of review, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let reviewer: Browser
  let editor: Browser
  let publisher: Browser
  beforeAll(async () => {
    desk = await runDesk(FOLDER)
    reviewer = (await desk.as('reviewer')).browser
    editor = (await desk.as('editor')).browser
    publisher = (await desk.as('publisher')).browser
  })

  const facts = async (entry: EntryPath = STREET) => {
    const found = (await listEntries(desk.db)).find(({ id }) => id === entry)
    if (!found) throw new Error(`no ${entry}`)
    return found
  }
  /** Words of the points that are open on the page. */
  const openOn = async (path = at) => {
    const { text } = await reviewer.get(path)
    const fields = text.matchAll(/<input(?=[^>]*name="point")[^>]*value="([^"]*)"/g)
    return [...fields].map(([, words = '']) => decoded(words))
  }
  const settle = (point: string, more: Record<string, string> = {}, path = at) =>
    reviewer.post(`${path}/points`, {
      point,
      document: 'Địa chí Lạng Sơn',
      place: 'tr. 120',
      by: 'Vi Văn Sơn',
      on: '2026-11-20',
      ...more,
    })
  /** What the form of the page sends. */
  const approve = async (browser: Browser, path = at, change: Record<string, string> = {}) => {
    const { text } = await browser.get(path)
    const hidden = (name: string) =>
      [...text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
        ([, one = '']) => one,
      )
    return browser.post(`${path}/approval`, {
      number: hidden('number')[0] ?? String((await facts()).factsNumber),
      texts: hidden('texts')[0] ?? 'vi 1,zh-Hans 1,en 1',
      office: 'Trưởng phòng',
      ...change,
    })
  }

  test('lists what waits, by what holds it up', async () => {
    const { text } = await reviewer.get('/admin/review')
    const count = (filter: string, html: string) =>
      Number(new RegExp(`${filter} <span class="number">(\\d+)`).exec(html)?.[1])
    const all = (await listEntries(desk.db)).length
    expect(count('Tất cả đang chờ', text)).toBe(all)
    expect(count('Vướng ý chưa có nguồn', text)).toBeGreaterThan(0)
    expect(count('Tôi đã viết', text)).toBe(0)
    expect((await reviewer.get('/admin/review?filter=ready')).text).not.toContain(`${at}?`)
    expect((await reviewer.get('/admin/review?filter=general')).text).toContain(
      `${at}?filter=general`,
    )
  })

  test('shows the texts of every language, with sources called as the facts call them', async () => {
    const { text } = await reviewer.get(at)
    for (const title of ['Đường Lê Lợi', '黎利街', 'Lê Lợi Street']) expect(text).toContain(title)
    expect(text).toContain('<a href="#source-g">[g]</a>')
    expect(text).toContain('id="source-g"')
    expect(text).not.toContain('Không còn gì cản trở')
    expect(text).not.toContain(`action="${at}/approval"`)
  })

  test('refuses an approval while a point is open, from anybody', async () => {
    for (const browser of [reviewer, publisher]) expect((await approve(browser)).status).toBe(422)
    expect((await facts()).facts.review.state).toBe('pending')
    expect((await editor.post(`${at}/approval`, {})).status).toBe(403)
  })

  test('a point is settled by a row: facts and text stay as they are', async () => {
    const before = await facts()
    const [first = '', ...others] = await openOn()
    expect((await settle(first, { document: ' ' })).status).toBe(422)
    expect((await settle(first, { on: '2027-01-01' })).status).toBe(422)
    expect((await settle('Một điểm không có')).status).toBe(409)
    expect((await settle(first)).to).toBe(`${at}#points`)
    expect((await settle(first)).status).toBe(409)
    expect(await openOn()).toEqual([...others, first])
    expect((await facts()).factsNumber).toBe(before.factsNumber)
    expect(await listSettlements(desk.db, STREET)).toEqual([
      {
        entry: STREET,
        point: first,
        document: 'Địa chí Lạng Sơn',
        place: 'tr. 120',
        by: 'Vi Văn Sơn',
        on: '2026-11-20',
      },
    ])
    expect((await listAuditOf(desk.db, STREET))[0]).toMatchObject({ what: 'point.settled' })
    await reviewer.post(`${at}/points/end`, { point: first })
    expect(await openOn()).toEqual([first, ...others])
    expect(await listSettlements(desk.db, STREET)).toEqual([])
    expect((await publisher.get('/admin/audit')).text).toContain('mở lại điểm')
  })

  test('many points of one document are settled over many entries, each with its own place', async () => {
    const { text } = await reviewer.get('/admin/review/points')
    const [, address = ''] = /href="(\/admin\/review\/points\?document=[^"]+)"/.exec(text) ?? []
    const page = (await reviewer.get(decoded(address))).text
    const keys = [...page.matchAll(/type="checkbox" name="point" value="([^"]*)"/g)].map(
      ([, key = '']) => decoded(key),
    )
    expect(keys.length).toBeGreaterThan(3)
    const asked = new URL(decoded(address), 'https://x').searchParams.get('document') ?? ''
    const [one = '', two = ''] = keys
    const sent = { asked, document: 'Biên bản 3', by: 'Sơn', on: '2026-11-21', place: '' }
    expect((await reviewer.post('/admin/review/points', { ...sent })).status).toBe(422)
    const answer = await reviewer.post('/admin/review/points', {
      ...sent,
      point: [one, two],
      [`place ${one}`]: 'tờ 4',
    })
    expect(answer.status).toBe(303)
    const settled = await listSettlements(desk.db)
    expect(settled.map(({ entry, point }) => `${entry} ${point}`).sort()).toEqual([one, two].sort())
    expect(settled.map(({ place }) => place).sort()).toEqual(['', 'tờ 4'])
    expect((await reviewer.get(answer.to)).text).toContain('Đã ghi nhận 2 điểm')
    // Sent again, as by a second tap.
    expect((await reviewer.post('/admin/review/points', { ...sent, point: [one] })).status).toBe(
      409,
    )
    for (const { entry, point } of settled)
      await reviewer.post(`/admin/review/${entry}/points/end`, { point })
  })

  test('once all is settled, facts and every language are approved in one act, and the next entry follows', async () => {
    for (const point of await openOn()) expect((await settle(point)).status).toBe(303)
    const { text } = await reviewer.get(`${at}?filter=ready`)
    expect(text).toContain(`action="${at}/approval?filter=ready"`)
    // What was read is what is approved.
    expect((await approve(reviewer, at, { number: '99' })).status).toBe(409)
    const answer = await approve(reviewer)
    expect(answer.status).toBe(303)
    expect(answer.to).toMatch(/^\/admin\/review\//)
    const { facts: now } = await facts()
    expect(now.review).toMatchObject({ state: 'approved', role: 'Trưởng phòng' })
    expect(now.sources.find(({ id }) => id === 'g')).toMatchObject({
      title: 'Địa chí Lạng Sơn, tr. 120',
      accessed: '2026-11-20',
    })
    expect(now.sources.find(({ id }) => id === 'g')?.kind).toBeUndefined()
    const history = (await findTextHistory(desk.db, STREET))!
    for (const locale of ['vi', 'en', 'zh-Hans'] as Locale[])
      expect(isApproved(history, locale, 1), locale).toBe(true)
    expect((await approve(reviewer)).status).toBe(409)
    // The page for visitors names the document; nothing is general knowledge any more.
    const page = (await desk.browser().get('/vi/streets/le-loi')).text
    expect(page).toContain('Địa chí Lạng Sơn, tr. 120')
  })

  test('whoever wrote a text or the facts does not approve them here either', async () => {
    const entry = 'streets/tran-dang-ninh' as EntryPath
    const path = `/admin/review/${entry}`
    for (const point of await openOn(path)) await settle(point, {}, path)
    const { browser, editor: writer } = await desk.as('publisher')
    await write(desk.db, ref(entry, 'en' as Locale, 2), writer.email, { basedOn: 1 })
    const english = 'vi 1,zh-Hans 1,en 2'
    expect((await approve(browser, path, { texts: english })).status).toBe(403)
    // Another may, and since they publish, what was not public is.
    expect((await approve(publisher, path)).status).toBe(303)
    const history = (await findTextHistory(desk.db, entry))!
    const shown = history.publications.find((one) => one.locale === 'en' && !one.endedAt)
    expect(shown?.number).toBe(2)
  })

  test('a text is returned with a note at a paragraph', async () => {
    const entry = 'figures/le-loi' as EntryPath
    const path = `/admin/review/${entry}`
    expect((await reviewer.post(`${path}/return`, { place: 'vi 999', note: 'x' })).status).toBe(422)
    expect((await reviewer.post(`${path}/return`, { place: 'vi 0', note: ' ' })).status).toBe(422)
    const sent = { place: 'vi 1', note: 'Năm nào?' }
    expect((await reviewer.post(`${path}/return`, sent)).status).toBe(303)
    const notes = await listNotes(desk.db, { entry, locale: 'vi' as Locale })
    expect(notes).toMatchObject([{ paragraph: 1, text: 'Năm nào?', settledAt: null }])
    const history = (await findTextHistory(desk.db, entry))!
    expect(history.reviews.at(-1)).toMatchObject({ decision: 'returned', note: 'Năm nào?' })
  })

  test('several that are ready are approved under one signature; what has changed is left out', async () => {
    const ready = ['streets/ngo-thi-si', 'figures/ngo-thi-si'] as EntryPath[]
    for (const entry of ready)
      for (const point of await openOn(`/admin/review/${entry}`))
        await settle(point, {}, `/admin/review/${entry}`)
    const query = new URLSearchParams(ready.map((entry) => ['entry', entry]))
    const { text } = await publisher.get(`/admin/review/signature?${query}`)
    const signed = [...text.matchAll(/name="entry" value="([^"]*)"/g)].map(([, one = '']) => one)
    expect(signed.length).toBe(2)
    const stale = signed[1]!.replace(/\|(\d+)/, '|9')
    const answer = await publisher.post('/admin/review/signature', {
      entry: [signed[0]!, stale],
      office: 'Trưởng phòng',
    })
    expect(answer.to).toContain('done=1')
    const states = await Promise.all(
      ready.map(async (entry) => (await facts(entry)).facts.review.state),
    )
    expect(states.sort()).toEqual(['approved', 'pending'])
  })

  test('progress counts what is written, approved and ready', async () => {
    const { text } = await publisher.get('/admin/review/progress')
    const approved = (await listEntries(desk.db)).filter(
      ({ facts }) => facts.review.state === 'approved',
    ).length
    const rows = [...text.matchAll(/<th scope="row">Đường, phố<\/th>(.*?)<\/tr>/gs)][0]?.[1] ?? ''
    expect(rows).toContain(`>${approved}</meter> ${approved}`)
    expect(text).toContain('chờ đối chiếu')
  })

  test('general knowledge is replaced statement by statement, in every language at once', async () => {
    const entry = 'figures/tran-dang-ninh' as EntryPath
    const walk = `/admin/review/${entry}/sources/g`
    const before = await facts(entry)
    const { text } = await editor.get(walk)
    const numbers = decoded(/name="numbers" value="([^"]*)"/.exec(text)?.[1] ?? '')
    const names = [
      ...new Set(
        [...text.matchAll(/name="((?:statement|fact) [^"]*)"/g)].map(([, one = '']) => one),
      ),
    ]
    const statements = names.filter((name) => name.startsWith('statement'))
    expect(statements.length).toBeGreaterThan(1)
    for (const language of ['vi', 'en', 'zh-Hans']) expect(text).toContain(`<p lang="${language}">`)
    const choices = Object.fromEntries(names.map((name) => [name, 'new']))
    choices[statements[0]!] = 'stays'
    expect((await reviewer.post(walk, { numbers, ...choices })).status).toBe(403)
    const title = 'Tấm bia Nhị Thanh, tr. 2'
    expect((await editor.post(walk, { numbers, title, ...choices })).status).toBe(303)
    const after = await facts(entry)
    const fresh = after.facts.sources.find((one) => one.title === title)
    expect(after.facts.sources.some(({ id }) => id === 'g')).toBe(true)
    const history = (await findTextHistory(desk.db, entry))!
    for (const locale of ['vi', 'en', 'zh-Hans'] as Locale[]) {
      const latest = (await findLatestRevision(desk.db, { entry, locale }))!
      expect([latest.number, latest.body.split('[^g]').length], locale).toEqual([2, 2])
      expect(latest.body, locale).toContain(`[^${fresh?.id}]`)
      expect(latest.basedOn).toBe(locale === 'vi' ? null : 2)
      // Readers see what they saw until somebody else has approved it.
      expect(
        history.publications.find((one) => one.locale === locale && !one.endedAt)?.number,
      ).toBe(1)
    }
    expect(after.factsNumber).toBe(before.factsNumber + 1)
    // The last one is read too: then nothing rests on general knowledge, and the source is gone.
    const again = (await editor.get(walk)).text
    const last = decoded(/name="numbers" value="([^"]*)"/.exec(again)?.[1] ?? '')
    const rest = [...again.matchAll(/name="((?:statement|fact) [^"]*)"/g)].map(
      ([, one = '']) => one,
    )
    const out = Object.fromEntries(
      rest.map((name) => [name, name.startsWith('fact') ? 'new' : 'out']),
    )
    expect((await editor.post(walk, { numbers: last, title, ...out })).status).toBe(303)
    expect((await facts(entry)).facts.sources.some(({ id }) => id === 'g')).toBe(false)
    expect((await openOn(`/admin/review/${entry}`)).filter((one) => !one.startsWith('Vị'))).toEqual(
      [],
    )
  })

  test('settlements go out with the folder and come back byte for byte', async () => {
    const folder = await exportFolder(desk.db, () => Promise.resolve(null))
    const settled = new TextDecoder().decode(folder.get('content/settlements.csv'))
    expect(settled).toContain('streets/le-loi')
    const count = (await listSettlements(desk.db)).length
    const fresh = await runDesk(folder)
    const again = await exportFolder(fresh.db, () => Promise.resolve(null))
    for (const [path, bytes] of [...folder].filter(([path]) => /yaml$|settlements/.test(path)))
      expect(Buffer.compare(Buffer.from(again.get(path) ?? []), Buffer.from(bytes)), path).toBe(0)
    const result = await importInto(fresh.db, folder, importOptions)
    expect(result.conflicts).toEqual([])
    expect(result.taken.filter((item) => item.includes('settlements'))).toEqual([])
    // Taken back here, it is not brought in again by the same folder.
    const [one] = await listSettlements(fresh.db)
    const browser = (await fresh.as('reviewer')).browser
    await browser.post(`/admin/review/${one!.entry}/points/end`, { point: one!.point })
    await importInto(fresh.db, folder, importOptions)
    expect((await listSettlements(fresh.db)).length).toBe(count - 1)
  })
})
