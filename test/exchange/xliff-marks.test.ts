/** What XML could take for its own goes to a translator as words, and comes back as they were. */
import { expect, test } from 'vitest'
import type { EntryPath } from '../../src/domain/entry.ts'
import { marksIn, readXliff, unitsOf, wordsOf, writeXliff } from '../../src/exchange/xliff/xliff.ts'

const source = {
  title: 'Tên & <tên> "hai"',
  summary: 'Trước & [^s1] giữa < [^s2] sau > & hết </source>.',
  body: 'Một [hai](/vi/x "a & b") & ba.\n\n&amp; <b>bốn</b> ]]> &',
}
/** Each part of it is another than that of the source: copies of the source are taken for no translation. */
const target = {
  title: `En ${source.title}`,
  summary: `En ${source.summary}`,
  body: source.body.replaceAll(/^/gm, (_all, at: number) =>
    at === 0 || source.body[at] !== '\n' ? 'En ' : '',
  ),
}
const xliff = writeXliff({ source: 'vi', target: 'en' }, [
  {
    path: 'streets/le-loi' as EntryPath,
    address: 'https://qr.example.vn/vi/streets/le-loi?a=1&b="2"',
    sourceNumber: 3,
    targetNumber: 0,
    source,
    target,
  },
])

test('every part of a text comes back as it went out, marks in their places', () => {
  const [file] = readXliff(xliff).files
  const back = Object.fromEntries(
    unitsOf(source).map(({ id, text }) => {
      const read = file!.units.get(id)?.target
      return [id, read && wordsOf(read, marksIn(text))]
    }),
  )
  expect(back).toEqual(Object.fromEntries(unitsOf(target).map(({ id, text }) => [id, text])))
  const sources = unitsOf(source).map(({ id, text }) => [
    id,
    wordsOf(file!.units.get(id)!.source, marksIn(text)),
  ])
  expect(sources).toEqual(unitsOf(source).map(({ id, text }) => [id, text]))
})

test('a citation and the address of a link are marks, the words of the link are not', () => {
  expect(marksIn('Một [^s1] [hai](/vi/x) [^s2].')).toEqual(['[^s1]', '](/vi/x)', '[^s2]'])
})
