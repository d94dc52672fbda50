/** A list of ours that went through a spreadsheet comes back as it was written. */
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../src/domain/table.ts'
import { readCsv, textOf } from '../../src/exchange/tables/csv-grid.ts'

const encoder = new TextEncoder()
const rowsOf = async (text: string) => {
  const { headings, rows } = await readCsv(encoder.encode(text), () => 0)
  return [headings, ...rows.map(({ cells }) => cells)]
}

describe('a cell', () => {
  test.each([
    ...['=1+1', '+84 205', '-5', '@lan', '＝1', '＋1', '－1', '＠1'],
    ...['2223E6', '222345', "o'clock", "'tis", 'Lê Lợi', '7K3QXC', 'a;b', '"a"'],
  ])('%j goes out and comes back the same', async (cell) => {
    const text = csvOf([{ a: cell, b: 'hai' }])
    expect((await rowsOf(text))[1]).toEqual([cell, 'hai'])
  })

  test('that a spreadsheet would run or reckon with is kept text', () => {
    for (const cell of ['=1', '+1', '-1', '@a', '2223E6', '＝1'])
      expect(csvOf([{ a: cell }]), cell).toContain(`'${cell}`)
    for (const cell of ['7K3QXC', 'Lê Lợi', '2223e6'])
      expect(csvOf([{ a: cell }])).not.toContain("'")
  })
})

describe('a file', () => {
  test.each([',', ';', '\t'])(
    'is cut by %j, whatever else stands in quotation marks',
    async (mark) => {
      const other = mark === ',' ? ';' : ','
      const text = `a${mark}"b${other}${other}${other}"${mark}c\n1${mark}2${mark}3\n`
      expect(await rowsOf(text)).toEqual([['a', `b${other}${other}${other}`, 'c'], ['1', '2', '3']]) // prettier-ignore
    },
  )

  test.each(['sep=;\n', '"sep=;"\n', 'sep=;;;;\r\n'])('says by %j how it is cut', async (line) => {
    expect(await rowsOf(`${line}a,b;c\n1,2;3\n`)).toEqual([['a,b', 'c'], ['1,2', '3']]) // prettier-ignore
  })

  test.each(['\n', '\r\n', '\r'])('may end its lines by %j', async (end) => {
    expect(await rowsOf(`a,b${end}1,2${end}`)).toEqual([['a', 'b'], ['1', '2']]) // prettier-ignore
  })

  test('is read by the mark it begins with', () => {
    const wide = (text: string, isLittle: boolean) => {
      const bytes = new Uint8Array(2 * text.length)
      const view = new DataView(bytes.buffer)
      for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLittle)
      return bytes
    }
    for (const isLittle of [true, false]) expect(textOf(wide('\ufeffLê', isLittle))).toBe('Lê')
    expect(textOf(encoder.encode('\ufeffLê'))).toBe('Lê')
    expect(() => textOf(Uint8Array.of(0x4c, 0xea))).toThrow()
    expect(() => textOf(encoder.encode('a\0b'))).toThrow()
  })

  test('has at most five thousand rows, and twenty thousand with the empty ones', async () => {
    const text = (rows: number, empty: number) =>
      `a,b\n${'1,2\n'.repeat(rows)}${',\n'.repeat(empty)}`
    expect(await rowsOf(text(5000, 14_999))).toHaveLength(5001)
    await expect(rowsOf(text(5000, 15_000))).rejects.toThrow('tooManyRows')
    await expect(rowsOf(text(5001, 0))).rejects.toThrow('tooManyRows')
  })

  test('has no row of more than a hundred thousand characters', async () => {
    /** Twenty cells of 4,999 characters with their commas are 100,000 but one. */
    const row = (more: number) => {
      const cells = Array.from({ length: 20 }, () => 'x'.repeat(4999))
      return `${cells.map(() => 'a').join()}\n${cells.join()}${'y'.repeat(more)}\n`
    }
    expect(await rowsOf(row(1))).toHaveLength(2)
    await expect(rowsOf(row(2))).rejects.toThrow('longRecord')
    await expect(rowsOf(`a,b\n"${'x\n'.repeat(60_000)}`)).rejects.toThrow('longRecord')
  })
})
