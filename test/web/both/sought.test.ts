import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { listSigns } from '../../../src/store/signs.ts'
import { findFacts } from '../../../src/store/facts.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const codesIn = (text: string) => new Set(text.match(/\/admin\/signs\/[2-9A-Z]{6}"/g) ?? []).size
const radios = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`type="radio" name="${name}" value="([^"]*)"([^>]*)`, 'g'))].map(
    ([, value, rest]) => [value, rest],
  )
const FACTS = '/admin/entries/streets/le-loi/facts'

describe(`one among many is sought by its name, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('publisher')).browser
  })
  const asked = (path: string, words: string) =>
    browser.get(
      `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams([['entry', words]])}`,
    )

  test('an entry by part of its name, without marks; which, is asked where it means two, and nothing is chosen before', async () => {
    const one = await asked('/admin/signs', 'đường hoàng văn')
    expect(codesIn(one.text)).toBe(2)
    expect(one.text).toContain('value="Đường Hoàng Văn Thụ (streets/hoang-van-thu)"')
    const two = await asked('/admin/signs', 'hoang van thu')
    expect(codesIn(two.text)).toBe(0)
    expect(radios(two.text, 'entry-of').map(([value]) => value)).toEqual(
      expect.arrayContaining(['streets/hoang-van-thu', 'figures/hoang-van-thu']),
    )
    for (const [, rest] of radios(two.text, 'entry-of')) expect(rest).not.toContain('checked')
    const chosen = await browser.get(
      '/admin/signs?entry=hoang+van+thu&entry-of=streets/hoang-van-thu',
    )
    expect(codesIn(chosen.text)).toBe(2)
    const none = await asked('/admin/signs', 'Phố Không Có Thật')
    expect([codesIn(none.text), none.text.includes('Không thấy “Phố Không Có Thật”')]).toEqual([
      0,
      true,
    ])
  })

  test.each(['/admin/signs', '/admin/signs/new', '/admin/orders/ready', '/admin/entries'])(
    '%s has no list of all entries or all units in it',
    async (path) => {
      const { status, text } = await browser.get(path)
      expect(status).toBe(200)
      expect(text).toContain('data-offers="/admin/choices/')
      expect(text).not.toContain('<option value="streets/')
      expect(text).not.toMatch(/<option value="0\d{4}"/)
    },
  )

  test('an order ticks nothing while a name means two', async () => {
    const printing = { listTemplates: async () => [{ id: 'placard-150x200' }] }
    Object.assign(desk.services, { printing })
    const { text } = await asked('/admin/orders/new', 'hoang van thu')
    expect(text).not.toMatch(/name="codes"[^>]*checked/)
    expect(text).not.toContain('<option value="streets/')
    const one = await asked('/admin/orders/new', 'streets/hoang-van-thu')
    expect(one.text).toMatch(/name="codes"[^>]*checked/)
    delete desk.services.printing
  })

  test('a ward by part of its name, by its code, and by a name of before 2025', async () => {
    const of = async (words: string) => {
      const { text } = await browser.get(`/admin/entries?${new URLSearchParams({ unit: words })}`)
      return /id="unit"[^>]*value="([^"]*)"/.exec(text)?.[1]
    }
    expect(await of('05986')).toBe('05986 Phường Tam Thanh')
    expect(await of('tam thanh')).toBe('05986 Phường Tam Thanh')
    expect(await of('P. Tam Thanh')).toBe('05986 Phường Tam Thanh')
    expect(await of('Phường Vĩnh Trại')).toBe('05977 Phường Đông Kinh')
    const { text } = await browser.get('/admin/entries?unit=thanh')
    expect(radios(text, 'unit-of').length).toBeGreaterThan(1)
  })

  test('the server answers what is typed with a few names, and nobody who is not signed in', async () => {
    const { text } = await browser.get('/admin/choices/entries?q=a')
    const labels = JSON.parse(text) as string[]
    expect(labels.length).toBeGreaterThan(3)
    expect(labels.length).toBeLessThanOrEqual(12)
    const [label = ''] = labels
    const again = await browser.get(`/admin/choices/entries?q=${encodeURIComponent(label)}`)
    expect(JSON.parse(again.text)).toEqual([label])
    expect((await browser.get('/admin/choices/passwords?q=a')).status).toBe(404)
    expect((await desk.browser().get('/admin/choices/entries?q=a')).status).not.toBe(200)
  })

  test('a spot and lengths of a sign are typed as Vietnamese writes them', async () => {
    const { to } = await browser.post('/admin/entries/streets/le-loi/signs', {
      count: '1',
      placement: 'Cột số 7',
      position: '21,85306; 106,76151',
      mount: 'post',
      faces: '1',
      height_mm: '1,3 m',
      reading_distance_mm: '1.500',
      note: '',
    })
    const code = to.split('/').at(-1)
    const sign = (await listSigns(desk.db)).find((one) => one.code === code)
    expect(sign).toMatchObject({
      lat: 21.85306,
      lon: 106.76151,
      heightMm: 1300,
      readingDistanceMm: 1500,
    })
  })

  test('facts take a ward by its name, ask which one a former name means, and of which century a short year is', async () => {
    const shown = fieldsOf((await browser.get(FACTS)).text, FACTS)
    const send = (change: Record<string, string>) =>
      browser.post(FACTS, { ...shown, ...change, do: 'save' })
    const former = await send({ 'adminUnits-0-code': 'Phường Vĩnh Trại' })
    expect(former.status).toBe(422)
    expect(former.text).toContain('Có phải: 05977 Phường Đông Kinh?')
    const century = await send({ 'namings-0-date': '3/2/30' })
    expect(century.status).toBe(422)
    expect(century.text).toContain('“3/2/30” là năm 1930 hay 2030?')
    const page = await browser.get(FACTS)
    expect(page.text).not.toContain('(figures/hoang-van-thu)"')
    expect(page.text).toContain('data-offers="/admin/choices/entries?kind=figure"')
    const figures = await browser.get('/admin/choices/entries?kind=figure&q=thu')
    expect(figures.text).toContain('(figures/hoang-van-thu)')
    expect(figures.text).not.toContain('(streets/')
    const two = await send({ 'related-0': 'thì sĩ' })
    expect(two.status).toBe(422)
    expect(two.text).toContain('Đường Ngô Thì Sĩ (streets/ngo-thi-si)')
    expect(two.text).toContain('“thì sĩ” có thể là')
    const saved = await send({ 'adminUnits-0-code': 'p. tam thanh' })
    expect(saved.to).toMatch(/saved|unchanged/)
    const { facts } = (await findFacts(desk.db, 'street', 'le-loi'))!
    expect(facts.adminUnits?.[0]?.code).toBe('05986')
  })
})
