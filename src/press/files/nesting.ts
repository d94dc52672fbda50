/** How the faces of an order lie on the panels they are cut from: a simple grid, all one way round. */

/** Panel of aluminium composite or sheet metal, as it is sold; mm. */
export const PANEL = { width: 1220, height: 2440 } as const
/** Kept free along each side of the panel, for clamps and for panels that are not quite square. */
export const EDGE = 10
/** Between two faces, for the cutting tool. */
export const TOOL_GAP = 6

export interface Place {
  /** Top left corner of the trimmed face on the panel. */
  x: number
  y: number
  /** As it lies there: a turned face has its height for width. */
  width: number
  height: number
  /** A quarter turn clockwise. */
  isTurned: boolean
}

/**
 * The places of one panel, row by row; none when the face is larger than the panel. A face is turned only where
 * that puts more of them on a panel.
 */
export function placesFor(width: number, height: number): Place[] {
  const upright = grid(width, height, false)
  const turned = grid(height, width, true)
  return turned.length > upright.length ? turned : upright
}

function grid(width: number, height: number, isTurned: boolean): Place[] {
  const columns = fitting(PANEL.width, width)
  const rows = fitting(PANEL.height, height)
  return Array.from({ length: columns * rows }, (_, i) => ({
    x: EDGE + (i % columns) * (width + TOOL_GAP),
    y: EDGE + Math.floor(i / columns) * (height + TOOL_GAP),
    width,
    height,
    isTurned,
  }))
}

/** How many of `side` stand side by side between the edges of a panel. */
function fitting(panel: number, side: number): number {
  return Math.max(0, Math.floor((panel - 2 * EDGE + TOOL_GAP) / (side + TOOL_GAP)))
}

/** `faces` in their order, panel by panel; none when a face fits no panel. */
export function panelsOf<Face>(faces: readonly Face[], places: readonly Place[]): Face[][] {
  if (places.length === 0) return []
  const panels = Math.ceil(faces.length / places.length)
  return Array.from({ length: panels }, (_, i) =>
    faces.slice(i * places.length, (i + 1) * places.length),
  )
}
