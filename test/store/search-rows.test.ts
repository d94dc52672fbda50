import { openDatabase, RUNTIME } from '#runtime'
import { beforeEach, describe, expect, test } from 'vitest'
import { termsOf } from '../../src/domain/search.ts'
import { refreshSearch } from '../../src/search/search-index.ts'
import type { Database } from '../../src/store/database.ts'
import {
  listCandidates,
  listFoundEntries,
  listFoundTexts,
  listNamesOf,
} from '../../src/store/search-rows.ts'
import { publishText, unpublishText } from '../../src/store/texts.ts'
import { actBy, addEntry, EN, ref, VI, write } from '../web/both/desk-entries.ts'
import { addPublic } from './rows.ts'

const LAN = 'lan@example.vn'

describe(`what search asks, in ${RUNTIME}`, () => {
  let db: Database
  beforeEach(async () => {
    db = await openDatabase()
  })
  const named = (text: string) => ({ names: [{ text, locale: VI, kind: 'official' as const }] })

  test('are results with the titles that are public now', async () => {
    await addPublic(db, 'places/a')
    await write(db, ref('places/a', EN, 1), LAN, { basedOn: 1 })
    await publishText(db, ref('places/a', EN, 1), actBy(LAN, 1))
    await write(db, ref('places/a', VI, 2), LAN, { minute: 2 })
    await publishText(db, ref('places/a', VI, 2), actBy(LAN, 3))
    await write(db, ref('places/a', VI, 3), LAN, { minute: 4 })
    const titles = async () => (await listFoundEntries(db, ['places/a'])).get('places/a')?.titles
    expect(await titles()).toEqual({ vi: 'places/a 2', en: 'places/a 1' })
    await unpublishText(db, ref('places/a', EN, 1), actBy(LAN, 5))
    expect(await titles()).toEqual({ vi: 'places/a 2' })
    await unpublishText(db, ref('places/a', VI, 2), actBy(LAN, 6))
    expect(await titles()).toEqual({})
  })

  test('are results that are not withheld, each with what is known of it today', async () => {
    await addPublic(db, 'places/a', { ...named('A'), adminUnits: [{ code: '05983' }] })
    await addPublic(db, 'places/kin', { withheld: true })
    const found = await listFoundEntries(db, ['places/kin', 'places/a', 'places/x'])
    expect([...found.keys()]).toEqual(['places/a'])
    expect(found.get('places/a')).toMatchObject({ kind: 'place', slug: 'a', facts: named('A') })
  })

  test('are rows of what is public, by its names and by its texts', async () => {
    await addPublic(db, 'places/a', named('Chợ Kỳ Lừa'))
    await addPublic(db, 'places/kin', { ...named('Chợ Kỳ Cùng'), withheld: true })
    await addEntry(db, 'places/nhap', 'Chợ Kỳ Sơn', named('Chợ Kỳ Sơn'))
    await refreshSearch(db)
    const found = async (asked: string) =>
      (await listCandidates(db, asked, termsOf(asked), true)).map(
        ({ subject, locale }) => `${subject} ${locale}`,
      )
    expect(new Set(await found('cho ky'))).toEqual(new Set(['places/a ']))
    expect(new Set(await found('tom tat'))).toEqual(new Set(['places/a vi']))
    expect(await listFoundTexts(db, [['places/a', 'vi'], ['places/a', 'en'], ['places/kin', 'vi']])).toMatchObject([{ subject: 'places/a', locale: 'vi', summary: 'Tóm tắt.' }]) // prettier-ignore
    expect(await listNamesOf(db, [['ky'], ['lua', 'cung']])).toMatchObject([{ text: 'Chợ Kỳ Lừa' }])
    expect(await listNamesOf(db, [['ky'], ['cung']])).toEqual([])
  })
})
