/** Whoever names an entry goes on naming it when its address changes; whom they name besides stays. */
import { RUNTIME } from '#runtime'
import { beforeAll, describe, expect, test } from 'vitest'
import type { EntryPath, Facts } from '../../../src/domain/entry.ts'
import { listAuditOf } from '../../../src/store/audit-log.ts'
import { listEntries } from '../../../src/store/entries.ts'
import { runDesk, type Browser, type RunningDesk } from './desk.ts'
import { addEntry } from './desk-entries.ts'
import { fieldsOf } from './form-fields.ts'
import { LANG_SON } from './installations.ts'

const [OLD, NEW, OTHER] = [
  'figures/le-loi',
  'figures/ten-moi',
  'figures/hoang-van-thu',
] as EntryPath[]

describe(`an entry with a new address, on ${RUNTIME}`, () => {
  let desk: RunningDesk
  let browser: Browser
  beforeAll(async () => {
    desk = await runDesk(LANG_SON)
    browser = (await desk.as('publisher')).browser
    const both = [OTHER!, OLD!]
    await addEntry(desk.db, 'streets/theo-ten', 'Đường', { namedAfter: both, related: both })
    await addEntry(desk.db, 'walks/di-qua', 'Lối', {
      stops: both.map((entry) => ({ entry, note: { vi: `Đến ${entry}.` } })),
    } as Partial<Facts>)
    await addEntry(desk.db, 'places/khong-nhac', 'Chợ', { related: [OTHER!] })

    const at = `/admin/entries/${OLD}/facts`
    const fields = fieldsOf((await browser.get(at)).text, at)
    const saved = await browser.post(at, { ...fields, slug: 'ten-moi', do: 'save' })
    expect(saved.to).toBe(`/admin/entries/${NEW}/facts?saved=1`)
  })
  const state = async (id: string) => (await listEntries(desk.db)).find((one) => one.id === id)!

  test('is named by it wherever it was named, in the same place among the others', async () => {
    const street = await state('streets/theo-ten')
    expect(street.facts).toMatchObject({ namedAfter: [OTHER, NEW], related: [OTHER, NEW] })
    const { facts } = await state('walks/di-qua')
    expect(facts.stops).toEqual([
      { entry: OTHER, note: { vi: `Đến ${OTHER}.` } },
      { entry: NEW, note: { vi: `Đến ${OLD}.` } },
    ])
  })

  test('leaves what was never known of the others unknown, and who does not name it alone', async () => {
    const walk = await state('walks/di-qua')
    expect([walk.facts.namedAfter, walk.facts.related]).toEqual([undefined, undefined])
    expect((await state('streets/theo-ten')).facts.stops).toBeUndefined()
    expect(await state('places/khong-nhac')).toMatchObject({ factsNumber: 1 })
  })

  test('is told in the log of each of them', async () => {
    for (const id of ['streets/theo-ten', 'walks/di-qua']) {
      expect((await state(id)).factsNumber).toBe(2)
      const [line] = await listAuditOf(desk.db, id)
      expect(line).toMatchObject({ what: 'facts.relinked', details: { number: 2, path: NEW } })
    }
    expect(await listAuditOf(desk.db, 'places/khong-nhac')).toEqual([])
  })
})
