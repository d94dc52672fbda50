import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  chooseLocale,
  nearestLocale,
  ownName,
  parseWishes,
  type Locale,
} from '../../src/domain/locale.ts'

const locales = (...tags: string[]) => tags as Locale[]
const offer = {
  site: locales('vi', 'zh-Hans', 'en'),
  entry: locales('vi', 'zh-Hans', 'en'),
  fallback: 'en' as Locale,
}
const shownFor = (header: string, entry = offer.entry) =>
  chooseLocale(null, parseWishes(header), { ...offer, entry }).shown

describe('the CLDR matching cases, as Accept-Language headers', () => {
  const cases = readFileSync(
    new URL('../fixtures/CLDRLocaleMatcherTest.txt', import.meta.url),
    'utf8',
  )
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line && !line.startsWith('@'))
    .map((line) => line.split(';').map((field) => field.trim()))

  test('at least 95 % are answered as CLDR answers them', () => {
    const failed = cases.filter(([supported = '', desired = '', expected]) => {
      const offered = supported.split(',').flatMap((tag) => (tag.trim() ? [tag.trim()] : []))
      const found = nearestLocale(parseWishes(desired), locales(...offered))
      return (found ?? offered[0] ?? 'null') !== expected
    })
    expect(cases.length).toBeGreaterThan(130)
    expect(failed.length / cases.length, JSON.stringify(failed)).toBeLessThanOrEqual(0.05)
  })
})

describe('real readers', () => {
  test.each([
    ['vi-VN,vi;q=0.9,fr-FR;q=0.8,fr;q=0.7,en-US;q=0.6,en;q=0.5', 'vi'],
    ['zh-CN,zh;q=0.9', 'zh-Hans'],
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hans'],
    ['zh-TW', 'zh-Hans'],
    ['zh-HK', 'zh-Hans'],
    ['yue-Hant-HK', 'zh-Hans'],
    ['zh-TW,en', 'en'],
    ['en-GB', 'en'],
    ['en;q=0.2, zh-Hans;q=0.9', 'zh-Hans'],
    ['vi;q=0, en', 'en'],
    ['de,fr', 'en'],
    ['*', 'vi'],
    ['', 'vi'],
    [';;;,,,q=1', 'vi'],
    ['\u0000\u00ff💥', 'vi'],
    ['en;q=1.0000001', 'vi'],
    ['en-GB-oed', 'en'],
    ['sh-Cyrl-BA', 'en'],
    ['zh-cmn-Hans-CN', 'zh-Hans'],
  ])('%s gets %s', (header, expected) => {
    expect(shownFor(header)).toBe(expected)
  })

  test('a choice goes before what the phone asks for', () => {
    const choice = chooseLocale('zh-Hans' as Locale, parseWishes('en'), offer)
    expect(choice).toEqual({ wished: 'zh-Hans', shown: 'zh-Hans' })
  })

  test('who wishes a language the entry lacks is addressed in it and shown the next best', () => {
    const entry = locales('vi', 'zh-Hans')
    const choose = (header: string) => chooseLocale(null, parseWishes(header), { ...offer, entry })
    expect(choose('en,zh;q=0.5')).toEqual({ wished: 'en', shown: 'zh-Hans' })
    expect(choose('en')).toEqual({ wished: 'en', shown: 'vi' })
    expect(choose('fr')).toEqual({ wished: 'en', shown: 'vi' })
  })

  test('a second province with other languages works alike', () => {
    const khmer = {
      site: locales('vi', 'km'),
      entry: locales('vi', 'km'),
      fallback: 'vi' as Locale,
    }
    expect(chooseLocale(null, parseWishes('km-KH'), khmer).shown).toBe('km')
    expect(chooseLocale(null, parseWishes('en'), khmer).shown).toBe('vi')
  })
})

test('a header of any length is read in bounded work', () => {
  const long = Array.from({ length: 4000 }, (_, i) => `ab-${i.toString(36).padStart(4, 'x')}`)
  expect(parseWishes(long.join(',')).length).toBeLessThanOrEqual(32)
  expect(parseWishes('-'.repeat(16_000))).toEqual([])
})

test('whoever asks in every language there is changes no answer', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const before = ['und', 'und-Hant', 'ug-Hans', 'lzh-Hans', 'sv, de-AT', 'en-x-und'].map((header) =>
    shownFor(header),
  )
  for (const a of letters)
    for (const b of letters)
      for (const c of ['', ...letters])
        nearestLocale(
          locales(...['', '-Latn', '-AQ', '-Cyrl-AQ'].map((end) => `${a}${b}${c}${end}`)),
          offer.site,
        )
  expect(
    ['und', 'und-Hant', 'ug-Hans', 'lzh-Hans', 'sv, de-AT', 'en-x-und'].map((header) =>
      shownFor(header),
    ),
  ).toEqual(before)
  expect(before).toEqual(['en', 'en', 'zh-Hans', 'zh-Hans', 'en', 'en'])
})

test('a language is named in itself', () => {
  expect(ownName('vi' as Locale)).toBe('Tiếng Việt')
  expect(ownName('zh-Hans' as Locale)).toBe('简体中文')
})
