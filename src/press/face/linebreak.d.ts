/** What the print code uses of linebreak 1.1.0, the Unicode line breaking algorithm (UAX #14). */
declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string)
    /** Where the next line may begin, in UTF-16 units; null after the last. */
    nextBreak(): { position: number; required: boolean } | null
  }
  export { LineBreaker as default }
}
