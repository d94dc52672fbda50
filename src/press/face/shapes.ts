/** The template's own shapes: bands, the frame, the star-anise mark, rules. */
import type { Cmyk, Path, Primitive } from './drawing.ts'
import { closedFrame, framePaths } from './frame.ts'
import { boxOf } from './geometry.ts'
import { starAnise } from './star-anise.ts'
import type { TemplateShape } from '../template/template-parts.ts'
import type { Template } from '../template/template.ts'

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
    case 'frame':
      return framePrimitives(shape, template, colour)
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

function framePrimitives(
  shape: Extract<TemplateShape, { shape: 'frame' }>,
  { trim, holes }: Template,
  colour: (name: string) => Cmyk,
): Primitive[] {
  const { inset, cornerRadius, fillet, width, stroke, heights } = shape
  const box = boxOf(shape.box ?? [0, 0, ...trim])
  const corner = shape.corner ?? holes[0]?.x ?? inset
  const frame = { box, inset, cornerRadius, fillet, corner }
  const line = (path: Path, name: string): Primitive => ({
    kind: 'line',
    layer: 'artwork',
    path,
    stroke: colour(name),
    width,
  })
  return typeof stroke === 'string'
    ? [line(closedFrame(frame), stroke)]
    : framePaths(frame, heights ?? [box.y, box.y + box.height]).map((path, i) =>
        line(path, stroke[i] ?? ''),
      )
}
