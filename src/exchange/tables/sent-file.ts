/** A file as a form sent it, and its rows as they come back from the preview. */
import * as z from 'zod'
import { readCsv } from './csv-grid.ts'
import { gridSchema, ROWS_MAX, type CountKnown, type Grid } from './grid.ts'
import { readXlsx } from './xlsx-grid.ts'
import { FileFault } from '../file-fault.ts'

/** `name` as the browser sent it. */
export interface SentFile {
  name: string
  bytes: Uint8Array
}

/** By what the file is, whatever its name says. */
export function readGrid({ bytes, name }: SentFile, countKnown: CountKnown): Promise<Grid> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes, countKnown)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new FileFault('import.fault.oldExcel')
  if (/\.xlsx?$/i.test(name)) throw new FileFault('import.fault.xlsx')
  return readCsv(bytes, countKnown)
}

const seenSchema = z.array(z.tuple([z.number(), z.string().max(5000)])).max(ROWS_MAX)

/** The rows a form sent back from the preview; FileFault when they are none of ours. */
export function sentBack(text: string): Grid {
  const grid = gridSchema.safeParse(json(text))
  if (!grid.success) throw new FileFault('import.fault.lost')
  return grid.data
}

/** Number of a row -> what it was compared with when it was shown; FileFault as above. */
export function readSeen(text: string): Map<number, string> {
  const seen = seenSchema.safeParse(json(text))
  if (!seen.success) throw new FileFault('import.fault.lost')
  return new Map(seen.data)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
