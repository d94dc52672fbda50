import sharp from 'sharp'
import { expect, test } from 'vitest'
import { svgOf } from '../../src/press/files/svg.ts'
import { previewOf } from '../../src/printing/preview.ts'
import { fonts, made } from '../press/placard-kit.ts'

test('a picture of a face says how large it is', async () => {
  const { drawing } = made()
  const {
    width = 0,
    height = 0,
    density = 0,
  } = await sharp(await previewOf(drawing, svgOf(drawing, fonts))).metadata()
  // 180 x 230 mm with bleed and marks; sharp gives whole dots to the inch.
  expect([(width * 25.4) / density, (height * 25.4) / density].map(Math.round)).toEqual([179, 229])
  expect(density).toBe(102)
})
