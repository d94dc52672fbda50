/** Wards and communes: who they are, what they were, what lies in them; a code alone names no unit for ever. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { PLACE_SIGN, trialContent } from '../trial-content.ts'
import { INSTALLATIONS } from './installations.ts'
import { run, type Running } from './running.ts'

const VI = { 'Accept-Language': 'vi' }

describe(`a ward, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    const events = new TextDecoder().decode(trialContent().get('signs/events.csv'))
    const hung = `${events}${PLACE_SIGN},2026-01-20,installed,Lan,,,,\n`
    site = await run(trialContent({ 'signs/events.csv': hung }))
  })

  test('says since when it is, what it was formed from and what it was part of', async () => {
    const page = await site.text('/vi/units/05986')
    expect(page).toContain('<h1>Phường Tam Thanh</h1>')
    expect(page).toContain('Phường · từ 1 tháng 7 năm 2025')
    expect(page).toContain('href="/vi/units/05974/before-2025-07-01"')
    expect(page).toContain('href="/vi/units/05986/before-2025-07-01"')
    expect(page).toContain('href="/vi/units/178/before-2025-07-01"')
    expect(page).toContain('<link rel="canonical" href="https://qr.example.gov.vn/vi/units/05986"')
  })

  test('lists what lies in it, of its own time, and the signs that hang there', async () => {
    const now = await site.text('/vi/units/05986')
    expect(now).toContain('/vi/heritage-sites/dong-tam-thanh')
    expect(now).not.toContain('/vi/heritage-sites/doan-thanh')
    const before = await site.text('/vi/units/05974/before-2025-07-01')
    expect(before).toContain('/vi/heritage-sites/dong-tam-thanh')
    expect(before).toContain('30 tháng 6 năm 2025')
    expect(before).toContain('Đơn vị này không còn từ 1 tháng 7 năm 2025')
    expect(before).toContain('href="/vi/units/05986"')
    const namesake = await site.text('/vi/units/05986/before-2025-07-01')
    expect(namesake).toContain('Xã Hoàng Đồng')
    expect(namesake).not.toContain('dong-tam-thanh')
    expect(await site.text('/vi/units/05983')).toContain('Số biển đang treo</dt><dd>1<')
  })

  test('is the same at the address of its first day; another day is no address', async () => {
    expect(await site.text('/vi/units/05986/2025-07-01')).toBe(await site.text('/vi/units/05986'))
    for (const path of ['/vi/units/05986/2025-07-02', '/vi/units/00000', '/fr/units/05986'])
      expect((await site.ask(path)).status, path).toBe(404)
  })

  test('that is no more leads from its code to its last time', async () => {
    const answer = await site.ask('/en/units/05974')
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/en/units/05974/before-2025-07-01')
  })

  test('is linked from the line and the facts of every entry in it, and never says what is withheld', async () => {
    const entry = await site.text('/en/heritage-sites/dong-tam-thanh')
    expect(entry).toMatch(/class="line">.*href="\/en\/units\/05986">Tam Thanh Ward/)
    expect(entry).toContain('href="/en/units/05974/before-2025-07-01"')
    expect(await site.text('/vi/units/05983')).not.toContain('Chợ Kín')
  })

  test('answers HEAD as GET, and in the reader’s language', async () => {
    for (const path of ['/zh-Hans/units', '/zh-Hans/units/05986']) {
      const head = await site.ask(path, VI, 'HEAD')
      expect(head.status).toBe(200)
      expect(await head.text()).toBe('')
      expect(head.headers.get('Content-Language')).toBe('zh-Hans')
    }
  })
})

describe.each(Object.entries(INSTALLATIONS))(
  `the list of units of %s, on ${RUNTIME}`,
  (_, folder) => {
    test('leads to every unit there is and was', async () => {
      const site = await run(folder)
      const [locale] = (await site.services.pages.refresh())!.locales
      const list = await site.text(`/${locale}/units`)
      const links = [...list.matchAll(/href="(\/[^"]*\/units\/[^"]*)"/g)].map((match) => match[1]!)
      expect(links.length).toBeGreaterThan(1)
      for (const path of links) {
        const page = await site.ask(path)
        expect(page.status, path).toBe(200)
      }
    })
  },
)
