/**
 * Office sheets of a parcel (A4): for people to read and tick, not for metal. The same blocks, title, fonts and day
 * give the same bytes.
 */
import type { StructureElement } from 'pdfkit'
import type { FaceInks } from './face-on-sheet.ts'
import { OfficeDocument, type OfficeFacts } from './office-document.ts'
import {
  openSheetFonts,
  writeRuns,
  type LinePlace,
  type RunsOf,
  type SheetFonts,
  type SheetText,
} from './sheet-fonts.ts'
import { drawGrid, type GridCell } from './sheet-grid.ts'
import { drawFigures, drawSymbol, type SheetFigure } from './sheet-figures.ts'
import { drawLabels, type SheetLabel } from './sheet-labels.ts'
import type { QrSymbol } from '../face/symbol.ts'

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
  /** Side by side. */
  | { block: 'figures'; figures: SheetFigure[] }
  /** Labels to cut out, two columns of seven. */
  | { block: 'labels'; labels: SheetLabel[] }
  /** What follows on this page is in another language than the document. */
  | { block: 'language'; language: string }
  /** Two columns of four; the rest of the page is theirs. No more than eight. */
  | { block: 'grid'; cells: GridCell[]; inks: FaceInks }

/** Points. */
const A4: [number, number] = [595.28, 841.89]
const MARGIN = 54
const MM = 72 / 25.4
const SIZE = { heading: [18, 13], text: 10.5 } as const
const WIDTH = A4[0] - 2 * MARGIN
/** Most that a figure is high. */
const FIGURES = 140

/** Each list of blocks begins a page of its own, and is asked for when its page begins. */
export function makeSheet(
  facts: OfficeFacts,
  pages: Iterable<readonly Block[]>,
  fonts: SheetFonts,
): Promise<Uint8Array> {
  const document = new OfficeDocument(facts)
  const runsOf = openSheetFonts(document, fonts)
  const root = document.struct('Document')
  document.addStructure(root)
  for (const blocks of pages) {
    document.addPage({ size: A4, margin: MARGIN })
    let lang: string | null = null
    for (const block of blocks)
      if (block.block === 'language') lang = block.language
      else draw(document, partOf(document, root, lang), block, runsOf)
  }
  root.end()
  return document.finish()
}

/** Where a block is added: a part of its own where it is in a language of its own. */
function partOf(
  document: OfficeDocument,
  root: StructureElement,
  lang: string | null,
): StructureElement {
  if (lang === null) return root
  const part = document.struct('Part', { lang })
  root.add(part)
  return part
}

function draw(
  document: OfficeDocument,
  root: StructureElement,
  block: Exclude<Block, { block: 'language' }>,
  runsOf: RunsOf,
): void {
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
          element('P', () => writeRuns(document, runsOf(text), placeOf(12)), { lang: text.locale })
        document.y += 6
      }
      return
    case 'grid': {
      const [x, y, bottom] = [MARGIN, document.y + 4, A4[1] - MARGIN]
      const area = { x, y, width: WIDTH, height: bottom - y }
      drawGrid(document, root, block.cells, area, { runsOf, inks: block.inks })
      document.y = bottom
      return
    }
    case 'figures': {
      room(document, FIGURES + 40)
      const area = { x: MARGIN, y: document.y + 4, width: WIDTH, height: FIGURES }
      document.y = drawFigures(document, root, block.figures, area) + 8
      return
    }
    case 'labels':
      drawLabels(document, root, block.labels, {
        x: MARGIN,
        y: MARGIN,
        width: WIDTH,
        height: A4[1] - 2 * MARGIN,
      })
      return
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
  document: OfficeDocument,
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

function placeOf(indent: number): LinePlace {
  return { x: MARGIN + indent, width: WIDTH - indent, size: SIZE.text, lineGap: 2 }
}

/** A new page when fewer than `points` are left on this one. */
function room(document: OfficeDocument, points: number): void {
  if (document.y + points > A4[1] - MARGIN) document.addPage({ size: A4, margin: MARGIN })
}
