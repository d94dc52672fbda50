import { expect, test } from 'vitest'
import { auditCsv, entryOfSubject, moreAuditCsv, type AuditLine } from '../../src/domain/audit.ts'

const line = (more: Partial<AuditLine>): AuditLine => ({
  id: 1,
  at: '2026-11-23T02:00:00.000Z',
  by: 'lan@example.vn',
  what: 'text.saved',
  subject: 'streets/le-loi/vi',
  details: { number: 2 },
  ...more,
})

test('the audit log as CSV has a header even when it is empty', () => {
  expect(auditCsv([])).toBe('\uFEFFid,at,by,what,subject,details\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1'])(
  'no spreadsheet runs %j in the audit log as a formula',
  (by) => {
    expect(auditCsv([line({ by })])).toMatch(new RegExp(`,"?'${by[0]!.replace(/[+]/, '\\$&')}`))
  },
)

test('the audit log as CSV keeps details as JSON', () => {
  const [, row] = auditCsv([line({})]).split('\r\n')
  expect(row).toBe(
    '1,2026-11-23T02:00:00.000Z,lan@example.vn,text.saved,streets/le-loi/vi,"{""number"":2}"',
  )
})

test('a part of the CSV that follows another has neither mark nor header, and is as safe', () => {
  expect(moreAuditCsv([])).toBe('')
  expect(moreAuditCsv([line({ by: '=1+1' })])).toMatch(/^1,2026-[^,]*,'=1\+1,/)
})

test.each([
  ['streets/le-loi', { entry: 'streets/le-loi', locale: null }],
  ['streets/le-loi/zh-Hans', { entry: 'streets/le-loi', locale: 'zh-Hans' }],
  ['lan@example.vn', null],
  ['7K3QXC', null],
  ['streets/le-loi/en/2', null],
  ['walks/le-loi', { entry: 'walks/le-loi', locale: null }],
  ['tours/le-loi', null],
])('the subject %s is about %j', (subject, about) => {
  expect(entryOfSubject(subject)).toEqual(about)
})
