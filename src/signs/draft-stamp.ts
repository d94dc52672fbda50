/** NHÁP - DRAFT across the face, in tints, before texts and symbol are painted: it cannot be taken off, and the code still reads. */
import type { PathStep, Primitive } from './drawing.ts'
import type { FontShelf, PrintFont } from './fonts.ts'
import { boxOf, placed } from './geometry.ts'
import { fontFor, type Template } from './template.ts'

export function draftStamp(template: Template, fonts: FontShelf): Primitive[] {
  const { text, size, degrees, tints } = template.draft
  const font = fonts.get(fontFor(template, 'und', 'strong'))
  if (!font) return []
  const [width, height] = template.trim
  const { outline, advance } = outlineOf(font, text)
  const path: PathStep[] = []
  const [stepX, stepY] = [(advance + 0.6) * size, size * 1.7]
  const reach = Math.ceil(Math.hypot(width, height) / 2 / Math.min(stepX, stepY))
  const angle = (degrees * Math.PI) / 180
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++) {
      const across = (column + (row % 2 === 0 ? 0 : 0.5) - advance / 2 / (advance + 0.6)) * stepX
      const down = row * stepY
      const x = width / 2 + across * Math.cos(angle) - down * Math.sin(angle)
      const y = height / 2 + across * Math.sin(angle) + down * Math.cos(angle)
      const far = advance * size + template.bleed
      if (x > -far && x < width + far && y > -far && y < height + far)
        path.push(...placed(outline, x, y, size, degrees))
    }
  return tints.map(({ box, fill }) => ({
    kind: 'path',
    layer: 'artwork',
    path,
    fill: template.palette[fill] ?? [0, 0, 0, 20],
    clip: boxOf(box),
  }))
}

/** A text as outlines in ems, y downwards; quadratic curves become cubic ones. */
function outlineOf({ font, shape }: PrintFont, text: string) {
  const { glyphs, advance } = shape(text)
  const outline: PathStep[] = []
  for (const { id, x, y } of glyphs) {
    const em = (px: number, py: number) => [x + px / font.unitsPerEm, y - py / font.unitsPerEm] as const
    let [lastX, lastY] = [0, 0]
    for (const { command, args } of font.getGlyph(id).path.commands) {
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
      if (command === 'moveTo') outline.push(['M', ...em(a, b)])
      else if (command === 'lineTo') outline.push(['L', ...em(a, b)])
      else if (command === 'bezierCurveTo') outline.push(['C', ...em(a, b), ...em(c, d), ...em(e, f)])
      else if (command === 'quadraticCurveTo')
        outline.push([
          'C',
          ...em(lastX + (2 / 3) * (a - lastX), lastY + (2 / 3) * (b - lastY)),
          ...em(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d)),
          ...em(c, d),
        ])
      else outline.push(['Z'])
      if (args.length > 0) [lastX, lastY] = [args.at(-2) ?? 0, args.at(-1) ?? 0]
    }
  }
  return { outline, advance }
}
