import { expect, test } from 'vitest'
import { unitsCalled, unitKey } from '../../src/domain/units-called.ts'
import type { AdminUnit } from '../../src/domain/admin-unit.ts'

const ward = (code: string, name: string, validFrom: string, validTo: string): AdminUnit => ({
  code,
  name,
  kind: 'ward',
  validFrom,
  validTo,
  successors: [],
})
const DAY = '2025-07-01'
const UNITS = [
  ward('05974', 'Phường Tam Thanh', '', DAY),
  ward('05986', 'Phường Tam Thanh', DAY, ''),
  ward('05971', 'Phường Hoàng Văn Thụ', '', DAY),
  ward('06001', 'Xã Đoàn Kết', '', DAY),
  ward('06001', 'Xã Đoàn Kết', DAY, ''),
]

test.each([
  ['Phường Tam Thanh', ['05986@2025-07-01', '05974@before-2025-07-01']],
  ['P. Tam Thanh (cũ)', ['05974@before-2025-07-01']],
  ['tam thanh (mới)', ['05986@2025-07-01']],
  ['Phường Hoàng Văn Thụ', ['05971@before-2025-07-01']],
  ['Xã Đoàn Kết', ['06001@2025-07-01']],
  ['Phường Nào Đó', []],
])('%s may mean %j', (text, keys) => {
  expect(unitsCalled(text, UNITS, '2026-12-01').map(unitKey)).toEqual(keys)
})
