/** The core of qrcode 1.5.4: the encoder without its command line, PNG and canvas. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Options {
    errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H'
    version?: number | undefined
    maskPattern?: number | undefined
  }
  interface Encoded {
    /** `data` holds 1 for a dark module, row by row. */
    modules: { size: number; data: Uint8Array }
    version: number
    maskPattern: number
  }
  const core: {
    create(segments: { data: string; mode: 'alphanumeric' | 'byte' }[], options: Options): Encoded
  }
  export { core as default }
}
