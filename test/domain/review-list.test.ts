import { expect, test } from 'vitest'
import { reviewList, type ReviewedEntry } from '../../src/domain/review-list.ts'
import { REVIEW_WORDS } from '../../src/messages/review-words.ts'

const entry: ReviewedEntry = {
  id: 'streets/bac-son' as never,
  facts: {
    names: [{ text: 'Đường Bắc Sơn', locale: 'vi' as never, kind: 'official' }],
    adminUnits: [
      { code: '05971', to: '2025-07-01' },
      { code: '06187', from: '2025-07-01' },
    ],
    toVerify: [
      { what: 'Điểm đầu và điểm cuối', document: 'Phụ lục nghị quyết' },
      { what: 'Phường' },
    ],
    sources: [
      { id: 's1', title: 'Bài viết' },
      { id: 'g', kind: 'general-knowledge' },
    ],
    review: { state: 'pending' },
  },
  text: {
    title: 'Đường Bắc Sơn',
    body: 'Đường mang tên Bắc Sơn [^s1]. Cuộc khởi nghĩa nổ ra **năm 1940** [^g]. Ông mất năm 1941 [^g] [^s1].\n\n## Con đường\n\nĐường dài 900 mét [^g].\n',
  },
}
const list = (...entries: ReviewedEntry[]) => reviewList(entries, [], REVIEW_WORDS.vi)

test('what the facts name comes first, then every statement that no document bears out', () => {
  expect(list(entry).map(({ what, document }) => [what, document])).toEqual([
    ['Điểm đầu và điểm cuối', 'Phụ lục nghị quyết'],
    ['Phường', ''],
    ['Ý dẫn hiểu biết chung: “Cuộc khởi nghĩa nổ ra năm 1940.”', 'Tài liệu in có thể dẫn'],
    ['Ý dẫn hiểu biết chung: “Đường dài 900 mét.”', 'Tài liệu in có thể dẫn'],
  ])
  expect(list(entry)[0]).toMatchObject({
    entry: 'streets/bac-son',
    title: 'Đường Bắc Sơn',
    unit: '06187',
  })
})

test('an entry without a text is told by its name, and one in an unknown ward without a ward', () => {
  const { adminUnits: _, ...facts } = entry.facts
  expect(list({ ...entry, facts, text: null })).toMatchObject([
    { title: 'Đường Bắc Sơn', unit: '' },
    { what: 'Phường' },
  ])
})

test('an approved entry needs nothing more', () => {
  const review = { state: 'approved', by: 'Lan', on: '2026-11-01' } as const
  expect(list({ ...entry, facts: { ...entry.facts, review } })).toEqual([])
})
