/** A label for the box of each sign: which sign, how many, where it goes. */
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { spaced } from '../domain/short-code.ts'
import { parcelWords } from '../messages/parcel-words.ts'
import type { SheetFonts } from '../press/files/sheet-fonts.ts'
import { LABELS_PER_PAGE } from '../press/files/sheet-labels.ts'
import { makeSheet, type Block } from '../press/files/sheet.ts'
import type { Template } from '../press/template/template.ts'
import { dayOf } from './parcel-sheets.ts'
import type { ParcelFile } from './parcel-file.ts'

/** In Vietnamese, which those who hang signs read. */
export async function boxLabels(
  order: PrintOrder,
  { trim: [width, height] }: Template,
  recipes: readonly Recipe[],
  fonts: SheetFonts,
): Promise<ParcelFile> {
  const labels = recipes.map(({ code, names, faces, placement }, i) => ({
    title: spaced(code),
    count: `${i + 1}/${recipes.length}`,
    lines: [
      names[0]?.text ?? '',
      `${order.id} · ${order.templateName} · ${width} × ${height} mm`,
      parcelWords('vi', 'labels.quantity', { faces }),
      placement || parcelWords('vi', 'install.unknown'),
    ],
  }))
  const pages = Array.from(
    { length: Math.ceil(labels.length / LABELS_PER_PAGE) },
    (_, i): Block[] => [
      { block: 'labels', labels: labels.slice(i * LABELS_PER_PAGE, (i + 1) * LABELS_PER_PAGE) },
    ],
  )
  const title = parcelWords('vi', 'labels.title', { id: order.id })
  const bytes = await makeSheet({ title, language: 'vi', day: dayOf(order) }, pages, fonts)
  return { path: 'box-labels.pdf', bytes }
}
