/** What the forms of the import send: a file first, then what was read from it. */
import type { Context } from 'hono'
import * as z from 'zod'
import { readCsv } from '../exchange/csv-grid.ts'
import { FILE_MAX, FileFault, gridSchema, type Grid } from '../exchange/grid.ts'
import { readXlsx } from '../exchange/xlsx-grid.ts'
import type { DeskEnv } from './desk.tsx'

export interface SentFile {
  name: string
  bytes: Uint8Array
}

export async function readData(c: Context<DeskEnv>): Promise<FormData> {
  return c.req.formData().catch(() => new FormData())
}

/** FileFault when there is none, or too much of it. */
export async function fileIn(data: FormData): Promise<SentFile> {
  const file = data.get('file')
  if (!(file instanceof File) || file.size === 0) throw new FileFault('import.fault.noFile')
  if (file.size > FILE_MAX)
    throw new FileFault('import.fault.tooLarge', { most: FILE_MAX / 2 ** 20 })
  return { name: file.name.normalize('NFC'), bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** By what the file is, whatever its name says. */
export function readGrid({ bytes, name }: SentFile): Promise<Grid> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(bytes)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new FileFault('import.fault.oldExcel')
  if (/\.xlsx?$/i.test(name)) throw new FileFault('import.fault.xlsx')
  return readCsv(bytes)
}

const SEEN_MAX = 5000
const seenSchema = z.array(z.tuple([z.number(), z.string().max(5000)])).max(SEEN_MAX)

/** The rows as they were shown in the preview; null when they are none. */
export function sentBack(data: FormData) {
  const grid = gridSchema.safeParse(json(data.get('grid')))
  const seen = seenSchema.safeParse(json(data.get('seen')))
  const name = data.get('name')
  return grid.success && seen.success
    ? { grid: grid.data, seen: new Map(seen.data), name: typeof name === 'string' ? name : '' }
    : null
}

function json(value: unknown): unknown {
  try {
    return JSON.parse(typeof value === 'string' ? value : '')
  } catch {
    return null
  }
}
