import { describe, expect, test } from 'vitest'
import { CHECK_RULES, type CheckRule } from '../../src/domain/check-rules.ts'
import { CHECK_CATALOGUES, checkMessage } from '../../src/messages/check-message.ts'

const { vi, en } = CHECK_CATALOGUES
const rules = Object.keys(CHECK_RULES) as CheckRule[]
const placeholders = (text: string) =>
  [...new Set([...text.replaceAll('{{', '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

describe('the words of the check', () => {
  test('exist for every rule, in both languages, and for nothing else', () => {
    expect(Object.keys(vi)).toEqual(rules)
    expect(Object.keys(en)).toEqual(rules)
  })

  test.each(rules)('%s has the same placeholders in both, and whole sentences', (rule) => {
    expect(placeholders(en[rule])).toEqual(placeholders(vi[rule]))
    for (const text of [vi[rule], en[rule]]) {
      expect(text).toBe(text.normalize('NFC').trim())
      expect(text).not.toMatch(/[\t\n]/)
      expect(text).toMatch(/(?:\.|…|\}|\d)$/)
    }
  })

  test('a missing value throws, also one that every object has', () => {
    expect(() => checkMessage('vi', { rule: 'key.missing', values: {} })).toThrow('{key}')
    expect(checkMessage('en', { rule: 'key.missing', values: { key: 'title' } })).toBe(
      '“title” is missing. Add it, as in “title: …”.',
    )
  })

  test('doubled braces are braces', () => {
    const values = { image: 'a.jpg', locale: 'en' }
    expect(checkMessage('en', { rule: 'image.no-alt', values })).toContain('alt: { en: … }')
  })
})
