import { describe, expect, test } from 'vitest'
import { may, parseEmail, PERMISSIONS, ROLES, type Action } from '../../src/domain/editor.ts'
import type { Locale } from '../../src/domain/locale.ts'

/** Who may do what, said a second time: t translator, e editor, r reviewer, p publisher, i installer, c contractor. */
const EXPECTED: Record<Action, string> = {
  'desk.open': 'terpic',
  'entry.read': 'terp',
  'entry.write': 'ep',
  'text.write': 'terp',
  'text.review': 'rp',
  'text.publish': 'p',
  'facts.approve': 'rp',
  'entry.withhold': 'p',
  'media.write': 'ep',
  'exchange.export': 'erp',
  'exchange.import': 'ep',
  'exchange.confirm': 'p',
  'sign.read': 'erpi',
  'sign.write': 'ep',
  'sign.observe': 'pi',
  'order.read': 'ep',
  'order.write': 'p',
  'parcel.read': 'pc',
  'plan.read': 'erp',
  'report.read': 'erp',
  'editor.manage': 'p',
  'audit.read': 'p',
}

describe.each(ROLES)('a %s', (role) => {
  test.each(Object.keys(PERMISSIONS) as Action[])('may or may not %s', (action) => {
    expect(may({ role, locales: [] }, action)).toBe(EXPECTED[action].includes(role.charAt(0)))
  })
})

test('a translator writes in their own languages only', () => {
  const translator = { role: 'translator', locales: ['en' as Locale] } as const
  expect(may(translator, 'text.write', 'en' as Locale)).toBe(true)
  expect(may(translator, 'text.write', 'vi' as Locale)).toBe(false)
  expect(may({ role: 'editor', locales: [] }, 'text.write', 'vi' as Locale)).toBe(true)
})

test.each([
  ['Lan@LangSon.gov.vn ', 'lan@langson.gov.vn'],
  ['lan+1@example.org', 'lan+1@example.org'],
  ['lan', null],
  ['lan@langson', null],
  ['a b@example.org', null],
  ['<lan@example.org>', null],
  [`${'a'.repeat(250)}@example.org`, null],
])('"%s" is read as %s', (text, email) => {
  expect(parseEmail(text)).toBe(email)
})
