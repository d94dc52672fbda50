import { expect, test } from 'vitest'
import { csvTable, withoutGuard } from '../../src/domain/table.ts'

test.each(["'=1+1", "'2223E6", "''=1", '=1+1', '2223E6', "'tis", "'", 'Lê Lợi', '-5', '＝A1'])(
  'the cell %s comes back as it was',
  (cell) => {
    const [, line = ''] = csvTable(['a'], [[cell]]).split('\r\n')
    expect(withoutGuard(line)).toBe(cell)
  },
)
