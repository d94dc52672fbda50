/** The template's own shapes: bands, the frame, the star-anise mark, rules. */
import type { Cmyk, Primitive } from './drawing.ts'
import { framePaths } from './frame.ts'
import { boxOf } from './geometry.ts'
import { starAnise } from './star-anise.ts'
import type { Template, TemplateShape } from './template.ts'

export function shapePrimitives(template: Template): Primitive[] {
  return template.shapes.flatMap((shape) => primitivesOf(shape, template))
}

function primitivesOf(shape: TemplateShape, template: Template): Primitive[] {
  const colour = (name: string): Cmyk => template.palette[name] ?? [0, 0, 0, 100]
  const layer = 'artwork'
  switch (shape.shape) {
    case 'rect':
      return [{ kind: 'rect', layer, box: boxOf(shape.box), fill: colour(shape.fill) }]
    case 'star-anise': {
      const { pods, seeds } = starAnise(shape.x, shape.y, shape.radius)
      return [
        { kind: 'path', layer, path: pods, fill: colour(shape.fill) },
        { kind: 'path', layer, path: seeds, fill: colour(shape.seed) },
      ]
    }
    case 'frame': {
      const corner = template.holes[0]?.x ?? shape.inset
      const frame = { trim: template.trim, inset: shape.inset, cornerRadius: shape.cornerRadius }
      return framePaths(frame, corner, shape.heights).map((path, i) => ({
        kind: 'line',
        layer,
        path,
        stroke: colour(shape.stroke[i] ?? ''),
        width: shape.width,
      }))
    }
    case 'rule':
      return [
        {
          kind: 'line',
          layer,
          path: [
            ['M', ...shape.from],
            ['L', ...shape.to],
          ],
          stroke: colour(shape.stroke),
          width: shape.width,
        },
      ]
  }
}
