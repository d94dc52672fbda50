/**
 * The display list that layout makes and every writer (PDF, SVG, DXF) and check reads, so that they cannot
 * disagree. Millimetres from the top left corner of the trimmed face; y grows downwards; painted in order.
 */

/** Cyan, magenta, yellow, black; per cent of ink, 0 to 100. */
export type Cmyk = readonly [c: number, m: number, y: number, k: number]

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type PathStep =
  | readonly ['M', x: number, y: number]
  | readonly ['L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z']
export type Path = readonly PathStep[]

/** Layers become optional content groups in PDF and layers in DXF. */
/** `white` lies below all others, and only on grounds that are not white. */
export const LAYERS = ['artwork', 'cut', 'drill', 'marks', 'white'] as const
export type Layer = (typeof LAYERS)[number]

/** `all` prints on every plate: crop marks only. */
export type SpotName = 'cut' | 'drill' | 'all'

export interface Glyph {
  id: number
  /** Of the glyph's origin, in mm from the run's origin, y downwards. */
  x: number
  y: number
}

export type Primitive =
  | { kind: 'rect'; layer: Layer; box: Box; fill: Cmyk }
  /** `role` lets checks find the QR symbol; both fill rules give the same picture. */
  | { kind: 'path'; layer: Layer; path: Path; fill: Cmyk; role?: 'symbol' }
  /** A line of ink of the print itself. */
  | { kind: 'line'; layer: Layer; path: Path; stroke: Cmyk; width: number }
  /** A line that is a command to a machine or a printer, not ink of the picture; it overprints. */
  | { kind: 'spot'; layer: Layer; path: Path; spot: SpotName; width: number }
  /** White ink below the colours, on a plate of its own, which nothing above it knocks out. */
  | { kind: 'white'; layer: 'white'; box: Box; spot: string }
  | TextRun

export interface TextRun {
  kind: 'text'
  layer: Layer
  /** Names a font of the template; its glyph ids are those of that font's file. */
  font: string
  /** Side of the em square. */
  size: number
  /** Baseline origin. */
  x: number
  y: number
  glyphs: Glyph[]
  text: string
  fill: Cmyk
  /** Turned clockwise about its origin. */
  degrees?: number
  /** Painted only inside. */
  clip?: Box
  /** What the glyphs really cover when not turned, marks included. */
  ink: Box
  /** What the text says, for messages: `name`, `address`, … */
  role: string
}

/** What is painted in exactly these inks is on the plate, as in `RAL 5002`. */
export interface Solid {
  inks: Cmyk
  plate: string
}

export interface Drawing {
  /** `placard-150x200@1` */
  template: string
  trim: { width: number; height: number }
  bleed: number
  /** Beyond the bleed, for marks. */
  slug: number
  spots: Record<'cut' | 'drill', { name: string; cmyk: Cmyk }>
  /** Where symbol and quiet zone lie; nothing else may. Null on a face without symbol. */
  symbolBox: Box | null
  primitives: Primitive[]
  /** Colours the material has by itself, on plates of their own instead of the four inks. */
  solids?: readonly Solid[]
  /** How its files are written (FORMS of src/domain/print-order.ts); the first way unless told. */
  forms?: number
  /** The print file is the mirror image: it is printed on the back of something clear. All else is seen from the front. */
  mirrored?: true
}
