/**
 * Renews docs/pictures, one finished sign per template: `npx tsx bench/pictures.ts`. A print test holds the printer
 * to these pictures, so look at what has changed before keeping them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Picture } from '../src/press/preflight/pdfium-pages.ts'
import { FACES, keptAt, pictureOf, type Face } from '../test/print/faces.ts'
import { pngOf } from '../test/print/png.ts'
import { texts } from '../test/press/placard-kit.ts'
import { LONG_NAMES, NAMES } from '../test/press/template-cases.ts'

for (const face of FACES) {
  const picture = await pictureOf(face)
  const png = pngOf(picture)
  writeFileSync(join(import.meta.dirname, '..', keptAt(face)), png)
  console.log([keptAt(face), picture.width, picture.height, png.length].join('\t'))
}

/** Three names side by side: a short one, stacked marks, and the longest there is, or a long street's where that is refused. */
for (const face of FACES) {
  const named = (names: keyof typeof NAMES) => pictureWith(face, NAMES[names] ?? [])
  const longest = await pictureWith(face, LONG_NAMES['a geopark'] ?? []).catch(() => null)
  const pictures = [
    await named('short'),
    await named('stacked marks'),
    longest ?? (await named('many words')),
  ]
  const file = `docs/pictures/names-${face.template}.png`
  writeFileSync(join(import.meta.dirname, '..', file), pngOf(sideBySide(pictures)))
  console.log([file, longest ? 'longest' : 'longest refused'].join('\t'))
}

/** The version before and today's, with a name that the one broke in two and the other does not. */
const TELLING: Record<string, Face['words']['names']> = {
  'placard-150x200': texts(
    'Công viên và tượng đài Hoàng Văn Thụ',
    'Hoàng Văn Thụ Park and Monument',
  ),
  'placard-180x120': texts('Đường Nguyễn Tri Phương', 'Nguyễn Tri Phương Street', '阮知方街'),
  'board-750x400': texts('Đường Phan Bội Châu'),
  'panel-600x900': texts('Khu di tích khởi nghĩa Bắc Sơn', 'Bắc Sơn Uprising Relics'),
  'card-a5': texts('Khu di tích khởi nghĩa Bắc Sơn', 'Bắc Sơn Uprising Relics'),
}
for (const face of FACES.filter(({ template }) => template in TELLING)) {
  const names = TELLING[face.template] ?? []
  const before = { ...face, template: `earlier/${face.template}@1` }
  const pictures = [await pictureWith(before, names), await pictureWith(face, names)]
  const file = `docs/pictures/since-1-${face.template}.png`
  writeFileSync(join(import.meta.dirname, '..', file), pngOf(sideBySide(pictures)))
  console.log(file)
}

function pictureWith(face: Face, names: Face['words']['names']): Promise<Picture> {
  return pictureOf({ ...face, pixels: 420, words: { ...face.words, names } })
}

function sideBySide(pictures: readonly Picture[]): Picture {
  const gap = 14
  const height = Math.max(...pictures.map((one) => one.height))
  const width = pictures.reduce((sum, one) => sum + one.width + gap, -gap)
  const data = new Uint8ClampedArray(4 * width * height).fill(255)
  let left = 0
  for (const one of pictures) {
    for (let y = 0; y < one.height; y++)
      data.set(
        one.data.subarray(4 * y * one.width, 4 * (y + 1) * one.width),
        4 * (y * width + left),
      )
    left += one.width + gap
  }
  return { width, height, data }
}
