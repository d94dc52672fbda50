import { openDatabase, RUNTIME } from '#runtime'
import { expect, test } from 'vitest'
import type { EntryPath } from '../../src/domain/entry.ts'
import { listTextsOf } from '../../src/store/import-rows.ts'
import { publishText, removeText, restoreText, unpublishText } from '../../src/store/texts.ts'
import { actBy, addEntry, EN, ref, VI, write } from '../web/both/desk-entries.ts'

const LAN = 'lan@example.vn'

test(`texts are asked for as they are public or as they were written last, in ${RUNTIME}`, async () => {
  const db = await openDatabase()
  const ids = ['places/a', 'places/b', 'places/c'] as EntryPath[]
  for (const id of ids) await addEntry(db, id, id)
  for (const number of [1, 2, 3])
    await write(db, ref('places/a', VI, number), LAN, { minute: number })
  await write(db, ref('places/a', EN, 1), LAN, { basedOn: 1 })
  await write(db, ref('places/b', VI, 1), LAN)
  await publishText(db, ref('places/a', VI, 1), actBy(LAN, 4))
  await publishText(db, ref('places/a', VI, 2), actBy(LAN, 5))
  const told = async (which: 'latest' | 'public') =>
    [...(await listTextsOf(db, ids, VI, which)).values()]
      .map(({ entry, number, isPublic, isRemoved }) => [entry, number, isPublic, isRemoved])
      .sort()
  expect(await told('latest')).toEqual([
    ['places/a', 3, false, false],
    ['places/b', 1, false, false],
  ])
  expect(await told('public')).toEqual([
    ['places/a', 2, true, false],
    ['places/b', 1, false, false],
  ])
  await unpublishText(db, ref('places/a', VI, 2), actBy(LAN, 6))
  expect((await told('public'))[0]).toEqual(['places/a', 3, false, false])
  await publishText(db, ref('places/a', VI, 3), actBy(LAN, 7))
  expect((await told('latest'))[0]).toEqual(['places/a', 3, true, false])
  await unpublishText(db, ref('places/a', VI, 3), actBy(LAN, 8))
  expect((await told('latest'))[0]).toEqual(['places/a', 3, false, false])
  await removeText(db, ref('places/a', VI, 3), actBy(LAN, 9))
  expect((await told('latest'))[0]).toEqual(['places/a', 3, false, true])
  await restoreText(db, ref('places/a', VI, 3), actBy(LAN, 10))
  expect((await told('latest'))[0]).toEqual(['places/a', 3, false, false])
})
