/**
 * Office sheets of a parcel (A4): for people to read and tick, not for metal. Tagged, so that they can be read
 * aloud. The same blocks, title, fonts and day give the same bytes.
 */
import { create } from 'fontkit'
import PDFDocument, { type StructureElement } from 'pdfkit'
import type { QrSymbol } from './symbol.ts'

export type Block =
  | { block: 'heading'; level: 1 | 2; text: string }
  | { block: 'paragraph'; text: string }
  | { block: 'list'; items: string[] }
  /** Lines to tick by hand. */
  | { block: 'boxes'; items: string[] }
  | { block: 'facts'; rows: [string, string][] }
  /** Side in mm, with its quiet zone; the caption says it in words too. */
  | { block: 'symbol'; symbol: QrSymbol; side: number; caption: string }

export interface SheetFacts {
  title: string
  /** BCP 47. */
  language: string
  /** YYYY-MM-DD */
  day: string
}

/** Static TrueType files. */
export interface SheetFonts {
  plain: Uint8Array
  strong: Uint8Array
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
    document.on('end', () => resolve(joined(chunks)))
  })
  // Opened anew for each document: what a shared font has set before would show in these bytes.
  document.registerFont('plain', create(fonts.plain))
  document.registerFont('strong', create(fonts.strong))
  const root = document.struct('Document')
  document.addStructure(root)
  for (const blocks of pages) {
    document.addPage({ size: A4, margin: MARGIN })
    for (const block of blocks) draw(document, root, block)
  }
  root.end()
  document.end()
  return done
}

type Document = InstanceType<typeof PDFDocument>

function draw(document: Document, root: StructureElement, block: Block): void {
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
    case 'symbol': {
      const side = block.side * MM
      room(document, side + 30)
      element('Figure', () => symbol(document, block.symbol, side), { alt: block.caption })
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

/** A new page when fewer than `points` are left on this one. */
function room(document: Document, points: number): void {
  if (document.y + points > A4[1] - MARGIN) document.addPage({ size: A4, margin: MARGIN })
}

/** As one path, black on the white of the paper, quiet zone included in `side`. */
function symbol(document: Document, { outline, size }: QrSymbol, side: number): void {
  const module = side / (size + 8)
  const d = outline.map((contour) => `M${contour.map(([x, y]) => `${x} ${y}`).join('L')}Z`).join('')
  document
    .save()
    .translate(MARGIN + 4 * module, document.y + 4 * module)
    .scale(module)
    .path(d)
    .fill('#000000')
    .restore()
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
