/** What a content stream's graphics state says of ink: colours, overprint and blending, and where things stand. */
import {
  PDFArray,
  PDFBool,
  PDFName,
  PDFNumber,
  type PDFDict,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { GREY, type Inks, type InkSpace } from './plate-colours.ts'

export interface InkColour {
  space: InkSpace
  inks: Inks
  /** Resource name of a pattern; null for a plain colour. */
  pattern: string | null
}

/** a b c d e f as PDF has them: x' = ax + cy + e. */
export type Matrix = readonly [number, number, number, number, number, number]

export interface InkState {
  fill: InkColour
  stroke: InkColour
  fillOver: boolean
  strokeOver: boolean
  /** OPM: a process colour's zeros leave their plates as they are when it overprints. */
  sparesZeros: boolean
  blend: string
  lineWidth: number
  dashed: boolean
  /** Tr: 0 fills text, 3 hides it. */
  textMode: number
  matrix: Matrix
  /** What was written last of fill, stroke and blend. */
  written: { fill: string; stroke: string; blend: string }
}

const BLACK: InkColour = { space: GREY, inks: GREY.inksOf([0]), pattern: null }
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

export function newState(matrix: Matrix): InkState {
  return {
    fill: BLACK,
    stroke: BLACK,
    fillOver: false,
    strokeOver: false,
    sparesZeros: false,
    blend: 'Normal',
    lineWidth: 1,
    dashed: false,
    textMode: 0,
    matrix,
    written: { fill: '', stroke: '', blend: '' },
  }
}

export function copied(state: InkState): InkState {
  return { ...state, written: { ...state.written } }
}

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [
    a * A + b * C,
    a * B + b * D,
    c * A + d * C,
    c * B + d * D,
    e * A + f * C + E,
    e * B + f * D + F,
  ]
}

export function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

export function matrixFrom(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}

const has = (dictionary: PDFDict, key: string) => dictionary.get(PDFName.of(key)) !== undefined

/** Takes over what an ExtGState says; gives what of it is not about plates, under its keys, or null for nothing. */
export function applied(state: InkState, extended: PDFDict): Map<PDFName, PDFObject> | null {
  const at = (key: string) => extended.lookup(PDFName.of(key))
  const isTrue = (key: string) => at(key) === PDFBool.True
  if (has(extended, 'OP')) {
    state.strokeOver = isTrue('OP')
    // OP alone stands for both.
    if (!has(extended, 'op')) state.fillOver = isTrue('OP')
  }
  if (has(extended, 'op')) state.fillOver = isTrue('op')
  const mode = at('OPM')
  if (mode instanceof PDFNumber) state.sparesZeros = mode.asNumber() === 1
  const blend = at('BM')
  const first = blend instanceof PDFArray ? blend.lookup(0) : blend
  if (first instanceof PDFName) {
    state.blend = first.decodeText() === 'Compatible' ? 'Normal' : first.decodeText()
    state.written.blend = state.blend
  }
  const width = at('LW')
  if (width instanceof PDFNumber) state.lineWidth = width.asNumber()
  const rest = extended.entries().filter(([key]) => KEPT.has(key.decodeText()))
  return rest.length > 0 ? new Map(rest) : null
}

/** What a graphics state may say that shows: ISO 32000-1, table 58, without overprint, halftones and transfer. */
const KEPT = new Set(['LW', 'LC', 'LJ', 'ML', 'D', 'Font', 'BM', 'SMask', 'CA', 'ca', 'AIS', 'TK'])

/** Whether anything behind shows through. */
export function seesThrough(extended: PDFDict): string | null {
  for (const key of ['ca', 'CA']) {
    const alpha = extended.lookup(PDFName.of(key))
    if (alpha instanceof PDFNumber && alpha.asNumber() < 1) return `${key} ${alpha.asNumber()}`
  }
  const mask = extended.lookup(PDFName.of('SMask'))
  if (mask && !(mask instanceof PDFName)) return 'SMask'
  const blend = extended.lookup(PDFName.of('BM'))
  const name = (blend instanceof PDFArray ? blend.lookup(0) : blend)?.toString() ?? '/Normal'
  return /^\/(?:Normal|Compatible)$/.test(name) ? null : `BM ${name}`
}
