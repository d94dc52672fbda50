import { describe, expect, test } from 'vitest'
import encodeQR from 'qr'
import { newShortCode } from '../../src/domain/short-code.ts'
import { areaOf } from '../../src/press/face/outline.ts'
import { encodeSymbol, matrixSha256, type QrSymbol } from '../../src/press/face/symbol.ts'

const ADDRESS = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'

/** A small generator with a fixed start, so that a failure can be repeated. */
function addresses(count: number): string[] {
  let state = 20261122
  const random = (limit: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  return Array.from({ length: count }, () => `HTTPS://QR.LANGSON.GOV.VN/${newShortCode(random)}`)
}

function encoded(payload: string, pinned?: Parameters<typeof encodeSymbol>[1]): QrSymbol {
  const symbol = encodeSymbol(payload, pinned)
  if (!symbol) throw new Error(`no symbol for ${payload}`)
  return symbol
}

describe('a symbol', () => {
  test('is version 3 at level H for our addresses', () => {
    expect(encoded(ADDRESS)).toMatchObject({ version: 3, level: 'H', size: 29, payload: ADDRESS })
  })

  test('takes level H only where the version does not grow', () => {
    expect(encoded('HTTPS://QR.LS.VN/7K3QXC')).toMatchObject({ version: 2, level: 'Q' })
  })

  test.each(['https://qr.langson.gov.vn/7K3QXC', `HTTPS://${'A'.repeat(70)}.VN/7K3QXC`, ''])(
    'is refused for %j',
    (payload) => {
      expect(encodeSymbol(payload)).toBeNull()
    },
  )

  test('printed again with what was pinned is the same', async () => {
    for (let mask = 0; mask < 8; mask++) {
      const first = encoded(ADDRESS, { mask })
      const { version, level } = first
      const again = encoded(ADDRESS, { version, level, mask })
      expect(again.mask).toBe(mask)
      expect(again.bits).toBe(first.bits)
      expect(await matrixSha256(again)).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(encodeSymbol(ADDRESS, { version: 1, level: 'H', mask: 0 })).toBeNull()
  })

  test('is the same from a second encoder', () => {
    for (const address of addresses(40)) {
      const { version, mask, level, size, dark } = encoded(address)
      const ecc = level === 'H' ? 'high' : 'quartile'
      const other = encodeQR(address, 'raw', { version, mask, ecc, border: 1 })
      const ours = Array.from({ length: size + 2 }, (_, y) =>
        Array.from({ length: size + 2 }, (_, x) => dark(x - 1, y - 1)),
      )
      expect(ours).toEqual(other)
    }
  })
})

describe('the outline of a symbol', () => {
  test('covers exactly the dark modules, for 300 codes', () => {
    for (const address of addresses(300)) {
      const { outline, size, dark } = encoded(address)
      let modules = 0
      for (let i = 0; i < size * size; i++) modules += Number(dark(i % size, Math.floor(i / size)))
      expect(areaOf(outline)).toBe(modules)
    }
  })

  test('turns at every vertex, so that it has no needless ones', () => {
    for (const contour of encoded(ADDRESS).outline)
      contour.forEach(([x, y], i) => {
        const [px, py] = contour.at(i - 1) ?? [0, 0]
        const [nx, ny] = contour[(i + 1) % contour.length] ?? [0, 0]
        expect((x - px) * (ny - y) - (y - py) * (nx - x)).not.toBe(0)
      })
  })
})
