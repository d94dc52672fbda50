/**
 * PDF/X-4 (ISO 15930-7) of a drawing, content that PDF/X-1a would also allow: CMYK and spot colours only, no
 * transparency, fonts embedded. The one file that touches pdfkit's inside; its version is pinned.
 *
 * The same drawing, facts, fonts and profile give the same bytes on one build of zlib.
 */
import PDFDocument, { type EmbeddedFont, type Reference } from 'pdfkit'
import { joinBytes } from './join-bytes.ts'
import { LAYERS, type Cmyk, type Drawing, type Layer, type TextRun } from '../face/drawing.ts'
import type { FontShelf, PrintFont } from '../face/fonts.ts'
import { operatorsOf } from './pdf-operators.ts'
import { PDF_X_4, xmpPacket, type PdfFacts } from './xmp.ts'

/** The printing condition a file is made for. `profile` is a CMYK output profile (ICC, class prtr). */
export interface OutputCondition {
  /** As in the ICC characterisation registry: `FOGRA39`. */
  identifier: string
  profile: Uint8Array
}

/** Points per millimetre. */
const POINT = 72 / 25.4

export function pdfOf(
  drawing: Drawing,
  facts: PdfFacts,
  fonts: FontShelf,
  condition: OutputCondition,
): Uint8Array {
  const { trim, bleed, slug } = drawing
  const margin = bleed + slug
  const document = new PrintDocument(facts, JSON.stringify(drawing))
  const [width, height] = [trim.width + 2 * margin, trim.height + 2 * margin]
  document.addPage({ size: [width * POINT, height * POINT], margin: 0 })

  const page = document.page.dictionary.data
  const inset = (mm: number) => [mm, mm, width - mm, height - mm].map((side) => side * POINT)
  page['BleedBox'] = inset(slug)
  page['TrimBox'] = inset(margin)
  // GWG: no page scaling.
  delete page['UserUnit']

  const { cut, drill } = drawing.spots
  const isFirstForm = (drawing.forms ?? 1) < 2
  // Marks of all plates would be cut and drilled as well: they are of the four inks.
  if (isFirstForm) document.addSpotColor('All', 100, 100, 100, 100)
  document.addSpotColor(cut.name, ...cut.cmyk)
  // A face without holes gets no empty plate.
  if (drawing.primitives.some((one) => one.kind === 'spot' && one.spot === 'drill'))
    document.addSpotColor(drill.name, ...drill.cmyk)
  const white = drawing.primitives.find((one) => one.kind === 'white')
  if (white) document.addSpotColor(white.spot, 0, 0, 0, 0)
  const solids = drawing.solids ?? []
  for (const { inks, plate } of solids) document.addSpotColor(plate, ...inks)
  const space = (name: string) => document.spotColors[name]?.id ?? ''

  document.page.ext_gstates['Over'] = document.graphicsState(true)
  document.page.ext_gstates['Knock'] = white
    ? document.graphicsState(true, 0)
    : document.graphicsState(false)
  const text = textResources(document, drawing, fonts)
  const [across, left] = drawing.mirrored ? [-POINT, width - margin] : [POINT, margin]
  document.addContent(`${across} 0 0 ${POINT} ${left * POINT} ${margin * POINT} cm\n/Knock gs`)
  document.addContent(
    operatorsOf(drawing, {
      layers: document.addLayers(LAYERS.filter((layer) => layer !== 'white' || white)),
      spots: {
        all: isFirstForm ? space('All') : null,
        cut: space(cut.name),
        drill: space(drill.name),
        white: space(white?.spot ?? ''),
      },
      solid: (inks) => space(solids.find((one) => isSame(one.inks, inks))?.plate ?? '') || null,
      overprint: 'Over',
      knockout: 'Knock',
      font: text,
    }),
  )
  document.addOutputIntent(condition)
  return document.finish()
}

function isSame(a: Cmyk, b: Cmyk): boolean {
  return a.every((ink, i) => ink === b[i])
}

/** pdfkit is a stream; here everything it emits is kept, so that the bytes are there when a call returns. */
class KeptDocument extends PDFDocument {
  /** Filled from the first line of pdfkit's constructor on, so it cannot be an initialised field. */
  declare chunks: Uint8Array[]

  override push(chunk: Uint8Array | null): boolean {
    this.chunks ??= []
    if (chunk) this.chunks.push(chunk)
    return true
  }
}

class PrintDocument extends KeptDocument {
  readonly #facts: PdfFacts

  /** `content` decides the /ID together with the facts, and is not written. */
  constructor(facts: PdfFacts, content: string) {
    super({
      pdfVersion: '1.6',
      font: null,
      autoFirstPage: false,
      info: {
        Title: facts.title,
        Subject: facts.subject,
        Creator: facts.creator,
        Producer: facts.producer,
        CreationDate: facts.date,
        ModDate: facts.date,
        Trapped: FALSE_NAME,
        content,
      },
    })
    delete this.info['content']
    this.#facts = facts
  }

  override endMetadata(): void {
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(new TextEncoder().encode(xmpPacket(this.#facts, this._id, PDF_X_4)))
    this._root.data['Metadata'] = metadata
  }

  /**
   * `mode` 0: a colour of the four inks is painted whole, zeros too, and leaves the plates of spot colours as they
   * are (ISO 32000-1, table 148).
   */
  graphicsState(overprint: boolean, mode: 0 | 1 = 1): Reference {
    const state = this.ref({ Type: 'ExtGState', OP: overprint, op: overprint, OPM: mode })
    state.end()
    return state
  }

  /** One optional content group per layer, all on; cutting and drilling carry their ISO 19593-1 processing step. */
  addLayers(layers: readonly Layer[]): Record<Layer, string> {
    const groups = layers.map((layer) => {
      const step = STEPS[layer]
      const group = this.ref({
        Type: 'OCG',
        Name: new String(layer),
        ...(step && {
          GTS_Metadata: { GTS_ProcStepsGroup: step.group, GTS_ProcStepsType: step.type },
        }),
      })
      group.end()
      return group
    })
    this.page.resources.data['Properties'] = Object.fromEntries(
      groups.map((group, i) => [`L${i}`, group]),
    )
    this._root.data['OCProperties'] = {
      OCGs: groups,
      D: { Name: new String('Print'), BaseState: 'ON', Order: groups },
    }
    return Object.fromEntries(layers.map((layer, i) => [layer, `L${i}`])) as Record<Layer, string>
  }

  addOutputIntent({ identifier, profile }: OutputCondition): void {
    const stream = this.ref({ N: 4, Filter: 'FlateDecode' })
    stream.end(deflated(profile))
    this._root.data['OutputIntents'] = [
      {
        Type: 'OutputIntent',
        S: 'GTS_PDFX',
        OutputConditionIdentifier: new String(identifier),
        RegistryName: new String('http://www.color.org'),
        Info: new String(identifier),
        DestOutputProfile: stream,
      },
    ]
  }

  finish(): Uint8Array {
    this.end()
    return joinBytes(this.chunks)
  }
}

const STEPS: Partial<Record<Layer, { group: string; type: string }>> = {
  cut: { group: 'Structural', type: 'Cutting' },
  drill: { group: 'Structural', type: 'Drilling' },
  white: { group: 'White', type: 'White' },
}

/** PDF/X wants /Trapped to be a name; pdfkit writes Info strings as strings, and other objects as they say. */
const FALSE_NAME = { toString: () => '/False', [Symbol.toStringTag]: 'Name' }

/** Text runs in embedded subsets of the shelf's fonts. */
function textResources(document: PrintDocument, drawing: Drawing, fonts: FontShelf) {
  const characters = charactersByGlyph(drawing, fonts)
  const embedded = new Map<string, EmbeddedFont>()
  for (const { id, font } of fonts.values()) document.registerFont(id, font)
  return (run: TextRun) => {
    const face = fonts.get(run.font) as PrintFont
    const used = embedded.get(run.font) ?? document.font(run.font)._font
    embedded.set(run.font, used)
    document.page.fonts[used.id] ??= used.ref()
    const em = face.font.unitsPerEm
    const known = characters.get(run.font) ?? new Map<number, number>()
    const widths = run.glyphs.map(({ id }) => (face.font.getGlyph(id).advanceWidth / em) * 1000)
    const codes = run.glyphs.map(({ id }, i) => {
      const glyph = used.subset.includeGlyph(id)
      used.widths[glyph] ??= widths[i] ?? 0
      used.unicode[glyph] ??= [known.get(id) ?? 0xfffd]
      return glyph.toString(16).padStart(4, '0')
    })
    const shapedAway = run.glyphs.some(({ id }) => !known.has(id))
    return { name: used.id, codes, widths, actualText: shapedAway ? run.text : null }
  }
}

/** The lowest character wins where several share a glyph. */
function charactersByGlyph(drawing: Drawing, fonts: FontShelf): Map<string, Map<number, number>> {
  const all = new Map<string, Map<number, number>>()
  for (const run of drawing.primitives) {
    const font = run.kind === 'text' && fonts.get(run.font)?.font
    if (!font) continue
    const characters = all.get(run.font) ?? new Map<number, number>()
    all.set(run.font, characters)
    for (const character of run.text) {
      const codePoint = character.codePointAt(0) ?? 0
      const { id } = font.glyphForCodePoint(codePoint)
      characters.set(id, Math.min(codePoint, characters.get(id) ?? Infinity))
    }
  }
  return all
}

const deflatedBefore = new WeakMap<Uint8Array, Uint8Array>()

/** Deflated once per process: the profile is the larger part of a file. */
function deflated(bytes: Uint8Array): Uint8Array {
  const before = deflatedBefore.get(bytes)
  if (before) return before
  const scrap = new KeptDocument({ font: null, autoFirstPage: false })
  const from = scrap.chunks.length
  scrap.ref().end(bytes)
  const result = scrap.chunks.slice(from).reduce((a, b) => (b.length > a.length ? b : a))
  deflatedBefore.set(bytes, result)
  return result
}
