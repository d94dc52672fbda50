import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readPdf } from '../print/pdf-objects.ts'
import { condition, INPUT, made, template, texts } from './placard-kit.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const MM = 72 / 25.4

describe('the PDF of a placard', () => {
  const { pdf, symbol } = made()
  const file = readPdf(pdf)
  const [, page] = file.find(/\/Type \/Page\n/)
  const content = file.stream(Number(/\/Contents (\d+)/.exec(page)?.[1]))
  const [, catalog] = file.find(/\/Type \/Catalog/)
  const xmp = () => {
    const [number] = file.find(/\/Subtype \/XML/)
    return Buffer.from(file.stream(number), 'latin1').toString('utf8')
  }

  test.each([
    ['TrimBox', 15],
    ['BleedBox', 12],
    ['MediaBox', 0],
  ])('has its %s to a hundredth of a millimetre', (name, inset) => {
    const numbers = new RegExp(`/${name} \\[([^\\]]+)\\]`).exec(page)?.[1]?.split(' ').map(Number)
    const expected = [inset, inset, 180 - inset, 230 - inset]
    expect(numbers).toHaveLength(4)
    numbers?.forEach((points, i) => {
      expect(Math.abs(points / MM - (expected[i] ?? 0))).toBeLessThan(0.01)
    })
  })

  test('is PDF 1.6 that says it is PDF/X-4, and nothing more', () => {
    expect(file.header).toBe('%PDF-1.6')
    expect(file.trailer).toMatch(/\/ID \[<([0-9a-f]{32})> <\1>\]/)
    expect(file.trailer).not.toContain('/Encrypt')
    const [trapped] = file.find(/^\/False\n$/)
    expect(file.find(/\/Title/)[1]).toContain(`/Trapped ${trapped} 0 R`)
    expect(xmp()).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')
    expect(xmp()).toContain('<pdf:Trapped>False</pdf:Trapped>')
    expect(page).not.toContain('UserUnit')
    expect(page).not.toContain('Annots')
    for (const [, dictionary] of file.objects)
      expect(dictionary).not.toMatch(
        /DeviceRGB|CalRGB|\/SMask|\/JavaScript|\/LZWDecode|\/CA |\/ca /,
      )
  })

  test('carries its output profile', () => {
    expect(catalog).toMatch(/\/S \/GTS_PDFX\n\/OutputConditionIdentifier \(FOGRA39\)/)
    const [, number] = /\/DestOutputProfile (\d+)/.exec(catalog) ?? []
    const profile = Buffer.from(file.stream(Number(number)), 'latin1')
    expect(sha256(profile)).toBe(sha256(condition.profile))
    expect(profile.readUInt32BE(0)).toBe(profile.length)
    expect(profile.subarray(12, 20).toString()).toBe('prtrCMYK')
  })

  test('paints in CMYK and declared spots only, within the ink limit', () => {
    const operators = content.replace(/<[0-9A-Fa-f]*>/g, '').split(/\s+/)
    const unwanted = ['rg', 'RG', 'g', 'G', 'sh', 'Do', 'cs', 'sc', 'scn', 'SC', 'BI']
    expect(operators.filter((operator) => unwanted.includes(operator))).toEqual([])
    for (const [, inks] of content.matchAll(/^([\d. ]+) [kK]$/gm)) {
      const numbers = inks?.split(' ').map(Number) ?? []
      expect(numbers).toHaveLength(4)
      expect(numbers.reduce((sum, ink) => sum + ink, 0) * 100).toBeLessThanOrEqual(template.maxInk)
    }
    const spots = [...file.objects.values()].filter((text) => text.startsWith('[/Separation'))
    expect(spots.map((text) => /^\[\/Separation \/(\w+) \/DeviceCMYK/.exec(text)?.[1])).toEqual([
      'CutContour',
      'DrillHole',
    ])
  })

  test('paints the symbol as one path in black ink alone, on paper', () => {
    const painted =
      /0 0 0 0 k\n19\.5 43\.5 111 111 re\nf\n0 0 0 1 k\n([\d. mlh\n]+)\nf\n/.exec(content)?.[1] ??
      ''
    expect(painted.match(/^h$/gm)).toHaveLength(symbol.outline.length)
    expect(painted.match(/ m$/gm)).toHaveLength(symbol.outline.length)
  })

  test('overprints cutting and drilling on layers of their own, and closes their paths', () => {
    const layers = [...content.matchAll(/\/OC \/(L\d) BDC\n([^]*?)(?=\nEMC)/g)]
    const cut = layers.find(([, , painted]) => painted?.includes('/CS0 CS'))?.[2] ?? ''
    const drill = layers.find(([, , painted]) => painted?.includes('/CS1 CS'))?.[2] ?? ''
    expect(cut).toMatch(/^\/Over gs\n\/CS0 CS 1 SCN\n0\.0882 w\n[^]*\nh\nS\n\/Knock gs$/)
    expect(drill.match(/\nh\nS/g)).toHaveLength(4)
    expect(file.find(/\/GTS_ProcStepsType \/Cutting/)[1]).toContain(
      '/GTS_ProcStepsGroup /Structural',
    )
    expect(file.find(/\/GTS_ProcStepsType \/Drilling/)[1]).toContain('/Type /OCG')
    expect(catalog).toMatch(/\/BaseState \/ON/)
  })

  test('embeds every font it uses', () => {
    const fonts = [...file.objects.values()].filter((text) =>
      text.includes('/Type /FontDescriptor'),
    )
    expect(fonts).toHaveLength(3)
    for (const font of fonts) expect(font).toMatch(/\/FontFile2 \d+ 0 R/)
    expect([...file.objects.values()].join('')).not.toContain('/Subtype /Type1')
  })

  test('says what shaped text reads, where glyphs alone would not', () => {
    const khmer = { locale: 'km', text: 'ផ្លូវប៉ៃលិន' }
    const other = readPdf(made({ names: [...texts('Lê Lợi'), khmer] }).pdf)
    const [number] = other.find(/\/Contents/)
    const contents = /\/Contents (\d+)/.exec(other.objects.get(number) ?? '')?.[1]
    const hex = Buffer.from(khmer.text, 'utf16le').swap16().toString('hex').toUpperCase()
    expect(other.stream(Number(contents))).toContain(`/ActualText <FEFF${hex}>`)
    expect(content).not.toContain('/ActualText')
  })

  test('escapes names in its metadata', () => {
    const other = readPdf(made({ names: texts('Trần Phú & Lê Lợi <"1"> \'2\'') }).pdf)
    const [number] = other.find(/\/Subtype \/XML/)
    const packet = Buffer.from(other.stream(number), 'latin1').toString('utf8')
    expect(packet).toContain("Trần Phú &amp; Lê Lợi &lt;&quot;1&quot;&gt; '2'")
    expect(packet).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/)
  })
})

describe('the same placard', () => {
  test('has the same bytes again, after others were made', () => {
    const first = sha256(made().pdf)
    made({ names: texts('Ẵ Ễ Ộ Ữ ệ ở Đ', 'e o u', '黄') })
    expect(sha256(made().pdf)).toBe(first)
  })

  test('has the same bytes in another process in another time zone', async () => {
    const script = `const { made } = await import(${JSON.stringify(new URL('placard-kit.ts', import.meta.url).href)})
      const { createHash } = await import('node:crypto')
      console.log(createHash('sha256').update(made().pdf).digest('hex'))`
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { env: { ...process.env, TZ: 'America/Lima', NODE_OPTIONS: '' } },
    )
    expect(stdout.trim()).toBe(sha256(made().pdf))
  })

  test('has an /ID of its own as soon as anything differs', () => {
    const id = (pdf: Uint8Array) => /\/ID \[<(\w+)>/.exec(readPdf(pdf).trailer)?.[1]
    const ids = [
      made(),
      made({ hotline: { locale: 'vi', text: '0205 3 812 346' } }),
      made({ date: '2026-11-23' }),
      made({ template: { ...INPUT.template, cornerRadius: 9 } }),
    ].map(({ pdf }) => id(pdf))
    expect(new Set(ids).size).toBe(4)
  })
})
