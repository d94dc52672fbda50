/** What the print code uses of fontkit 2.0.4. Lengths are in font units, y upwards. */
declare module 'fontkit' {
  export interface FontGlyph {
    id: number
    advanceWidth: number
    bbox: { minX: number; minY: number; maxX: number; maxY: number }
    path: { commands: { command: string; args: number[] }[] }
  }
  export interface GlyphRun {
    glyphs: FontGlyph[]
    positions: { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }[]
  }
  export interface Font {
    postscriptName: string
    unitsPerEm: number
    capHeight: number
    characterSet: number[]
    /** Empty for a static font. */
    variationAxes: Record<string, unknown>
    hasGlyphForCodePoint(codePoint: number): boolean
    glyphForCodePoint(codePoint: number): FontGlyph
    getGlyph(id: number): FontGlyph
    layout(text: string): GlyphRun
    /** Private: glyphs asked for so far, by id. */
    _glyphs: Record<number, FontGlyph>
  }
  /** Throws when the bytes are no font. */
  export function create(bytes: Uint8Array): Font
}
