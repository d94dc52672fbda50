/** What src/signs uses of pdfkit 0.20.2, private parts included: the package brings no types. */
declare module 'pdfkit' {
  import type { Font } from 'fontkit'

  export interface Reference {
    data: Record<string, unknown>
    compress: boolean
    write(chunk: Uint8Array | string): void
    end(chunk?: Uint8Array | string): void
  }

  /** Glyph ids in a subset differ from those of the font. */
  export interface EmbeddedFont {
    id: string
    subset: { includeGlyph(id: number): number }
    /** By subset glyph: thousandths of an em; code points for text extraction. */
    widths: number[]
    unicode: number[][]
    ref(): Reference
  }

  /** An element of the structure that makes a tagged PDF readable aloud. */
  export interface StructureElement {
    add(child: StructureElement | (() => void)): this
    end(): this
  }

  export interface Page {
    width: number
    height: number
    dictionary: Reference
    resources: Reference
    fonts: Record<string, Reference>
    ext_gstates: Record<string, Reference>
    xobjects: Record<string, Reference>
    /** Where its bottom margin begins. */
    maxY(): number
  }

  class PDFDocument {
    constructor(options: Record<string, unknown>)
    info: Record<string, unknown>
    page: Page
    spotColors: Record<string, { id: string }>
    _root: Reference
    _id: Uint8Array
    _font: EmbeddedFont
    addPage(options: Record<string, unknown>): this
    continueOnNewPage(): this
    addContent(operators: string): this
    addSpotColor(name: string, c: number, m: number, y: number, k: number): this
    registerFont(name: string, font: Font): this
    font(name: string): this
    ref(data?: Record<string, unknown>): Reference
    push(chunk: Uint8Array | null): boolean
    endMetadata(): void
    end(): void
    x: number
    y: number
    on(event: 'data', listener: (chunk: Uint8Array) => void): this
    on(event: 'end', listener: () => void): this
    fontSize(size: number): this
    fillColor(colour: string): this
    text(text: string, x?: number, y?: number, options?: Record<string, unknown>): this
    text(text: string, options?: Record<string, unknown>): this
    widthOfString(text: string): number
    heightOfString(text: string, options?: Record<string, unknown>): number
    save(): this
    restore(): this
    translate(x: number, y: number): this
    scale(factor: number): this
    path(svgPath: string): this
    link(
      x: number,
      y: number,
      width: number,
      height: number,
      url: string,
      options?: Record<string, unknown>,
    ): this
    rect(x: number, y: number, width: number, height: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(points: number): this
    roundedRect(x: number, y: number, width: number, height: number, r: number): this
    circle(x: number, y: number, r: number): this
    strokeColor(colour: string): this
    dash(length: number, options: { space: number }): this
    undash(): this
    fill(colour?: string): this
    stroke(colour?: string): this
    struct(
      type: string,
      options?: Record<string, unknown>,
      children?: (() => void) | StructureElement[],
    ): StructureElement
    addStructure(element: StructureElement): this
  }

  export { PDFDocument as default }
}
