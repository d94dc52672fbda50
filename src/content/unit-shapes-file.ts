/** content/admin-units.geojson, which may be absent: the outlines of the wards and communes of today, for the map. */
import * as z from 'zod'
import type { Report } from '../domain/finding.ts'
import type { UnitShape } from '../domain/unit-shape.ts'

export const SHAPES_FILE = 'content/admin-units.geojson'

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
const polygon = z.array(z.array(lonLat).min(4)).min(1)
const schema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      properties: z.object({ code: z.string().min(1) }),
      geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1) }),
    }),
  ),
})

/**
 * In the order of the file. Null when it is no collection of multipolygons with codes, or a coordinate is off the globe
 * (longitude first, WGS 84, RFC 7946).
 */
export function readShapes(text: string, report: Report): UnitShape[] | null {
  const read = schema.safeParse(jsonOf(text))
  if (!read.success) {
    const [issue] = read.error.issues
    report('shapes.unreadable', SHAPES_FILE, 0, { detail: issue?.path.join('.') || 'JSON' })
    return null
  }
  return read.data.features.map(({ properties, geometry }) => ({
    code: properties.code,
    polygons: geometry.coordinates,
  }))
}

/** The canonical file: one unit a line, so that a changed outline is a changed line. */
export function writeShapes(shapes: readonly UnitShape[]): string {
  const lines = shapes.map(({ code, polygons }) =>
    JSON.stringify({
      type: 'Feature',
      properties: { code },
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    }),
  )
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
