/** Where the code stands, and whether it stands alone. */
import { broken, passed, type PreflightRow } from '../../domain/preflight.ts'
import type { PlacardArtwork } from '../files/placard-artwork.ts'
import type { PdfFacts } from './pdf-facts.ts'
import { platesOf, USUAL_SPOTS, type PlatedPage } from './plate-pages.ts'
import type { PreflightEngines } from './preflight-made.ts'
import { symbolOn } from './preflight-symbol.ts'

/** mm a code may be off its place or its size as a picture shows it. */
const OFF_MOST = 0.25

/** SZ-01. mm from the top left corner of the trimmed face. */
export function scaleRows(
  found: { x: number; y: number; side: number },
  { drawing, symbol }: PlacardArtwork,
  size: number,
): PreflightRow[] {
  const face = symbol && symbolOn(drawing, size)
  if (!face) return []
  const { box } = face
  const off = Math.max(
    Math.abs(found.x - box.x),
    Math.abs(found.y - box.y),
    Math.abs(found.side - box.width),
  )
  const said = (x: number, y: number, side: number) =>
    `${side.toFixed(2)} mm at ${x.toFixed(2)}, ${y.toFixed(2)} mm`
  const measured = said(found.x, found.y, found.side)
  const threshold = said(box.x, box.y, box.width)
  return off > OFF_MOST
    ? [
        broken('SZ-01.scale', measured, threshold, {
          size: found.side.toFixed(2),
          x: found.x.toFixed(2),
          y: found.y.toFixed(2),
          wanted: box.width.toFixed(2),
          wantedX: box.x.toFixed(2),
          wantedY: box.y.toFixed(2),
        }),
      ]
    : [passed('SZ-01', measured, threshold)]
}

/** Dots per inch at which small codes are looked for: one of 8 mm has four pixels to a module. */
const FINE = 300
/** Pixels that are searched for small codes; a larger page is searched at less. */
const SEARCHED_MOST = 12_000_000

/** QR-08: every code on every page but the one at `payload`, which stands on the first. */
export async function otherCodeRows(
  page: PlatedPage,
  facts: PdfFacts,
  others: readonly PdfFacts[],
  payload: string | null,
  engines: PreflightEngines,
): Promise<PreflightRow[]> {
  const rows: PreflightRow[] = []
  let own = 0
  const search = async (one: PlatedPage, { boxes }: PdfFacts, number: number) => {
    const [left = 0, bottom = 0, right = 1, top = 1] = boxes.MediaBox ?? []
    const inches = ((right - left) * (top - bottom)) / 25.4 ** 2
    const dotsPerInch = Math.min(FINE, Math.sqrt(SEARCHED_MOST / inches))
    const trim = boxes.TrimBox ?? boxes.MediaBox ?? [0, 0, 0, top]
    for (const { says, corners } of await engines.decode.codes(one.look(dotsPerInch))) {
      if (number === 1 && says === payload && own++ === 0) continue
      const mm = (pixels: number) => (pixels / dotsPerInch) * 25.4
      const x = (mm(corners[0].x) - trim[0]).toFixed(0)
      const y = (mm(corners[0].y) - (top - trim[3])).toFixed(0)
      const values = { page: number, x, y, says: says.slice(0, 60) }
      rows.push(broken('QR-08.other', `${values.says} at ${x}, ${y} mm`, 'one address', values))
    }
  }
  await search(page, facts, 1)
  for (const other of others) {
    const opened = await platesOf(other, USUAL_SPOTS, engines.renderer, other.media)
    try {
      await search(opened, other, other.index + 1)
    } finally {
      opened.close()
    }
  }
  return rows.length > 0 ? rows : facts.pages === 1 ? [passed('QR-08', 'one', 'one address')] : []
}
