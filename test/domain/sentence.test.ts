import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { sentencesOf } from '../../src/domain/sentence.ts'

const said = (text: string, locale: string) =>
  sentencesOf(text, locale).map(({ start, end }) => text.slice(start, end))

const CASES: [string, string, string[]][] = [
  [
    'vi',
    'Đường dài 1,2 km. Ông sinh năm 1909! Vì sao? “Đi thôi.” Hết',
    ['Đường dài 1,2 km.', 'Ông sinh năm 1909!', 'Vì sao?', '“Đi thôi.”', 'Hết'],
  ],
  ['en', 'It is old. Is it? Yes.\n\nNext', ['It is old.', 'Is it?', 'Yes.', 'Next']],
  ['zh-Hans', '此街很长。为什么？因为它老。', ['此街很长。', '为什么？', '因为它老。']],
  ['km', 'ផ្លូវនេះវែង។ វាចាស់។', ['ផ្លូវនេះវែង។', 'វាចាស់។']],
]

afterEach(() => vi.unstubAllGlobals())

describe('what a voice says in one breath', () => {
  test.each(CASES)('in %s ends where a sentence ends', (locale, text, sentences) => {
    expect(said(text, locale)).toEqual(sentences)
  })

  test.each(CASES)('in %s is found without the browser’s help too', (locale, text, sentences) => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
    expect(said(text, locale)).toEqual(sentences)
  })

  test('is never longer than fifteen seconds of it, and cut where one breathes', () => {
    const long = `${'Một con đường rất dài, '.repeat(20)}hết.`
    const parts = said(long, 'vi')
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(180)
    expect(parts[0]).toMatch(/,$/)
    const unspaced = 'ក្រ'.repeat(200)
    expect(said(unspaced, 'km').join('')).toBe(unspaced)
    for (const part of said(unspaced, 'km')) expect(part).not.toMatch(/^\p{M}/u)
  })

  test('loses no letter of any text, and says none twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const spans = sentencesOf(text, 'vi')
        const letters = (part: string) => part.replace(/[^\p{L}\p{N}]/gu, '')
        const together = spans.map(({ start, end }) => text.slice(start, end)).join('')
        expect(letters(together)).toBe(letters(text))
      }),
    )
  })

  test('is nothing where there is nothing to say', () => {
    for (const text of ['', ' \n ', '…', '— —']) expect(said(text, 'en')).toEqual([])
  })
})
