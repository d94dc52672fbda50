/** What a parcel holds of one sign: every file is a pure function of the order and the sign's recipe. */
import type { PrintOrder, Recipe } from '../domain/print-order.ts'
import { makePlacard } from '../signs/placard-artwork.ts'
import { isProblems } from '../signs/problems.ts'
import type { PlacardKit } from './placard-kit.ts'

export interface ParcelFile {
  /** Within the parcel, as in `print/7K3QXC__placard-150x200@1.pdf`. */
  path: string
  bytes: Uint8Array
}

/** Throws a sentence when the recipe can no longer be made: the order was frozen with other materials. */
export function filesForSign(order: PrintOrder, kit: PlacardKit, recipe: Recipe): ParcelFile[] {
  const { symbol, placement: _, approved: __, ...words } = recipe
  const made = makePlacard({
    ...words,
    ...kit,
    origin: order.origin,
    allowedOrigins: [order.origin],
    draft: order.isDraft,
    pinned: symbol,
  })
  if (isProblems(made))
    throw new Error(`${recipe.code}: ${made.map((problem) => problem.code).join(', ')}`)
  const name = `${recipe.code}__${order.templateName}${order.isDraft ? '__draft' : ''}`
  return [{ path: `print/${name}.pdf`, bytes: made.pdf }]
}
