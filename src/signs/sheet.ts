/**
 * Office sheets of a parcel (A4): for people to read and tick, not for metal. Tagged, so that they can be read
 * aloud. The same blocks, title, fonts and day give the same bytes.
 */
import PDFDocument, { type StructureElement } from 'pdfkit'
import { joinBytes } from './join-bytes.ts'
import {
  openSheetFonts,
  type RunsOf,
  type SheetFonts,
  type SheetRun,
  type SheetText,
} from './sheet-fonts.ts'
import { drawGrid, drawSymbol, type GridCell } from './sheet-grid.ts'
import type { QrSymbol } from './symbol.ts'

export type Block =
  | { block: 'heading'; level: 1 | 2; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'list'; items: string[] }
  /** Lines to tick by hand. */
  | { block: 'boxes'; items: string[] }
  | { block: 'facts'; rows: [string, string][] }
  /** Texts of any language, with what they are. */
  | { block: 'texts'; rows: [string, SheetText[]][] }
  /** Side in mm, with its quiet zone; the caption says it in words too. */
  | { block: 'symbol'; symbol: QrSymbol; side: number; caption: string }
  /** Two columns of four; the rest of the page is theirs. No more than eight. */
  | { block: 'grid'; cells: GridCell[] }

export interface SheetFacts {
  title: string
  /** BCP 47. */
  language: string
  /** YYYY-MM-DD */
  day: string
}

/** Points. */
const A4: [number, number] = [595.28, 841.89]
const MARGIN = 54
const MM = 72 / 25.4
const SIZE = { heading: [18, 13], text: 10.5 } as const
const WIDTH = A4[0] - 2 * MARGIN

/** Each list of blocks begins a page of its own. */
export function makeSheet(
  facts: SheetFacts,
  pages: readonly (readonly Block[])[],
  fonts: SheetFonts,
): Promise<Uint8Array> {
  const day = new Date(`${facts.day}T00:00:00Z`)
  const document = new PDFDocument({
    size: A4,
    margin: MARGIN,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    font: null,
    info: { Title: facts.title, Creator: 'Stele', CreationDate: day, ModDate: day },
  })
  const chunks: Uint8Array[] = []
  const done = new Promise<Uint8Array>((resolve) => {
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', () => resolve(joinBytes(chunks)))
  })
  const runsOf = openSheetFonts(document, fonts)
  const root = document.struct('Document')
  document.addStructure(root)
  for (const blocks of pages) {
    document.addPage({ size: A4, margin: MARGIN })
    for (const block of blocks) draw(document, root, block, runsOf)
  }
  root.end()
  document.end()
  return done
}

type Document = InstanceType<typeof PDFDocument>

function draw(document: Document, root: StructureElement, block: Block, runsOf: RunsOf): void {
  const element = (type: string, write: () => void, options: Record<string, unknown> = {}) =>
    root.add(document.struct(type, options, write))
  switch (block.block) {
    case 'heading':
      element(`H${block.level}`, () => {
        room(document, 60)
        if (block.level === 2) document.y += 8
        write(document, 'strong', SIZE.heading[block.level - 1] ?? SIZE.text, block.text)
      })
      document.y += 4
      return
    case 'paragraph':
      element('P', () => write(document, 'plain', SIZE.text, block.text))
      document.y += 6
      return
    case 'list':
    case 'boxes':
      for (const item of block.items)
        element('P', () => {
          room(document, 24)
          if (block.block === 'boxes') {
            document
              .lineWidth(0.8)
              .rect(MARGIN, document.y + 1, 9, 9)
              .stroke('#000000')
            write(document, 'plain', SIZE.text, item, 18)
          } else write(document, 'plain', SIZE.text, `•  ${item}`, 8)
          document.y += block.block === 'boxes' ? 7 : 2
        })
      document.y += 4
      return
    case 'facts':
      for (const [label, value] of block.rows)
        element('P', () => {
          room(document, 24)
          const top = document.y
          write(document, 'plain', SIZE.text, `${label}: `, 0, 150)
          const below = document.y
          document.y = top
          write(document, 'strong', SIZE.text, value, 155)
          document.y = Math.max(document.y, below) + 3
        })
      document.y += 4
      return
    case 'texts':
      for (const [label, texts] of block.rows) {
        element('P', () => {
          room(document, 40)
          write(document, 'plain', SIZE.text, label)
        })
        for (const text of texts)
          element('P', () => writeRuns(document, runsOf(text)), { lang: text.locale })
        document.y += 6
      }
      return
    case 'grid': {
      const [x, y, bottom] = [MARGIN, document.y, A4[1] - MARGIN]
      drawGrid(document, root, block.cells, { x, y, width: WIDTH, height: bottom - y }, runsOf)
      document.y = bottom
      return
    }
    case 'symbol': {
      const side = block.side * MM
      room(document, side + 30)
      const { symbol } = block
      const figure = () => drawSymbol(document, symbol, MARGIN, document.y, side)
      element('Figure', figure, { alt: block.caption })
      document.y += side + 4
      element('Caption', () => write(document, 'plain', SIZE.text, block.caption))
      document.y += 6
    }
  }
}

function write(
  document: Document,
  font: 'plain' | 'strong',
  size: number,
  text: string,
  indent = 0,
  width = WIDTH - indent,
): void {
  document
    .font(font)
    .fontSize(size)
    .fillColor('#000000')
    .text(text, MARGIN + indent, document.y, { width, lineGap: 2 })
}

function writeRuns(document: Document, runs: readonly SheetRun[]): void {
  const indent = 12
  const width = WIDTH - indent
  runs.forEach(({ text, font }, i) => {
    document.font(font).fontSize(SIZE.text).fillColor('#000000')
    const options = { width, lineGap: 2, continued: i < runs.length - 1 }
    if (i === 0) document.text(text, MARGIN + indent, document.y, options)
    else document.text(text, options)
  })
}

/** A new page when fewer than `points` are left on this one. */
function room(document: Document, points: number): void {
  if (document.y + points > A4[1] - MARGIN) document.addPage({ size: A4, margin: MARGIN })
}
