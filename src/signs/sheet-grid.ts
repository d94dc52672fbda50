/** Eight signs to a page of an office sheet: each with its symbol, large enough to scan, and its texts beneath. */
import type { StructureElement } from 'pdfkit'
import type PDFDocument from 'pdfkit'
import type { RunsOf, SheetText } from './sheet-fonts.ts'
import type { QrSymbol } from './symbol.ts'

export interface GridCell {
  /** Null for a face without one. */
  symbol: QrSymbol | null
  /** What the symbol says, in words. */
  alt: string
  /** Small, to the right of the symbol. */
  beside: SheetText[]
  beneath: SheetText[]
}

export const COLUMNS = 2
export const ROWS = 4
const MM = 72 / 25.4
/** With its quiet zone, mm. */
const SYMBOL = 34
/** Points. */
const GAP = { columns: 14, rows: 10, texts: 5 }
const SIZES = [9.5, 8.5, 7.5, 6.5, 5.5, 4.5]
const SMALL = [7.5, 6.5, 5.5, 4.5]
const LINE = 1.32

type Document = InstanceType<typeof PDFDocument>

interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** In the area, in points. Texts too long for their place at any size run out of it: names on signs are shorter. */
export function drawGrid(
  document: Document,
  root: StructureElement,
  cells: readonly GridCell[],
  area: Area,
  runsOf: RunsOf,
): void {
  if (cells.length > COLUMNS * ROWS) throw new Error(`a page takes ${COLUMNS * ROWS} signs`)
  const width = (area.width - (COLUMNS - 1) * GAP.columns) / COLUMNS
  const height = area.height / ROWS - GAP.rows
  cells.forEach((cell, i) => {
    const section = document.struct('Sect')
    root.add(section)
    const x = area.x + (i % COLUMNS) * (width + GAP.columns)
    const y = area.y + Math.floor(i / COLUMNS) * (height + GAP.rows)
    const side = cell.symbol ? SYMBOL * MM : 0
    const { symbol, alt } = cell
    if (symbol)
      section.add(
        document.struct('Figure', { alt }, () => drawSymbol(document, symbol, x, y, side)),
      )
    const write = (texts: readonly SheetText[], sizes: readonly number[], place: Area) =>
      writeTexts(document, section, texts, { sizes, place, runsOf })
    const beside = {
      x: x + side + GAP.texts,
      y: y + 4,
      width: width - side - GAP.texts,
      height: 90,
    }
    const below = y + side + GAP.texts
    // In the order of reading: what the sign says first.
    write(cell.beneath, SIZES, { x, y: below, width, height: y + height - below })
    if (side > 0) write(cell.beside, SMALL, beside)
    section.end()
  })
}

interface Writing {
  sizes: readonly number[]
  place: Area
  runsOf: RunsOf
}

function writeTexts(
  document: Document,
  section: StructureElement,
  texts: readonly SheetText[],
  { sizes, place, runsOf }: Writing,
): void {
  const runs = texts.map((text) => ({ lang: text.locale, runs: runsOf(text) }))
  const heightOf = (size: number, pieces: readonly { text: string; font: string }[]) => {
    const wide = pieces.reduce(
      (sum, { text, font }) => sum + document.font(font).fontSize(size).widthOfString(text),
      0,
    )
    // A broken line leaves part of itself empty.
    const lines = wide <= place.width ? 1 : Math.ceil((wide * 1.15) / place.width)
    return lines * size * LINE
  }
  const fits = (size: number) =>
    runs.reduce((sum, one) => sum + heightOf(size, one.runs), 0) <= place.height
  const size = sizes.find(fits) ?? sizes.at(-1) ?? 6
  let { y } = place
  for (const { lang, runs: pieces } of runs) {
    section.add(
      document.struct('P', { lang }, () => {
        pieces.forEach(({ text, font }, i) => {
          document.font(font).fontSize(size).fillColor('#000000')
          const options = { width: place.width, continued: i < pieces.length - 1 }
          if (i === 0) document.text(text, place.x, y, options)
          else document.text(text, options)
        })
      }),
    )
    y += heightOf(size, pieces)
  }
}

/** As one path, black on the white of the paper, quiet zone included in `side`; points. */
export function drawSymbol(
  document: Document,
  { outline, size }: QrSymbol,
  x: number,
  y: number,
  side: number,
): void {
  const module = side / (size + 8)
  const d = outline
    .map((contour) => `M${contour.map((corner) => corner.join(' ')).join('L')}Z`)
    .join('')
  document
    .save()
    .translate(x + 4 * module, y + 4 * module)
    .scale(module)
    .path(d)
    .fill('#000000')
    .restore()
}
