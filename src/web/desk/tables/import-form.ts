/** What the forms of the import send. */
import type { Context } from 'hono'
import type { SentFile } from '../../../exchange/tables/sent-file.ts'
import type { DeskEnv } from '../desk-env.ts'
import { FILE_MAX, FileFault } from '../../../exchange/file-fault.ts'

/** Empty for a body that is no form. */
export async function readData(c: Context<DeskEnv>): Promise<FormData> {
  return c.req.formData().catch(() => new FormData())
}

/** '' where the field is missing, or a file. */
export function wordsIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

/** Every field that is no file, in the order of the form. */
export function fieldsIn(data: FormData): [name: string, value: string][] {
  return [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
}

/** The file of the form; FileFault when there is none, when it is empty, or larger than FILE_MAX. */
export async function fileIn(data: FormData): Promise<SentFile> {
  const file = data.get('file')
  if (!(file instanceof File) || file.size === 0) throw new FileFault('import.fault.noFile')
  if (file.size > FILE_MAX)
    throw new FileFault('import.fault.tooLarge', { most: FILE_MAX / 2 ** 20 })
  return { name: file.name.normalize('NFC'), bytes: new Uint8Array(await file.arrayBuffer()) }
}
