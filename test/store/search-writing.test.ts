import { openDatabase, RUNTIME } from '#runtime'
import { expect, test } from 'vitest'
import { refreshSearch } from '../../src/search/search-index.ts'
import { listFoundTexts } from '../../src/store/search-rows.ts'
import { listDue, saveDocuments, type SearchDocument } from '../../src/store/search-writing.ts'
import { addPublic } from './rows.ts'

const document = (subject: string, locale: string): SearchDocument => ({
  subject,
  kind: 'place',
  locale,
  names: [],
  title: 'Mới',
  summary: 'Mới.',
  body: '',
  words: { names: 'moi', places: '', title: 'moi', summary: 'moi', body: '' },
})
const NAME = { text: 'Mới', locale: 'vi', folded: 'moi' }

test(`the index takes up what was read of the state that still stands, in ${RUNTIME}`, async () => {
  const db = await openDatabase()
  for (const path of ['places/a', 'places/b']) await addPublic(db, path)
  const due = new Map((await listDue(db, 10)).map(({ subject, stamp }) => [subject, stamp]))
  expect([...due.keys()].sort()).toEqual(['places/a', 'places/b'])
  expect(await listDue(db, 1)).toHaveLength(1)

  const stamps = new Map([
    ['places/a', due.get('places/a')!],
    ['places/b', 'an older one'],
  ])
  const subjects = [...stamps.keys()]
  await saveDocuments(
    db,
    stamps,
    subjects.flatMap((subject) => ['', 'vi'].map((locale) => document(subject, locale))),
    subjects.map((subject) => ({ subject, ...NAME })),
  )
  const count = async (table: string) =>
    (await db.first<{ n: number }>({ text: `SELECT count(*) AS n FROM ${table}`, values: [] }))?.n
  expect(await count('search_row')).toBe(2)
  expect(await count('search_name')).toBe(1)
  expect(await count('search_names')).toBe(1)
  expect(await count('search_words')).toBe(1)
  expect((await listDue(db, 10)).map(({ subject }) => subject)).toEqual(['places/b'])

  await refreshSearch(db)
  expect(await listDue(db, 10)).toEqual([])
  expect(await listFoundTexts(db, [['places/b', 'vi']])).toMatchObject([{ summary: 'Tóm tắt.' }])
})
