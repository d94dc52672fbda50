/**
 * Preflight of a finished PDF, from wherever it comes: what the file says of itself and what its pages show; and of
 * a sign that is known, whether it is the face we draw of it.
 */
import {
  broken,
  passed,
  reportOf,
  rowsFor,
  type PreflightReport,
  type PreflightRow,
} from '../../domain/preflight.ts'
import { MAX_VERSION } from '../face/symbol.ts'
import type { InkProfile } from '../files/icc.ts'
import type { Template } from '../template/template.ts'
import type { FoundSymbol } from './decode.ts'
import { LimitExceeded, SIDE_MOST } from './file-limits.ts'
import { inksOf, placeOf } from './found-symbol.ts'
import { factsOfPage, readPdfFacts, type PdfFacts } from './pdf-facts.ts'
import type { PlatedPage } from './plate-pages.ts'
import { PIXELS_MOST } from './pdfium-pages.ts'
import { aloneRows, imageRows, symbolInkRows } from './preflight-alone.ts'
import { likenessRows, wantedOf, type WantedFace } from './preflight-likeness.ts'
import type { PreflightEngines } from './preflight-made.ts'
import { fileRows, inkRows, structureRows, type WantedBoxes } from './preflight-pdf.ts'
import {
  cleanScale,
  damageRows,
  moduleRows,
  quietModules,
  readingRows,
  secondMatrix,
  shotOf,
} from './preflight-read.ts'
import { bare, reviewedRows, reviewRows, type Review } from './preflight-review.ts'
import { otherCodeRows, scaleRows } from './preflight-place.ts'
import { unmirrored } from './unmirrored.ts'
import { LOOK_DOTS, seenOn } from './seen-page.ts'
import { siteRows, type SiteFacts } from './preflight-site.ts'
import { addressRows, moduleSizeRows, versionRows, type SignFacts } from './preflight-symbol.ts'

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
  /** The sign's face as it is made today, then as orders have frozen it; none where the sign is not known. */
  faces?: readonly WantedFace[]
  /** What the file says it is made on, where the sign is not known but the template is. */
  template?: Template | null
  /** The sign is ours, whether a face could be drawn of it or not. */
  isKnown?: boolean
  /** The template the file says it is made on, and the one the sign is to have, where they are not the same. */
  otherTemplate?: { subject: string; wanted: string } | null
  /** What inks look like; null where nobody knows the printing condition. */
  profile?: InkProfile | null
}

/** What a sign of ours says fits on no template it may have. */
const NO_FACE = 'no face can be made of this sign'

const SCALE = LOOK_DOTS / 25.4

/** `factsFor` is asked once. Never rejects for anything a file may hold. */
export async function preflightFile(
  pdf: Uint8Array,
  factsFor: (payload: string | null, subject: string, words: string) => Promise<FileFacts>,
  engines: PreflightEngines,
): Promise<PreflightReport> {
  try {
    return reportOf(await fileRowsFor(pdf, factsFor, engines))
  } catch (error) {
    const reason = (error as Error).message
    if (error instanceof LimitExceeded)
      return reportOf([broken('PF-06.heavy', reason, 'within limits', { what: reason })])
    return reportOf([broken('PF-02.unreadable', reason, 'readable', { reason })])
  }
}

async function fileRowsFor(
  pdf: Uint8Array,
  factsFor: (payload: string | null, subject: string, words: string) => Promise<FileFacts>,
  engines: PreflightEngines,
): Promise<PreflightRow[]> {
  const parsed = await readPdfFacts(pdf)
  refuseGiant(parsed)
  const structure = structureRows(parsed)
  const others = otherPages(parsed)
  let seen = await seenOn(pdf, parsed, engines)
  try {
    const payload = seen.found?.payload ?? null
    const subject = parsed.document.getSubject() ?? ''
    const facts = await factsFor(payload, subject, seen.words)
    const wanted = wantedOf(pdf, subject, facts.faces ?? [])
    const known = wanted?.face ?? null
    if ((known?.template ?? facts.template)?.material.mirrored) {
      seen.page.close()
      const turned = await unmirrored(pdf)
      seen = await seenOn(turned, await readPdfFacts(turned), engines)
    }
    const { page, words, look, found } = seen
    const rows: PreflightRow[] = [
      passed('PF-06', `${(pdf.length / 1e6).toFixed(1)} MB`, 'within limits'),
      ...structure,
      ...fileRows(parsed, facts.wanted),
      ...inkRows(parsed, facts.maxInk),
      ...nameRows(words, facts, known),
      ...pageRows(parsed.pages),
      ...others.flatMap((one) => [...fileRows(one, facts.wanted), ...inkRows(one, facts.maxInk)]),
      ...templateRows(facts, known),
      ...(await otherCodeRows(page, parsed, others, payload, engines)),
    ]
    const template = facts.otherTemplate ? null : (facts.template ?? null)
    const judged: JudgedPage = { page, facts, engines }
    if (found) rows.push(...(await symbolRows(judged, found, look)))
    else if (!known || known.made.symbol) rows.push(...(await unreadRows(look, facts, engines)))
    const symbol = found && boxOnMedia(found, look, parsed)
    rows.push(...imageRows(page.parts, parsed, symbol))
    if (wanted?.isVery) rows.push(passed('PF-05', 'the very bytes', 'as issued'))
    // What is made on another template differs everywhere.
    else if (known && !facts.otherTemplate) {
      if (found) rows.push(...scaleRows(placeInMm(found, look, parsed), known.made, found.size))
      rows.push(...(await likenessRows(seen, known, engines.renderer)))
    } else if (facts.isKnown && !facts.otherTemplate)
      rows.push(broken('PF-05.parts', 'no face', 'as issued', { what: NO_FACE }))
    else rows.push(...aloneRows(page, parsed, template, facts.wanted?.bleed ?? 3))
    return rows
  } finally {
    seen.page.close()
  }
}

interface JudgedPage {
  page: PlatedPage
  facts: FileFacts
  engines: PreflightEngines
}

/** A page whose picture would not fit into memory is not painted. */
function refuseGiant({ boxes, unit }: PdfFacts): void {
  const [left = 0, bottom = 0, right = 0, top = 0] = boxes.MediaBox ?? []
  const [width, height] = [right - left, top - bottom]
  const pixels = width * height * SCALE ** 2
  const isSound = width > 1 && height > 1 && unit > 0 && pixels <= PIXELS_MOST
  if (!isSound || Math.max(width, height) > SIDE_MOST)
    throw new LimitExceeded(`a page of ${width.toFixed(0)} x ${height.toFixed(0)} mm`)
}

function otherPages({ document, header, pages }: PdfFacts): PdfFacts[] {
  return Array.from({ length: pages - 1 }, (_, i) => {
    const facts = factsOfPage(document, header, i + 1)
    refuseGiant(facts)
    return facts
  })
}

function pageRows(count: number): PreflightRow[] {
  return count === 1 ? [] : [broken('QR-08.pages', `${count} pages`, '1 page', { count })]
}

/** Also when the file does not say its template: then its trim is held against the sign's own (PF-02). */
function templateRows({ otherTemplate }: FileFacts, known: WantedFace | null): PreflightRow[] {
  if (otherTemplate) {
    const { subject, wanted } = otherTemplate
    return [broken('SZ-01.template', subject, wanted, { subject, wanted })]
  }
  return known ? [passed('SZ-01', known.made.drawing.template, known.made.drawing.template)] : []
}

async function symbolRows(
  { page, facts, engines: { decode } }: JudgedPage,
  found: FoundSymbol,
  look: ReturnType<PlatedPage['look']>,
): Promise<PreflightRow[]> {
  const { payload, size } = found
  const place = placeOf(look, found)
  const side = (place.module * size) / SCALE
  const box = { x: place.left / SCALE, y: place.top / SCALE, width: side, height: side }
  const shotAt = (pixels: number) => shotOf(page.look, box, size, (pixels * size) / side)
  const shot = { picture: look, place }
  const quiet = quietModules(shot, size)
  const second = secondMatrix(found)
  const light = `${(Math.floor(quiet * 100) / 100).toFixed(2)} modules`
  return [
    ...addressRows(payload, facts.sign),
    ...versionRows(found, MAX_VERSION, facts.sign.pinned),
    ...(facts.site ? siteRows(payload, facts.site) : []),
    ...moduleSizeRows(side / size, facts.minModule, facts.scanMetres),
    ...(await readingRows(
      decode,
      shotAt(cleanScale(side / size) * (side / size)),
      shotAt(3),
      payload,
    )),
    ...moduleRows(shot, null, second),
    ...(await damageRows(decode, shotAt(5), size, payload)),
    ...rowsFor(
      'QZ-01',
      quiet < 4 - 0.02
        ? [broken('QZ-01.quiet', light, '4 modules', { modules: light, what: 'page' })]
        : [],
      light,
      '4 modules',
    ),
    ...(found.isReversed ? [reversed()] : []),
    ...(second ? symbolInkRows(inksOf(page, box, size, second), facts.profile ?? null) : []),
  ]
}

async function unreadRows(
  look: ReturnType<PlatedPage['look']>,
  { sign }: FileFacts,
  { decode }: PreflightEngines,
): Promise<PreflightRow[]> {
  const values = { how: '150 dpi', payload: sign.payload ?? '?', read: '–' }
  const data = look.data.map((value, i) => (i % 4 === 3 ? value : 255 - value))
  const inverted = await decode.locate({ ...look, data })
  return [
    broken('QR-04.unread', 'no symbol found', '2 of 3', values),
    // A page without a symbol may hold one with light and dark changed.
    ...(inverted ? [reversed()] : []),
  ]
}

function reversed(): PreflightRow {
  return broken('CO-01.reversed', 'light on dark', 'dark on light', { inks: 'light on dark' })
}

/** mm from the lower left corner of the media box, without the quiet zone. */
function boxOnMedia(found: FoundSymbol, look: ReturnType<PlatedPage['look']>, { boxes }: PdfFacts) {
  const { left, top, module } = placeOf(look, found)
  const side = (module * found.size) / SCALE
  const height = boxes.MediaBox?.[3] ?? 0
  return { x: left / SCALE, y: height - top / SCALE - side, width: side, height: side }
}

/** mm from the top left corner of the trimmed face. */
function placeInMm(
  found: FoundSymbol,
  look: ReturnType<PlatedPage['look']>,
  { boxes }: PdfFacts,
): { x: number; y: number; side: number } {
  const { left, top, module } = placeOf(look, found)
  const trim = boxes.TrimBox ?? boxes.MediaBox
  const height = boxes.MediaBox?.[3] ?? 0
  return {
    x: left / SCALE - (trim?.[0] ?? 0),
    y: top / SCALE - (height - (trim?.[3] ?? height)),
    side: (module * found.size) / SCALE,
  }
}

/**
 * RV-01 by the face the file is held against; without one by the words a reader would copy from the page, among which
 * every published name must be.
 */
function nameRows(words: string, { review }: FileFacts, known: WantedFace | null): PreflightRow[] {
  if (!review) return []
  if (known) return reviewRows(known.made.drawing, review)
  const said = bare(words)
  const lost = (review.names ?? []).filter((name) => !said.includes(bare(name)))
  if (lost.length === 0) return reviewedRows([], review)
  return [
    ...reviewedRows([], review).filter(({ fault }) => fault !== null),
    ...lost.map((text) =>
      broken('RV-01.text', `no “${text}”`, 'published names', { text: '?', published: text }),
    ),
  ]
}
