/** Every template as it leaves the printer: rendered by PDFium, read by independent decoders. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { moduleWidth } from '../../src/domain/placard.ts'
import type { Template } from '../../src/press/template/template.ts'
import { INPUT, madeOf, texts } from '../press/placard-kit.ts'
import { NAMES, running, TEMPLATES, templateOf } from '../press/template-cases.ts'
import { decode, render, textOf } from './decode.ts'
import { readTemplate } from '../../src/press/template/read-template.ts'

const PAYLOAD = 'HTTPS://QR.LANGSON.GOV.VN/7K3QXC'
const added = readTemplate(
  JSON.parse(readFileSync(new URL('../fixtures/placard-240x160.json', import.meta.url), 'utf8')),
)
if (Array.isArray(added)) throw new Error(JSON.stringify(added))

const artwork = (template: Template, names = NAMES['short'] ?? []) =>
  madeOf({ template, names, captions: texts('Di tích quốc gia'), ...running(names) })

const withSymbol = [...TEMPLATES, added].flatMap((template) =>
  template.symbol ? [[template.id, template, template.symbol] as const] : [],
)

describe.each(withSymbol)('%s', (_id, template, { box, minModule }) => {
  const threePixels = (3 * 25.4) / moduleWidth(3, box)

  test.each(['short', 'stacked marks', 'Khmer'])('reads back with %s names', async (kind) => {
    const { zxing, zbar } = await decode(
      await render(artwork(template, NAMES[kind]).pdf, threePixels),
    )
    expect({ zxing, zbar }).toEqual({ zxing: PAYLOAD, zbar: PAYLOAD })
  })

  test('still reads as a draft', async () => {
    const { pdf } = madeOf({ template, ...running(INPUT.names), draft: true })
    const { zxing, zbar } = await decode(await render(pdf, threePixels))
    expect({ zxing, zbar }).toEqual({ zxing: PAYLOAD, zbar: PAYLOAD })
  })

  test('has modules wide enough for its reading distance, even in version 4', () => {
    // A new sign needs 2.5 camera pixels per module; 3.4 mm per metre would be five.
    expect(moduleWidth(4, box)).toBeGreaterThanOrEqual(minModule)
    expect(moduleWidth(3, box)).toBeGreaterThanOrEqual(3.4 * template.readingDistanceM)
  })
})

describe('a size that nobody wrote code for', () => {
  test('is a file: 240 x 160 mm, with its texts', async () => {
    const { pdf, drawing } = artwork(added)
    expect(drawing.trim).toEqual({ width: 240, height: 160 })
    const text = await textOf(pdf)
    expect(text).toContain('Đường Lê Lợi')
    expect(text).toContain('7K3 QXC')
  })
})

describe('a street-name board', () => {
  test('decodes to nothing: the regulated face carries no code', async () => {
    const picture = await render(artwork(templateOf('board-750x400')).pdf, 40)
    expect(await decode(picture)).toEqual({ zxing: null, zbar: null, qr: null })
  })

  test('gives back its words when they are copied', async () => {
    const text = await textOf(artwork(templateOf('board-750x400'), NAMES['stacked marks']).pdf)
    expect(text.replace(/\s+/g, ' ')).toContain('NGUYỄN THỊ MINH KHAI')
  })
})

test('a panel gives back its running text in three languages', async () => {
  const text = (await textOf(artwork(templateOf('panel-600x900')).pdf)).replace(/\s+/g, ' ')
  expect(text).toContain('Sông Thương chảy qua')
  expect(text).toContain('The Thương river runs')
  expect(text).toContain('支棱关')
})
