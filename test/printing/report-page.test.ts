/** The page that tells a printer what preflight measured: every sign counted, every finding told, nothing obeyed. */
import { expect, test } from 'vitest'
import {
  broken,
  passed,
  reportOf,
  type PreflightRow,
  type SignReport,
} from '../../src/domain/preflight.ts'
import type { PrintOrder } from '../../src/domain/print-order.ts'
import type { ShortCode } from '../../src/domain/short-code.ts'
import { reportPage } from '../../src/printing/parcel-preflight.ts'

const NAUGHTY = '<b>&amp;</b>'
const order = { id: 'LS-2026-001', templateName: `placard@1 ${NAUGHTY}` } as PrintOrder
const quiet = (measured: string) => passed('QZ-01', measured, '4 modules')
const report = (code: string, ...rows: PreflightRow[]): SignReport => ({
  code: code as ShortCode,
  ...reportOf(rows),
})
const pageOf = (...reports: SignReport[]) => reportPage(order, reports)
const cells = (html: string, first: string) =>
  html
    .split('<tr>')
    .map((row) => [...row.matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell))
    .filter(([cell]) => cell === first)

test('what a file says of itself is words on it', () => {
  const html = pageOf(
    report('7K3QXC', broken('PF-02.unreadable', NAUGHTY, NAUGHTY, { reason: NAUGHTY })),
  )
  expect(html).not.toContain('<b>')
  expect(html.split('&lt;b&gt;&amp;amp;&lt;/b&gt;').length).toBeGreaterThan(4)
})

test('a rule is one row, with how many signs keep it and what was measured', () => {
  const html = pageOf(
    report('7K3QXC', quiet('4')),
    report('9XTHQ9', quiet('5')),
    report('AZT3EP', broken('QZ-01.quiet', '3', '4 modules', { modules: 3, what: 'page' })),
  )
  expect(cells(html, 'QZ-01')).toEqual([['QZ-01', '2', '0', '1', '4, 5, 3', '4 modules']])
  expect(html).toContain('<p>3 ')
})

test('more than three measures are told by the first and the last', () => {
  const of = (count: number) =>
    pageOf(...Array.from({ length: count }, (_, i) => report(`S${i}`, quiet(String(i)))))
  expect(cells(of(3), 'QZ-01')[0]?.[4]).toBe('0, 1, 2')
  expect(cells(of(4), 'QZ-01')[0]?.[4]).toBe('0 … 3')
})

test('a finding is told with its sign in both languages; where there is none, that is said', () => {
  const html = pageOf(
    report('AZT3EP', broken('QZ-01.quiet', '3', '4 modules', { modules: 3, what: 'page' })),
  )
  const [row = []] = cells(html, 'AZT3EP')
  expect(row.slice(0, 4)).toEqual(['AZT3EP', 'QZ-01', 'error', '3'])
  expect(row).toHaveLength(6)
  expect(row[4]).not.toBe(row[5])
  for (const words of row.slice(4)) expect(words?.length).toBeGreaterThan(10)
  const none = pageOf(report('7K3QXC', quiet('4')))
  expect(none.match(/<table>/g)).toHaveLength(1)
  expect(html.match(/<table>/g)).toHaveLength(2)
})
