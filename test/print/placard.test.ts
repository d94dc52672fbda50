import { describe, expect, test } from 'vitest'
import { moduleWidth } from '../../src/domain/placard.ts'
import { made, template, texts } from '../press/placard-kit.ts'
import { decode, render, textOf } from './decode.ts'

const PAYLOAD = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
/** Dots per inch at which a module of a version 3 symbol is three pixels wide. */
const THREE_PIXELS = (3 * 25.4) / moduleWidth(3, template.symbol.box)

describe('a printed placard', () => {
  const { pdf } = made()

  test.each([
    ['150 dots per inch', 150],
    ['three pixels per module', THREE_PIXELS],
  ])('reads back exactly at %s', async (_name, dotsPerInch) => {
    const { zxing, zbar } = await decode(await render(pdf, dotsPerInch))
    expect({ zxing, zbar }).toEqual({ zxing: PAYLOAD, zbar: PAYLOAD })
  })

  test('reads back with a third decoder too', async () => {
    expect((await decode(await render(pdf, 150))).qr).toBe(PAYLOAD)
  })

  test('shows every module where the symbol has it', async () => {
    const { symbol, drawing } = made()
    const picture = await render(pdf, 150)
    const pixel = 150 / 25.4
    const margin = drawing.bleed + drawing.slug
    const module = moduleWidth(symbol.version, drawing.symbolBox.width)
    const wrong = []
    for (let y = -4; y < symbol.size + 4; y++)
      for (let x = -4; x < symbol.size + 4; x++) {
        const at = (start: number, n: number) =>
          Math.floor((margin + start + (n + 4.5) * module) * pixel)
        const offset = 4 * (at(drawing.symbolBox.y, y) * picture.width + at(drawing.symbolBox.x, x))
        const dark = (picture.data[offset] ?? 255) < 128
        if (dark !== symbol.dark(x, y)) wrong.push([x, y])
      }
    expect(wrong).toEqual([])
  })

  test('gives back its texts when they are copied', async () => {
    const text = await textOf(pdf)
    expect(text).toContain('Đường Hoàng Văn Thụ')
    expect(text).toContain('扫码了解这条街的故事')
    expect(text).toContain('7K3 QXC')
  })
})

describe('a draft', () => {
  const { pdf } = made({
    draft: true,
    origin: 'http://localhost:8787',
    names: texts('Đường Lê Lợi'),
  })

  test('still reads', async () => {
    const address = 'HTTP://LOCALHOST:8787/7K3QXC'
    const { zxing, zbar } = await decode(await render(pdf, 100))
    expect({ zxing, zbar }).toEqual({ zxing: address, zbar: address })
  })

  test('says so across the face', async () => {
    const text = await textOf(pdf)
    expect(text.split('NHÁP - DRAFT').length).toBeGreaterThan(5)
    expect(await textOf(made().pdf)).not.toContain('DRAFT')
  })
})
