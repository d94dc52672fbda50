/** In Node alone: so many entries take D1 half a minute. */
import { openDatabase } from '#runtime'
import { expect, test } from 'vitest'
import { termsOf } from '../../src/domain/search.ts'
import { refreshSearch } from '../../src/search/search-index.ts'
import {
  BY_NAME_MAX,
  BY_TEXT_MAX,
  listCandidates,
  listNamesOf,
} from '../../src/store/search-rows.ts'
import { VI } from '../web/both/desk-entries.ts'
import { addPublic } from './rows.ts'

test('a search looks at so many rows, and no more', async () => {
  const db = await openDatabase()
  for (let i = 0; i < BY_NAME_MAX + 5; i++)
    await addPublic(db, `places/c-${i}`, {
      names: [{ text: `Cây ${i}`, locale: VI, kind: 'official' }],
    })
  await refreshSearch(db)
  const rows = (asked: string, terms: string) => listCandidates(db, asked, termsOf(terms), true)
  expect(await rows('zz', 'cay')).toHaveLength(BY_NAME_MAX)
  expect(await rows('zz', 'tom tat')).toHaveLength(BY_TEXT_MAX)
  const beginning = await rows('cay 1', 'khongco')
  expect(beginning).toHaveLength(60)
  expect(beginning[0]?.names, 'the first in the alphabet').toEqual(['cay 1'])
  expect(await listNamesOf(db, [['cay']])).toHaveLength(300)
})
