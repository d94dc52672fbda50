/** Preflight of a finished PDF, from wherever it comes: what the file says of itself and what its page shows. */
import {
  broken,
  reportOf,
  rowsFor,
  type PreflightReport,
  type PreflightRow,
} from '../../domain/preflight.ts'
import type { FoundSymbol } from './decode.ts'
import { PDFName, type PDFDict } from '@cantoo/pdf-lib'
import { nameIn, readPdfFacts, type PdfFacts } from './pdf-facts.ts'
import type { PreflightEngines } from './preflight-made.ts'
import { bare, reviewedRows, type Review } from './preflight-review.ts'
import { siteRows, type SiteFacts } from './preflight-site.ts'
import { fileRows, inkRows, structureRows, type WantedBoxes } from './preflight-pdf.ts'
import {
  damageRows,
  moduleRows,
  quietModules,
  readingRows,
  secondMatrix,
  type Shot,
} from './preflight-read.ts'
import { addressRows, moduleSizeRows, versionRows, type SignFacts } from './preflight-symbol.ts'
import type { Place } from './picture.ts'
import { MAX_VERSION } from '../face/symbol.ts'

/** What is known of the sign whose address the file carries. */
export interface FileFacts {
  sign: SignFacts
  review: Review | null
  /** Null where nothing is known of what the face promises. */
  site: SiteFacts | null
  scanMetres: number | null
  /** mm; the outdoor least where no template is known. */
  minModule: number
  wanted: WantedBoxes | null
  /** Per cent of ink, all four together. */
  maxInk: number
}

/** `factsFor` is asked once, with what the symbol says (null when none was found) and the file's /Subject. */
export async function preflightFile(
  pdf: Uint8Array,
  factsFor: (payload: string | null, subject: string) => Promise<FileFacts>,
  engines: PreflightEngines,
): Promise<PreflightReport> {
  const { renderer, decode } = engines
  let parsed: PdfFacts
  let page
  try {
    parsed = await readPdfFacts(pdf)
    page = await renderer.pdf(pdf, DOTS)
  } catch (error) {
    const reason = (error as Error).message
    return reportOf([broken('PF-02.unreadable', reason, 'readable', { reason })])
  }
  const found = await decode.locate(page)
  const payload = found?.payload ?? null
  const facts = await factsFor(payload, parsed.document.getSubject() ?? '')
  const rows: PreflightRow[] = [
    ...structureRows(parsed),
    ...fileRows(parsed, facts.wanted),
    ...inkRows(parsed, facts.maxInk),
    ...imageRows(parsed),
    ...(await nameRows(pdf, facts, engines)),
  ]
  if (!found || payload === null) {
    const values = { how: '150 dpi', payload: facts.sign.payload ?? '?', read: '–' }
    rows.push(broken('QR-04.unread', 'no symbol found', '2 of 3', values))
    return reportOf([...rows, ...((await isReversed(page, engines)) ? [reversed()] : [])])
  }
  const place = placeOf(found)
  const shot: Shot = { picture: page, place }
  const module = (place.module / DOTS) * 25.4
  const scaled = async (pixels: number): Promise<Shot> => {
    const factor = pixels / place.module
    return {
      picture: await renderer.pdf(pdf, DOTS * factor),
      place: { left: place.left * factor, top: place.top * factor, module: pixels },
    }
  }
  const quiet = quietModules(shot, found.size)
  rows.push(
    ...addressRows(payload, facts.sign),
    ...versionRows(found, MAX_VERSION, facts.sign.pinned),
    ...(facts.site ? siteRows(payload, facts.site) : []),
    ...moduleSizeRows(module, facts.minModule, facts.scanMetres),
    ...(await readingRows(decode, page, await scaled(3), found.size, payload)),
    ...moduleRows(shot, null, secondMatrix(found)),
    ...(await damageRows(decode, await scaled(5), found.size, payload)),
    ...rowsFor(
      'QZ-01',
      quiet < 4
        ? [broken('QZ-01.quiet', `${quiet} modules`, '4 modules', { modules: quiet, what: 'page' })]
        : [],
      `${quiet} modules`,
      '4 modules',
    ),
    ...(found.isReversed ? [reversed()] : []),
  )
  return reportOf(rows)
}

const DOTS = 150

function reversed(): PreflightRow {
  return broken('CO-01.reversed', 'light on dark', 'dark on light', { inks: 'light on dark' })
}

/** A page without a symbol may hold one with light and dark changed. */
async function isReversed(page: Shot['picture'], { decode }: PreflightEngines): Promise<boolean> {
  const data = page.data.map((value, i) => (i % 4 === 3 ? value : 255 - value))
  return (await decode.locate({ ...page, data })) !== null
}

/** The least square that the symbol's four corners span, moved to where its outer modules begin. */
function placeOf({ corners, size }: FoundSymbol): Place {
  const [a, b, c, d] = corners
  const width = (Math.hypot(b.x - a.x, b.y - a.y) + Math.hypot(c.x - d.x, c.y - d.y)) / 2 + 1
  return { left: (a.x + d.x) / 2, top: (a.y + b.y) / 2, module: width / size }
}

/** IM-01: pictures in CMYK or grey, at no less than 150 dots per inch where that can be told. */
function imageRows({ dictionaries }: PdfFacts): PreflightRow[] {
  const images = dictionaries.filter((one) => nameIn(one, 'Subtype') === 'Image')
  if (images.length === 0) return []
  const wrong = images.filter((one) => !/^Device(?:CMYK|Gray)$/.test(spaceOf(one)))
  return rowsFor(
    'IM-01',
    wrong.map((one) => broken('IM-01.image', spaceOf(one), 'CMYK', { what: spaceOf(one) })),
    `${images.length} pictures`,
    'CMYK',
  )
}

function spaceOf(image: PDFDict): string {
  const space = image.lookup(PDFName.of('ColorSpace'))
  return nameIn(image, 'ColorSpace') ?? space?.toString().slice(0, 40) ?? 'mask'
}

/** RV-01 by the words a reader would copy from the page: every published name must be among them. */
async function nameRows(
  pdf: Uint8Array,
  { review }: FileFacts,
  { renderer }: PreflightEngines,
): Promise<PreflightRow[]> {
  if (!review) return []
  const words = bare(await renderer.pdfText(pdf))
  const lost = (review.names ?? []).filter((name) => !words.includes(bare(name)))
  if (lost.length === 0) return reviewedRows([], review)
  return [
    ...reviewedRows([], review).filter(({ fault }) => fault !== null),
    ...lost.map((text) =>
      broken('RV-01.text', `no “${text}”`, 'published names', { text: '?', published: text }),
    ),
  ]
}
