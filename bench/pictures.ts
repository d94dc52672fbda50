/**
 * The pictures of docs/pictures: one finished sign per template, cut and drilled, from the content of this
 * folder and rendered by PDFium: `node --import tsx bench/pictures.ts [FOLDER]`.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { readFolderFromDisk } from '../src/commands/folder.ts'
import { importInto } from '../src/commands/import-folder.ts'
import { readPlacardKit } from '../src/commands/placard-kit.ts'
import { placardTextsFor } from '../src/commands/placard-texts-for.ts'
import { parseShortCode, type ShortCode } from '../src/domain/short-code.ts'
import { openDatabase } from '../src/server.ts'
import { readSettings } from '../src/settings.ts'
import type { Drawing, Path, Primitive } from '../src/signs/drawing.ts'
import { circle, grown, roundedRect } from '../src/signs/geometry.ts'
import { pdfOf } from '../src/signs/pdf.ts'
import { makePlacard } from '../src/signs/placard-artwork.ts'
import { isProblems } from '../src/signs/problems.ts'
import type { Template } from '../src/signs/template.ts'
import { findEdition } from '../src/store/site.ts'
import { pngOf } from './png.ts'

/** Template, code of a sign in signs/register.csv, width of the picture in pixels. */
const PICTURES = [
  ['placard-150x200', '7K3QXC', 600],
  ['placard-180x120', 'P4S44J', 900],
  ['board-750x400', '7K3QXC', 900],
  ['panel-600x900', 'TRDXJP', 900],
  ['card-a5', 'EC85VC', 700],
] as const

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const ORIGIN = 'https://qr.langson.gov.vn'
const DATE = '2026-11-22'
const out = process.argv[2] ?? join(ROOT, 'docs/pictures')

/** What a buyer of the sign sees: nothing outside the cut, holes drilled, no lines for machines. */
function finished(drawing: Drawing, { cornerRadius, holes }: Template): Drawing {
  const { width, height } = drawing.trim
  const face = { x: 0, y: 0, width, height }
  const outside = grown(face, drawing.bleed + drawing.slug)
  const [left, top] = [outside.x, outside.y]
  const [right, bottom] = [left + outside.width, top + outside.height]
  // Against the direction of the inner path, so that the middle stays open.
  const around: Path = [
    ['M', left, top],
    ['L', left, bottom],
    ['L', right, bottom],
    ['L', right, top],
    ['Z'],
    ...roundedRect(face, cornerRadius),
  ]
  const white = [0, 0, 0, 0] as const
  const primitives: Primitive[] = [
    ...drawing.primitives.filter(({ layer }) => layer === 'artwork'),
    ...holes.map(({ x, y, diameter }): Primitive => ({
      kind: 'path',
      layer: 'artwork',
      path: circle(x, y, diameter / 2),
      fill: [0, 0, 0, 12],
    })),
    { kind: 'path', layer: 'artwork', path: around, fill: white },
  ]
  return { ...drawing, primitives }
}

const data = mkdtempSync(join(tmpdir(), 'stele-pictures-'))
const settings = readSettings({ STELE_DATA: data, STELE_CONTENT: ROOT, STELE_ORIGIN: ORIGIN })
if (Array.isArray(settings)) throw new Error(settings.join('\n'))
const { db, close } = openDatabase(settings)
await importInto(db, await readFolderFromDisk(ROOT), {
  act: { by: 'pictures', at: `${DATE}T00:00:00Z` },
  today: DATE,
  media: { put: () => Promise.resolve() },
})
const { site } = await findEdition(db)
if (!site) throw new Error('the folder has no site.yaml')
const pdfium = await PDFiumLibrary.init()
mkdirSync(out, { recursive: true })

for (const [id, word, pixels] of PICTURES) {
  const code = parseShortCode(word) as ShortCode
  const kit = await readPlacardKit(ROOT, id)
  const words = await placardTextsFor(db, site, code)
  if (!words) throw new Error(`${code} is not in the register`)
  const own = { code, origin: ORIGIN, allowedOrigins: [ORIGIN], draft: false }
  const made = makePlacard({ ...words, ...kit, ...own })
  if (isProblems(made)) throw new Error(JSON.stringify(made))
  const drawing = finished(made.drawing, kit.template)
  const facts = { title: id, subject: '', creator: '', producer: '', date: new Date(DATE) }
  const pdf = pdfOf(drawing, facts, kit.fonts, kit.condition)

  const margin = drawing.bleed + drawing.slug
  const perMm = pixels / drawing.trim.width
  const document = await pdfium.loadDocument(pdf)
  const page = await document.getPage(0).render({ scale: (perMm * 25.4) / 72, render: 'bitmap' })
  document.destroy()
  const [from, height] = [Math.round(margin * perMm), Math.round(drawing.trim.height * perMm)]
  const rows = Array.from({ length: height }, (_, y) => {
    const start = 4 * ((from + y) * page.width + from)
    return page.data.subarray(start, start + 4 * pixels)
  })
  const png = pngOf(pixels, height, Buffer.concat(rows))
  writeFileSync(join(out, `${id}.png`), png)
  console.log([id, pixels, height, png.length].join('\t'))
}
pdfium.destroy()
close()
rmSync(data, { recursive: true })
