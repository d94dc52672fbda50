/**
 * A sign for a screen or an office printer: the whole face as a picture, then all that it says as text that can be
 * read aloud, searched and followed. A5 where the face fits at its own size, else A4.
 */
import type { StructureElement } from 'pdfkit'
import { readableHost, printedAddress } from '../../domain/placard.ts'
import { spaced } from '../../domain/short-code.ts'
import type { Box, Drawing } from '../face/drawing.ts'
import { paintFace, type FaceInks } from './face-on-sheet.ts'
import { OfficeDocument } from './office-document.ts'
import { placardTitle, type PlacardDrawing, type PlacardInput } from './placard-artwork.ts'
import {
  heightOfRuns,
  openSheetFonts,
  writeRuns,
  type RunsOf,
  type SheetFonts,
  type SheetText,
} from './sheet-fonts.ts'
import { boundTexts } from '../template/template.ts'
import type { LocalText } from '../face/local-text.ts'

export interface ScreenWords {
  /** Of the document, BCP 47. */
  language: string
  /** The face in words of that language. */
  alt: string
}

const MM = 72 / 25.4
const A5 = [148, 210] as const
const A4 = [210, 297] as const
/** Millimetres. */
const MARGIN = 10
/** From the face to the texts below it. */
const GAP = 6
/** Of texts on a page of their own: longer lines are hard to follow. */
const LINE_WIDTH = 150
const TEXT_MARGIN = 12

const SIZES = { H1: 14, H2: 11, P: 9.5 } as const
/** After a line, in its size. */
const AFTER = 0.3
/** From the top of a line, in its size. */
const UNDERLINE = 1.13

interface Line {
  tag: keyof typeof SIZES
  texts: SheetText[]
  /** Where the line leads. */
  link?: string
  /** Points above it, besides. */
  above?: number
}

type Column = Pick<Box, 'x' | 'width'>

export function screenFile(
  input: PlacardInput,
  { drawing, symbol }: PlacardDrawing,
  words: ScreenWords,
  fonts: SheetFonts,
  inks: FaceInks,
): Promise<Uint8Array> {
  const { title, subject } = placardTitle(input, symbol)
  const document = new OfficeDocument({
    title,
    subject,
    language: words.language,
    day: input.date,
  })
  const runsOf = openSheetFonts(document, fonts)
  const { page, face } = pageFor(drawing)
  const size = page.map((mm) => mm * MM)
  document.addPage({ size, margin: MARGIN * MM })
  const root = document.struct('Document')
  document.addStructure(root)
  const bbox = [face.x, face.y, face.x + face.width, face.y + face.height]
  const figure = () => paintFace(document, drawing, face, inks)
  root.add(document.struct('Figure', { alt: words.alt, bbox }, figure))

  const lines = linesOf(input, words.language)
  document.y = face.y + face.height + GAP * MM
  const left = (page[1] - MARGIN) * MM - document.y
  let column: Column = { x: face.x, width: face.width }
  // Texts that begin below a face and end overleaf would be torn apart.
  if (heightOf(document, lines, runsOf, column.width) > left) {
    const margin = Math.max(TEXT_MARGIN, (page[0] - LINE_WIDTH) / 2) * MM
    document.addPage({ size, margin })
    column = { x: margin, width: page[0] * MM - 2 * margin }
  }
  for (const line of lines) writeLine(document, root, line, runsOf, column)
  root.end()
  return document.finish()
}

/** The page in mm, the face on it in points: at its own size, or as large as the page lets it be. */
function pageFor({ trim }: Drawing): { page: readonly [number, number]; face: Box } {
  const fitsA5 = trim.width <= A5[0] && trim.height <= A5[1]
  const [short, long] = fitsA5 ? A5 : A4
  const page =
    fitsA5 || trim.height >= trim.width ? ([short, long] as const) : ([long, short] as const)
  const margin = fitsA5 ? 0 : MARGIN
  const scale = Math.min(
    1,
    (page[0] - 2 * margin) / trim.width,
    (page[1] - 2 * margin) / trim.height,
  )
  const [width, height] = [trim.width * scale * MM, trim.height * scale * MM]
  const y = Math.min(MARGIN * MM, (page[1] * MM - height) / 2)
  return { page, face: { x: (page[0] * MM - width) / 2, y, width, height } }
}

/** Language by language, then what is the same for all: what the template prints, paragraphs that did not fit included. */
function linesOf(input: PlacardInput, language: string): Line[] {
  const { template, names, captions = [], intro = [], body = [], invitations } = input
  const bound = boundTexts(template)
  const has = (...binds: string[]) => binds.some((bind) => bound.has(bind))
  const own = (text: string, font: 'plain' | 'strong') => ({ locale: language, text, font })
  const plain = (text: LocalText): Line => ({ tag: 'P', texts: [{ ...text, font: 'plain' }] })
  const printed = names.filter((_, i) => i === 0 || has('name-others'))
  const address = has('address', 'host') ? printedAddress(input.origin, input.code) : null
  return [
    ...(input.draft ? [{ tag: 'P' as const, texts: [own(template.draft.text, 'strong')] }] : []),
    ...printed.flatMap((name, i): Line[] => {
      const inIt = (texts: readonly LocalText[], isPrinted: boolean) =>
        isPrinted ? texts.filter(({ locale }) => locale === name.locale).map(plain) : []
      return [
        { tag: i === 0 ? 'H1' : 'H2', texts: [{ ...name, font: 'strong' }], above: i && 4 },
        ...inIt(captions, has(i === 0 ? 'caption-first' : 'caption-others')),
        ...inIt(intro, has('intro')),
        ...inIt(body, has('body')),
      ]
    }),
    ...(has('invitation-first')
      ? invitations.map((text, i) => ({ ...plain(text), above: i ? 0 : 6 }))
      : []),
    ...(address
      ? [
          {
            tag: 'P' as const,
            link: URL.parse(address)?.href ?? address,
            texts: [own(readableHost(input.origin), 'plain'), own(spaced(input.code), 'strong')],
            above: 6,
          },
        ]
      : []),
    ...(has('publisher') ? [plain(input.publisher)] : []),
    ...(has('hotline') && input.hotline ? [plain(input.hotline)] : []),
  ]
}

function heightOf(
  document: OfficeDocument,
  lines: readonly Line[],
  runsOf: RunsOf,
  width: number,
): number {
  return lines.reduce((sum, { tag, texts, above = 0 }) => {
    const size = SIZES[tag]
    const high = heightOfRuns(document, texts.flatMap(runsOf), { width, size })
    return sum + above + high + size * AFTER
  }, 0)
}

function writeLine(
  document: OfficeDocument,
  root: StructureElement,
  { tag, texts, link, above = 0 }: Line,
  runsOf: RunsOf,
  column: Column,
): void {
  const size = SIZES[tag]
  const runs = texts.flatMap(runsOf)
  const place = { ...column, size }
  document.y += above
  // No heading without the lines it is for, no address across two pages.
  if (document.y + size * (tag === 'P' ? 2 : 5) > document.page.maxY()) document.continueOnNewPage()
  const element = document.struct(tag, { lang: texts[0]?.locale })
  root.add(element)
  if (link === undefined) element.add(() => writeRuns(document, runs, place))
  else {
    const anchor = document.struct('Link')
    element.add(anchor)
    const top = document.y
    const wide = runs.reduce(
      (sum, { text, font }) => sum + document.font(font).fontSize(size).widthOfString(text),
      0,
    )
    anchor.add(() => {
      writeRuns(document, runs, place)
      document.rect(place.x, top + size * UNDERLINE, wide, 0.5).fill('#000000')
    })
    const options = { structParent: anchor, Contents: new String(link) }
    document.link(place.x, top, wide, document.y - top, link, options)
    document.page.dictionary.data['Tabs'] = 'S'
    anchor.end()
  }
  element.end()
  document.y += size * AFTER
}
