/**
 * Renews docs/pictures, one finished sign per template: `npx tsx bench/pictures.ts`. A print test holds the printer
 * to these pictures, so look at what has changed before keeping them.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FACES, keptAt, pictureOf } from '../test/print/faces.ts'
import { pngOf } from '../test/print/png.ts'

for (const face of FACES) {
  const picture = await pictureOf(face)
  const png = pngOf(picture)
  writeFileSync(join(import.meta.dirname, '..', keptAt(face)), png)
  console.log([keptAt(face), picture.width, picture.height, png.length].join('\t'))
}
