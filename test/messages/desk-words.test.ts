import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

/** Files whose words the people of the desk read. */
const VIETNAMESE = [
  'src/messages/desk-vi.ts',
  'src/messages/check-vi.ts',
  'src/messages/preflight-vi.ts',
  'src/messages/parcel-words.ts',
  'src/messages/review-words.ts',
  'src/messages/facts-said.ts',
  'src/messages/notice-letter.ts',
  'src/messages/bilingual.ts',
  'src/messages/size-message.ts',
  'docs/editors.vi.md',
]
const ENGLISH = ['src/messages/desk-en.ts', 'src/messages/check-en.ts', 'docs/editors.en.md']

/** Keys are no words. */
const KEYS = /^ +'?[\w.-]+'?:/gm

const read = (path: string) =>
  readFile(new URL(`../../${path}`, import.meta.url), 'utf8').then((text) =>
    text.normalize('NFC').replace(KEYS, ''),
  )

interface Row {
  vi: string
  en: string
  notVi: string[]
  notEn: string[]
}

const rows = await read('docs/vocabulary.md').then(tableOf)

function tableOf(page: string): Row[] {
  const table = /^## One word at the desk$([\s\S]*?)^## /m.exec(page)?.[1] ?? ''
  const lines = table.split('\n').filter((line) => line.startsWith('|'))
  const listed = (cell = '') => cell.split(' · ').filter((word) => word !== '')
  return lines.slice(2).map((line) => {
    const [, vi = '', en = '', , notVi, notEn] = line.split('|').map((cell) => cell.trim())
    return { vi, en, notVi: listed(notVi), notEn: listed(notEn) }
  })
}

/** Where `word` stands as a word of its own, whatever its capitals, with a little of what is around it. */
function found(word: string, text: string): string[] {
  const pattern = new RegExp(
    `.{0,30}(?<!\\p{L})${word.replace(/[{}]/g, '\\$&')}(?!\\p{L}).{0,30}`,
    'giu',
  )
  return text.match(pattern) ?? []
}

test('the table has words in both languages, and words not to say', () => {
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.flatMap(({ notVi }) => notVi)).toContain('bản nguồn')
  expect(rows.flatMap(({ notEn }) => notEn)).toContain('status')
  expect(found('bản nguồn', 'Bản nguồn đã đổi')).toHaveLength(1)
  expect(found('nguồn', 'bản gốc, nguồng')).toHaveLength(0)
})

describe.each(rows)('$vi, $en', ({ vi, en, notVi, notEn }) => {
  test('is what the desk says', async () => {
    expect(found(vi, await read('src/messages/desk-vi.ts'))).not.toEqual([])
    expect(found(en, await read('src/messages/desk-en.ts'))).not.toEqual([])
  })

  test.each(VIETNAMESE)('has no second word in %s', async (path) => {
    const text = await read(path)
    expect(notVi.flatMap((word) => found(word, text))).toEqual([])
  })

  test.each(ENGLISH)('has no second word in %s', async (path) => {
    const text = await read(path)
    expect(notEn.flatMap((word) => found(word, text))).toEqual([])
  })
})
