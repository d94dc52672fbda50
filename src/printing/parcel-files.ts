/** What a parcel holds of one sign: every file is a pure function of the order and the sign's recipe. */
import { formsOf, type PrintOrder, type Recipe } from '../domain/print-order.ts'
import { askSite } from './ask-site.ts'
import { makePlacard, type PlacardInput } from '../press/files/placard-artwork.ts'
import { promisedBy } from '../press/preflight/preflight-site.ts'
import { isProblems, type FaceProblem } from '../press/face/problems.ts'
import { installSheet } from './install-sheet.ts'
import type { Neighbour } from '../press/files/sketch-map.ts'
import { vectorFiles } from './parcel-preflight.ts'
import { printEnding } from './placard-formats.ts'
import type { PlacardKit } from './placard-kit.ts'
import type { ParcelFile } from './parcel-file.ts'

/**
 * The files of one sign. Throws a sentence when the recipe can no longer be made: the order was frozen with other
 * materials. `site`: the origin where the running site is asked about the sign; null for not asking. `near`: other
 * signs of the order, for the sketch of where it hangs.
 */
export async function filesForSign(
  order: PrintOrder,
  kit: PlacardKit,
  recipe: Recipe,
  site: string | null,
  near: readonly Neighbour[] = [],
): Promise<ParcelFile[]> {
  // On its way while the face is made.
  const asked =
    site !== null && recipe.symbol ? askSite(site, recipe.code, promisedBy(recipe)) : null
  const make = () => withoutProblems(recipe, makePlacard(placardInput(order, kit, recipe)))
  const made = make()
  const name = `${recipe.code}__${order.templateName}${order.isDraft ? '__draft' : ''}`
  const sheet = await installSheet(order, kit, recipe, made, near)
  return [
    { path: `print/${name}${printEnding(kit.template)}`, bytes: made.pdf },
    { path: `install/${recipe.code}__install.pdf`, bytes: sheet },
    // Made twice: preflight holds one against the other.
    ...(await vectorFiles(order, kit, recipe, { made, again: make(), name, answers: await asked })),
  ]
}

/** What a frozen face is made from; its symbol is the one that was pinned. */
export function placardInput(order: PrintOrder, kit: PlacardKit, recipe: Recipe): PlacardInput {
  const { symbol, placement: _, approved: __, ...words } = recipe
  return {
    ...words,
    ...kit,
    origin: order.origin,
    allowedOrigins: [order.origin],
    draft: order.isDraft,
    pinned: symbol,
    forms: formsOf(recipe),
  }
}

/** What was made; throws a sentence when there are problems instead. */
export function withoutProblems<Made extends object>(
  { code }: Recipe,
  made: Made | FaceProblem[],
): Made {
  if (isProblems(made)) throw new Error(`${code}: ${made.map((one) => one.code).join(', ')}`)
  return made
}
