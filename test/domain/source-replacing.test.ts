import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Facts } from '../../src/domain/entry.ts'
import {
  factsCiting,
  sourcesAfter,
  statementsCiting,
  withFactSources,
  withReplaced,
} from '../../src/domain/source-replacing.ts'

const BODY =
  'Đường mang tên Lê Lợi [^g]. Ông sinh năm 1385 [^g] [^s1]. Đây là đường một chiều [^s1].\n\n## Đôi nét\n\nQuê ở Thanh Hóa [^g]. Lên ngôi năm 1428 [^g].\n\n- Con đường dài [^g].\n'
const CHINESE = '黎利是清化人[^g]。1428年即位[^g]。此街为单行道[^s1]。\n'

test('statements are found in the order of reading, in scripts with and without spaces', () => {
  expect(statementsCiting(BODY, 'g')).toEqual([
    'Đường mang tên Lê Lợi [^g].',
    'Ông sinh năm 1385 [^g] [^s1].',
    'Quê ở Thanh Hóa [^g].',
    'Lên ngôi năm 1428 [^g].',
    '- Con đường dài [^g].',
  ])
  expect(statementsCiting(CHINESE, 'g')).toEqual(['黎利是清化人[^g]。', '1428年即位[^g]。'])
})

test('each is read somewhere, stays open or goes; the rest of the text stays as it is', () => {
  expect(withReplaced(BODY, 'g', ['s2', 's1', 'out', 'stays', 'out'])).toBe(
    'Đường mang tên Lê Lợi [^s2]. Ông sinh năm 1385 [^s1]. Đây là đường một chiều [^s1].\n\n## Đôi nét\n\nLên ngôi năm 1428 [^g].\n\n',
  )
  expect(withReplaced(CHINESE, 'g', ['out', 's2'])).toBe('1428年即位[^s2]。此街为单行道[^s1]。\n')
})

test('where nothing was found nothing changes, whatever the text is', () => {
  const piece = fc.constantFrom('A [^g]. ', 'B. ', '中[^g]。', '\n\n', '## X\n', '- c [^g]\n', ' ')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const body = pieces.join('')
      const count = statementsCiting(body, 'g').length
      expect(withReplaced(body, 'g', Array(count).fill('stays'))).toBe(body)
      expect(statementsCiting(withReplaced(body, 'g', Array(count).fill('s9')), 'g')).toEqual([])
      expect(withReplaced(body, 'g', Array(count).fill('out'))).not.toContain('[^g]')
    }),
  )
})

const facts = {
  names: [{ text: 'Lê Lợi', locale: 'vi', kind: 'official', source: 'g' }],
  born: { date: '1385', source: 'g' },
  died: { date: '1433', source: 's1' },
  sources: [
    { id: 's1', title: 'Sách', attests: ['1433'] },
    { id: 'g', kind: 'general-knowledge', attests: ['1385', '1428'] },
  ],
} as unknown as Facts

test('facts follow one by one, and the new source bears out the numbers that moved', () => {
  expect(factsCiting(facts, 'g')).toEqual([
    { path: 'names.0', said: 'Lê Lợi, vi, official' },
    { path: 'born', said: '1385' },
  ])
  const moved = withFactSources(facts, new Map([['born', 's1']]))
  expect(moved.born).toEqual({ date: '1385', source: 's1' })
  expect(moved.names[0]?.source).toBe('g')
  const words = [{ source: 's1', words: 'Ông lên ngôi năm 1428, dài 900 m.' }]
  expect(sourcesAfter(facts, 'g', words, false)).toEqual([
    { id: 's1', title: 'Sách', attests: ['1433', '1428'] },
  ])
  expect(sourcesAfter(facts, 'g', [], true)).toEqual(facts.sources)
})
