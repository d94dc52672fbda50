import { describe, expect, test } from 'vitest'
import type { Locale } from '../src/domain/locale.ts'
import { deskEn } from '../src/messages/desk-en.ts'
import { deskVi } from '../src/messages/desk-vi.ts'
import { PARCEL_WORDS } from '../src/messages/parcel-words.ts'
import { REVIEW_WORDS } from '../src/messages/review-words.ts'
import { CATALOGUES, interfaceLocale, message } from '../src/messages/messages.ts'
import type { MessageKey } from '../src/messages/message-key.ts'

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort()

describe.each(Object.entries(CATALOGUES))('the catalogue %s', (_locale, catalogue) => {
  test.each(Object.keys(CATALOGUES.vi) as MessageKey[])('says %s with the same values', (key) => {
    expect(placeholders(catalogue[key])).toEqual(placeholders(CATALOGUES.vi[key]))
    expect(catalogue[key]).toBe(catalogue[key].normalize('NFC'))
    expect(catalogue[key].trim()).not.toBe('')
  })
})

describe('the words of the desk', () => {
  test.each(Object.entries(deskVi))('say %s in English with the same values', (key, vi) => {
    const en = deskEn[key as keyof typeof deskVi]
    expect(placeholders(en)).toEqual(placeholders(vi))
    expect([vi, en]).toEqual([vi.normalize('NFC'), en.normalize('NFC')])
    for (const words of [vi, en]) expect(words.trim()).not.toBe('')
  })
})

describe.each([
  ['a parcel', PARCEL_WORDS],
  ['the list to review', REVIEW_WORDS],
])('the words of %s', (_name, { vi, en }) => {
  test.each(Object.keys(vi))('say %s in both languages with the same values', (key) => {
    const both = [vi, en].map((words) => words[key as keyof typeof words] as string)
    const [source = '', other = ''] = both
    expect(placeholders(other)).toEqual(placeholders(source))
    for (const words of both) expect(words.trim()).not.toBe('')
  })
})

test('a missing value is a fault, not a hole in a sentence', () => {
  expect(() => message('vi', 'sign.unknown.text')).toThrow(/\{code\}/)
})

test('a locale without a catalogue gets the stated fallback', () => {
  expect(interfaceLocale('km' as Locale, 'vi' as Locale)).toBe('vi')
  expect(interfaceLocale('km' as Locale, 'en' as Locale)).toBe('en')
  expect(interfaceLocale('zh-Hans' as Locale, 'en' as Locale)).toBe('zh-Hans')
  expect(interfaceLocale('km' as Locale, 'fr' as Locale)).toBe('en')
})
