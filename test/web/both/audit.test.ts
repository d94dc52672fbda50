import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'csv-parse/sync'
import { addAudit } from '../../../src/store/audit-log.ts'
import { askReview, decideReview } from '../../../src/store/reviews.ts'
import { findTextHistory } from '../../../src/store/text-history.ts'
import { publishText } from '../../../src/store/texts.ts'
import { auditCsvStream } from '../../../src/exchange/audit-csv.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { actBy, EN, ref, VI, write } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'

const LAN = 'lan@example.vn'
const LE_LOI = 'streets/le-loi'

/** Each line as a reader sees it: time and sentence. */
function linesIn(html: string): string[] {
  return [...html.matchAll(/<tr><td><time[^>]*>(.*?)<\/td><\/tr>/gs)].map(([, line = '']) =>
    line.replace(/<\/td><td>/, ' | ').replace(/<[^>]*>/g, ''),
  )
}

describe(`the log, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  let name: string
  let email: string
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    const publisher = await desk.as('publisher')
    ;({ browser } = publisher)
    ;({ name, email } = publisher.editor)
    const revision = ref(LE_LOI, EN, 2)
    await write(desk.db, revision, LAN, { basedOn: 1 })
    await askReview(desk.db, revision, actBy(LAN, 1))
    const [request] = (await findTextHistory(desk.db, revision.entry))!.reviews
    const decision = { decision: 'returned', note: 'Xem lại <i>năm</i>' } as const
    await decideReview(desk.db, request!.id, decision, actBy(email, 2))
    await publishText(desk.db, revision, actBy(email, 3))
    await write(desk.db, ref(LE_LOI, VI, 2), email, { minute: 4 })
  })
  const log = async (search = '') => linesIn((await browser.get(`/admin/audit?${search}`)).text)

  test('says what was done in sentences, the latest first, in the time of the installation', async () => {
    expect((await log()).slice(0, 5)).toEqual([
      `09:04 23 thg 11, 2026 | ${name} lưu lần sửa 2 của Đường Lê Lợi · Tiếng Việt`,
      `09:03 23 thg 11, 2026 | ${name} công bố lần sửa 2 của Đường Lê Lợi · English`,
      `09:02 23 thg 11, 2026 | ${name} trả lại lần sửa 2 của Đường Lê Lợi · EnglishXem lại &lt;i&gt;năm&lt;/i&gt;`,
      `09:01 23 thg 11, 2026 | ${LAN} gửi duyệt lần sửa 2 của Đường Lê Lợi · English`,
      `09:00 23 thg 11, 2026 | ${LAN} lưu lần sửa 2 của Đường Lê Lợi · English`,
    ])
  })

  test('says it in English too', async () => {
    browser.cookie('stele-desk', 'en')
    const [first = ''] = await log()
    expect(first).toContain(`${name} saved revision 2 of Đường Lê Lợi · Tiếng Việt`)
    browser.cookie('stele-desk', 'vi')
  })

  test('is filtered by editor and by subject, an entry taking its texts along', async () => {
    expect(await log(`by=${LAN}`)).toHaveLength(2)
    expect(await log(`subject=${LE_LOI}/vi`)).toHaveLength(2)
    expect(await log(`subject=${LE_LOI}/en&by=${email}`)).toHaveLength(2)
    expect((await log(`subject=${LE_LOI}&by=import`)).length).toBe(3)
    expect(await log('subject=streets/le')).toEqual([])
    expect((await browser.get(`/admin/audit?by=${LAN}`)).text).toContain(
      `<option selected="">${LAN}</option>`,
    )
  })

  test('shows an act that has no words yet as it is, and nothing of it as HTML', async () => {
    const act = {
      what: 'sign.painted',
      subject: '<script>alert(1)</script>',
      details: { a: '<b>' },
    }
    await desk.db.run(addAudit(act, actBy(LAN, 5)))
    const { text } = await browser.get('/admin/audit')
    expect(text).not.toContain('<script>')
    expect(linesIn(text)[0]).toContain('sign.painted, &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(linesIn(text)[0]).toContain('{&quot;a&quot;:&quot;&lt;b&gt;&quot;}')
  })

  test('survives a line that lacks what its sentence needs, and filters that make no sense', async () => {
    await desk.db.run(addAudit({ what: 'text.scheduled', subject: 'hai' }, actBy(LAN, 6)))
    expect((await log())[0]).toContain('hẹn công bố lần sửa – của hai vào –')
    for (const search of [
      'before=x',
      'before=-1',
      'by[]=1',
      `subject=${'a'.repeat(999)}`,
      'by=%00',
    ])
      expect((await browser.get(`/admin/audit?${search}`)).status).toBe(200)
  })

  test('comes in pages that follow each other without a gap, with the filter kept', async () => {
    const many = Array.from({ length: 120 }, (_, i) =>
      addAudit(
        { what: 'text.saved', subject: 'streets/nhieu/vi', details: { number: i + 1 } },
        actBy(LAN, 7),
      ),
    )
    await desk.db.batch(many)
    const seen: string[] = []
    let next: string | undefined = `/admin/audit?subject=streets/nhieu&by=${LAN}`
    while (next) {
      const { text } = await browser.get(next)
      seen.push(...linesIn(text))
      next = /href="([^"]*)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    const numbers = seen.map((line) => Number(/lần sửa ([\d.]+)/.exec(line)?.[1]))
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => 120 - i))
  })

  test('is one CSV file, whole, which no spreadsheet runs', async () => {
    for (const by of ['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', '＝1'])
      await desk.db.run(addAudit({ what: 'text.saved', subject: '\t=1+1' }, actBy(by, 8)))
    for (let part = 0; part < 10; part++)
      await desk.db.batch(
        Array.from({ length: 120 }, (_, i) =>
          addAudit({ what: 'x', subject: `${part},"${i}` }, actBy(LAN, 9)),
        ),
      )
    const { headers, text, status } = await browser.get('/admin/audit.csv')
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('Content-Disposition')).toBe('attachment; filename="audit-2026-11-23.csv"')
    expect(headers.get('Cache-Control')).toBe('no-store')
    const [header, ...rows] = parse(text, { bom: true }) as string[][]
    expect(header).toEqual(['id', 'at', 'by', 'what', 'subject', 'details'])
    const row = await desk.db.first<{ n: number }>({
      text: 'SELECT count(*) AS n FROM audit',
      values: [],
    })
    expect(rows).toHaveLength(row?.n ?? 0)
    const ids = rows.map(([id]) => Number(id))
    expect(ids).toEqual([...ids].sort((a, b) => b - a))
    expect(rows.flat().filter((cell) => /^[=+\-@＝\t]/.test(cell))).toEqual([])
    expect(rows.flat()).toContain('\'=HYPERLINK("http://evil.example")')
  })

  test('its file begins with a byte order mark', async () => {
    const bytes = await new Response(auditCsvStream(desk.db)).arrayBuffer()
    expect([...new Uint8Array(bytes, 0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test.each(['translator', 'editor', 'reviewer', 'installer', 'contractor'] as const)(
    'is not for the %s',
    async (role) => {
      const other = await desk.as(role)
      for (const path of ['/admin/audit', '/admin/audit.csv'])
        expect((await other.browser.get(path)).status).toBe(403)
      expect((await other.browser.get('/admin/')).text).not.toContain('href="/admin/audit"')
    },
  )

  test('is asked for only by who is signed in', async () => {
    expect((await desk.browser().get('/admin/audit.csv')).to).toContain('/admin/sign-in')
  })
})
