/** Where a ward or commune lies, coarsely: for showing, not for measuring. */

/** Degrees, WGS 84: longitude first, as in GeoJSON (RFC 7946). */
export type LonLat = readonly [lon: number, lat: number]

export interface UnitShape {
  /** Code of the unit of today. */
  code: string
  /** Polygons, each an outer ring and its holes. */
  polygons: LonLat[][][]
}
