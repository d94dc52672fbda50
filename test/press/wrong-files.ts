/** Finished files made wrong on purpose: one good face, and what somebody with a PDF editor does to it. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { contentFrom } from '../../src/press/preflight/content-tokens.ts'
import { bytesOf } from '../../src/press/preflight/pdf-facts.ts'
import { made } from './placard-kit.ts'

export class WrongFile {
  readonly document: PDFDocument
  content: string

  constructor(document: PDFDocument) {
    this.document = document
    const contents = this.page.lookup(PDFName.of('Contents'))
    const streams =
      contents instanceof PDFArray
        ? contents.asArray().map((_, i) => contents.lookup(i))
        : [contents]
    this.content = streams
      .map((one) => (one instanceof PDFStream ? contentFrom(bytesOf(one)) : ''))
      .join('\n')
  }

  get page() {
    return this.document.getPage(0).node
  }

  /** Throws when the words are not there: a fault that is not planted proves nothing. */
  replace(from: string | RegExp, to: string | ((whole: string) => string)): this {
    const changed = this.content.replace(from, to as string)
    if (changed === this.content) throw new Error(`nothing to replace: ${from.toString()}`)
    this.content = changed
    return this
  }

  /** Painted after everything else, in millimetres of the face. */
  add(operators: string): this {
    this.content += `\n${operators}\n`
    return this
  }

  /** Painted before the layer `name` begins. */
  before(name: 'L0' | 'L1' | 'L2' | 'L3', operators: string): this {
    return this.replace(`/OC /${name} BDC`, `${operators}\n/OC /${name} BDC`)
  }

  /** Round everything but the transform into millimetres, as `0.95 0 0 0.95 4 5 cm`. */
  within(operators: string): this {
    return this.replace('/Knock gs', `${operators}\n/Knock gs`)
  }

  resource(kind: string, name: string, value: unknown): this {
    const { context } = this.document
    const resources = this.page.Resources() as PDFDict
    const known = resources.lookup(PDFName.of(kind))
    const dictionary = known instanceof PDFDict ? known : context.obj({})
    resources.set(PDFName.of(kind), dictionary)
    dictionary.set(PDFName.of(name), context.obj(value as never) as PDFObject)
    return this
  }

  named(kind: string, name: string): PDFDict | PDFArray {
    const dictionary = (this.page.Resources() as PDFDict).lookup(PDFName.of(kind), PDFDict)
    return dictionary.lookup(PDFName.of(name)) as PDFDict
  }

  stream(content: string | Uint8Array, keys: Record<string, unknown>): PDFObject {
    const { context } = this.document
    return context.register(context.stream(content, keys as never))
  }

  box(name: string, mm: readonly [number, number, number, number]): this {
    this.page.set(PDFName.of(name), this.document.context.obj(mm.map((side) => (side * 72) / 25.4)))
    return this
  }

  set(key: string, value: unknown): this {
    this.page.set(PDFName.of(key), this.document.context.obj(value as never) as PDFObject)
    return this
  }

  async bytes(): Promise<Uint8Array> {
    const { context } = this.document
    this.page.set(PDFName.of('Contents'), context.register(context.stream(this.content)))
    return this.document.save({ useObjectStreams: false, updateFieldAppearances: false })
  }
}

export const GOOD_FACE = made()

export async function wrongFile(
  edit: (file: WrongFile) => unknown,
  pdf: Uint8Array = GOOD_FACE.pdf,
): Promise<Uint8Array> {
  const file = new WrongFile(await PDFDocument.load(pdf, { updateMetadata: false }))
  await edit(file)
  return file.bytes()
}

/** The whole of the path that is the symbol, without its colour. */
export const SYMBOL = /0 0 0 1 k\n(52\.5 55\.5 m[^k]*?\nf)/
export const CUT = /\/Over gs\n\/CS0 CS 1 SCN[^S]*?\nS\n\/Knock gs/
export const DRILL = /\/Over gs\n\/CS1 CS 1 SCN\n0\.0882 w\n12\.5 10 m[^S]*?\nS\n\/Knock gs/

/** Black modules as a picture: `per` pixels to a module, in the colour space `space`. */
export function symbolPicture(
  file: WrongFile,
  per: number,
  space: 'DeviceGray' | 'DeviceRGB' | 'DeviceCMYK',
): PDFObject {
  const { symbol } = GOOD_FACE
  const side = symbol.size * per
  const parts = { DeviceGray: 1, DeviceRGB: 3, DeviceCMYK: 4 }[space]
  const pixels = new Uint8Array(side * side * parts)
  for (let i = 0; i < side * side; i++) {
    const dark = symbol.dark(Math.floor((i % side) / per), Math.floor(Math.floor(i / side) / per))
    if (space === 'DeviceCMYK') pixels[i * parts + 3] = dark ? 255 : 0
    else pixels.fill(dark ? 0 : 255, i * parts, (i + 1) * parts)
  }
  const dictionary = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: side,
    Height: side,
    BitsPerComponent: 8,
    ColorSpace: space,
  }
  const stream = PDFRawStream.of(file.document.context.obj(dictionary), pixels)
  return file.document.context.register(stream)
}

/** A spot colour of its own name. */
export function spot(
  file: WrongFile,
  name: string,
  cmyk: readonly number[] = [0, 1, 0, 0],
): PDFObject {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [...cmyk], N: 1 }
  return file.document.context.obj(['Separation', name, 'DeviceCMYK', tint])
}

export const text = (words: string) => PDFString.of(words)
export const number = (value: number) => PDFNumber.of(value)
