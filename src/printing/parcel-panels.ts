/** The faces of an order on the panels they are cut from: one print file per panel, and the list of what lies where. */
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { csvOf } from '../domain/table.ts'
import { cutList, nestedSheet } from '../press/files/nested-sheet.ts'
import { PANEL, panelsOf, placesFor } from '../press/files/nesting.ts'
import { pdfOf } from '../press/files/pdf.ts'
import { drawPlacard } from '../press/files/placard-artwork.ts'
import { placardInput, withoutProblems } from './parcel-files.ts'
import type { PlacardKit } from './placard-kit.ts'
import type { ParcelFile } from './parcel-file.ts'

/** Faces of one panel, in the order of their places. `number` counts from 1 to `of`. */
export interface Panel {
  number: number
  of: number
  recipes: readonly Recipe[]
}

/** The print file of one panel, which is printed and cut from it; the same order gives the same bytes. */
export function fileForPanel(order: PrintOrder, kit: PlacardKit, panel: Panel): ParcelFile {
  const { fonts, template, condition } = kit
  const { number, of } = panel
  const day = order.orderedAt.slice(0, 10)
  const faces = panel.recipes.map(
    (recipe) => withoutProblems(recipe, drawPlacard(placardInput(order, kit, recipe))).drawing,
  )
  const title = [
    ...(order.isDraft ? [template.draft.text] : []),
    ...[order.id, `${number}/${of}`, order.templateName],
    ...[`${PANEL.width} x ${PANEL.height} mm`, '1:1', day],
  ].join('   ')
  const facts = {
    title,
    subject: panel.recipes.map(({ code }) => code).join(' '),
    creator: 'Stele',
    producer: 'Stele with pdfkit',
    date: new Date(`${day}T00:00:00Z`),
  }
  const drawing = nestedSheet(template, fonts, faces, title)
  return { path: panelPath(order, number), bytes: pdfOf(drawing, facts, fonts, condition) }
}

/** Faces of every panel, each sign as often as it has faces; cards are printed on paper, so they have no panels. */
export function panelsFor({ template }: PlacardKit, recipes: readonly Recipe[]): Recipe[][] {
  if (template.kind === 'card') return []
  const faces = recipes.flatMap((recipe) => Array.from({ length: recipe.faces }, () => recipe))
  return panelsOf(faces, placesFor(...template.trim))
}

/** The list of what lies where, as CSV; no file where there are no panels. */
export function cutListOf(kit: PlacardKit, recipes: readonly Recipe[]): ParcelFile[] {
  const panels = panelsFor(kit, recipes).map((faces) => faces.map(({ code }) => code))
  if (panels.length === 0) return []
  const { trim, material } = kit.template
  const csv = csvOf(cutList(panels, placesFor(...trim), material.mirrored === true))
  return [{ path: 'sheets/cut-list.csv', bytes: new TextEncoder().encode(csv) }]
}

/** A path within the parcel, as in `sheets/panel-1220x2440-01.pdf`. */
export function panelPath({ isDraft }: PrintOrder, number: number): string {
  const name = `panel-${PANEL.width}x${PANEL.height}-${String(number).padStart(2, '0')}`
  return `sheets/${name}${isDraft ? '__draft' : ''}.pdf`
}
