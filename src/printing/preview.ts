import type { Drawing } from '../press/face/drawing.ts'
import { printEngines } from './print-engines.ts'

/** Pixels to the millimetre: about 100 dpi. */
const SCALE = 4

/** A PNG of the page that `svg` shows, marks included; `drawing` is what the SVG was made from. */
export async function previewOf({ trim, bleed, slug }: Drawing, svg: string): Promise<Uint8Array> {
  const { renderer } = await printEngines()
  return renderer.png(svg, Math.round((trim.width + 2 * (bleed + slug)) * SCALE))
}
