/**
 * A page's content written anew so that red, green and blue of its picture are three plates of the print: every
 * colour becomes the light its inks leave on them, overprint becomes a product, and PDFium goes on painting the rest
 * (clips, fonts, layers, transparency) as it does for anybody.
 */
import { PDFDict, PDFName, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { operationsIn, type Content, type Operand, type Operation } from './content-tokens.ts'
import { nameIn } from './pdf-facts.ts'
import { CMYK, GREY, inkSpaceOf, lightFor, PROCESS, RGB, type InkSpace } from './plate-colours.ts'
import {
  inlineImage,
  patternedAnew,
  platedForm,
  platedImage,
  platedShading,
  type PlateWork,
} from './plate-objects.ts'
import {
  applied,
  copied,
  matrixFrom,
  seesThrough,
  times,
  type InkColour,
  type InkState,
} from './plate-state.ts'

const PATHS = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const PAINTS: Record<string, { fill: boolean; stroke: boolean }> = {
  f: { fill: true, stroke: false },
  F: { fill: true, stroke: false },
  'f*': { fill: true, stroke: false },
  S: { fill: false, stroke: true },
  s: { fill: false, stroke: true },
  B: { fill: true, stroke: true },
  'B*': { fill: true, stroke: true },
  b: { fill: true, stroke: true },
  'b*': { fill: true, stroke: true },
  n: { fill: false, stroke: false },
}
const SHOWS = new Set(['Tj', 'TJ', "'", '"'])
/** Colour operators with a space of their own, for filling; those for stroking in capitals. */
const OWN_SPACE: Record<string, InkSpace> = { g: GREY, rg: RGB, k: CMYK }

/** Adds what stands on the page to the work's parts on the way. Throws a sentence at what cannot be painted. */
export function platedContent(
  content: Content,
  resources: PDFDict,
  start: InkState,
  work: PlateWork,
): { content: string; resources: PDFDict } {
  work.budget.content(content.length)
  return new Plating(content, resources, start, work).done()
}

class Plating {
  readonly #content: Content
  readonly #resources: PDFDict
  readonly #work: PlateWork
  readonly #out: string[] = []
  readonly #new: Record<'XObject' | 'ExtGState' | 'Pattern' | 'Shading', Map<string, PDFObject>> = {
    XObject: new Map(),
    ExtGState: new Map(),
    Pattern: new Map(),
    Shading: new Map(),
  }
  readonly #stack: InkState[] = []
  #state: InkState
  #path: Operation[] = []

  constructor(content: Content, resources: PDFDict, start: InkState, work: PlateWork) {
    this.#content = content
    this.#resources = resources
    this.#state = start
    this.#work = work
  }

  done(): { content: string; resources: PDFDict } {
    for (const operation of operationsIn(this.#content)) {
      this.#work.budget.operation()
      this.#take(operation)
    }
    const { context } = this.#work
    const resources = context.obj({})
    for (const kept of ['Font', 'Properties']) {
      const value = this.#resources.get(PDFName.of(kept))
      if (value) resources.set(PDFName.of(kept), value)
    }
    for (const [kind, members] of Object.entries(this.#new)) {
      if (members.size === 0) continue
      const dictionary = context.obj({})
      for (const [name, value] of members) dictionary.set(PDFName.of(name), value)
      resources.set(PDFName.of(kind), dictionary)
    }
    return { content: this.#out.join('\n'), resources }
  }

  #copy({ from, to }: Operation): void {
    this.#out.push(this.#content.slice(from, to))
  }

  #take(operation: Operation): void {
    const { operator, operands } = operation
    const state = this.#state
    if (PATHS.has(operator)) {
      this.#path.push(operation)
      return
    }
    const paint = PAINTS[operator]
    if (paint) {
      this.#colours(paint.fill, paint.stroke)
      this.#work.parts.path(this.#path, operator, paint, state)
      for (const one of this.#path) this.#copy(one)
      this.#path = []
      this.#copy(operation)
      return
    }
    if (this.#isColour(operator, operands)) return
    if (SHOWS.has(operator)) {
      const mode = state.textMode % 4
      this.#colours(mode === 0 || mode === 2, mode === 1 || mode === 2)
      this.#work.parts.painted(state, { fill: mode !== 1, stroke: mode !== 0 })
      this.#copy(operation)
      return
    }
    switch (operator) {
      case 'q':
        this.#stack.push(copied(state))
        break
      case 'Q':
        this.#state = this.#stack.pop() ?? state
        break
      case 'cm':
        state.matrix = times(matrixFrom(operands.map(Number)), state.matrix)
        break
      case 'w':
        state.lineWidth = Number(operands[0])
        break
      case 'd':
        state.dashed = Array.isArray(operands[0]) && operands[0].length > 0
        break
      case 'Tr':
        state.textMode = Number(operands[0])
        break
      case 'gs':
        return this.#extended(operands[0])
      case 'Do':
        return this.#object(operands[0])
      case 'sh':
        return this.#shading(operands[0])
      case 'BI':
        return this.#image(inlineImage(operation, this.#work.context))
      case 'ri':
        return
    }
    this.#copy(operation)
  }

  #isColour(operator: string, operands: readonly Operand[]): boolean {
    const side = operator === operator.toLowerCase() ? 'fill' : 'stroke'
    const lower = operator.toLowerCase()
    const own = OWN_SPACE[lower]
    const state = this.#state
    if (own) {
      state[side] = { space: own, inks: own.inksOf(operands.map(Number)), pattern: null }
      return true
    }
    if (lower === 'cs') {
      const name = String(operands[0]).slice(1)
      const space = inkSpaceOf(PDFName.of(name), this.#dictionary('ColorSpace'))
      if (!space) throw new Error(`no colour space ${name}`)
      state[side] = { space, inks: space.inksOf(space.initial), pattern: null }
      return true
    }
    if (lower !== 'sc' && lower !== 'scn') return false
    const { space } = state[side]
    const numbers = operands.filter((one) => typeof one === 'number')
    const pattern = operands.find((one) => typeof one === 'string')
    state[side] = {
      space,
      inks: space.inksOf(numbers),
      pattern: space.isPattern && typeof pattern === 'string' ? pattern.slice(1) : null,
    }
    return true
  }

  /** Writes fill, stroke and blend as the next painting needs them. */
  #colours(fill: boolean, stroke: boolean): void {
    const state = this.#state
    const overprints =
      (!fill || state.fillOver) && (!stroke || state.strokeOver) && (fill || stroke)
    const spares = overprints && this.#spares(fill, stroke)
    const blend = state.blend !== 'Normal' ? state.blend : spares ? 'Multiply' : 'Normal'
    if (state.written.blend !== blend && (blend !== 'Normal' || state.written.blend !== '')) {
      const name = `Pl${blend}`
      const dictionary = this.#work.context.obj({ BM: blend })
      this.#new.ExtGState.set(name, dictionary)
      this.#out.push(`/${name} gs`)
      state.written.blend = blend
    }
    if (fill) this.#colour('fill')
    if (stroke) this.#colour('stroke')
  }

  /**
   * Whether what overprints leaves these plates as they are. A colour of the four inks is painted whole, zeros too,
   * unless OPM is 1; on the plates of spot colours it paints nothing either way.
   */
  #spares(fill: boolean, stroke: boolean): boolean {
    const { sparesZeros, fill: inside, stroke: line } = this.#state
    const isWhole = (one: InkColour) => !sparesZeros && !one.space.isSpot && !one.space.isPattern
    if (!(fill && isWhole(inside)) && !(stroke && isWhole(line))) return true
    return !this.#work.channels.some(
      (plate) => plate !== null && (PROCESS as readonly string[]).includes(plate),
    )
  }

  #colour(side: 'fill' | 'stroke'): void {
    const state = this.#state
    const { channels, known } = this.#work
    const colour = state[side]
    const operators = side === 'fill' ? ['cs', 'scn', 'rg'] : ['CS', 'SCN', 'RG']
    const written =
      colour.pattern === null
        ? `${lightFor(colour.inks, channels, known).map(inPdf).join(' ')} ${operators[2]}`
        : `/Pattern ${operators[0]} /${this.#pattern(colour)} ${operators[1]}`
    if (state.written[side] === written) return
    this.#out.push(written)
    state.written[side] = written
  }

  #dictionary(kind: string): PDFDict | null {
    const value = this.#resources.lookup(PDFName.of(kind))
    return value instanceof PDFDict ? value : null
  }

  #named(kind: string, operand: Operand | undefined): { name: string; value: PDFObject } {
    const name = String(operand).slice(1)
    const value = this.#dictionary(kind)?.lookup(PDFName.of(name))
    if (!value) throw new Error(`no ${kind} ${name}`)
    return { name, value }
  }

  #extended(operand: Operand | undefined): void {
    const { name, value } = this.#named('ExtGState', operand)
    if (!(value instanceof PDFDict)) throw new Error(`no ExtGState ${name}`)
    this.#work.parts.seesThrough(seesThrough(value))
    const rest = applied(this.#state, value)
    if (!rest) return
    this.#new.ExtGState.set(name, PDFDict.fromMapWithContext(rest, this.#work.context))
    this.#out.push(`/${name} gs`)
  }

  #object(operand: Operand | undefined): void {
    const { name, value } = this.#named('XObject', operand)
    const subtype = value instanceof PDFStream && nameIn(value.dict, 'Subtype')
    if (!(value instanceof PDFStream) || (subtype !== 'Image' && subtype !== 'Form'))
      throw new Error(`no XObject ${name}`)
    if (subtype === 'Image') this.#image(value)
    else this.#show(platedForm(value, this.#resources, this.#state, this.#work))
  }

  #image(image: PDFStream): void {
    const isMask = image.dict.lookup(PDFName.of('ImageMask'))?.toString() === 'true'
    if (isMask) this.#colours(true, false)
    this.#show(platedImage(image, isMask, this.#dictionary('ColorSpace'), this.#state, this.#work))
  }

  #show(object: PDFObject): void {
    const own = `Pl${this.#new.XObject.size}`
    this.#new.XObject.set(own, object)
    this.#out.push(`/${own} Do`)
  }

  #shading(operand: Operand | undefined): void {
    const { value } = this.#named('Shading', operand)
    const own = `Pl${this.#new.Shading.size}`
    this.#work.parts.shading()
    this.#new.Shading.set(own, platedShading(value, this.#dictionary('ColorSpace'), this.#work))
    this.#out.push(`/${own} sh`)
  }

  /** The name of the colour's pattern, written anew. */
  #pattern(colour: InkColour): string {
    const { value } = this.#named('Pattern', `/${colour.pattern}`)
    const own = `Pl${this.#new.Pattern.size}`
    this.#new.Pattern.set(
      own,
      patternedAnew(value, colour, this.#resources, this.#state, this.#work),
    )
    return own
  }
}

/** To a ten-thousandth. */
function inPdf(light: number): string {
  return String(Math.round(light * 1e4) / 1e4)
}
