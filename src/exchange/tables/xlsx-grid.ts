/**
 * An Excel workbook (.xlsx): its first sheet. It is unpacked here, within limits that hold whatever the file says
 * about itself, before anything parses it.
 */
import { Unzip, UnzipInflate, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { formatsIn, withoutSpecialCells } from './cell-kinds.ts'
import { COLUMNS_MAX, gridOf, ROWS_MAX, type CountKnown, type Grid, type GridRow } from './grid.ts'
import type { SpecialCell } from './special-cell.ts'
import { firstSheetIn } from './workbook.ts'
import { FileFault } from '../file-fault.ts'
import { pause } from '../../domain/in-turns.ts'

/** Bytes of all parts together, unpacked; 5,000 rows of ours have about 8 million. */
const UNPACKED_MAX = 24 * 1024 * 1024
const PARTS_MAX = 500
/** Bytes unpacked at a time: deflate makes at most 1,032 of one. */
const A_PIECE = 8 * 1024
/** A cell further down or right has nothing to do with the table, and would be filled up to. */
const ROW_MAX = 4 * ROWS_MAX

export async function readXlsx(bytes: Uint8Array, countKnown: CountKnown): Promise<Grid> {
  const parts = await unpack(bytes)
  const first = firstSheetIn(parts)
  const sheet = parts.get(first?.part ?? '')
  if (!first || sheet === undefined) throw new FileFault('import.fault.xlsx')
  const formats = formatsIn(parts.get('xl/styles.xml') ?? '')
  const { xml, special } = withoutSpecialCells(sheet, formats, first.isFrom1904)
  parts.set(first.part, xml)
  await pause()
  const zipped = zipSync(
    Object.fromEntries([...parts].map(([name, text]) => [name, new TextEncoder().encode(text)])),
    { level: 0 },
  )
  await pause()
  try {
    const data = await readSheet(zipped.buffer as ArrayBuffer, first.number)
    await pause()
    const rows = data.map((cells: unknown[], i): GridRow => rowOf(i + 1, cells, special.get(i + 1)))
    return gridOf(rows, countKnown, mergesIn(sheet))
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('import.fault.xlsx')
  }
}

function rowOf(number: number, read: readonly unknown[], special?: SpecialCell[]): GridRow {
  const cells = read.map(written)
  if (!special) return { number, cells }
  for (const { column, value } of special) cells[column] = value
  return { number, cells, special }
}

async function unpack(bytes: Uint8Array): Promise<Map<string, string>> {
  const found = new Map<string, Uint8Array[]>()
  let total = 0
  let count = 0
  let isBroken = false
  const unzip = new Unzip((file) => {
    if (++count > PARTS_MAX) throw new FileFault('import.fault.bomb')
    const isWanted = /^(?:xl\/|_rels\/|\[Content_Types\])[\w./[\]-]*\.(?:xml|rels)$/.test(file.name)
    if (!isWanted || file.name.includes('..') || found.has(file.name)) return
    const pieces: Uint8Array[] = []
    found.set(file.name, pieces)
    file.ondata = (error, piece) => {
      if (error) isBroken = true
      else {
        total += piece.length
        pieces.push(piece)
      }
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let from = 0; from < bytes.length; from += A_PIECE) {
      unzip.push(bytes.subarray(from, from + A_PIECE), from + A_PIECE >= bytes.length)
      if (total > UNPACKED_MAX) throw new FileFault('import.fault.bomb')
      if (from % (16 * A_PIECE) === 0) await pause()
    }
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault('import.fault.xlsx')
  }
  if (isBroken || ![...found.keys()].some((name) => name.startsWith('xl/worksheets/')))
    throw new FileFault('import.fault.xlsx')
  const parts = new Map<string, string>()
  for (const [name, pieces] of found) {
    const text = await new Blob(pieces as BlobPart[]).text()
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new FileFault('import.fault.doctype')
    if (name.startsWith('xl/worksheets/')) checkExtent(text)
    parts.set(name, text)
    await pause()
  }
  return parts
}

/** Refuses cells far out: one in the last row of a sheet would be a million rows. */
function checkExtent(sheet: string): void {
  for (const [, letters = '', row] of sheet.matchAll(
    /<(?:\w+:)?(?:row|c)\s[^>]*?\br=["']([A-Z]*)(\d+)["']/g,
  )) {
    if (Number(row) > ROW_MAX) throw new FileFault('import.fault.farRow', { row: String(row) })
    if (letters.length > 2 || columnNumber(letters) > COLUMNS_MAX)
      throw new FileFault('import.fault.farColumn', { column: letters, most: COLUMNS_MAX })
  }
}

/** A is 1, Z 26, AA 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Ranges as in `A2:A5`. */
function mergesIn(sheet: string): string[] {
  return [...sheet.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref=["']([A-Z0-9:]{1,30})["']/g)].map(
    ([, ref]) => ref ?? '',
  )
}

/** A cell as text: days as 2002-01-28, of a formula the value that was last seen, '' for what is neither. */
function written(cell: unknown): string {
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)))
  return typeof cell === 'string' ? cell : ''
}
