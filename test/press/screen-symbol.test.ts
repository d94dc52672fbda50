/** The symbol that an editor's telephone reads off the screen, read by decoders that are not ours. */
import { expect, test } from 'vitest'
import { screenSymbol } from '../../src/press/face/screen-symbol.ts'
import { lightAt } from '../../src/press/preflight/picture.ts'
import { printEngines } from '../../src/printing/print-engines.ts'

test.each([
  'otpauth://totp/Stele%20qr.langson.gov.vn:lan%40langson.gov.vn?secret=JBSWY3DPEHPK3PXP&issuer=Stele',
  'https://qr.langson.gov.vn/7K3QXC',
])('of %s says just that, with its quiet zone', async (text) => {
  const { decode, renderer } = await printEngines()
  const svg = screenSymbol(text)
  const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const picture = renderer.svg(
    svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '),
    8 * side,
  )
  expect(await decode(picture, text)).toMatchObject({ zxing: text, zbar: text })
  for (let i = 0; i < 8 * side; i++)
    for (const edge of [1, 31])
      expect([lightAt(picture, i, edge), lightAt(picture, edge, i)]).toEqual([255, 255])
  expect(lightAt(picture, 33, 33), 'the finder begins behind four modules').toBe(0)
})
