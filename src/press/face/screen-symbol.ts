/** A symbol for a screen only, of any text: never for a sign, whose symbols symbol.ts makes. */
import core from 'qrcode/lib/core/qrcode.js'

const QUIET = 4

/** SVG, black on white, quiet zone included. */
export function screenSymbol(text: string): string {
  const { size, data } = core.create([{ data: text, mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  }).modules
  const side = size + 2 * QUIET
  let d = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (data[y * size + x] === 1) d += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  return `<svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${d}" fill="#000"/></svg>`
}
