/**
 * The face of a sign as a picture in an office document: the artwork of the drawing, cut at its trim, in the colours
 * of a screen. Letters are outlines; each is kept once per document, however often it is painted.
 */
import type { Box, Drawing, Path, PathStep, Primitive, TextRun } from '../face/drawing.ts'
import type { FontShelf } from '../face/fonts.ts'
import { boxOf, roundedRect } from '../face/geometry.ts'
import type { OfficeDocument } from './office-document.ts'
import { numbers, pathOperators } from './pdf-operators.ts'
import type { ScreenColour } from './svg.ts'
import { glyphOutline, lettersOf } from '../face/text-outline.ts'

/** What drawings are painted with. */
export interface FaceInks {
  fonts: FontShelf
  screen: ScreenColour
}

/** The trimmed face fills `place`, in points, which must have its proportions; a hairline shows where it ends. */
export function paintFace(
  document: OfficeDocument,
  drawing: Drawing,
  place: Box,
  inks: FaceInks,
): void {
  const scale = place.width / drawing.trim.width
  const glyphs: PaintLetters = (run) => letters(document, run, inks.fonts)
  document.addContent(
    [
      'q',
      `${numbers(scale, 0, 0, scale, place.x, place.y)} cm`,
      faceOperators(drawing, inks, glyphs, scale),
      'Q',
    ].join('\n'),
  )
}

type PaintLetters = (run: TextRun) => string

function faceOperators(
  drawing: Drawing,
  inks: FaceInks,
  glyphs: PaintLetters,
  scale: number,
): string {
  const edge = pathOperators(edgeOf(drawing))
  const artwork = drawing.primitives.filter(({ layer }) => layer === 'artwork')
  return [
    `q\n${edge}\nW n`,
    ...artwork.map((primitive) => paint(primitive, inks, glyphs)),
    'Q',
    `0.6 G ${numbers(HAIRLINE / scale)} w\n${edge}\nS`,
  ].join('\n')
}

const faces = new WeakMap<OfficeDocument, Map<Drawing, Reference>>()

/**
 * As paintFace, for a document that shows one face on several pages: the face is kept whole, as one form, and no
 * letter of it by itself.
 */
export function paintFaceOnce(
  document: OfficeDocument,
  drawing: Drawing,
  place: Box,
  inks: FaceInks,
): void {
  const { trim } = drawing
  const scale = place.width / trim.width
  const known = faces.get(document) ?? new Map<Drawing, Reference>()
  faces.set(document, known)
  const form =
    known.get(drawing) ??
    document.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-1, -1, trim.width + 1, trim.height + 1],
      Resources: {},
    })
  if (!known.has(drawing)) {
    known.set(drawing, form)
    const glyphs: PaintLetters = (run) =>
      lettersOf(run, inks.fonts)
        .map(
          ({ outline, x, y }) => `q 1 0 0 1 ${numbers(x, y)} cm\n${outlineOperators(outline)}\nf Q`,
        )
        .join('\n')
    form.end(faceOperators(drawing, inks, glyphs, scale))
  }
  document.page.xobjects['Face'] = form
  document.addContent(`q ${numbers(scale, 0, 0, scale, place.x, place.y)} cm /Face Do Q`)
}

const outlines = new WeakMap<Path, string>()

/** Letters of a face repeat, and faces of an order share theirs. */
function outlineOperators(outline: Path): string {
  const before = outlines.get(outline) ?? pathOperators(outline)
  outlines.set(outline, before)
  return before
}

/** Points. */
const HAIRLINE = 0.25

function edgeOf({ primitives, trim }: Drawing): Path {
  const cut = primitives.find((one) => one.kind === 'spot' && one.spot === 'cut')
  return cut?.kind === 'spot' ? cut.path : roundedRect(boxOf([0, 0, trim.width, trim.height]), 0)
}

function paint(primitive: Primitive, inks: FaceInks, glyphs: PaintLetters): string {
  const colour = (fill: Parameters<ScreenColour>[0]) =>
    numbers(...inks.screen(fill).map((value) => value / 255))
  switch (primitive.kind) {
    case 'rect': {
      const { x, y, width, height } = primitive.box
      return `${colour(primitive.fill)} rg\n${numbers(x, y, width, height)} re\nf`
    }
    case 'path':
      return `${colour(primitive.fill)} rg\n${pathOperators(primitive.path)}\nf`
    case 'line':
      return `${colour(primitive.stroke)} RG\n${numbers(primitive.width)} w\n${pathOperators(primitive.path)}\nS`
    case 'spot':
    case 'white':
      return ''
    case 'text':
      return `q\n${clip(primitive.clip)}${colour(primitive.fill)} rg\n${glyphs(primitive)}\nQ`
  }
}

function clip(box: Box | undefined): string {
  return box ? `${numbers(box.x, box.y, box.width, box.height)} re W n\n` : ''
}

/** One after the other from the run's origin, in ems. */
function letters(document: OfficeDocument, run: TextRun, fonts: FontShelf): string {
  const angle = ((run.degrees ?? 0) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle) * run.size, Math.sin(angle) * run.size]
  const operators = [`${numbers(cos, sin, -sin, cos, run.x, run.y)} cm`]
  let [penX, penY] = [0, 0]
  for (const glyph of run.glyphs) {
    const name = letter(document, run.font, glyph.id, fonts)
    if (name === null) continue
    const [x, y] = [glyph.x / run.size, glyph.y / run.size]
    operators.push(`${numbers(1, 0, 0, 1, x - penX, y - penY)} cm /${name} Do`)
    ;[penX, penY] = [x, y]
  }
  return operators.join('\n')
}

/** Units of a kept outline to the em; it has whole ones only. */
const EM = 1000

type Reference = ReturnType<OfficeDocument['ref']>

const kept = new WeakMap<OfficeDocument, Map<string, { name: string; form: Reference } | null>>()

/** The name, on this page, of the outline of one glyph; null when it has no ink. */
function letter(
  document: OfficeDocument,
  font: string,
  id: number,
  fonts: FontShelf,
): string | null {
  const known = kept.get(document) ?? new Map<string, { name: string; form: Reference } | null>()
  kept.set(document, known)
  const key = `${font} ${id}`
  if (!known.has(key)) known.set(key, formOf(document, font, id, fonts, `G${known.size}`))
  const found = known.get(key) ?? null
  if (found) document.page.xobjects[found.name] = found.form
  return found && found.name
}

function formOf(
  document: OfficeDocument,
  font: string,
  id: number,
  fonts: FontShelf,
  name: string,
): { name: string; form: Reference } | null {
  const face = fonts.get(font)
  if (!face) throw new Error(`no font ${font} to outline glyph ${id} with`)
  const outline = glyphOutline(face, id).map(
    ([op, ...ems]) => [op, ...ems.map((value) => Math.round(value * EM))] as unknown as PathStep,
  )
  if (outline.length === 0) return null
  const [xs, ys] = [0, 1].map((odd) =>
    outline.flatMap(([, ...points]) => points.filter((_, i) => i % 2 === odd)),
  ) as [number[], number[]]
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    Matrix: [1 / EM, 0, 0, 1 / EM, 0, 0],
    BBox: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    Resources: {},
  })
  form.end(`${pathOperators(outline)}\nf`)
  return { name, form }
}
