/** The file of a sign for screens and office printers: read by eye, by ear and by phone. */
import { describe, expect, test } from 'vitest'
import { printEngines } from '../../src/printing/print-engines.ts'
import { makePlacard, type PlacardInput } from '../../src/press/files/placard-artwork.ts'
import { profileOf } from '../../src/press/preflight/preflight-made.ts'
import { isProblems } from '../../src/press/face/problems.ts'
import { screenFile } from '../../src/press/files/screen-file.ts'
import { svgOf } from '../../src/press/files/svg.ts'
import { condition, fonts, INPUT, openTemplate, templateFile, texts } from '../press/placard-kit.ts'
import { cropped, decode, render, textOf } from './decode.ts'
import { readPdf, utf16In } from './pdf-objects.ts'

const inks = { fonts, screen: profileOf(condition).screen }
const font = (id: string) => templateFile(`fonts/${id}.ttf`)
const SHEET_FONTS = {
  plain: font('be-vietnam-pro-500'),
  strong: font('be-vietnam-pro-700'),
  others: { zh: font('noto-sans-sc-500') },
}
const ALT = 'Mặt biển 7K3 QXC'
const PARAGRAPHS = texts('Con đường này mang tên ông.', 'The street is his.', '这条街以他命名。')

async function made(id = 'placard-150x200', change: Partial<PlacardInput> = {}) {
  const input = { ...INPUT, template: openTemplate(id), ...change }
  const placard = makePlacard(input)
  if (isProblems(placard)) throw new Error(JSON.stringify(placard))
  const words = { language: 'vi', alt: ALT }
  const pdf = await screenFile(input, placard, words, SHEET_FONTS, inks)
  return {
    pdf,
    drawing: placard.drawing,
    file: readPdf(pdf),
    source: Buffer.from(pdf).toString('latin1'),
  }
}

const pageSizes = (source: string) =>
  [...source.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, ...points]) =>
    points.map((size) => Math.round((Number(size) / 72) * 25.4)),
  )

describe('a file for the screen', () => {
  test('shows the whole face, whose symbol reads, and has its texts to copy', async () => {
    const { pdf } = await made()
    const address = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
    expect(await decode(await render(pdf, 100))).toMatchObject({ zxing: address, zbar: address })
    const words = (await textOf(pdf)).replace(/\s+/g, ' ')
    for (const { text } of [...INPUT.names, ...INPUT.invitations, INPUT.publisher])
      expect(words).toContain(text)
    expect(words).toContain('qr.langson.gov.vn/7K3 QXC')
    expect(words).toContain('Đường dây nóng 0205 3 812 345')
  })

  test('is tagged: every text in its language, the face in words, the title shown', async () => {
    const { file, source } = await made()
    expect(file.find(/\/Type \/Catalog/)[1]).toMatch(/\/Lang \(vi\)[\s\S]*\/MarkInfo/)
    expect(source).toContain('/DisplayDocTitle true')
    expect(source).toContain('/Marked true')
    expect(utf16In(source)).toContain(ALT)
    for (const [tag, language] of [
      ['H1', 'vi'],
      ['H2', 'en'],
      ['H2', 'zh-Hans'],
    ])
      expect(source).toMatch(new RegExp(`/S /${tag}\\n/Lang \\(${language}\\)`))
    const [figure] = file.find(/\/S \/Figure/)
    const [heading] = file.find(/\/S \/H1/)
    const order = file.find(/\/S \/Document/)[1]
    expect(order.indexOf(`${figure} 0 R`)).toBeLessThan(order.indexOf(`${heading} 0 R`))
  })

  test('leads where the symbol leads', async () => {
    const { file, source } = await made()
    expect(source).toContain('/URI (https://qr.langson.gov.vn/7K3QXC)')
    const [link] = file.find(/\/Subtype \/Link/)
    expect(file.find(/\/S \/Link/)[1]).toContain(`/Obj ${link} 0 R`)
    expect(file.find(/\/Subtype \/Link/)[1]).toMatch(/\/Contents \(https/)
  })

  test('embeds its fonts and has no ink of a press', async () => {
    const { file, source } = await made()
    const descriptors = source.match(/\/Type \/FontDescriptor/g) ?? []
    expect(descriptors.length).toBe(3)
    expect(source.match(/\/FontFile2 /g)?.length).toBe(descriptors.length)
    expect(source).not.toMatch(/DeviceCMYK|Separation|OutputIntent/)
    for (const [number] of [...file.objects].filter(([, text]) => text.includes('/Length')))
      expect(file.stream(number)).not.toMatch(/^[\d. ]+ [kK]$/m)
  })

  test('says its title in well-formed XML, whatever the name', async () => {
    const names = texts('Phố Bạch & Hắc <Cổ>', 'A "B" Street')
    const { file } = await made('placard-150x200', { names })
    const [number] = file.find(/\/Type \/Metadata/)
    const xml = Buffer.from(file.stream(number), 'latin1').toString('utf8')
    expect(xml).toContain('Phố Bạch &amp; Hắc &lt;Cổ&gt; · A &quot;B&quot; Street')
    expect(xml).not.toContain('PDF/X')
  })

  test('is the same bytes again, and of another sign others', async () => {
    const { pdf } = await made()
    expect(Buffer.from((await made()).pdf).equals(pdf)).toBe(true)
    const id = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))
    const other = await made('placard-150x200', { code: '9XTHQ9' as never })
    expect(id(other.pdf)?.[1]).not.toBe(id(pdf)?.[1])
  })

  test('of a draft says so on the face, in the title and in the text', async () => {
    const { pdf, source } = await made('placard-150x200', { draft: true })
    expect(utf16In(source).some((text) => text.startsWith('NHÁP - DRAFT · Đường'))).toBe(true)
    expect(await textOf(pdf)).toContain('NHÁP - DRAFT')
    const plain = await made()
    const differing = difference(await render(pdf, 40), await render(plain.pdf, 40))
    expect(differing).toBeGreaterThan(0.02)
  })

  test.each([
    ['placard-150x200', [[210, 297]]],
    ['placard-180x120', [[297, 210]]],
    ['board-750x400', [[297, 210]]],
    [
      'panel-600x900',
      [
        [210, 297],
        [210, 297],
      ],
    ],
    [
      'card-a5',
      [
        [148, 210],
        [148, 210],
      ],
    ],
  ])('of %s is on pages that an office prints', async (id, sizes) => {
    const { source } = await made(id, { intro: PARAGRAPHS, body: PARAGRAPHS })
    expect(pageSizes(source)).toEqual(sizes)
  })

  test('says of a board only what a board says', async () => {
    const { pdf, source } = await made('board-750x400')
    const words = await textOf(pdf)
    expect(words).toContain('Đường Hoàng Văn Thụ')
    expect(words).not.toContain('Street')
    expect(source).not.toContain('/URI')
  })

  test('shows the picture that the SVG shows', async () => {
    const { pdf, drawing } = await made('card-a5', { intro: PARAGRAPHS })
    const { renderer } = await printEngines()
    const pixels = 8
    const { trim, bleed, slug } = drawing
    const margin = bleed + slug
    const svg = svgOf(drawing, fonts, inks.screen)
    const whole = renderer.svg(svg, (trim.width + 2 * margin) * pixels)
    const inside = { x: 6, y: 6, width: trim.width - 12, height: trim.height - 12 }
    const at = (left: number) => ({
      x: (left + inside.x) * pixels,
      y: (left + inside.y) * pixels,
      width: inside.width * pixels,
      height: inside.height * pixels,
    })
    const page = await render(pdf, pixels * 25.4)
    expect(difference(cropped(page, at(0)), cropped(whole, at(margin)))).toBeLessThan(0.004)
  })
})

/** The part of all pixels that are another colour; edges are smoothed by each program in its own way. */
function difference(a: { data: Uint8ClampedArray }, b: { data: Uint8ClampedArray }): number {
  let others = 0
  for (let i = 0; i < a.data.length; i += 4)
    others += Number(
      [0, 1, 2].some((k) => Math.abs((a.data[i + k] ?? 0) - (b.data[i + k] ?? 0)) > 60),
    )
  return (4 * others) / a.data.length
}
