/** Lists of a kind, and what a search shows of many: how many, of which kind, in which order. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import { addPublic } from '../../store/rows.ts'
import { VI } from './desk-entries.ts'
import { LANG_SON } from './installations.ts'
import { run, type Running } from './running.ts'

const MANY = 104
const items = (html: string, folder: string) =>
  [...html.matchAll(new RegExp(`<li><a href="/vi/${folder}/([^"]+)"`, 'g'))].map(([, slug]) => slug)
const main = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))

describe(`a list, on ${RUNTIME}`, () => {
  let site: Running
  beforeAll(async () => {
    site = await run(LANG_SON)
  })

  test('has all of its kind and none of another, in the order of their addresses', async () => {
    for (const folder of ['streets', 'figures', 'heritage-sites', 'walks']) {
      const html = await site.text(`/vi/${folder}`)
      const slugs = items(html, folder)
      expect(slugs.length, folder).toBeGreaterThan(0)
      expect(slugs).toEqual([...slugs].sort())
      for (const other of ['streets', 'figures', 'heritage-sites', 'walks'])
        if (other !== folder) expect(items(main(html), other), `${other} in ${folder}`).toEqual([])
    }
  })

  test('says that there is none yet, and says it only then', async () => {
    const none = 'class="summary"'
    expect(main(await site.text('/vi/places'))).toContain(none)
    expect(main(await site.text('/vi/streets'))).not.toContain(none)
  })

  test('names the page that search engines shall keep, in the language that was asked for', async () => {
    for (const locale of ['vi', 'en', 'zh-Hans'])
      expect(await site.text(`/${locale}/streets`)).toContain(
        `<link rel="canonical" href="https://qr.example.gov.vn/${locale}/streets"`,
      )
  })

  test('is no list where the address names no kind', async () => {
    expect((await site.ask('/vi/street')).status).toBe(404)
    expect((await site.ask('/xx/streets')).status).toBe(404)
  })
})

describe(`a list of many, on ${RUNTIME}`, () => {
  let site: Running
  const add = async (from: number, to: number) => {
    for (let i = from; i < to; i++)
      await addPublic(site.db, `places/${i % 2 ? 'b' : 'c'}-${String(i).padStart(3, '0')}`, {
        names: [{ text: `Cây đa thứ ${i}`, locale: VI, kind: 'official' }],
      })
  }
  beforeAll(async () => {
    site = await run(LANG_SON)
  })

  test('is cut by first letters from twenty on', async () => {
    await add(0, 19)
    expect(await site.text('/vi/places')).not.toContain('class="letter"')
    await add(19, 20)
    const html = await site.text('/vi/places')
    const letters = [...html.matchAll(/<h2 class="letter">(.)<\/h2>/g)].map(([, letter]) => letter)
    expect(letters).toEqual(['B', 'C'])
    expect(items(html, 'places')).toHaveLength(20)
    const [, b = ''] = html.split('class="letter"')
    expect(items(b, 'places').every((slug) => slug?.startsWith('b-'))).toBe(true)
  })

  test('of a search shows ten of a kind, a hundred where one kind is asked for, and says how many there are', async () => {
    await add(20, MANY)
    const found = await site.text('/vi/search?q=cay+da')
    expect(items(main(found), 'places')).toHaveLength(10)
    expect(main(found)).toContain(String(MANY))
    const places = await site.text('/vi/search?q=cay+da&kind=places')
    expect(items(main(places), 'places')).toHaveLength(100)
    expect(main(places)).toContain(String(MANY))
  })

  test('offers no other name to whoever found enough', async () => {
    expect(await site.text('/vi/search?q=cay+da+thu')).not.toContain('Ý bạn là')
    expect(await site.text('/vi/search?q=cay+dda+thus')).toContain('Ý bạn là')
  })
})
