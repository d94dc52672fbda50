/** Forms, pictures, shadings and patterns of a page, written anew for its plates (plate-content.ts). */
import {
  PDFBool,
  PDFDict,
  PDFName,
  PDFNull,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  type PDFContext,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { contentFrom, type Content, type Operand, type Operation } from './content-tokens.ts'
import type { Budget } from './file-limits.ts'
import type { PageParts } from './page-parts.ts'
import { bytesOf, numbersIn } from './pdf-facts.ts'
import { channelSpace, type Channels } from './plate-colours.ts'
import {
  copied,
  matrixFrom,
  newState,
  times,
  type InkColour,
  type InkState,
} from './plate-state.ts'

export interface PlateWork {
  context: PDFContext
  channels: Channels
  /** Plates that have a channel in one of the pictures. */
  known: ReadonlySet<string>
  budget: Budget
  /** What stands on the page, gathered on the way. */
  parts: PageParts
  /** Square points. */
  pageArea: number
  /** How deep in forms and patterns the content stands. */
  depth: number
  /** Forms written anew, by themselves and the state they begin in, with what they asked of the budget. */
  written: Map<PDFStream, Map<string, { form: PDFRef; cost: ReturnType<Budget['spent']> }>>
  /** Writes content anew. */
  plated: (
    content: Content,
    resources: PDFDict,
    start: InkState,
    work: PlateWork,
  ) => { content: string; resources: PDFDict }
}

export function platedForm(
  stream: PDFStream,
  resources: PDFDict,
  outer: InkState,
  work: PlateWork,
): PDFRef {
  const { context, budget } = work
  const known = work.written.get(stream) ?? new Map<string, never>()
  work.written.set(stream, known)
  const { fill, stroke, fillOver, strokeOver, blend, textMode, written } = outer
  const entry = [[...fill.inks], fill.pattern, [...stroke.inks], stroke.pattern, textMode]
  const key = JSON.stringify([entry, fillOver, strokeOver, blend, written.blend])
  const before = known.get(key)
  if (before) {
    // PDFium paints it again, and so it costs again.
    budget.again(before.cost)
    return before.form
  }
  const spent = budget.spent()
  const { dict } = stream
  const group = dict.lookup(PDFName.of('Group'))
  if (group instanceof PDFDict) work.parts.seesThrough('Group')
  const state = copied(outer)
  state.matrix = times(matrixFrom(numbersIn(dict, 'Matrix')), state.matrix)
  state.written = { fill: '', stroke: '', blend: written.blend || 'Normal' }
  const anew = within(stream, resources, state, work)
  const form = context.stream(anew.content, { Type: 'XObject', Subtype: 'Form' })
  for (const key of ['BBox', 'Matrix', 'OC']) copyKey(dict, form.dict, key)
  form.dict.set(PDFName.of('Resources'), anew.resources)
  if (group instanceof PDFDict) {
    const inRgb = group.clone(context)
    if (group.has(PDFName.of('CS'))) inRgb.set(PDFName.of('CS'), PDFName.of('DeviceRGB'))
    form.dict.set(PDFName.of('Group'), inRgb)
  }
  const made = context.register(form)
  known.set(key, { form: made, cost: budget.since(spent) })
  return made
}

function within(stream: PDFStream, outer: PDFDict, state: InkState, work: PlateWork) {
  work.budget.depth(work.depth + 1)
  const own = stream.dict.lookup(PDFName.of('Resources'))
  const resources = own instanceof PDFDict ? own : outer
  return work.plated(contentFrom(bytesOf(stream)), resources, state, {
    ...work,
    depth: work.depth + 1,
  })
}

export function platedImage(
  image: PDFStream,
  isMask: boolean,
  spaces: PDFDict | null,
  state: InkState,
  { context, channels, known, budget, parts }: PlateWork,
): PDFRef {
  const [width, height] = [numberIn(image.dict, 'Width'), numberIn(image.dict, 'Height')]
  budget.image(width, height)
  parts.image({ width, height, stream: image }, state)
  const own = image.dict.lookup(PDFName.of('ColorSpace'))
  const space = isMask ? null : channelSpace(context, own, spaces, channels, known)
  if (!space || !(image instanceof PDFRawStream)) return context.register(image)
  const shown = PDFRawStream.of(image.dict.clone(context), image.contents)
  shown.dict.set(PDFName.of('ColorSpace'), space)
  return context.register(shown)
}

/** ISO 32000-1, table 93. */
const LONG_KEYS: Record<string, string> = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  I: 'Interpolate',
  W: 'Width',
}
const LONG_NAMES: Record<string, string> = {
  G: 'DeviceGray',
  RGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
  I: 'Indexed',
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
}

/** A picture that stands in the content itself, as one that is an object. */
export function inlineImage({ operands, data = '' }: Operation, context: PDFContext): PDFStream {
  const bytes = Uint8Array.from(data, (one) => one.charCodeAt(0))
  const image = PDFRawStream.of(context.obj({ Type: 'XObject', Subtype: 'Image' }), bytes)
  for (let i = 0; i + 1 < operands.length; i += 2) {
    const key = String(operands[i]).slice(1)
    image.dict.set(PDFName.of(LONG_KEYS[key] ?? key), objectOf(operands[i + 1] ?? null, context))
  }
  return image
}

function objectOf(operand: Operand, context: PDFContext): PDFObject {
  if (Array.isArray(operand)) return context.obj(operand.map((one) => objectOf(one, context)))
  if (typeof operand === 'string' && operand.startsWith('/')) {
    const name = operand.slice(1)
    return PDFName.of(LONG_NAMES[name] ?? name)
  }
  // Nothing in a picture's keys is a string; a dictionary there only tunes a filter.
  if (typeof operand === 'boolean') return operand ? PDFBool.True : PDFBool.False
  return typeof operand === 'number' ? PDFNumber.of(operand) : PDFNull
}

export function platedShading(
  shading: PDFObject,
  spaces: PDFDict | null,
  { context, channels, known }: PlateWork,
): PDFObject {
  const dictionary = shading instanceof PDFStream ? shading.dict : shading
  if (!(dictionary instanceof PDFDict)) throw new Error('a shading that is none')
  const own = dictionary.lookup(PDFName.of('ColorSpace'))
  const space = channelSpace(context, own, spaces, channels, known)
  const clone = dictionary.clone(context)
  if (space) clone.set(PDFName.of('ColorSpace'), space)
  return shading instanceof PDFRawStream
    ? context.register(PDFRawStream.of(clone, shading.contents))
    : clone
}

export function patternedAnew(
  pattern: PDFObject,
  { space, inks }: InkColour,
  resources: PDFDict,
  outer: InkState,
  work: PlateWork,
): PDFObject {
  const { context, pageArea, budget } = work
  if (!(pattern instanceof PDFStream)) {
    if (!(pattern instanceof PDFDict)) throw new Error('a pattern that is none')
    const clone = pattern.clone(context)
    const shading = pattern.lookup(PDFName.of('Shading'))
    work.parts.shading()
    if (shading) clone.set(PDFName.of('Shading'), platedShading(shading, null, work))
    return clone
  }
  const { dict } = pattern
  const [a, b, c, d] = matrixFrom(numbersIn(dict, 'Matrix'))
  const step = numberIn(dict, 'XStep') * numberIn(dict, 'YStep') * (a * d - b * c)
  budget.tiles(pageArea, Math.abs(step))
  const state = newState(outer.matrix)
  if (numberIn(dict, 'PaintType') === 2 && space.base) {
    state.fill = { space: space.base, inks, pattern: null }
    state.stroke = state.fill
  }
  const anew = within(pattern, resources, state, work)
  const tile = context.stream(anew.content, { Type: 'Pattern', PatternType: 1, PaintType: 1 })
  for (const key of ['TilingType', 'BBox', 'XStep', 'YStep', 'Matrix'])
    copyKey(dict, tile.dict, key)
  tile.dict.set(PDFName.of('Resources'), anew.resources)
  return context.register(tile)
}

function copyKey(from: PDFDict, to: PDFDict, key: string): void {
  const value = from.get(PDFName.of(key))
  if (value) to.set(PDFName.of(key), value)
}

function numberIn(dictionary: PDFDict, key: string): number {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}
