import { expect, test } from 'vitest'
import type { Facts } from '../../src/domain/entry.ts'
import { openPoints, reviewPoints, withReadSources } from '../../src/domain/review-point.ts'

const facts = {
  names: [{ text: 'Bắc Sơn', locale: 'vi', kind: 'official' }],
  born: { date: '1909', circa: true, source: 'g' },
  adminUnits: [{ code: '06187', from: '2025-07-01', source: 's1' }],
  toVerify: [{ what: 'Hai đầu đường', document: 'Khảo sát' }, { what: 'Phường' }],
  sources: [
    { id: 's1', title: 'Bài viết' },
    { id: 'g', kind: 'general-knowledge', attests: ['1940'] },
  ],
  restrictedLocation: false,
  livingPerson: false,
  review: { state: 'pending' },
  withheld: false,
} as unknown as Facts
const body =
  'Đường mang tên Bắc Sơn [^s1]. Cuộc khởi nghĩa nổ ra **năm 1940** [^g]. Ông mất năm 1941 [^g] [^s1].\n\nĐường dài [^g].\n'
const read = (point: string, document: string, place = '') => ({
  entry: 'streets/bac-son' as never,
  point,
  document,
  place,
  by: 'Lan',
  on: '2026-12-01',
})

test('points are what facts ask for, facts and statements that general knowledge alone bears out', () => {
  expect(reviewPoints(facts, body)).toEqual([
    { words: 'Hai đầu đường', about: 'asked', document: 'Khảo sát' },
    { words: 'Phường', about: 'asked', document: '' },
    { words: 'born: 1909', about: 'fact', document: '' },
    { words: 'Cuộc khởi nghĩa nổ ra năm 1940.', about: 'statement', document: '' },
    { words: 'Đường dài.', about: 'statement', document: '' },
  ])
})

test('where general knowledge stands only beside other sources, those statements are points', () => {
  const { born: _, ...others } = facts as Facts & { born: unknown }
  const beside = reviewPoints(others as Facts, 'Ông mất năm 1941 [^g] [^s1]. Ông là thầy [^s1].')
  expect(beside.map(({ words }) => words)).toEqual(['Hai đầu đường', 'Phường', 'Ông mất năm 1941.'])
})

test('a point is settled by its words: worded anew it is open again', () => {
  const points = reviewPoints(facts, body)
  const settled = [read('Phường', 'NQ 1'), read('Đường dài.', 'Địa chí', 'tr. 5')]
  expect(openPoints(points, settled).map(({ words }) => words)).toEqual([
    'Hai đầu đường',
    'born: 1909',
    'Cuộc khởi nghĩa nổ ra năm 1940.',
  ])
})

test('general knowledge gives way to the documents in which all of it was read, and not before', () => {
  const points = reviewPoints(facts, body)
  const settled = [
    read('Hai đầu đường', 'Biên bản khảo sát'),
    read('Phường', 'NQ 1'),
    read('born: 1909', 'Địa chí', 'tr. 4'),
    read('Cuộc khởi nghĩa nổ ra năm 1940.', 'Lịch sử Đảng bộ', 'tr. 40'),
  ]
  expect(withReadSources(facts, points, settled)).toBe(facts)
  const all = [...settled, read('Đường dài.', 'Địa chí', 'tr. 4')]
  expect(withReadSources(facts, points, all).sources).toEqual([
    { id: 's1', title: 'Bài viết' },
    {
      id: 'g',
      title: 'Địa chí, tr. 4; Lịch sử Đảng bộ, tr. 40',
      accessed: '2026-12-01',
      attests: ['1940'],
    },
  ])
})
