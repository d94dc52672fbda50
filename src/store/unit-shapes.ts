import type { UnitShape } from '../domain/unit-shape.ts'
import { type Database, sql, type Statement } from './database.ts'

/** Makes the table hold exactly these. Shapes belong to codes, whether or not there is such a unit. */
export function saveShapes(shapes: readonly UnitShape[]): Statement[] {
  return [
    sql`DELETE FROM unit_shape /* every row */`,
    sql`INSERT INTO unit_shape (code, polygons, position)
      SELECT j.value->>'code', j.value->'polygons', j.key FROM json_each(${JSON.stringify(shapes)}) j`,
  ]
}

/** In the order of the file they came from. */
export async function listShapes(db: Database): Promise<UnitShape[]> {
  const rows = await db.all<{ code: string; polygons: string }>(
    sql`SELECT code, polygons FROM unit_shape ORDER BY position /* every row */`,
  )
  return rows.map(({ code, polygons }) => ({
    code,
    polygons: JSON.parse(polygons) as UnitShape['polygons'],
  }))
}
