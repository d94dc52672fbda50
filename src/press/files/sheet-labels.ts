/** Labels of an office sheet, to be cut out and put on boxes. */
import type { StructureElement } from 'pdfkit'
import type { Box } from '../face/drawing.ts'
import type { OfficeDocument } from './office-document.ts'

export interface SheetLabel {
  /** Large: the code. */
  title: string
  /** Beside it, right: which of how many. */
  count: string
  lines: string[]
}

const COLUMNS = 2
const ROWS = 7
export const LABELS_PER_PAGE = COLUMNS * ROWS

/** Points. */
const INNER = 8
const SIZES = { title: 17, line: 9 } as const
const LINE = 12

/** In the area, in points; no more than a page takes. What is too long for a line ends in an ellipsis. */
export function drawLabels(
  document: OfficeDocument,
  root: StructureElement,
  labels: readonly SheetLabel[],
  area: Box,
): void {
  if (labels.length > LABELS_PER_PAGE) throw new Error(`a page takes ${LABELS_PER_PAGE} labels`)
  const [width, height] = [area.width / COLUMNS, area.height / ROWS]
  labels.forEach(({ title, count, lines }, i) => {
    const section = document.struct('Sect')
    root.add(section)
    const x = area.x + (i % COLUMNS) * width
    const y = area.y + Math.floor(i / COLUMNS) * height
    document
      .lineWidth(0.4)
      .dash(3, { space: 3 })
      .rect(x, y, width, height)
      .stroke('#767676')
      .undash()
    const inner = width - 2 * INNER
    const write = (
      words: string,
      font: 'plain' | 'strong',
      size: number,
      top: number,
      align: string,
    ) =>
      section.add(
        document.struct('P', {}, () =>
          document
            .font(font)
            .fontSize(size)
            .fillColor('#000000')
            .text(words, x + INNER, top, { width: inner, height: size, align, ellipsis: true }),
        ),
      )
    write(title, 'strong', SIZES.title, y + INNER, 'left')
    write(count, 'plain', SIZES.line, y + INNER + 7, 'right')
    lines.forEach((line, n) =>
      write(line, n === 0 ? 'strong' : 'plain', SIZES.line, y + INNER + 27 + n * LINE, 'left'),
    )
    section.end()
  })
}
