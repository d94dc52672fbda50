/** Eight signs to a page of an office sheet: each with its whole face, small, and its texts to read beside it. */
import type { StructureElement } from 'pdfkit'
import type { Box, Drawing } from '../face/drawing.ts'
import { paintFace, type FaceInks } from './face-on-sheet.ts'
import type { OfficeDocument } from './office-document.ts'
import { heightOfRuns, writeRuns, type RunsOf, type SheetText } from './sheet-fonts.ts'

export interface GridCell {
  drawing: Drawing
  /** The face in words. */
  alt: string
  /** What the sign says. */
  said: SheetText[]
  /** What is said of it, smaller. */
  about: SheetText[]
}

export interface GridTools {
  runsOf: RunsOf
  inks: FaceInks
}

export const COLUMNS = 2
export const ROWS = 4
/** Points. */
const GAP = { columns: 18, rows: 14, texts: 9 }
/** Of a cell's width: the rest is for the texts. */
const FACE_WIDTH = 0.56
/** Of the height that the texts share. */
const SAID_HEIGHT = 0.62
const SAID_SIZES = [10, 9, 8, 7, 6, 5]
const ABOUT_SIZES = [7.5, 6.5, 5.5, 4.5]
/** From one text to the next, in their size: Khmer reaches far below its line. */
const BETWEEN = 0.28

/** In the area, in points. Texts too long for their place at any size run out of it: names on signs are shorter. */
export function drawGrid(
  document: OfficeDocument,
  root: StructureElement,
  cells: readonly GridCell[],
  area: Box,
  tools: GridTools,
): void {
  if (cells.length > COLUMNS * ROWS) throw new Error(`a page takes ${COLUMNS * ROWS} signs`)
  const width = (area.width - (COLUMNS - 1) * GAP.columns) / COLUMNS
  const height = area.height / ROWS - GAP.rows
  cells.forEach((cell, i) => {
    const section = document.struct('Sect')
    root.add(section)
    const x = area.x + (i % COLUMNS) * (width + GAP.columns)
    const y = area.y + Math.floor(i / COLUMNS) * (height + GAP.rows)
    drawCell(document, section, cell, { x, y, width, height }, tools)
    section.end()
  })
}

function drawCell(
  document: OfficeDocument,
  section: StructureElement,
  { drawing, alt, said, about }: GridCell,
  { x, y, width, height }: Box,
  { runsOf, inks }: GridTools,
): void {
  const { trim } = drawing
  const scale = Math.min((width * FACE_WIDTH) / trim.width, height / trim.height)
  const face = { x, y, width: trim.width * scale, height: trim.height * scale }
  const bbox = [x, y, x + face.width, y + face.height]
  const figure = () => paintFace(document, drawing, face, inks)
  section.add(document.struct('Figure', { alt, bbox }, figure))

  const right = x + face.width + GAP.texts
  const column = { x: right, y, width: x + width - right, height }
  const write = (texts: readonly SheetText[], sizes: readonly number[], place: Box) =>
    writeTexts(document, section, texts, { sizes, place, runsOf })
  const below = y + face.height + GAP.texts
  const isWide = trim.width > trim.height
  const end = write(said, SAID_SIZES, isWide ? column : { ...column, height: height * SAID_HEIGHT })
  const rest = isWide
    ? { x, y: Math.max(below, end + GAP.texts), width }
    : { ...column, y: end + GAP.texts }
  write(about, ABOUT_SIZES, { ...rest, height: y + height - rest.y })
}

interface GridWriting {
  sizes: readonly number[]
  place: Box
  runsOf: RunsOf
}

/** In the largest size that fits; returns where they end. */
function writeTexts(
  document: OfficeDocument,
  section: StructureElement,
  texts: readonly SheetText[],
  { sizes, place, runsOf }: GridWriting,
): number {
  const all = texts.map((text) => ({ lang: text.locale, runs: runsOf(text) }))
  const { x, width } = place
  const heightAt = (size: number) =>
    all.reduce(
      (sum, { runs }) => sum + heightOfRuns(document, runs, { size, width }) + size * BETWEEN,
      0,
    )
  const size = sizes.find((one) => heightAt(one) <= place.height) ?? sizes.at(-1) ?? 6
  document.y = place.y
  for (const { lang, runs } of all) {
    section.add(document.struct('P', { lang }, () => writeRuns(document, runs, { x, width, size })))
    document.y += size * BETWEEN
  }
  return document.y
}
