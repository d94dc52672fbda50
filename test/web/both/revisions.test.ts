/** What was public on a date stays readable at its own address, until it is withheld. */
import { RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import type { EntryPath } from '../../../src/domain/entry.ts'
import type { Locale } from '../../../src/domain/locale.ts'
import type { SignEvent } from '../../../src/domain/sign.ts'
import { listRevisions } from '../../../src/store/revisions.ts'
import { addSignEvents } from '../../../src/store/signs.ts'
import { publishText, removeText, saveText, unpublishText } from '../../../src/store/texts.ts'
import { PLACE_SIGN, trialContent } from '../trial-content.ts'
import { run, type Running } from './running.ts'

const PLACE = 'places/cho-thu' as EntryPath
const AT = '/vi/places/cho-thu'
const by = (at: string) => ({ by: 'lan@example.gov.vn', at })

describe(`an earlier revision, on ${RUNTIME}`, () => {
  let site: Running
  const save = async (number: number, body: string) => {
    const [first] = await listRevisions(site.db, PLACE, 'vi' as Locale)
    await saveText(site.db, { ...first!, number, body }, by('2026-12-01T00:00:00.000Z'))
  }
  const publish = async (number: number, at: string) => {
    await publishText(site.db, { entry: PLACE, locale: 'vi' as Locale, number }, by(at))
  }
  const event = (what: SignEvent['what'], on: string) =>
    site.db.run(
      addSignEvents([
        { code: PLACE_SIGN, on, what, by: 'Lan', lat: null, lon: null, successor: null, note: '' },
      ]),
    )

  beforeEach(async () => {
    site = await run(trialContent())
  })

  test('has an address of its own, told by the page on which it is public', async () => {
    expect(await site.text(AT)).toContain(`href="${AT}/revisions/1"`)
    const page = await site.ask(`${AT}/revisions/1`)
    expect(page.status).toBe(200)
    expect(page.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(page.headers.get('Link')).toBe(`<https://qr.example.gov.vn${AT}>; rel="canonical"`)
    const text = await page.text()
    expect(text).toContain('công bố từ 23 tháng 11 năm 2026 đến nay')
    expect(text).not.toContain('id="changes"')
    expect(text).toContain('Chợ họp từ sáng sớm')
  })

  test('says when it was public, what has changed since, and where today’s is', async () => {
    await save(2, 'Chợ họp từ sáng sớm, tan lúc trưa [^s1].')
    await publish(2, '2026-12-02T20:00:00.000Z')
    const text = await site.text(`${AT}/revisions/1`)
    expect(text).toContain('công bố từ 23 tháng 11 năm 2026 đến 3 tháng 12 năm 2026')
    expect(text).toContain(`<a href="${AT}">Xem trang hiện nay</a>`)
    expect(text).toMatch(/<del>.*Người xưa/)
    expect(text).toContain('旧市场')
    const list = await site.text(`${AT}/revisions`)
    expect(list).toContain(`href="${AT}/revisions/2"`)
    expect(list.indexOf('revisions/2"')).toBeLessThan(list.indexOf('revisions/1"'))
    expect(await site.text(AT)).toContain(`<a href="${AT}/revisions">`)
  })

  test('is nowhere when it never was public, or there is no such text', async () => {
    await save(2, 'Lời nháp [^s1].')
    for (const path of [
      `${AT}/revisions/2`,
      `${AT}/revisions/9`,
      `${AT}/revisions/0`,
      `${AT}/revisions/1x`,
      '/vi/places/khong-co/revisions/1',
      '/en/places/cho-vi/revisions/1',
      '/en/places/cho-vi/revisions',
    ])
      expect((await site.ask(path)).status, path).toBe(404)
  })

  test('is gone once a passage of it is withheld, and its page says nothing of it', async () => {
    await save(2, 'Chợ họp từ sáng sớm [^s1]. ::withheld Người xưa gọi là 旧市场. ::')
    expect((await site.ask(`${AT}/revisions/1`)).status).toBe(200)
    await publish(2, '2026-12-02T20:00:00.000Z')
    const page = await site.ask(`${AT}/revisions/1`)
    expect(page.status).toBe(410)
    const text = await page.text()
    expect(text).toContain('rút khỏi trang công khai')
    expect(text).not.toContain('旧市场')
    expect(text).toContain(`href="${AT}"`)
    const own = await site.ask(`${AT}/revisions/2`)
    expect(own.status).toBe(200)
    expect(await own.text()).not.toContain('旧市场')
  })

  test('is gone with the text, and with the entry', async () => {
    await removeText(site.db, { entry: PLACE, locale: 'en' as Locale }, by('2026-12-03T00:00:00Z'))
    expect((await site.ask('/en/places/cho-thu/revisions/1')).status).toBe(410)
    expect((await site.ask(`${AT}/revisions/1`)).status).toBe(200)
    await unpublishText(
      site.db,
      { entry: PLACE, locale: 'vi' as Locale },
      by('2026-12-03T00:00:00Z'),
    )
    expect((await site.ask(`${AT}/revisions/1`)).status).toBe(410)
    expect((await site.ask(`${AT}/revisions`)).status).toBe(404)
    const withheld = trialContent()
    const file = 'content/places/cho-thu/entry.yaml'
    const yaml = new TextDecoder().decode(withheld.get(file))
    const other = await run(
      trialContent({ [file]: yaml.replace('withheld: false', 'withheld: true') }),
    )
    const page = await other.ask(`${AT}/revisions/1`)
    expect([404, 410]).toContain(page.status)
    expect(await page.text()).not.toContain('Chợ Thử')
  })

  test('is what a scanned sign leads to when the text has changed since it was printed', async () => {
    const says = async () =>
      (await site.text(`/${PLACE_SIGN}/vi`)).includes('từ khi biển này được in')
    await event('ordered', '2026-11-24')
    expect(await says()).toBe(false)
    await save(2, 'Chợ họp từ sáng sớm, tan lúc trưa [^s1].')
    await publish(2, '2026-12-02T20:00:00.000Z')
    expect(await says()).toBe(true)
    const page = await site.text(`/${PLACE_SIGN}/vi`)
    expect(page).toContain(`href="${AT}/revisions/1#changes"`)
    expect(await site.text(AT)).not.toContain('từ khi biển này được in')
    await event('printed', '2026-12-04')
    expect(await says()).toBe(false)
  })
})
